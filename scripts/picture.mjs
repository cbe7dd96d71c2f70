/**
 * Draws the pictures of the README: what the built action posts on a pull request, in GitHub's own styles.
 *
 *   npm run build && node scripts/picture.mjs
 *
 * Needs Chromium: on the PATH, or named in CHROMIUM.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, screenshot } from './picture/chromium.mjs'
import { conversationCommentPage, jobSummaryPage, reviewCommentPage } from './picture/page.mjs'
import { runOnPullRequest } from './picture/pull-request.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const pictures = join(root, 'docs', 'pictures')
const example = (name) => readFileSync(join(root, 'examples', name), 'utf8')

try {
  const chromium = findChromium()
  const added = { 'policies/hd-test.json': example('vpc-only.json') }
  const posted = await runOnPullRequest(join(root, 'dist', 'index.js'), {
    added,
    present: {
      'policies/hr-documents.json': example('account-root.json'),
      'policies/perimeter.json': example('org-perimeter.json'),
    },
    inputs: {
      'aws-account-id': '123456789012',
      'clumio-role-id': 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df',
    },
  })
  mkdirSync(pictures, { recursive: true })
  const [comment] = posted.reviewComments
  const [summary] = posted.comments
  if (summary === undefined) throw new Error('the action posted no summary comment')
  const lines = added[comment.path].split('\n')
  screenshot(chromium, reviewCommentPage(comment, lines), join(pictures, 'review-comment.png'))
  screenshot(chromium, conversationCommentPage(summary), join(pictures, 'summary-comment.png'))
  screenshot(chromium, jobSummaryPage(posted.jobSummary), join(pictures, 'job-summary.png'))
  process.stdout.write(`${pictures}: review-comment.png, summary-comment.png, job-summary.png\n`)
} catch (thrown) {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`)
  process.exitCode = 1
}
