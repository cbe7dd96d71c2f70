import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { applied, checkFiles } from '../support/check.js'

/** Ways to write a JSON document as a text in a manifest. */
const WRITTEN: Readonly<Record<string, (policy: unknown, indent: number) => string>> = {
  literal: (policy, indent) => `|\n${lines(JSON.stringify(policy, null, 2), indent)}`,
  stripped: (policy, indent) => `|-\n${lines(JSON.stringify(policy, null, 4), indent)}`,
  folded: (policy, indent) => `>\n${lines(JSON.stringify(policy, null, 2), indent)}`,
  'one line': (policy, indent) => `|\n${lines(JSON.stringify(policy), indent)}`,
  double: (policy) => JSON.stringify(JSON.stringify(policy)),
  single: (policy) => `'${JSON.stringify(policy).replaceAll("'", "''")}'`,
}

function lines(text: string, indent: number): string {
  return text.replace(/^/gm, ' '.repeat(indent))
}

const statement = fc.record({
  Sid: fc.string({ unit: fc.constantFrom(...'abcXYZ019 \'"\\#:é'), minLength: 1, maxLength: 12 }),
  Effect: fc.constantFrom('Deny', 'Allow'),
  Principal: fc.constantFrom('*', { AWS: '*' }, { AWS: ['*'] }),
  Action: fc.constantFrom('s3:*', ['s3:GetObject', 's3:ListBucket']),
  Resource: fc.constant(['arn:aws:s3:::acme', 'arn:aws:s3:::acme/*']),
  Condition: fc.constantFrom(
    { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    { Bool: { 'aws:SecureTransport': 'false' } },
  ),
})

test('an edit of JSON in a text of YAML changes the members that it is for, and nothing else', async () => {
  const property = fc.asyncProperty(
    fc.array(statement, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...Object.keys(WRITTEN)),
    fc.integer({ min: 3, max: 8 }),
    fc.constantFrom('\n', '\r\n'),
    async (statements, way, indent, eol) => {
      const policy = { Version: '2012-10-17', Statement: statements }
      const text = manifest(WRITTEN[way]?.(policy, indent) ?? '').replaceAll('\n', eol)
      const { report } = await checkFiles({ 'a.yaml': text })
      const after = applied(text, report.findings)
      const [before, now] = [policyIn(text), policyIn(after)]
      expect(before).toEqual(policy)
      expect(withoutExemption(now)).toEqual(withoutExemption(before))
      expect(after.split(eol).slice(0, 7)).toEqual(text.split(eol).slice(0, 7))
      const edited = report.findings.filter(({ fix }) => fix?.applicability === 'edit')
      const left = (await checkFiles({ 'a.yaml': after })).report.findings
      expect(left.length).toBe(report.findings.length - edited.length)
    },
  )
  await fc.assert(property, { numRuns: Number(process.env.FC_RUNS ?? 60) })
})

function manifest(written: string): string {
  return `apiVersion: s3.services.k8s.aws/v1alpha1
kind: Bucket
metadata:
  name: acme
spec:
  name: acme
  versioning: {status: Enabled} # kept
  policy: ${written}
`
}

function policyIn(text: string): { readonly Statement: readonly object[] } {
  const [document] = parseAllDocuments(text)
  return JSON.parse(document?.toJS().spec.policy)
}

function withoutExemption({ Statement }: { readonly Statement: readonly object[] }): readonly object[] {
  return Statement.map((one) =>
    Object.fromEntries(
      Object.entries(one).filter(([name]) => !['Principal', 'NotPrincipal', 'Condition'].includes(name)),
    ),
  )
}
