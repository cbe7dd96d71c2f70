import {
  type Boundary,
  type ContextFact,
  FEATURES,
  type Feature,
  type IgnoreEntry,
  type Protect,
  type Selector,
} from '../model/options.js'
import { LEVELS, type Level, RULE_IDS, type RuleId } from '../model/rules.js'
import { DEFAULT_SESSIONS } from './defaults.js'
import type { ConfigIntegration } from './model.js'
import { type Field, isPlaceholder, type NodeReader, placeholderProblem, quote } from './nodes.js'
import { parseRole } from './role.js'

const SELECTOR_KEYS = ['files', 'buckets', 'addresses']

export function readIntegrations(reader: NodeReader, field: Field): readonly ConfigIntegration[] | undefined {
  return reader
    .items(field, 'a list of integrations')
    ?.map((item) => readIntegration(reader, item))
    .filter((each) => each !== undefined)
}

function readIntegration(reader: NodeReader, field: Field): ConfigIntegration | undefined {
  const keys = ['role', 'permissionsBoundary', 'sessions', 'roleId', ...SELECTOR_KEYS, 'expressions']
  const members = reader.members(field, keys)
  const boundary = map(members.get('permissionsBoundary'), (each) => readBoundary(reader, each))
  const sessions = map(members.get('sessions'), (each) => readSessions(reader, each))
  const roleId = map(members.get('roleId'), (each) => readRoleId(reader, each))
  const expressions = map(members.get('expressions'), (each) => readExpressions(reader, each))
  const selector = readSelector(reader, members)
  const role = readRole(reader, field, members.get('role'))
  return role === undefined ? undefined : { role, boundary, sessions, roleId, expressions, ...selector }
}

function readRole(reader: NodeReader, integration: Field, field: Field | undefined) {
  if (field === undefined) {
    if (integration.node.type === 'object') reader.problem(integration.node, `${integration.name} needs a "role"`)
    return undefined
  }
  const text = reader.string(field)
  if (text === undefined) return undefined
  const parsed = parseRole(text)
  return 'role' in parsed ? parsed.role : reader.problem(field.node, `${field.name} ${quote(text)} ${parsed.problem}`)
}

function readBoundary(reader: NodeReader, { node, name }: Field): Boundary | undefined {
  if (node.value === true) return 'present'
  if (node.value === false) return 'none'
  return node.value === 'unknown' ? 'unknown' : reader.problem(node, `${name} must be true, false or "unknown"`)
}

/** Known sessions first, in the vendor's order: the order in which a completed NotPrincipal list gets them. */
function readSessions(reader: NodeReader, field: Field): readonly string[] | undefined {
  const names = reader.strings(field)
  if (names === undefined) return undefined
  if (field.node.children?.length === 0) return reader.problem(field.node, `${field.name} must name a session`)
  for (const name of names) {
    // STS API reference, AssumeRole, `RoleSessionName`.
    if (!/^[\w+=,.@-]{2,64}$/.test(name)) {
      reader.problem(
        field.node,
        `${quote(name)} in ${field.name} is not the name of a role session, which has no wildcard`,
      )
    }
  }
  return [
    ...DEFAULT_SESSIONS.filter((name) => names.includes(name)),
    ...new Set(names.filter((name) => !DEFAULT_SESSIONS.includes(name))),
  ]
}

function readRoleId(reader: NodeReader, field: Field): string | undefined {
  const text = reader.string(field)
  if (text === undefined || /^AROA[A-Z0-9]{12,}$/.test(text)) return text
  return reader.problem(field.node, `${field.name} must be the unique id of the role, which starts with AROA`)
}

function readExpressions(reader: NodeReader, field: Field): ConfigIntegration['expressions'] | undefined {
  const members = reader.members(field, ['account', 'roleName'])
  const account = map(members.get('account'), (each) => readExpression(reader, each))
  const roleName = map(members.get('roleName'), (each) => readExpression(reader, each))
  return { ...(account !== null && { account }), ...(roleName !== null && { roleName }) }
}

function readExpression(reader: NodeReader, field: Field): string | undefined {
  const text = reader.string(field)
  if (text === undefined || !/[\r\n]|\$\{|%\{/.test(text)) return text?.trim()
  return reader.problem(
    field.node,
    `${field.name} must be an HCL expression on one line, such as var.account_id, without \${…}`,
  )
}

function readSelector(reader: NodeReader, members: ReadonlyMap<string, Field>): Selector {
  const strings = (key: string) => map(members.get(key), (each) => reader.strings(each)) ?? []
  return { files: strings('files'), buckets: strings('buckets'), addresses: strings('addresses') }
}

export function readProtect(reader: NodeReader, field: Field): Protect | undefined {
  const members = reader.members(field, [...SELECTOR_KEYS, 'tags'])
  const tags = map(members.get('tags'), (each) => readTags(reader, each)) ?? {}
  return { ...readSelector(reader, members), tags }
}

function readTags(reader: NodeReader, field: Field): Readonly<Record<string, string>> {
  const tags = new Map<string, string>()
  for (const [key, { node, name }] of reader.members(field, null)) {
    if (typeof node.value === 'string') tags.set(key, node.value)
    else reader.problem(node, `${name} must be a string`)
  }
  return Object.fromEntries(tags)
}

export function readFeatures(reader: NodeReader, field: Field): readonly Feature[] | undefined {
  const items = reader.items(field, 'a list of features')
  if (items?.length === 0)
    return reader.problem(field.node, `features must name at least one of ${FEATURES.join(', ')}`)
  const named = items?.map((item) => reader.oneOf(item, FEATURES))
  return named && FEATURES.filter((feature) => named.includes(feature))
}

export function readContext(reader: NodeReader, field: Field): Readonly<Record<string, ContextFact>> {
  const facts = new Map<string, ContextFact>()
  for (const [key, member] of reader.members(field, null)) {
    const lower = key.toLowerCase()
    const problem = contextKeyProblem(lower)
    if (problem !== null) reader.problem(member.node, `${quote(key)} in context ${problem}`)
    else if (facts.has(lower))
      reader.problem(member.node, `${quote(key)} is given twice in context; condition keys ignore case`)
    else {
      const fact = readFact(reader, member)
      if (fact !== undefined) facts.set(lower, fact)
    }
  }
  return Object.fromEntries(facts)
}

function contextKeyProblem(key: string): string | null {
  if (!/^[a-z0-9-]+:./.test(key)) return 'is not a condition key, such as aws:PrincipalOrgID'
  if (key.includes('*') && key !== 'aws:principaltag/*') return 'has a wildcard; only aws:PrincipalTag/* may have one'
  return null
}

function readFact(reader: NodeReader, { node, name }: Field): ContextFact | undefined {
  if (node.type === 'null') return null
  const values = (node.type === 'array' ? (node.children ?? []) : [node]).map((child) => scalarText(child.value))
  const texts = values.filter((value) => value !== undefined)
  const gap = texts.find((text) => isPlaceholder(text) || /<[^<>]+>/.test(text))
  if (gap !== undefined) return reader.problem(node, placeholderProblem(name, gap))
  if (texts.length === values.length && texts.length > 0) return texts
  return reader.problem(node, `${name} must be a value, a list of values, or null for "never present"`)
}

/** Policies write numbers and booleans as strings, so both spellings mean the same. */
function scalarText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

export function readLevels(reader: NodeReader, field: Field): Readonly<Partial<Record<RuleId, Level | 'off'>>> {
  const levels: Partial<Record<RuleId, Level | 'off'>> = {}
  const members = reader.members(field, RULE_IDS)
  for (const rule of RULE_IDS) {
    const level = map(members.get(rule), (each) => reader.oneOf(each, [...LEVELS, 'off'] as const))
    if (level !== null) levels[rule] = level
  }
  return levels
}

export function readIgnores(reader: NodeReader, field: Field): readonly IgnoreEntry[] | undefined {
  return reader.items(field, 'a list of entries')?.map((item) => readIgnore(reader, item))
}

function readIgnore(reader: NodeReader, field: Field): IgnoreEntry {
  const selecting = ['rule', ...SELECTOR_KEYS, 'sids', 'fingerprint']
  const members = reader.members(field, [...selecting, 'reason', 'expires'])
  const isObject = field.node.type === 'object'
  if (isObject && !members.has('reason')) reader.problem(field.node, `${field.name} needs a "reason"`)
  // An empty list restricts nothing.
  if (isObject && !selecting.some((key) => members.get(key)?.node.children?.length !== 0 && members.has(key))) {
    reader.problem(field.node, `${field.name} would ignore everything; say what, with ${selecting.join(', ')}`)
  }
  return {
    rule: map(members.get('rule'), (each) => reader.oneOf(each, RULE_IDS)),
    ...readSelector(reader, members),
    sids: map(members.get('sids'), (each) => reader.strings(each)) ?? [],
    fingerprint: map(members.get('fingerprint'), (each) => reader.string(each)),
    reason: map(members.get('reason'), (each) => reader.string(each)) ?? '',
    expires: map(members.get('expires'), (each) => readDate(reader, each)),
    location: reader.locate(field.node),
    introduced: false,
  }
}

function readDate(reader: NodeReader, field: Field): string | undefined {
  const text = reader.string(field)
  if (text === undefined || isDate(text)) return text
  return reader.problem(field.node, `${field.name} ${quote(text)} is not a day of the calendar, written as YYYY-MM-DD`)
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Reads an optional field; null when it is absent or not what it must be (then the problem is noted). */
function map<T>(field: Field | undefined, read: (field: Field) => T | undefined): T | null {
  return field === undefined ? null : (read(field) ?? null)
}

/** Files with values of variables, by the folder of the root module that each is a set of values for. */
export function readTerraformVariables(reader: NodeReader, field: Field): Readonly<Record<string, readonly string[]>> {
  const roots = [...reader.members(field, null)].map(([folder, member]) => {
    const files = reader.strings(member) ?? []
    for (const [index, file] of files.entries()) {
      const node = member.node.children?.[index] ?? member.node
      if (!/\.tfvars(?:\.json)?$/.test(file))
        reader.problem(node, `${quote(file)} in ${member.name} must be a file that ends in .tfvars or .tfvars.json`)
    }
    return [folder, files] as const
  })
  return Object.fromEntries(roots)
}
