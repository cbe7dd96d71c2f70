import { type Answer, glob, hide, type Match, NEGATED, POSITIVE, WITH_VARIABLES, yes } from './concrete-match.js'

export type { Answer } from './concrete-match.js'

/**
 * Decides one concrete request against one Deny statement, written from docs/semantics.md and sharing nothing with the
 * product: the oracle of the property tests. Everything about the request is given. `U` stands for what AWS does not
 * define (an invalid statement, an unknown operator), never for what is not known.
 */

export type ConcreteCaller =
  | {
      readonly kind: 'session'
      readonly account: string
      readonly rolePath: string
      readonly roleName: string
      readonly session: string
      readonly roleId: string
      readonly bounded: boolean
    }
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'user'; readonly account: string; readonly name: string; readonly bounded: boolean }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'service'; readonly name: string }

export interface ConcreteRequest {
  readonly caller: ConcreteCaller
  readonly partition: string
  /** The canonical user id that stands for the bucket owner's account. */
  readonly canonicalId: string
  /** `s3:GetObject` */
  readonly action: string
  /** `arn:aws:s3:::b1`, or with `/key`. */
  readonly resource: string
  /** What the request carries, by lower-cased key; a key that is missing here is absent. */
  readonly keys: ReadonlyMap<string, readonly string[]>
}

type Json = Readonly<Record<string, unknown>>

const MULTIVALUED = new Set([
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:vpceorgpaths',
  'aws:sourceorgpaths',
  'aws:calledvia',
  'aws:tagkeys',
  'aws:principalservicenameslist',
  's3:requestobjecttagkeys',
  's3:inventoryaccessibleoptionalfields',
])

export function denies(statement: Json, version: string | undefined, request: ConcreteRequest): Answer {
  const effect = statement.Effect
  if (effect === 'Allow') return 'F'
  const variables = version === '2012-10-17'
  if (hasTwins(statement)) return 'U'
  return all([
    effect === 'Deny' ? 'T' : 'U',
    principalPart(statement, request),
    patternPart(statement, 'Action', 'NotAction', (pattern) =>
      yes(glob(pattern.toLowerCase(), request.action.toLowerCase())),
    ),
    patternPart(statement, 'Resource', 'NotResource', (pattern) => resourceMatches(pattern, variables, request)),
    conditionPart(statement.Condition, variables, request),
  ])
}

/** Two members of a statement, its Condition, an operator or a principal map that differ at most in case (docs/semantics.md, D31). */
function hasTwins(statement: Json): boolean {
  const operators = isMap(statement.Condition) ? Object.values(statement.Condition) : []
  return [statement, statement.Condition, ...operators, statement.Principal, statement.NotPrincipal]
    .filter(isMap)
    .some((map) => new Set(Object.keys(map).map((name) => name.toLowerCase())).size < Object.keys(map).length)
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function not(value: Answer): Answer {
  return value === 'U' ? 'U' : yes(value === 'F')
}

function all(values: readonly Answer[]): Answer {
  return values.includes('F') ? 'F' : values.includes('U') ? 'U' : 'T'
}

function any(values: readonly Answer[]): Answer {
  return values.includes('T') ? 'T' : values.includes('U') ? 'U' : 'F'
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

// Principal (docs/semantics.md, D4, D6 to D8)

interface Entry {
  readonly type: string
  readonly value: string
}

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser']

function principalPart(statement: Json, request: ConcreteRequest): Answer {
  const { Principal: positive, NotPrincipal: negative } = statement
  if ((positive === undefined) === (negative === undefined)) return 'U'
  const value = positive ?? negative
  const entries = value === '*' ? [] : entriesOf(value)
  if (entries === null) return 'U'
  if (positive !== undefined) return value === '*' ? 'T' : any(entries.map((entry) => entryMatches(entry, request)))
  return notPrincipal(
    value === '*' || entries.some(({ type, value: v }) => type === 'AWS' && v === '*'),
    entries,
    request,
  )
}

function entriesOf(value: unknown): readonly Entry[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const entries: Entry[] = []
  for (const [type, members] of Object.entries(value)) {
    if (!TYPES.includes(type)) return null
    for (const member of asList(members)) {
      if (typeof member !== 'string') return null
      entries.push({ type, value: member })
    }
  }
  return entries.length === 0 ? null : entries
}

interface Names {
  readonly account: readonly string[]
  readonly own: string | null
  readonly session: string | null
}

function namesOf({ caller, partition }: ConcreteRequest): Names {
  if (caller.kind === 'anonymous' || caller.kind === 'service') return { account: [], own: null, session: null }
  const iam = `arn:${partition}:iam::${caller.account}`
  const account = [`${iam}:root`, caller.account]
  if (caller.kind === 'root') return { account, own: null, session: null }
  if (caller.kind === 'user') return { account, own: `${iam}:user/${caller.name}`, session: null }
  return {
    account,
    own: `${iam}:role${caller.rolePath}${caller.roleName}`,
    session: `arn:${partition}:sts::${caller.account}:assumed-role/${caller.roleName}/${caller.session}`,
  }
}

function entryMatches({ type, value }: Entry, request: ConcreteRequest): Answer {
  const { caller } = request
  if (type === 'Federated') return 'F'
  if (type === 'Service') return yes(caller.kind === 'service' && caller.name === value)
  // Whether the map form reaches services under a Deny is not documented.
  if (type === 'AWS' && value === '*') return caller.kind === 'service' ? 'U' : 'T'
  if (caller.kind === 'anonymous' || caller.kind === 'service') return 'F'
  if (type === 'CanonicalUser') return yes(value === request.canonicalId)
  if (caller.kind === 'session' && value === caller.roleId) return 'T'
  const { account, own, session } = namesOf(request)
  return yes(account.includes(value) || value === own || value === session)
}

function notPrincipal(everyone: boolean, entries: readonly Entry[], request: ConcreteRequest): Answer {
  const { caller } = request
  if (caller.kind === 'service') {
    if (everyone) return 'F'
    return yes(!entries.some(({ type, value }) => type === 'Service' && value === caller.name))
  }
  if ((caller.kind === 'session' || caller.kind === 'user') && caller.bounded) return 'T'
  if (everyone) return 'F'
  const listed = new Set(entries.filter(({ type }) => type === 'AWS').map(({ value }) => value))
  const { account, own, session } = namesOf(request)
  const root = account.some((name) => listed.has(name))
  if (caller.kind === 'anonymous') return 'T'
  if (caller.kind === 'root') return yes(!root)
  const innermost = caller.kind === 'user' ? own : session
  if (innermost === null || !listed.has(innermost)) return 'T'
  return root && own !== null && listed.has(own) ? 'F' : 'U'
}

// Action and Resource (docs/semantics.md, D9 to D11)

function patternPart(statement: Json, name: string, notName: string, matches: (pattern: string) => Answer): Answer {
  const positive = statement[name]
  const negative = statement[notName]
  if ((positive === undefined) === (negative === undefined)) return 'U'
  const patterns = asList(positive ?? negative)
  if (patterns.length === 0 || !patterns.every((pattern) => typeof pattern === 'string')) return 'U'
  const listed = any(patterns.map((pattern) => matches(String(pattern))))
  return positive === undefined ? not(listed) : listed
}

function resourceMatches(pattern: string, variables: boolean, request: ConcreteRequest): Answer {
  if (pattern === '*') return 'T'
  const parts = pattern.split(':')
  if (parts.length < 6) return 'U'
  const tail = filledIn(parts.slice(5).join(':'), variables, request)
  if (tail === 'undefined') return 'U'
  if (tail === 'no-value') return 'F'
  const components = hide(request.resource).split(':')
  const own = [...components.slice(0, 5), components.slice(5).join(':')]
  const segments = [...parts.slice(0, 5), tail]
  const each = segments.every((part, i) => glob(part, own[i] ?? ''))
  // The other reading (docs/semantics.md, D11): a `*` at the end of a part runs beyond the colon, up to the fifth.
  return each === runsOn(segments.join(':').split(':'), own) ? yes(each) : 'U'
}

/** Whether the leading parts cover the first five components, those with `*` at the end several, and the rest the last. */
function runsOn(parts: readonly string[], components: readonly string[]): boolean {
  const cover = (part: number, from: number): boolean => {
    // A `*` that ends one of the first five parts never runs from the bucket's name into the key.
    if (from === 5 && part < 5 && /^[^/]*\*$/.test(parts[part] ?? '')) return false
    if (from === 5) return glob(parts.slice(part).join(':'), components[5] ?? '')
    const [pattern] = parts.slice(part, part + 1)
    if (pattern === undefined || !glob(pattern, components[from] ?? '')) return false
    const reach = pattern.endsWith('*') ? [1, 2, 3, 4, 5].slice(0, 5 - from) : [1]
    return reach.some((count) => cover(part + 1, from + count))
  }
  return cover(0, 0)
}

// Variables (docs/semantics.md, D18)

/** The text with its variables filled in, literal wildcards hidden; or why there is none. */
function filledIn(text: string, variables: boolean, request: ConcreteRequest): string | 'no-value' | 'undefined' {
  if (!variables) return text
  let problem: 'no-value' | 'undefined' | null = null
  const result = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
    if (inside === '*' || inside === '?' || inside === '$') return hide(inside)
    const [, key = '', fallback] = /^([^,]*)(?:,\s*'?(.*?)'?\s*)?$/s.exec(inside) ?? []
    const name = key.trim().toLowerCase()
    const values = request.keys.get(name)
    if (values === undefined && fallback !== undefined) return hide(fallback)
    if (values === undefined) problem ??= 'no-value'
    else if (MULTIVALUED.has(name)) problem ??= 'undefined'
    return hide(values?.[0] ?? '')
  })
  return problem ?? result
}

// Conditions (docs/semantics.md, D13 to D17)

function conditionPart(block: unknown, variables: boolean, request: ConcreteRequest): Answer {
  if (block === undefined) return 'T'
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return 'U'
  const answers: Answer[] = []
  for (const [operator, keys] of Object.entries(block)) {
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return 'U'
    for (const [key, value] of Object.entries(keys)) {
      const values = asList(value)
      if (!values.every((one) => ['string', 'number', 'boolean'].includes(typeof one))) return 'U'
      answers.push(oneCondition(operator, key.toLowerCase(), values.map(String), variables, request))
    }
  }
  return all(answers)
}

function oneCondition(
  written: string,
  key: string,
  values: readonly string[],
  variables: boolean,
  request: ConcreteRequest,
): Answer {
  const set = /^(ForAllValues|ForAnyValue):/.exec(written)?.[1] ?? null
  const rest = set === null ? written : written.slice(set.length + 1)
  const ifExists = rest.endsWith('IfExists')
  const name = ifExists ? rest.slice(0, -8) : rest
  const present = request.keys.get(key)
  if (name === 'Null') {
    if (ifExists) return 'U'
    if (set !== null) return yes(set === 'ForAllValues')
    return any(
      values.map((value) => (value === 'true' || value === 'false' ? yes((value === 'true') === !present) : 'U')),
    )
  }
  const match = own(POSITIVE, name) ?? own(NEGATED, name)
  if (match === undefined || (name === 'Bool' && values.length > 1)) return 'U'
  const negated = own(NEGATED, name) !== undefined
  if (values.length === 0) return emptyList(set, ifExists, negated, present !== undefined)
  if (present === undefined) {
    if (ifExists || set === 'ForAllValues') return 'T'
    return set === 'ForAnyValue' ? 'F' : yes(negated)
  }
  if (MULTIVALUED.has(key) && set === null) return 'U'
  const answers = present.map((value) => {
    const matched = any(values.map((policy) => oneValue(name, match, negated, policy, value, variables, request)))
    return negated ? not(matched) : matched
  })
  return set === 'ForAnyValue' ? any(answers) : all(answers)
}

/** A list without values (docs/semantics.md, D15). */
function emptyList(set: string | null, ifExists: boolean, negated: boolean, present: boolean): Answer {
  if (set === 'ForAnyValue') return ifExists && !present ? 'U' : 'F'
  if (set === 'ForAllValues' || ifExists) return yes(!present)
  return negated ? 'U' : 'F'
}

function own(table: Readonly<Record<string, Match>>, name: string): Match | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function oneValue(
  operator: string,
  match: Match,
  negated: boolean,
  policy: string,
  value: string,
  variables: boolean,
  request: ConcreteRequest,
): Answer {
  if (!WITH_VARIABLES.test(operator)) return match(policy, value)
  const filled = filledIn(policy, variables, request)
  if (filled === 'undefined') return 'U'
  // Documented as a match under a negated operator, with a warning that the statement may be invalid: not defined.
  if (filled === 'no-value') return negated ? 'U' : 'F'
  return match(filled, value)
}
