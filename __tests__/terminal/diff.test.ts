import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { workplace } from './harness.js'

/** What `git apply` makes of a diff, in and outside of repositories, with the real check. */

const place = workplace()
const ROLE = ['--aws-account-id=111122223333', '--clumio-role-id=X']

const BLOCKING = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::b1", "arn:aws:s3:::b1/*"]
    }
  ]
}
`

function apply(cwd: string, diff: string): void {
  execFileSync('git', ['apply', '-'], { cwd: place.path(cwd), input: diff })
}

describe('in a repository a diff names files from its root, outside from the current directory', () => {
  test.each([
    { where: 'the root', repository: '.', cwd: '', argv: [] },
    { where: 'a folder', repository: '.', cwd: 'svc', argv: [] },
    { where: 'a folder, with its parent as working directory', repository: '.', cwd: 'svc', argv: ['svc'], up: true },
    { where: 'the root, with a working directory', repository: '.', cwd: '', argv: ['--working-directory=svc'] },
    { where: 'a link to a folder', repository: '.', cwd: '', argv: ['--working-directory=link'] },
    { where: 'no repository', repository: null, cwd: 'svc', argv: [] },
    { where: 'no repository, with a working directory', repository: null, cwd: '', argv: ['--working-directory=svc'] },
  ])('$where', async ({ repository, cwd, argv, up }) => {
    place.write({ 'svc/p.json': BLOCKING })
    symlinkSync(place.path('svc'), place.path('link'))
    if (repository !== null) execFileSync('git', ['init', '-q'], { cwd: place.path(repository) })
    const { out } = await place.run(['--diff', ...ROLE, ...(up ? ['--working-directory=..'] : []), ...argv], { cwd })
    apply(cwd, out)
    expect(place.read('svc/p.json')).toContain('"NotPrincipal": {')
  })
})

test('a file that git apply passes over in the current directory is named, and not in the diff', async () => {
  place.write({ 'svc/p.json': BLOCKING, 'p.json': BLOCKING })
  execFileSync('git', ['init', '-q'], { cwd: place.path('.') })
  const { code, out, err } = await place.run(['--diff', ...ROLE, '.', '../p.json'], { cwd: 'svc' })
  expect(err).toContain('../p.json is not below the current directory')
  expect(out).toContain('+++ b/svc/p.json')
  expect(out).not.toContain('+++ b/p.json')
  expect(code).toBe(2)
})

describe('standard input is no source to edit', () => {
  const OWNERSHIP = JSON.stringify({ OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } })

  test.each([
    { what: 'a policy', stdin: BLOCKING },
    { what: 'an ownership setting', stdin: OWNERSHIP },
  ])('$what gets its fix as text, with the reason', async ({ stdin }) => {
    const { out } = await place.run(['-', '--format=json', ...ROLE], { stdin })
    const [{ fix }] = JSON.parse(out).findings
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(fix.text).not.toBe('')
    expect(fix.note).toMatch(/^Shown only: it (?:came over standard input|is the output of a command)/i)
  })

  test('--diff and --fix leave it', async () => {
    expect((await place.run(['-', '--diff', ...ROLE], { stdin: BLOCKING })).out).toBe('')
    expect(await place.run(['-', '--fix', ...ROLE], { stdin: BLOCKING })).toMatchObject({
      code: 1,
      err: 'nothing to fix in files; "fix -" prints the policy of standard input corrected\n',
    })
  })
})
