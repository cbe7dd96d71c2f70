import fc from 'fast-check'

/**
 * Texts and values as they should not be: bytes flipped, parts cut, doubled and moved, members of another type. Every
 * mutation is data that fast-check made, so that a case that fails is made smaller and can be played again.
 */

/** Cases of a generated test, and their seed: `FC_RUNS=5000 FC_SEED=7 npx vitest run __tests__/properties/fuzz`. */
export const SEED = Number(process.env.FC_SEED ?? 20_260_901)

/** How many cases a test plays: few in every run of all tests, `share` of the many that are asked for otherwise. */
export function runs(few: number, share = 1): number {
  return process.env.FC_RUNS === undefined ? few : Math.max(few, Math.ceil(Number(process.env.FC_RUNS) * share))
}

/** One change; what the numbers mean depends on the kind. They are taken modulo what there is. */
export interface Mutation {
  readonly kind: number
  readonly at: number
  readonly length: number
  readonly odd: number
}

/** A few changes, one after the other. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ kind: fc.nat(999), at: fc.nat(), length: fc.nat(), odd: fc.nat(999) }),
  { minLength: 1, maxLength: 4 },
)

const LONG = 'x'.repeat(3_000)
const ODD_TEXTS: readonly string[] = [
  '',
  '"',
  "'",
  '\\',
  '{',
  '}',
  '[',
  ']',
  '${',
  '%{ for x in y }',
  '%{ endif }',
  '<<EOT\n',
  '#',
  '/*',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  '*',
  '- ',
  ': ',
  '&a ',
  '*a',
  '!Sub ',
  '---\n',
  ',',
  '1e999',
  '9'.repeat(400),
  '-0',
  'null',
  'jsonencode(',
  '__proto__',
  'constructor',
  LONG,
  '['.repeat(2_000),
  '('.repeat(500),
  '${'.repeat(300),
  '<img src=x onerror=alert(1)>',
  '::error::x',
  'é🗄',
]

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 1,
  '',
  '*',
  '${x}',
  '__proto__',
  'é🗄\ud800',
  '\u202ex\u0000',
  '<img src=x onerror=alert(1)> @octocat',
  LONG,
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: null },
  { Ref: 'X' },
  { 'Fn::Sub': '${X}' },
  { 'Fn::If': ['C', {}, {}] },
  nested(60),
  nested(500),
  Array.from({ length: 300 }, (_, i) => i),
  Array.from({ length: 300 }, (_, i) => `v${i}`),
]

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value }
  return value
}

/** A text with changes made to it. */
export function mutateText(text: string, changes: readonly Mutation[]): string {
  // Half a character is none in a file: it is written as U+FFFD.
  return Buffer.from(changes.reduce(changeText, text)).toString()
}

type TextChange = (text: string, start: number, end: number, change: Mutation) => string

const TEXT_CHANGES: readonly TextChange[] = [
  // One character is another.
  (text, start, _end, { odd }) =>
    text.slice(0, start) +
    String.fromCharCode((text.charCodeAt(start) ^ (1 << (odd % 7))) & 0xffff) +
    text.slice(start + 1),
  // The end is missing, or the beginning.
  (text, start, _end, { odd }) => (odd % 4 === 0 ? text.slice(start) : text.slice(0, start)),
  (text, start, end) => text.slice(0, start) + text.slice(end),
  (text, start, end) => text.slice(0, end) + text.slice(start),
  (text, start, _end, { odd }) => text.slice(0, start) + pick(ODD_TEXTS, odd) + text.slice(start),
  (text, start, end, { odd }) => text.slice(0, start) + pick(ODD_TEXTS, odd) + text.slice(end),
  (text, start, _end, { odd }) =>
    onLines(text, start, (lines, at) => [...lines.slice(0, at), ...lines.slice(at + 1 + (odd % 3))]),
  (text, start) => onLines(text, start, (lines, at) => [...lines.slice(0, at), lines[at] ?? '', ...lines.slice(at)]),
  (text, start, end) =>
    onLines(text, start, (lines, at) => [...lines.slice(at), ...lines.slice(0, at), text.slice(start, end)]),
  (text, start, _end, { odd }) => atToken(text, start, /[\w.:*-]+/g, () => pick(ODD_TEXTS, odd)),
  (text, start, end) => atToken(text, start, /[\w.:*-]+/g, () => text.slice(start, end)),
  (text, start) => atToken(text, start, /\d+/g, (digits) => digits.repeat(30)),
  (text, start) => atToken(text, start, /\n +/g, (indent) => `${indent}  `),
  (text) => text.replaceAll('\n', '\r\n'),
]

function changeText(text: string, change: Mutation): string {
  if (text === '') return pick(ODD_TEXTS, change.odd)
  const start = change.at % text.length
  const end = Math.min(text.length, start + 1 + (change.length % (change.odd % 3 === 0 ? text.length : 40)))
  return pick(TEXT_CHANGES, change.kind)(text, start, end, change)
}

function onLines(text: string, at: number, how: (lines: readonly string[], at: number) => readonly string[]): string {
  return how(text.split('\n'), text.slice(0, at).split('\n').length - 1).join('\n')
}

/** The first token behind a place, changed. */
function atToken(text: string, at: number, token: RegExp, how: (found: string) => string): string {
  const search = new RegExp(token)
  search.lastIndex = at
  const match = search.exec(text)
  if (match === null) return text
  return text.slice(0, match.index) + how(match[0]) + text.slice(match.index + match[0].length)
}

/** Bytes with changes made to them. */
export function mutateBytes(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  const changed = mutateText(Buffer.from(bytes).toString('latin1'), changes)
  return Buffer.from(changed, 'latin1')
}

type Container = Record<string, unknown> | unknown[]
interface Slot {
  readonly holder: Container
  readonly key: string
}

/**
 * A JSON value with changes made to it: members removed, doubled, renamed, moved, of another type.
 *
 * @param names the members that are changed where there are any; all without it
 */
export function mutateJson(value: unknown, changes: readonly Mutation[], names?: ReadonlySet<string>): unknown {
  const root = { value: structuredClone(value) }
  for (const change of changes) changeJson(root, change, names)
  return root.value
}

function changeJson(root: Container, { kind, at, length, odd }: Mutation, names?: ReadonlySet<string>): void {
  const all = slotsOf(root)
  const named = all.filter(({ key }) => names?.has(key) ?? true)
  const slots = named.length > 0 ? named : all
  pick(JSON_CHANGES, kind)(pick(slots, at), pick(slots, length), odd)
}

type JsonChange = (slot: Slot, other: Slot, odd: number) => void

const JSON_CHANGES: readonly JsonChange[] = [
  remove,
  (slot, _other, odd) => put(slot, structuredClone(pick(ODD_VALUES, odd))),
  (slot, _other, odd) => put(slot, structuredClone(pick(ODD_VALUES, odd))),
  (slot, other) => put(slot, structuredClone(read(other))),
  ({ holder, key }, other) => put({ holder, key: Array.isArray(holder) ? key : other.key }, read({ holder, key })),
  (slot, _other, odd) => double(slot, odd),
  (slot) => put(slot, [read(slot)]),
]

/** Every place of a value that can hold another one. */
function slotsOf(root: Container): readonly Slot[] {
  const slots: Slot[] = []
  const queue: unknown[] = [root]
  for (let next = queue.pop(); next !== undefined && slots.length < 20_000; next = queue.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const holder = next as Container
    for (const [key, inner] of Object.entries(holder)) {
      slots.push({ holder, key })
      if (typeof inner === 'object' && inner !== null) queue.push(inner)
    }
  }
  return slots
}

function read({ holder, key }: Slot): unknown {
  return Array.isArray(holder) ? holder[Number(key)] : holder[key]
}

function put({ holder, key }: Slot, value: unknown): void {
  if (Array.isArray(holder)) holder[Number(key)] = value
  else Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}

function remove({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (key === 'value' && Object.keys(holder).length === 1) holder[key] = null
  else delete holder[key]
}

function double({ holder, key }: Slot, odd: number): void {
  const value = read({ holder, key })
  if (Array.isArray(holder)) for (let i = 0; i <= odd % 40; i++) holder.push(structuredClone(value))
  else put({ holder, key: `${key}${odd % 9}` }, structuredClone(value))
}

function pick<T>(list: readonly T[], number: number): T {
  const item = list[number % list.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
