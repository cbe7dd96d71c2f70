/** Templates as people write them; each has one statement or more that block Clumio. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  'a SAM template in block style with short intrinsics and comments': `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Description: Reports of the nightly job # no secrets in here
Parameters:
  Env: { Type: String, Default: dev }
Globals:
  Function:
    Timeout: 30
Resources:
  Reports:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "acme-reports-\${Env}"
  ReportsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Reports
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: VpceOnly # the endpoint of the shared network
            Effect: Deny
            Principal: "*" # everyone
            Action: s3:*
            Resource:
              - !GetAtt Reports.Arn
              - !Sub "\${Reports.Arn}/*"
            Condition:
              StringNotEquals:
                aws:SourceVpce: vpce-0a1b2c3d
  Job:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
`,
  'texts over several lines, alone and in lists': `Resources:
  Data:
    Type: AWS::S3::Bucket
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: Folded
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource:
              - !Sub >-
                \${Data.Arn}/*
            Condition:
              ArnNotEquals:
                aws:PrincipalArn: !Sub >-
                  arn:aws:iam::\${AWS::AccountId}:role/deployer
          - Sid: Below
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: !Sub "\${Data.Arn}/*"
            Condition:
              ArnNotEquals:
                aws:PrincipalArn:
                  Fn::Join:
                    - ""
                    - - "arn:aws:iam::"
                      - !Ref AWS::AccountId
                      - ":role/deployer"
          - Sid: Marked
            Effect: Deny
            NotPrincipal:
              AWS: !Join
              - ""
              - - "arn:aws:iam::"
                - !Ref AWS::AccountId
                - ":role/deployer"
            Action: s3:*
            Resource: !Sub "\${Data.Arn}/*"
          - Sid: Plain
            Effect: Deny
            NotPrincipal:
              AWS: |-
                arn:aws:iam::123456789012:role/deployer
            Action: s3:*
            Resource: !Sub "\${Data.Arn}/*"
`,
  'lists that are not indented, single quotes, long intrinsics': `Resources:
  Data:
    Type: 'AWS::S3::Bucket'
  DataPolicy:
    Type: 'AWS::S3::BucketPolicy'
    Properties:
      Bucket:
        Ref: 'Data'
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
        - Sid: 'NoOutsiders'
          Effect: 'Deny'
          Principal:
            AWS: '*'
          Action:
          - 's3:GetObject'
          - 's3:PutObject'
          Resource:
            Fn::Join:
            - ''
            - - 'arn:aws:s3:::'
              - Ref: 'Data'
              - '/*'
          Condition:
            StringNotEquals:
              'aws:SourceVpc': 'vpc-0a1b2c3d'
`,
  'four spaces, a list of one principal, another condition on the role': `Resources:
    Logs:
        Type: AWS::S3::Bucket
        Properties:
            BucketName: acme-logs
    LogsPolicy:
        Type: AWS::S3::BucketPolicy
        Properties:
            Bucket: acme-logs
            PolicyDocument:
                Statement:
                    -   Effect: Deny
                        Action: "s3:*"
                        Resource: ["arn:aws:s3:::acme-logs", "arn:aws:s3:::acme-logs/*"]
                        Principal:
                            AWS:
                                - "*"
                        Condition:
                            StringNotLike:
                                "aws:PrincipalArn": "arn:aws:iam::123456789012:role/admin"
                Version: "2012-10-17"
`,
  'a policy in flow style': `Resources:
  B: {Type: AWS::S3::Bucket, Properties: {BucketName: acme-flow}}
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref B
      PolicyDocument:
        Statement:
          - {Sid: Flow, Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::acme-flow/*", Condition: {StringNotEquals: {"aws:SourceVpc": vpc-1}}}
`,
  'JSON within YAML': `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-json
      PolicyDocument: {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Deny",
            "Principal": { "AWS": "*" },
            "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::acme-json/*",
            "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-1" } }
          }
        ]
      }
`,
  'flow maps within block style': `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-mixed
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Deny
            Principal: { AWS: "*" }
            Action: ["s3:*"]
            Resource: [ "arn:aws:s3:::acme-mixed", "arn:aws:s3:::acme-mixed/*" ]
            Condition: { StringNotEquals: { "aws:SourceVpce": [ vpce-1, vpce-2 ] } }
`,
  'a single statement and a list of the role in brackets': `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-one
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          Effect: Deny
          Principal: {"AWS": ["*"]}
          NotAction: s3:PutBucketPolicy
          Resource: arn:aws:s3:::acme-one/*
          Condition:
            ArnNotLike:
              aws:PrincipalArn: [arn:aws:iam::123456789012:role/admin]
`,
  'a list of exempt principals with expressions': `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-exempt
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Sid: OnlyUs
            Effect: Deny
            NotPrincipal:
              AWS:
                - !Sub arn:aws:iam::\${AWS::AccountId}:root
                - !GetAtt Deployer.Arn # the pipeline
            Action: s3:*
            Resource: arn:aws:s3:::acme-exempt/*
  Deployer:
    Type: AWS::IAM::Role
    Properties: {RoleName: deployer}
`,
  'several documents with directives': `%YAML 1.1
---
# nothing to see here
Outputs: {}
---
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-second
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: arn:aws:s3:::acme-second/*
            Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}
...
`,
  'tabs and odd characters in values, folded texts': `Description: >-
  Buckets of the	"finance" team;
  see the wiki: #policies
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-tabs
      PolicyDocument:
        Statement:
          -
            Sid: "Tab	Inside"
            Effect: Deny
            Principal:	"*"
            Action: s3:*
            Resource: >-
              arn:aws:s3:::acme-tabs/*
            Condition:
              StringNotEquals:
                aws:SourceVpc: vpc-1
`,
  'a statement that two policies share by an anchor': `Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-a
      PolicyDocument:
        Statement:
          - &vpc
            Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: "arn:aws:s3:::acme-*/*"
            Condition:
              StringNotEquals:
                aws:SourceVpc: vpc-1
  B:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-b
      PolicyDocument:
        Statement:
          - *vpc
`,
  'principals and conditions by alias': `x-everyone: &everyone {AWS: "*"}
x-vpc: &vpc
  StringNotEquals:
    aws:SourceVpc: vpc-1
Resources:
  A:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-a
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: *everyone
            Action: s3:*
            Resource: arn:aws:s3:::acme-a/*
            Condition: *vpc
`,
  'two statements of one policy in loops of the language extensions': `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Buckets:
    - Name
    - [alpha, beta]
    - Bucket\${Name}:
        Type: AWS::S3::Bucket
      Policy\${Name}:
        Type: AWS::S3::BucketPolicy
        Properties:
          Bucket: !Ref Bucket\${Name}
          PolicyDocument:
            Statement:
              - Sid: Vpc
                Effect: Deny
                Principal: "*"
                Action: s3:*
                Resource: !Sub "\${Bucket\${Name}.Arn}/*"
                Condition:
                  StringNotEquals:
                    aws:SourceVpc: vpc-1
              - Sid: Vpce
                Effect: Deny
                Principal: "*"
                Action: s3:GetObject
                Resource: !Sub "\${Bucket\${Name}.Arn}/*"
                Condition:
                  StringNotEquals:
                    aws:SourceVpce: vpce-1
`,
  'an exempt principal that is an expression, in lines': `Resources:
  Deployer: {Type: AWS::IAM::Role, Properties: {RoleName: deployer}}
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-single
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: Short
            Effect: Deny
            NotPrincipal:
              AWS: !GetAtt Deployer.Arn # the pipeline
            Action: s3:*
            Resource: arn:aws:s3:::acme-single/*
          - Sid: Long
            Effect: Deny
            NotPrincipal:
              AWS:
                Fn::GetAtt:
                  - Deployer
                  - Arn
            Action: s3:*
            Resource: arn:aws:s3:::acme-single/*
          - Sid: Flow
            Effect: Deny
            NotPrincipal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" }
            Action: s3:*
            Resource: arn:aws:s3:::acme-single/*
`,
  'statements in the branches of conditions': `Parameters:
  Stage: { Type: String, AllowedValues: [dev, prod] }
Conditions:
  IsProd: !Equals [ !Ref Stage, prod ]
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-stages
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Fn::If:
              - IsProd
              - Sid: FromProd # the production network
                Effect: Deny
                Principal: "*"
                Action: s3:*
                Resource: arn:aws:s3:::acme-stages/*
                Condition:
                  StringNotEquals:
                    aws:SourceVpc: vpc-prod
              - Sid: FromDev
                Effect: Deny
                Principal: { AWS: "*" }
                Action: s3:*
                Resource: arn:aws:s3:::acme-stages/*
                Condition:
                  StringNotEquals:
                    aws:SourceVpc: vpc-dev
`,
  'a condition on the role that is an expression': `Resources:
  Deployer:
    Type: AWS::IAM::Role
    Properties: { RoleName: deployer }
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-roles
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Sid: OnlyDeployer
            Effect: Deny
            Principal: "*"
            Action: [ s3:GetObject, s3:PutObject ]
            Resource: arn:aws:s3:::acme-roles/*
            Condition:
              ArnNotEquals:
                aws:PrincipalArn: !GetAtt Deployer.Arn
`,
  'what a merge key brings, with a Condition of its own': `x-deny: &deny
  Effect: Deny
  Action: s3:*
Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme-merged
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - <<: *deny
            Sid: Vpc
            Principal: "*"
            Resource: arn:aws:s3:::acme-merged/*
            Condition:
              StringNotEquals: { aws:SourceVpc: vpc-1 }
`,
}
