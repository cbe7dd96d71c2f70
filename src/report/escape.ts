import { cut } from '../text/cut.js'
import { replaceInvisible } from '../text/invisible.js'

/**
 * One function per destination for text that somebody else wrote: file names, Sids, policy content, plan values,
 * parser messages. Nothing untrusted reaches a log, a Markdown page or a workflow command by another way.
 */

/** Writes invisible characters as `\u{…}`; tabs and line ends stay, `\r\n` becomes `\n`. */
export function visible(text: string): string {
  return replaceInvisible(text, escapeChar)
}

function escapeChar(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
}

/** The same on one line: line ends become blanks. */
function oneLine(text: string): string {
  return visible(text.replace(/\r\n|\r|\n/g, ' ')).replaceAll('\t', ' ')
}

/**
 * What stands for a character in Markdown prose. GitHub looks for mentions and issue references after rendering, so a
 * backslash does not stop them, a zero-width space written as an entity does; a dollar sign outside of math is written
 * in a span (GitHub's documentation of mathematical expressions).
 */
const IN_PROSE: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '@&#8203;',
  '#': '\\#&#8203;',
  $: '<span>$</span>',
}

/**
 * Untrusted text as inline Markdown prose: no markup, HTML, table cell border, mention, issue reference, autolink or
 * marker comment comes out of it, wherever in a line it is put. What stands between two backticks is shown as code.
 */
export function forMarkdown(text: string): string {
  return oneLine(text)
    .split(/(?<!`)`([^`]+)`(?!`)/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : prose(part)))
    .join('')
}

function prose(text: string): string {
  return text
    .replace(/[\\`*_[\]|~^&<>@#$]/g, (char) => IN_PROSE[char] ?? `\\${char}`)
    .replace(/^(\s*)(\d*)([-+=.)])/, '$1$2\\$3')
    .replaceAll('://', ':&#8203;//')
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}&#8203;.`)
    .replace(/\bGH-/gi, (match) => `${match}&#8203;`)
}

/**
 * Untrusted text as a Markdown code span that is also safe in a table cell. GitHub looks for mentions and references
 * only outside code.
 */
export function codeSpan(text: string): string {
  const shown = defuseComments(oneLine(text)).replaceAll('|', '\\|')
  if (shown.trim() === '') return '(empty)'
  const ticks = '`'.repeat(longestRun(shown, '`') + 1)
  const pad = ticks.length > 1 || shown.startsWith(' ') || shown.endsWith(' ') ? ' ' : ''
  return `${ticks}${pad}${shown}${pad}${ticks}`
}

/**
 * A fenced code block with the text verbatim, ending in its closing fence. The fence is longer than every run of
 * backticks in the text, wherever it stands, since GFM also closes a fence behind up to three blanks. An empty text
 * gives a block without a content line. `info` is the project's own word, never somebody else's text.
 */
export function codeFence(text: string, info: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, '`') + 1))
  return text === '' ? `${fence}${info}\n${fence}` : `${fence}${info}\n${text}\n${fence}`
}

/** The same for text that is shown, not applied: invisible characters are written out and cannot mislead. */
export function shownFence(text: string, info: string): string {
  return codeFence(defuseComments(visible(text)), info)
}

/** Takes the meaning from an HTML comment, the form of this tool's own markers. */
function defuseComments(text: string): string {
  return text.replaceAll('<!--', '<! --')
}

function longestRun(text: string, char: string): number {
  let longest = 0
  let run = 0
  for (const each of text) {
    run = each === char ? run + 1 : 0
    if (run > longest) longest = run
  }
  return longest
}

/**
 * Text for the log of a workflow run, every line made harmless. The runner takes `::name …::` for a command at the
 * start of a line behind any white space, and the old form `##[name …]` anywhere in it (actions/runner
 * `ActionCommand.cs`). A line that starts with a letter, a digit or a bracket cannot be trimmed to a command, every
 * other line gets a prefix. The result has no final line end.
 */
export function forLog(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => {
      const shown = withoutCommands(visible(line))
      return /^[\p{L}\p{N}("'[]/u.test(shown) ? shown : `| ${shown}`
    })
    .join('\n')
}

/** Escapes the data part of a workflow command (actions/toolkit `command.ts`). */
export function commandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Escapes a property value of a workflow command. */
export function commandProperty(text: string): string {
  return commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** Untrusted text as the message of an annotation: invisible characters written out, the line structure kept. */
export function forAnnotation(text: string): string {
  return visible(text.replace(/\r\n|\r/g, '\n'))
}

/**
 * Untrusted text as a message of SARIF, at most `limit` UTF-16 units: `[text](target)` in a message is a link (SARIF
 * 2.1.0, §3.11.6), and does not come out of it.
 */
export function forSarif(text: string, limit: number): string {
  return cut(visible(text).replaceAll('](', '] ('), limit)
}

/**
 * Untrusted text on one line of a terminal, which may be the log of a workflow run: no escape sequence, no control or
 * reordering character and no command of the old form comes out of it.
 */
export function forTerminal(text: string): string {
  return withoutCommands(oneLine(text))
}

/** Breaks the old form of the runner's commands, which it looks for anywhere in a line (see `forLog`). */
export function withoutCommands(text: string): string {
  return text.replaceAll('##[', '## [')
}

/** The same for JSON as a text, which stays the same value: outside of a string it has no such character. */
export function jsonWithoutCommands(text: string): string {
  return text.replaceAll('##[', String.raw`\u0023#[`)
}
