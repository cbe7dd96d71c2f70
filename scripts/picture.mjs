/**
 * Draws the pictures of the README and of the pages in docs: what the built action posts on a pull request, in GitHub's own styles, and what the
 * command prints; each in light and dark.
 *
 *   npm run build && node scripts/picture.mjs
 *
 * Needs Chromium: on the PATH, or named in CHROMIUM.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, screenshot } from './picture/chromium.mjs'
import { conversationCommentPage, jobSummaryPage, reviewCommentPage, THEMES, terminalPage } from './picture/page.mjs'
import { runOnPullRequest } from './picture/pull-request.mjs'
import { runInTerminal } from './picture/terminal.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const pictures = join(root, 'docs', 'pictures')
const example = (name) => readFileSync(join(root, 'examples', name), 'utf8')

const inputs = {
  'aws-account-id': '123456789012',
  'clumio-role-id': 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df',
}
const template = { 'stacks/invoices.yaml': example('cloudformation/bucket.yaml') }
const module = { 'infra/main.tf': example('terraform/main.tf') }
const vendor = { 'policies/hd-test.json': example('vpc-only.json') }
/** The vendor's policy on many buckets. */
const teams = Object.fromEntries(
  Array.from({ length: 30 }, (_, at) => `team-${String(at + 1).padStart(2, '0')}`).map((name) => [
    `policies/${name}.json`,
    example('vpc-only.json').replaceAll('hd-test', name),
  ]),
)
const tagged = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyTheDataTeam',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject*',
        Resource: 'arn:aws:s3:::ledger/*',
        Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'data' } },
      },
    ],
  },
  null,
  2,
)

try {
  const chromium = findChromium()
  const action = join(root, 'dist', 'index.js')
  const one = await runOnPullRequest(action, {
    added: vendor,
    present: {
      'policies/hr-documents.json': example('account-root.json'),
      'policies/perimeter.json': example('org-perimeter.json'),
    },
    inputs,
  })
  const many = await runOnPullRequest(action, { added: teams, present: {}, inputs })
  const open = await runOnPullRequest(action, { added: { 'policies/ledger.json': tagged }, present: {}, inputs })
  const yaml = await runOnPullRequest(action, { added: template, present: {}, inputs })
  const planless = await runOnPullRequest(action, { added: module, present: {}, inputs })
  const later = many.reviewComments.find(({ path }) => path === 'policies/team-02.json')
  const terminal = (files, ...more) => runInTerminal(join(root, 'dist', 'cli.js'), { files, inputs, more })
  const pages = {
    'review-comment': (theme) => commentPage(one.reviewComments[0], vendor, theme),
    'same-cause': (theme) => commentPage(later, teams, theme),
    undecided: (theme) => commentPage(open.reviewComments[0], { 'policies/ledger.json': tagged }, theme),
    cloudformation: (theme) => commentPage(yaml.reviewComments[0], template, theme),
    terraform: (theme) => commentPage(planless.reviewComments[0], module, theme),
    'summary-comment': (theme) => conversationCommentPage(one.comments[0], theme),
    'job-summary': (theme) => jobSummaryPage(many.jobSummary, theme),
    terminal: (theme) => terminalPage(terminal(vendor), theme),
    'terminal-summary': (theme) => terminalPage(terminal(teams), theme),
  }
  mkdirSync(pictures, { recursive: true })
  for (const [name, page] of Object.entries(pages)) {
    for (const theme of THEMES) screenshot(chromium, page(theme), join(pictures, fileName(name, theme)))
  }
  process.stdout.write(`${pictures}: ${Object.keys(pages).join(', ')}\n`)
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`)
  process.exitCode = 1
}

function commentPage(comment, files, theme) {
  return reviewCommentPage(comment, files[comment.path].split('\n'), theme)
}

function fileName(name, theme) {
  return theme === 'light' ? `${name}.png` : `${name}-${theme}.png`
}
