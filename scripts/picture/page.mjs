import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Marked } from 'marked'

const markdownCss = (theme) =>
  readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')

/** GitHub's colours (primer/primitives), as CSS variables. */
const COLORS = {
  light: {
    page: '#ffffff',
    text: '#1f2328',
    quiet: '#59636e',
    line: '#d1d9e0',
    subtle: '#f6f8fa',
    added: '#dafbe1',
    'added-number': '#aceebb',
    removed: '#ffebe9',
    'removed-number': '#ffcecb',
    green: '#1a7f37',
    red: '#cf222e',
    yellow: '#9a6700',
    cyan: '#1b7c83',
    blue: '#0969da',
    purple: '#8250df',
    avatar: '#24292f',
  },
  dark: {
    page: '#0d1117',
    text: '#f0f6fc',
    quiet: '#9198a1',
    line: '#3d444d',
    subtle: '#151b23',
    added: '#12261e',
    'added-number': '#1c4428',
    removed: '#25171c',
    'removed-number': '#542426',
    green: '#3fb950',
    red: '#f85149',
    yellow: '#d29922',
    cyan: '#39c5cf',
    blue: '#4493f8',
    purple: '#ab7df8',
    avatar: '#3d444d',
  },
}

/** The looks that each picture is drawn in. */
export const THEMES = Object.keys(COLORS)

/** What is around a comment on a pull request page: a frame in GitHub's colours, without its scripts. */
const FRAME_CSS = `
  html { background: var(--page) }
  body { margin: 0; padding: 16px; width: 960px; box-sizing: border-box; color: var(--text); font-size: 14px; line-height: 1.5;
    font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
  .thread, .single { border: 1px solid var(--line); border-radius: 6px; overflow: hidden }
  .path { background: var(--subtle); border-bottom: 1px solid var(--line); padding: 8px 16px; font-size: 12px }
  .path, .diff, .change { font-family: ui-monospace, "SFMono-Regular", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace }
  table.diff { border-collapse: collapse; width: 100%; font-size: 12px; line-height: 20px; table-layout: fixed }
  table.diff td { padding: 0 10px; white-space: pre; overflow: hidden; vertical-align: top }
  table.diff td.number { width: 24px; text-align: right; color: var(--quiet) }
  table.diff td.sign { width: 8px; padding: 0 0 0 8px }
  tr.added td { background: var(--added) } tr.added td.number { background: var(--added-number); color: var(--text) }
  tr.removed td { background: var(--removed) } tr.removed td.number { background: var(--removed-number); color: var(--text) }
  .thread .comment { border-top: 1px solid var(--line) }
  .lines { padding: 8px 16px; color: var(--quiet); font-size: 12px; border-top: 1px solid var(--line); background: var(--subtle) }
  .lines b { color: var(--green); font-weight: 600 }
  .comment { padding: 16px; background: var(--page) }
  .author { display: flex; align-items: center; gap: 8px; margin-bottom: 12px }
  .author .avatar { width: 24px; height: 24px; border-radius: 6px; background: var(--avatar); display: flex; align-items: center; justify-content: center }
  .author b { font-weight: 600 }
  .author .bot { border: 1px solid var(--line); border-radius: 2em; padding: 0 7px; font-size: 12px; font-weight: 500; line-height: 18px; color: var(--quiet) }
  .author .when { color: var(--quiet) }
  .markdown-body { font-size: 14px; background: transparent }
  .markdown-body > :last-child { margin-bottom: 0 }
  .change { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0 16px; overflow: hidden }
  .change .title { font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; font-size: 12px; color: var(--quiet);
    padding: 8px 16px; border-bottom: 1px solid var(--line); background: var(--page) }
  .change .buttons { padding: 8px; border-top: 1px solid var(--line); text-align: right; font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
  .change .button { display: inline-block; border: 1px solid var(--line); border-radius: 6px; background: var(--subtle); padding: 3px 12px; font-size: 12px; font-weight: 500; color: var(--text) }
  .change table { margin: 0; display: table }
  .markdown-body .change table.diff tr { border: 0; background: none }
  .markdown-body .change table.diff td { border: 0; padding: 0 10px; white-space: pre-wrap; overflow-wrap: anywhere }
  .markdown-body .change table.diff td.sign { padding: 0 0 0 8px }
  .terminal { font-family: ui-monospace, "SFMono-Regular", "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 12px;
    line-height: 18px; white-space: pre; padding: 16px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden }
  .t31 { color: var(--red) } .t32 { color: var(--green) } .t33 { color: var(--yellow) } .t34 { color: var(--blue) } .t35 { color: var(--purple) } .t36 { color: var(--cyan) }
  .t1 { font-weight: 600 } .t2 { color: var(--quiet) }
  .diff-added { color: var(--green); background: var(--added) } .diff-removed { color: var(--red); background: var(--removed) } .diff-range { color: var(--purple) }
`

const AVATAR =
  '<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="#ffffff" stroke-width="1.6"><circle cx="4" cy="4" r="2"/><circle cx="12" cy="12" r="2"/><path d="M4 6v3a3 3 0 0 0 3 3h3"/></svg>'

/**
 * A review comment under the lines it stands on.
 *
 * @param comment what was posted: `path`, `line`, `start_line` (or none) and `body`
 * @param lines the head's file, line by line; all of it is new in this pull request
 */
export function reviewCommentPage(comment, lines, theme) {
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
  return page(
    `<div class="thread">
  <div class="path">${escapeHtml(comment.path)}</div>
  ${table(diff)}
  <div class="lines">${range}</div>
  <div class="comment">${author()}<div class="markdown-body">${render(comment.body, replaced)}</div></div>
</div>`,
    theme,
  )
}

/** A comment in the conversation of a pull request. */
export function conversationCommentPage(body, theme) {
  return page(
    `<div class="single"><div class="comment">${author()}<div class="markdown-body">${render(body, [])}</div></div></div>`,
    theme,
  )
}

/** The summary of a job, which nobody says: it stands alone on the page of the run. */
export function jobSummaryPage(body, theme) {
  return page(
    `<div class="single"><div class="comment"><div class="markdown-body">${render(body, [])}</div></div></div>`,
    theme,
  )
}

/** What a terminal shows: text with the escape sequences of colours. */
export function terminalPage(text, theme) {
  const [start, ...parts] = text.split('\u001b[')
  let styles = []
  const shown = parts.map((part) => {
    const end = part.indexOf('m')
    styles = part.slice(0, end).split(';').reduce(withStyle, styles)
    return `<span class="${styles.join(' ')}">${escapeHtml(part.slice(end + 1))}</span>`
  })
  return page(`<div class="terminal">${escapeHtml(start)}${shown.join('')}</div>`, theme)
}

/** The styles of a terminal after one more SGR code; 22 ends bold and dim, 39 a colour. */
function withStyle(styles, code) {
  if (code === '' || code === '0') return []
  if (code === '22') return styles.filter((style) => style !== 't1' && style !== 't2')
  if (code === '39') return styles.filter((style) => !style.startsWith('t3'))
  return [...styles, `t${code}`]
}

function page(content, theme) {
  const colors = Object.entries(COLORS[theme]).map(([name, color]) => `--${name}: ${color}`)
  return `<!doctype html><meta charset="utf-8"><style>${markdownCss(theme)}</style><style>:root { ${colors.join('; ')} }${FRAME_CSS}</style>${content}`
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
