import type { ContextFact, Feature, Protect, Remedy } from '../model/options.js'
import { LEVEL_ORDER, type Level, type RuleId } from '../model/rules.js'
import { DEFAULT_FEATURES, DEFAULT_REMEDY } from './defaults.js'
import type { ConfigFile } from './model.js'

/** One difference between two configurations. */
export interface Change {
  readonly kind: 'integration' | 'ignore' | 'context' | 'features' | 'protect' | 'rules' | 'remedy' | 'variables'
  /** A sentence fragment with what was there before; it quotes the file and must be escaped for where it is shown. */
  readonly text: string
  /** True where the change can take a finding away or lower its level. */
  readonly greener: boolean
  /** Line of the head's file, starting at 1: of the entry, or of the section that it was taken from. */
  readonly line: number
}

/** Levels, features, scope, facts and remedy: what differs, with what was there before; what can weaken most comes first. */
export function settingChanges(
  now: ConfigFile,
  before: ConfigFile,
  inputs: { readonly features: readonly Feature[] | null; readonly remedy: Remedy | null } | null,
): readonly Change[] {
  return [
    ...levelChanges(now, before),
    ...featureChanges(now, before, inputs?.features != null),
    ...protectChanges(now, before),
    ...contextChanges(now, before),
    ...variableChanges(now, before),
    ...remedyChanges(now, before),
  ]
}

/** Any fact may settle a question to the better: stated it may free a statement, withdrawn it may leave one undecided. */
function contextChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  const keys = [...new Set([...Object.keys(now.context), ...Object.keys(before.context)])].sort()
  return keys
    .filter((key) => differs(now.context[key], before.context[key]))
    .map((key) => ({
      kind: 'context',
      text: `the fact ${key} is ${factWords(now.context[key], 'no longer stated')} (before: ${factWords(before.context[key], 'not stated')})`,
      greener: true,
      line: now.lines.get(`context.${key}`) ?? now.lines.get('context') ?? 1,
    }))
}

function factWords(fact: ContextFact | undefined, none: string): string {
  if (fact === undefined) return none
  return fact === null ? 'stated as never present' : `stated as ${fact.join(', ')}`
}

function featureChanges(now: ConfigFile, before: ConfigFile, isOverridden: boolean): readonly Change[] {
  const own = now.features ?? DEFAULT_FEATURES
  const old = before.features ?? DEFAULT_FEATURES
  // Features that somebody chose make a blocked restore an error.
  const isChosen = (now.features === null) === (before.features === null)
  if (!differs(own, old) && isChosen) return []
  const fewer = old.some((feature) => !own.includes(feature))
  const unchosen = now.features === null && before.features !== null
  const words = (features: readonly Feature[] | null) => (features ?? DEFAULT_FEATURES).join(', ')
  const said = (config: ConfigFile) => `${words(config.features)}${config.features === null ? ' by default' : ''}`
  return [
    {
      kind: 'features',
      text: `the required features are ${said(now)} (before: ${said(before)})`,
      greener: !isOverridden && (fewer || unchosen),
      line: now.lines.get('features') ?? 1,
    },
  ]
}

function remedyChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  const own = now.remedy ?? DEFAULT_REMEDY
  const old = before.remedy ?? DEFAULT_REMEDY
  if (own === old) return []
  const text = `the remedy is ${own} (before: ${old})`
  return [{ kind: 'remedy', text, greener: false, line: now.lines.get('remedy') ?? 1 }]
}

/** The lists of a scope by their names; the tags that a bucket must have are one each. */
function scopeLists(protect: Protect | null): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(protect ?? {})) {
    if (Array.isArray(value)) lists.set(key, value)
    else for (const [tag, wanted] of Object.entries(value)) lists.set(`tag ${tag}`, [String(wanted)])
  }
  return lists
}

function protectChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  const own = scopeLists(now.protect)
  const old = scopeLists(before.protect)
  const keys = [...new Set([...old.keys(), ...own.keys()])]
  const changed = keys.filter((key) => differs(own.get(key) ?? [], old.get(key) ?? []))
  if (changed.length === 0) return []
  const whole = (lists: ReadonlyMap<string, readonly string[]>) => {
    const words = [...lists].filter(([, list]) => list.length > 0).map(([key, list]) => `${key} ${listWords(list)}`)
    return words.length === 0 ? 'every bucket' : `only ${words.join('; ')}`
  }
  const lead = whole(own) === 'every bucket' ? '' : 'which buckets are backed up, and checked, is changed: '
  const is = lead === '' ? ' is checked' : ''
  return [
    {
      kind: 'protect',
      text: `${lead}${whole(own)}${is} (before: ${whole(old)}${leftOut(changed, own, old)})`,
      greener: changed.some((key) => isNarrower(own.get(key) ?? [], old.get(key) ?? [])),
      line: now.lines.get('protect') ?? 1,
    },
  ]
}

/** A list without members restricts nothing. */
function isNarrower(own: readonly string[], old: readonly string[]): boolean {
  if (own.length === 0) return false
  return old.length === 0 || old.some((each) => !own.includes(each))
}

/** What is no longer in the scope, by name. */
function leftOut(
  keys: readonly string[],
  own: ReadonlyMap<string, readonly string[]>,
  old: ReadonlyMap<string, readonly string[]>,
): string {
  const gone = keys.flatMap((key) => {
    const list = own.get(key) ?? []
    const members = (old.get(key) ?? []).filter((each) => !list.includes(each))
    return list.length === 0 || members.length === 0 ? [] : [`${key} ${members.join(', ')}`]
  })
  return gone.length === 0 ? '' : `; no longer: ${gone.join('; ')}`
}

/** The levels that a rule has by itself, the worst and the mildest. */
interface LevelSpan {
  readonly worst: Level
  readonly mildest: Level
}

/** As the rules document them; a rule that is not here may have any level. */
const USUAL: Readonly<Partial<Record<string, LevelSpan>>> = {
  'deny-blocks-clumio': { worst: 'error', mildest: 'warning' },
  'deny-may-block-clumio': { worst: 'warning', mildest: 'notice' },
  'ineffective-exemption': { worst: 'warning', mildest: 'warning' },
  'object-ownership': { worst: 'warning', mildest: 'notice' },
  'policy-unknown': { worst: 'warning', mildest: 'notice' },
  'policy-unreadable': { worst: 'warning', mildest: 'notice' },
  'expired-ignore': { worst: 'warning', mildest: 'warning' },
}

function levelChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  const rules = new Map<string, { readonly own?: Level | 'off'; readonly old?: Level | 'off' }>()
  for (const [rule, own] of Object.entries(now.levels)) rules.set(rule, { own })
  for (const [rule, old] of Object.entries(before.levels)) rules.set(rule, { ...rules.get(rule), old })
  return [...rules]
    .filter(([, { own, old }]) => own !== old)
    .map(([rule, { own, old }]) => ({
      kind: 'rules',
      text: `the rule ${rule} is set to ${own ?? 'its default level'} (before: ${old ?? 'its default level'})`,
      greener: isMilder(rule, own, old),
      line: now.lines.get(`rules.${rule}`) ?? now.lines.get('rules') ?? 1,
    }))
}

function isMilder(rule: RuleId | string, own: Level | 'off' | undefined, old: Level | 'off' | undefined): boolean {
  const OFF = Object.keys(LEVEL_ORDER).length
  const span = (level: Level | 'off' | undefined): readonly [number, number] => {
    if (level === 'off') return [OFF, OFF]
    const { worst, mildest } =
      level === undefined
        ? (USUAL[rule] ?? { worst: 'error', mildest: 'notice' })
        : ({ worst: level, mildest: level } as const)
    return [LEVEL_ORDER[worst], LEVEL_ORDER[mildest]]
  }
  const [a, b] = span(own)
  const [c, d] = span(old)
  return a > c || b > d
}

/** A root is judged with what its files of values give: one that goes takes findings away, one that comes may settle some. */
function variableChanges(now: ConfigFile, before: ConfigFile): readonly Change[] {
  // A folder may have any name, that of a member which every object has as well.
  const own = new Map(Object.entries(now.terraformVariables ?? {}))
  const old = new Map(Object.entries(before.terraformVariables ?? {}))
  const roots = [...new Set([...old.keys(), ...own.keys()])].sort()
  return roots
    .filter((root) => differs(own.get(root) ?? [], old.get(root) ?? []))
    .map((root) => {
      const words = (files: readonly string[] = []) => (files.length === 0 ? 'none' : files.join(', '))
      return {
        kind: 'variables',
        text: `the files of values of the root module ${root} are ${words(own.get(root))} (before: ${words(old.get(root))})`,
        greener: true,
        line: now.lines.get(`terraformVariables.${root}`) ?? now.lines.get('terraformVariables') ?? 1,
      }
    })
}

/** `name now (before: old)`, or null where the two are the same. */
export function changedWords(name: string, now: string, old: string): string | null {
  return now === old ? null : `${name} ${now} (before: ${old})`
}

export function listWords(list: readonly string[]): string {
  return list.length === 0 ? 'any' : list.join(', ')
}

export function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
