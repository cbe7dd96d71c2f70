import { describe, expect, test } from 'vitest'
import type { Remedy } from '../../src/model/options.js'
import { applied, checkFiles } from '../support/check.js'
import { ROLE, ROOT, SIX } from '../support/vectors.js'

/** `<1>` to `<6>` stand for the six principals, so that the layout can be seen. */
function filled(text: string): string {
  return text
    .replace(/<([1-6])>/g, (_, digit) => SIX[Number(digit) - 1] ?? '')
    .replaceAll('<ROOT>', ROOT)
    .replaceAll('<ROLE>', ROLE)
}

interface Variant {
  readonly name: string
  readonly before: string
  readonly after: string
  readonly remedy?: Remedy
}

const NOT_PRINCIPAL: readonly Variant[] = [
  {
    name: 'four spaces, one member a line',
    before: `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "vpc",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "s3:*",
            "Resource": "arn:aws:s3:::b1/*"
        }
    ]
}
`,
    after: `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "vpc",
            "Effect": "Deny",
            "NotPrincipal": {
                "AWS": [
                    "<1>",
                    "<2>",
                    "<3>",
                    "<4>",
                    "<5>",
                    "<6>"
                ]
            },
            "Action": "s3:*",
            "Resource": "arn:aws:s3:::b1/*"
        }
    ]
}
`,
  },
  {
    name: 'tabs, the Principal last in the statement, no final newline',
    before: `{
\t"Statement": {
\t\t"Effect": "Deny",
\t\t"Action": "s3:*",
\t\t"Resource": "arn:aws:s3:::b1/*",
\t\t"Principal": "*"
\t}
}`,
    after: `{
\t"Statement": {
\t\t"Effect": "Deny",
\t\t"Action": "s3:*",
\t\t"Resource": "arn:aws:s3:::b1/*",
\t\t"NotPrincipal": {
\t\t\t"AWS": [
\t\t\t\t"<1>",
\t\t\t\t"<2>",
\t\t\t\t"<3>",
\t\t\t\t"<4>",
\t\t\t\t"<5>",
\t\t\t\t"<6>"
\t\t\t]
\t\t}
\t}
}`,
  },
  {
    name: 'minified on one line',
    before: `{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b1/*"}]}`,
    after: `{"Statement":[{"Effect":"Deny","NotPrincipal":{"AWS":["<1>","<2>","<3>","<4>","<5>","<6>"]},"Action":"s3:*","Resource":"arn:aws:s3:::b1/*"}]}`,
  },
  {
    name: 'a statement a line, with blanks inside the braces',
    before: `{ "Statement": [
  { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": "arn:aws:s3:::b1/*" },
  { "Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b1/*" }
] }
`,
    after: `{ "Statement": [
  { "Effect": "Deny", "NotPrincipal": { "AWS": ["<1>", "<2>", "<3>", "<4>", "<5>", "<6>"] }, "Action": "s3:*", "Resource": "arn:aws:s3:::b1/*" },
  { "Effect": "Allow", "Principal": "*", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b1/*" }
] }
`,
  },
  {
    name: 'blanks before the colon',
    before: `{
  "Statement" : [ {
    "Effect" : "Deny",
    "Principal" : "*",
    "Action" : "s3:*",
    "Resource" : "arn:aws:s3:::b1/*"
  } ]
}
`,
    after: `{
  "Statement" : [ {
    "Effect" : "Deny",
    "NotPrincipal" : {
      "AWS" : [
        "<1>",
        "<2>",
        "<3>",
        "<4>",
        "<5>",
        "<6>"
      ]
    },
    "Action" : "s3:*",
    "Resource" : "arn:aws:s3:::b1/*"
  } ]
}
`,
  },
  {
    name: 'a map on the line of its key',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": { "AWS": "*" },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "NotPrincipal": { "AWS": [
      "<1>",
      "<2>",
      "<3>",
      "<4>",
      "<5>",
      "<6>"
    ] },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
  },
  {
    name: 'a spread list with "*"',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": {
      "AWS": [
        "*"
      ]
    },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "NotPrincipal": {
      "AWS": [
        "<1>",
        "<2>",
        "<3>",
        "<4>",
        "<5>",
        "<6>"
      ]
    },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
  },
  {
    name: 'comments and trailing commas stay',
    before: `{
  // who may come in
  "Statement": [{
    "Effect": "Deny", // always
    "Principal": /* everybody */ "*", // see the wiki
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
  },],
}
`,
    after: `{
  // who may come in
  "Statement": [{
    "Effect": "Deny", // always
    "NotPrincipal": /* everybody */ {
      "AWS": [
        "<1>",
        "<2>",
        "<3>",
        "<4>",
        "<5>",
        "<6>"
      ]
    }, // see the wiki
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
  },],
}
`,
  },
  {
    name: 'an incomplete list on lines of its own, with a comment behind the last entry',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "NotPrincipal": {
      "AWS": [
        "<1>", // root
        "<2>" // the role
      ]
    },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "NotPrincipal": {
      "AWS": [
        "<1>", // root
        "<2>", // the role
        "<3>",
        "<4>",
        "<5>",
        "<6>"
      ]
    },
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
  },
]

const PRINCIPAL_ARN: readonly Variant[] = [
  {
    name: 'a further operator, spread like the others',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "StringNotEquals": {
        "aws:SourceVpc": "vpc-1"
      }
    }
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "StringNotEquals": {
        "aws:SourceVpc": "vpc-1"
      },
      "ArnNotEquals": {
        "aws:PrincipalArn": "<ROLE>"
      }
    }
  }]
}
`,
  },
  {
    name: 'operators on one line each',
    before: `{
  "Statement": [{
    "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "StringNotEquals": {"aws:SourceVpc": "vpc-1"}
    }
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "StringNotEquals": {"aws:SourceVpc": "vpc-1"},
      "ArnNotEquals": {"aws:PrincipalArn": "<ROLE>"}
    }
  }]
}
`,
  },
  {
    name: 'no Condition yet',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*"
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "ArnNotEquals": {
        "aws:PrincipalArn": "<ROLE>"
      }
    }
  }]
}
`,
  },
  {
    name: 'one line',
    before: `{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b1/*"}]}`,
    after: `{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b1/*","Condition":{"ArnNotEquals":{"aws:PrincipalArn":"<ROLE>"}}}]}`,
  },
  {
    name: 'an existing list gets an entry, its comment stays',
    before: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "ArnNotLike": {
        "aws:PrincipalArn": [
          "arn:aws:iam::111122223333:role/Admin" // us
        ]
      }
    }
  }]
}
`,
    after: `{
  "Statement": [{
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": "arn:aws:s3:::b1/*",
    "Condition": {
      "ArnNotLike": {
        "aws:PrincipalArn": [
          "arn:aws:iam::111122223333:role/Admin", // us
          "<ROLE>"
        ]
      }
    }
  }]
}
`,
  },
]

const ALL = [
  ...NOT_PRINCIPAL.map((variant) => ({ ...variant, remedy: 'not-principal' as const })),
  ...PRINCIPAL_ARN.map((variant) => ({ ...variant, remedy: 'principal-arn' as const })),
]

describe("edits keep the author's formatting", () => {
  test.each(ALL)('$remedy: $name', async ({ before, after, remedy }) => {
    const text = filled(before)
    const { report } = await checkFiles(text, { remedy })
    expect(applied(text, report.findings)).toBe(filled(after))
    expect((await checkFiles(filled(after), { remedy })).report.findings).toEqual([])
  })

  test.each(ALL)('$remedy with CRLF: $name', async ({ before, after, remedy }) => {
    const crlf = (text: string) => filled(text).replaceAll('\n', '\r\n')
    const { report } = await checkFiles(crlf(before), { remedy })
    expect(applied(crlf(before), report.findings)).toBe(crlf(after))
  })
})

describe('several statements', () => {
  const deny = (resource: string) => `{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"${resource}"}`

  test('statements that share a line become one edit that both findings carry', async () => {
    const text = `{"Statement":[${deny('arn:aws:s3:::b1')},${deny('arn:aws:s3:::b1/*')}]}\n`
    const { report } = await checkFiles(text)
    expect(report.findings).toHaveLength(2)
    expect(report.findings[0]?.fix?.edits).toEqual(report.findings[1]?.fix?.edits)
    expect((await checkFiles(applied(text, report.findings))).report.findings).toEqual([])
  })

  test('statements on lines of their own get an edit each', async () => {
    const text = `{"Statement":[\n${deny('arn:aws:s3:::b1')},\n${deny('arn:aws:s3:::b1/*')}\n]}\n`
    const { report } = await checkFiles(text)
    expect(report.findings.map(({ fix }) => fix?.edits.map(({ startLine, endLine }) => [startLine, endLine]))).toEqual([
      [[2, 2]],
      [[3, 3]],
    ])
    expect((await checkFiles(applied(text, report.findings))).report.findings).toEqual([])
  })

  test('policies in one file: a list, and documents behind one another', async () => {
    const one = `{"Statement":${deny('arn:aws:s3:::b1/*')}}`
    for (const text of [`[${one},\n${one.replaceAll('b1', 'b2')}]\n`, `${one}\n${one.replaceAll('b1', 'b2')}\n`]) {
      const { report } = await checkFiles(text)
      expect(report.findings.map(({ policy }) => policy?.bucket)).toEqual(['b1', 'b2'])
      expect((await checkFiles(applied(text, report.findings))).report.findings).toEqual([])
    }
  })
})
