import { RULE_IDS, type RuleId } from '../../src/model/rules.js'

/** One marked fence of a rule page: an HTML comment `example: finding|ok key=value …`, then the fence. */
export interface Example {
  /** `docs/rules/<id>.md:<line of the marker>`, for the test's name. */
  readonly where: string
  readonly rule: RuleId
  readonly expected: 'finding' | 'ok'
  readonly settings: ReadonlyMap<string, string>
  readonly text: string
}

const MARKER = /^<!-- example: (finding|ok)((?: [^ =]+=[^ ]+)*) -->$/

/** Every marked fence of a rule page, in order. Throws where a marker is misspelt or no fence follows it. */
export function examplesOf(rule: RuleId, markdown: string): Example[] {
  const lines = markdown.split('\n')
  const examples: Example[] = []
  for (const [index, line] of lines.entries()) {
    if (!line.includes('example:')) continue
    const where = `docs/rules/${rule}.md:${index + 1}`
    const marker = MARKER.exec(line)
    const opening = lines[index + 1] ?? ''
    const closing = lines.indexOf('```', index + 2)
    if (marker === null || !/^```jsonc?$/.test(opening) || closing < 0) throw new Error(`${where} is not an example`)
    const settings = new Map<string, string>()
    for (const pair of (marker[2] ?? '').trim().split(' ').filter(Boolean)) {
      const equals = pair.indexOf('=')
      settings.set(pair.slice(0, equals), pair.slice(equals + 1))
    }
    const text = `${lines.slice(index + 2, closing).join('\n')}\n`
    examples.push({ where, rule, expected: marker[1] === 'finding' ? 'finding' : 'ok', settings, text })
  }
  return examples
}

/** The rows of the first table below a heading, as the text of their cells. */
export function tableBelow(markdown: string, heading: string): string[][] {
  const lines = markdown.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`no heading ${heading}`)
  const first = lines.findIndex((line, index) => index > start && line.startsWith('|'))
  const rows: string[][] = []
  for (let index = first + 2; lines[index]?.startsWith('|'); index++) {
    rows.push(
      (lines[index] ?? '')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  }
  return rows
}

/** Relative link targets and pictures of a page, fences left out. */
export function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '').filter((link) => !/^https?:/.test(link))
}

/** The anchors that GitHub gives the headings of a page, and those that they carry themselves. */
export function anchorsOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')
  const own = [...prose.matchAll(/^#{1,6} .*<a id="([\w-]+)"><\/a>/gm)].map((match) => match[1] ?? '')
  const given = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .replace(/<[^>]*>/g, '')
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
  return [...given, ...own]
}

export function isRuleId(name: string): name is RuleId {
  return RULE_IDS.some((id) => id === name)
}
