import { describe, expect, test } from 'vitest'
import { readTemplate } from '../../src/documents/template.js'
import { checkFiles } from '../support/check.js'

const statement = `{
      "Sid": "OnlyOurVpc",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::BUCKET", "arn:aws:s3:::BUCKET/*"],
      "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-1" } }
    }`
const whole = `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statement}\n  ]\n}\n`

describe('a template of a policy is judged under any name', () => {
  test.each([
    ['policy.json.tpl', '${bucket}'],
    ['policy.tmpl', '{{ .Bucket }}'],
    ['policy.json.j2', '{{ bucket }}'],
    ['policy.json.erb', '<%= @bucket %>'],
    ['policy.mustache', '{{bucket}}'],
    ['policy.txt', '{% if prod %}acme{% else %}acme-dev{% endif %}'],
  ])('%s', async (path, bucket) => {
    const { report } = await checkFiles({ [path]: whole.replaceAll('BUCKET', bucket) })
    expect(report.unread).toEqual([])
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', policy: { source: 'policy-json', path } }])
  })
})

describe('what a directive leaves no JSON is unread, and told', () => {
  test.each([
    ['Terraform', 'a.tftpl', '%{ if vpc_only }', '%{ endif }'],
    ['Go', 'a.tmpl', '{{- if .VpcOnly }}', '{{- end }}'],
    ['Jinja', 'a.json.j2', '{% if vpc_only %}', '{% endif %}'],
    ['ERB', 'a.erb', '<% if @vpc_only %>', '<% end %>'],
    ['Handlebars', 'a.hbs', '{{#if vpcOnly}}', '{{/if}}'],
  ])('%s', async (_name, path, start, end) => {
    const text = whole.replace(statement, `${start}\n    ${statement}\n    ${end}`)
    const { report } = await checkFiles({ [path]: text })
    expect(report.findings).toMatchObject([
      { rule: 'policy-unreadable', level: 'warning', location: { path, startLine: 4 } },
    ])
    expect(report.unread).toMatchObject([{ path, reason: expect.stringContaining('template expression') }])
  })

  test('a directive within a string leaves it unknown', async () => {
    const text = whole
      .replaceAll('BUCKET', 'acme')
      .replace('"s3:*"', '"{% if prod %}s3:*{% else %}s3:PutObject{% endif %}"')
    const { report } = await checkFiles({ 'a.j2': text })
    expect(report.findings).toMatchObject([{ rule: 'deny-may-block-clumio' }])
  })

  test.each(['acme${~ name ~}  ', 'acme  ${~ name ~}', 'acme {{- name -}} ', 'acme {%- if a -%}b{%- endif -%} '])(
    'marks take away the white space beside them: %s',
    (text) => {
      expect(readTemplate(text)).toMatchObject(['acme', { token: expect.stringMatching(/^(?:name|\{%)/) }])
    },
  )
})
