import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Marked } from 'marked'

const markdownCss = readFileSync(
  createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'),
  'utf8',
)

/** What is around a comment on a pull request page: a frame in GitHub's colours, without its scripts. */
const FRAME_CSS = `
  html { background: #ffffff }
  body { margin: 0; padding: 16px; width: 960px; box-sizing: border-box; color: #1f2328; font-size: 14px; line-height: 1.5;
    font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
  .thread, .single { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden }
  .path { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; font-size: 12px }
  .path, .diff, .change { font-family: ui-monospace, "SFMono-Regular", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace }
  table.diff { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 20px; table-layout: fixed }
  table.diff td { padding: 0 10px; white-space: pre; overflow: hidden; vertical-align: top }
  table.diff td.number { width: 24px; text-align: right; color: #59636e }
  table.diff td.sign { width: 8px; padding: 0 0 0 8px }
  tr.added td { background: #dafbe1 } tr.added td.number { background: #aceebb; color: #1f2328 }
  tr.removed td { background: #ffebe9 } tr.removed td.number { background: #ffcecb; color: #1f2328 }
  .thread .comment { border-top: 1px solid #d1d9e0 }
  .lines { padding: 8px 16px; color: #59636e; font-size: 12px; border-top: 1px solid #d1d9e0; background: #f6f8fa }
  .lines b { color: #1a7f37; font-weight: 600 }
  .comment { padding: 16px; background: #ffffff }
  .author { display: flex; align-items: center; gap: 8px; margin-bottom: 12px }
  .author .avatar { width: 24px; height: 24px; border-radius: 6px; background: #24292f; display: flex; align-items: center; justify-content: center }
  .author b { font-weight: 600 }
  .author .bot { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 7px; font-size: 12px; font-weight: 500; line-height: 18px; color: #59636e }
  .author .when { color: #59636e }
  .markdown-body { font-size: 14px; background: transparent }
  .markdown-body > :last-child { margin-bottom: 0 }
  .change { border: 1px solid #d1d9e0; border-radius: 6px; margin: 8px 0 16px; overflow: hidden }
  .change .title { font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; font-size: 12px; color: #59636e;
    padding: 8px 16px; border-bottom: 1px solid #d1d9e0; background: #ffffff }
  .change .buttons { padding: 8px; border-top: 1px solid #d1d9e0; text-align: right; font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
  .change .button { display: inline-block; border: 1px solid #d1d9e0; border-radius: 6px; background: #f6f8fa; padding: 3px 12px; font-size: 12px; font-weight: 500; color: #25292e }
  .change table { margin: 0; display: table }
  .markdown-body .change table.diff tr { border: 0; background: none }
  .markdown-body .change table.diff td { border: 0; padding: 0 10px; white-space: pre-wrap; overflow-wrap: anywhere }
  .markdown-body .change table.diff td.sign { padding: 0 0 0 8px }
  .diff-added { color: #116329; background: #dafbe1 } .diff-removed { color: #82071e; background: #ffebe9 } .diff-range { color: #8250df }
`

const AVATAR =
  '<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="#ffffff" stroke-width="1.6"><circle cx="4" cy="4" r="2"/><circle cx="12" cy="12" r="2"/><path d="M4 6v3a3 3 0 0 0 3 3h3"/></svg>'

/**
 * A review comment under the lines it stands on.
 *
 * @param comment what was posted: `path`, `line`, `start_line` (or none) and `body`
 * @param lines the head's file, line by line; all of it is new in this pull request
 */
export function reviewCommentPage(comment, lines) {
  const first = comment.start_line ?? comment.line
  const shown = comment.start_line === undefined ? Math.max(1, comment.line - 3) : first
  const diff = lines
    .slice(shown - 1, comment.line)
    .map((text, index) => ({ kind: 'added', number: shown + index, text }))
  const replaced = lines.slice(first - 1, comment.line).map((text, index) => ({ number: first + index, text }))
  const range =
    first === comment.line
      ? `Comment on line <b>+${comment.line}</b>`
      : `Comment on lines <b>+${first}</b> to <b>+${comment.line}</b>`
  return page(`<div class="thread">
  <div class="path">${escapeHtml(comment.path)}</div>
  ${table(diff)}
  <div class="lines">${range}</div>
  <div class="comment">${author()}<div class="markdown-body">${render(comment.body, replaced)}</div></div>
</div>`)
}

/** A comment in the conversation of a pull request. */
export function conversationCommentPage(body) {
  return page(
    `<div class="single"><div class="comment">${author()}<div class="markdown-body">${render(body, [])}</div></div></div>`,
  )
}

/** The summary of a job, which nobody says: it stands alone on the page of the run. */
export function jobSummaryPage(body) {
  return page(
    `<div class="single"><div class="comment"><div class="markdown-body">${render(body, [])}</div></div></div>`,
  )
}

function page(content) {
  return `<!doctype html><meta charset="utf-8"><style>${markdownCss}</style><style>${FRAME_CSS}</style>${content}`
}

function author() {
  return `<div class="author"><span class="avatar">${AVATAR}</span><b>github-actions</b><span class="bot">bot</span><span class="when">commented now</span></div>`
}

/** GFM as GitHub shows it: a suggestion as the change it makes to the replaced lines, a diff in its colours. */
function render(markdown, replaced) {
  const marked = new Marked({
    gfm: true,
    breaks: true,
    renderer: {
      code({ text, lang }) {
        if (lang === 'suggestion') return suggestion(text, replaced)
        if (lang === 'diff') return `<pre><code>${text.split('\n').map(diffLine).join('\n')}</code></pre>`
        return false
      },
    },
  })
  return marked.parse(markdown)
}

function suggestion(text, replaced) {
  const start = replaced[0]?.number ?? 1
  const removed = replaced.map(({ number, text: old }) => ({ kind: 'removed', number, text: old }))
  const added = text.split('\n').map((line, index) => ({ kind: 'added', number: start + index, text: line }))
  return `<div class="change"><div class="title">Suggested change</div>${table([...removed, ...added])}<div class="buttons"><span class="button">Commit suggestion</span></div></div>`
}

function table(rows) {
  const cells = rows.map(
    ({ kind, number, text }) =>
      `<tr class="${kind}"><td class="number">${number}</td><td class="sign">${kind === 'added' ? '+' : '-'}</td><td>${escapeHtml(text)}</td></tr>`,
  )
  return `<table class="diff">${cells.join('')}</table>`
}

function diffLine(line) {
  const kind = line.startsWith('@@')
    ? 'range'
    : line.startsWith('+')
      ? 'added'
      : line.startsWith('-')
        ? 'removed'
        : null
  return kind === null ? escapeHtml(line) : `<span class="diff-${kind}">${escapeHtml(line)}</span>`
}

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
