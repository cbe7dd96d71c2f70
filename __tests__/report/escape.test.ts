import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import {
  codeFence,
  codeSpan,
  commandData,
  commandProperty,
  forAnnotation,
  forLog,
  forMarkdown,
  forTerminal,
  jsonWithoutCommands,
  shownFence,
  visible,
} from '../../src/report/escape.js'
import { hasInvisible } from '../../src/text/invisible.js'

const HOSTILE = [
  '@everyone and @org/team',
  'see #1, GH-2 and owner/repo#3',
  '<img src=x onerror=alert(1)>',
  '<!-- clumio-policy-check:v1 summary id=00 -->',
  '`code` and ``more``',
  'a | b | c',
  '**bold** _under_ ~~gone~~ [text](https://example.com) ![i](x)',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '```suggestion\nevil\n```',
  'line one\nline two\r\nline three\rline four',
  'https://example.com and www.example.com',
  '&lt; &#64;user',
  '\\`escaped\\`',
  '$a$ and ${aws:username}',
  'right \u202Eot tfel',
  '=====',
]

/** Text nodes and tags of what GitHub's renderer would make of it, as `marked` sees it. */
function tagsOf(markdown: string): string[] {
  const html = marked.parse(markdown, { async: false, gfm: true })
  return [...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].map((match) => (match[1] ?? '').toLowerCase())
}

describe('forMarkdown', () => {
  test.each(HOSTILE)('%j gives one paragraph of plain text, with code at most', (text) => {
    const allowed = (tag: string) => ['p', 'span', 'code'].includes(tag)
    expect(tagsOf(`Before ${forMarkdown(text)} after`).filter((tag) => !allowed(tag))).toEqual([])
    expect(tagsOf(forMarkdown(text)).filter((tag) => !allowed(tag))).toEqual([])
  })

  test.each([
    ['see `aws iam get-role --role-name <role>` first', 'see `aws iam get-role --role-name <role>` first'],
    ['one ` backtick', 'one \\` backtick'],
    ['`a` and ` b', '`a` and \\` b'],
  ])('%j keeps code between two backticks', (text, expected) => {
    expect(forMarkdown(text)).toBe(expected)
  })

  test.each(HOSTILE)('%j cannot mention, refer, link or mark', (text) => {
    const out = forMarkdown(text)
      .replaceAll('&#8203;', '\u200b')
      .replace(/(`+)[^`]+\1/g, '')
    expect(out).not.toMatch(/@[A-Za-z]/)
    expect(out).not.toMatch(/#\d/)
    expect(out).not.toMatch(/GH-\d/)
    expect(out).not.toContain('://')
    expect(out).not.toContain('<!--')
    expect(out).not.toMatch(/[\n\r]/)
  })

  test('plain words stay as they are', () => {
    expect(forMarkdown('denies s3:GetObject unless aws:SourceVpc is vpc-1 (role/clumio)')).toBe(
      'denies s3:GetObject unless aws:SourceVpc is vpc-1 (role/clumio)',
    )
  })
})

describe('codeSpan', () => {
  test.each(HOSTILE)('%j is one code span, also in a table cell', (text) => {
    const html = marked.parse(`| a | b |\n|---|---|\n| ${codeSpan(text)} | end |`, { async: false, gfm: true })
    const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map((match) => match[1] ?? '')
    expect(cells).toHaveLength(2)
    expect(cells[0]).toMatch(/^<code>[^<]*<\/code>$/)
    expect(cells[1]).toBe('end')
  })

  test.each([
    ['plain', '`plain`'],
    ['a`b', '`` a`b ``'],
    ['`', '`` ` ``'],
    ['', '(empty)'],
    ['  ', '(empty)'],
    ['a\u202Eb', '`a\\u{202e}b`'],
  ])('%j is written %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected)
  })
})

describe('codeFence', () => {
  test.each([
    ['no backticks', 'a\nb', '```suggestion\na\nb\n```'],
    ['a run of three', 'a\n```\nb', '````suggestion\na\n```\nb\n````'],
    ['a run of five inside a line', 'x `````y', '``````suggestion\nx `````y\n``````'],
    ['no content', '', '```suggestion\n```'],
    ['one empty line', '\n', '```suggestion\n\n\n```'],
  ])('the fence holds %s', (_name, text, expected) => {
    expect(codeFence(text, 'suggestion')).toBe(expected)
  })

  test('a fence for showing writes out what cannot be seen', () => {
    expect(shownFence('a\u200bb <!-- x -->', 'text')).toBe('```text\na\\u{200b}b <! -- x -->\n```')
  })
})

describe('forLog', () => {
  test.each([
    ['::error::x', '| ::error::x'],
    ['  ::error::x', '|   ::error::x'],
    ['\u00a0::error::x', '| \u00a0::error::x'],
    ['\ufeff::error::x', '| \\u{feff}::error::x'],
    ['\u0085::error::x', '| \\u{85}::error::x'],
    ['safe\n::set-output name=a::b', 'safe\n| ::set-output name=a::b'],
    ['safe\r::set-output name=a::b', 'safe\n| ::set-output name=a::b'],
    ['safe\r\n::add-mask::b', 'safe\n| ::add-mask::b'],
    ['text ##[error]x', 'text ## [error]x'],
    ['##[##[error]x', '| ## [## [error]x'],
    ['\u001b[31mred', '| \\u{1b}[31mred'],
    ['', '| '],
  ])('%j is logged as %j', (text, expected) => {
    expect(forLog(text)).toBe(expected)
  })
})

describe('commands of the old form, which the runner finds anywhere in a line', () => {
  test('are broken on a terminal, whose text may be a log', () => {
    expect(forTerminal('a ##[error]b\n##[##[group]c')).toBe('a ## [error]b ## [## [group]c')
  })

  test.each(['##[error]x', '###[error]x', '\\##[error]x', '\\\\##[x] ##[y]'])(
    'are escaped in JSON that holds %j',
    (text) => {
      const escaped = jsonWithoutCommands(JSON.stringify({ [text]: [text] }))
      expect(escaped).not.toContain('##[')
      expect(JSON.parse(escaped)).toEqual({ [text]: [text] })
    },
  )
})

describe('workflow commands', () => {
  test('data escapes line ends and percent signs', () => {
    expect(commandData('50%\r\n::error::')).toBe('50%25%0D%0A::error::')
  })
  test('properties escape their separators too', () => {
    expect(commandProperty('a:b,c%\n')).toBe('a%3Ab%2Cc%25%0A')
  })
  test('annotation text shows what cannot be seen and keeps its lines', () => {
    expect(forAnnotation('a\u202eb\r\nc\u0000')).toBe('a\\u{202e}b\nc\\u{0}')
  })
})

describe('invisible characters', () => {
  test.each([
    ['\u202e', true],
    ['\u2066', true],
    ['\u200b', true],
    ['\u00ad', true],
    ['\u{e0041}', true],
    ['\ufe0f', true],
    ['\u3164', true],
    ['\u0007', true],
    ['\r', true],
    ['\ud800', true],
    ['a\tb\r\nc\n', false],
    ['é ü 日本 😀', false],
  ])('%j counts: %j', (text, expected) => {
    expect(hasInvisible(text)).toBe(expected)
    if (expected) expect(hasInvisible(visible(text))).toBe(false)
  })
})
