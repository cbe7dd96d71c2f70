/**
 * A Deny on everything but one bucket says nothing of that bucket and all of any other. Which of the two it is hangs on
 * whether two expressions that nobody knows stand for the same value.
 */
export const denyAllBut = (bucket: string, excepted: string, more = '') => `resource "aws_s3_bucket_policy" "p" {
  ${more}
  bucket = ${bucket}
  policy = jsonencode({
    Statement = [{
      Effect      = "Deny"
      Principal   = "*"
      Action      = "s3:*"
      NotResource = ["arn:aws:s3:::\${${excepted}}", "arn:aws:s3:::\${${excepted}}/*"]
    }]
  })
}
`
