/**
 * `data.aws_iam_policy_document`: what the AWS provider makes of its arguments. Behaviour read in
 * `internal/service/iam/policy_document_data_source.go` and `policy_model.go` of hashicorp/terraform-provider-aws
 * (main, 2026-11-24):
 *
 * - documents merge in the order source, own statements, override; a statement with a Sid that is there already
 *   replaces it in place;
 * - lists of one become a string, longer ones are sorted in reverse; conditions keep the order of their values;
 * - `{ type = "*", identifiers = ["*"] }` alone becomes `"*"`, other types keep their map;
 * - condition blocks of the same test and variable are united;
 * - `&{` stands for `${`.
 */
import { crc32 } from 'node:zlib'
import { goJson } from './go-json.mjs'

/** The attributes of the data source after reading, or an error message. */
export function readPolicyDocument(config) {
  const version = config.version ?? '2012-10-17'
  const merged = { version: '', id: '', statements: [] }
  try {
    const sids = new Set()
    for (const [index, text] of (config.source_policy_documents ?? []).entries()) {
      if (text === null) continue
      const source = parseDocument(text)
      for (const { Sid } of source.statements) {
        if (!Sid) continue
        if (sids.has(Sid))
          throw new Error(`merging source document ${index}: duplicate Sid (${Sid}) in source_policy_documents`)
        sids.add(Sid)
      }
      merge(merged, source)
    }
    merge(merged, { version, id: config.policy_id ?? '', statements: ownStatements(config.statement, version) })
    for (const text of config.override_policy_documents ?? []) {
      if (text !== null) merge(merged, parseDocument(text))
    }
  } catch (thrown) {
    return { error: `writing IAM Policy Document: ${thrown.message}` }
  }
  const document = {
    ...(merged.version && { Version: merged.version }),
    ...(merged.id && { Id: merged.id }),
    ...(merged.statements.length > 0 && { Statement: merged.statements }),
  }
  const json = goJson(document, 2)
  const statement = config.statement.map((each) => ({ ...each, effect: each.effect ?? 'Allow' }))
  return { values: { ...config, id: String(crc32(json)), json, minified_json: goJson(document), statement, version } }
}

function merge(into, from) {
  if (from.id) into.id = from.id
  if (from.version > into.version) into.version = from.version
  for (const statement of from.statements) {
    const at = statement.Sid ? into.statements.findIndex(({ Sid }) => Sid === statement.Sid) : -1
    if (at === -1) into.statements.push(statement)
    else into.statements[at] = statement
  }
}

function ownStatements(blocks, version) {
  const sids = new Set()
  return blocks.map((own) => {
    if (own.sid && sids.has(own.sid)) throw new Error(`duplicate Sid (${own.sid})`)
    sids.add(own.sid)
    const lists = {
      Action: strings(own.actions),
      NotAction: strings(own.not_actions),
      Resource: variables(strings(own.resources), version),
      NotResource: variables(strings(own.not_resources), version),
    }
    return statementOf({
      Sid: own.sid,
      Effect: own.effect ?? 'Allow',
      ...lists,
      Principal: principalsOf(byHash(own.principals, hashPrincipal), version),
      NotPrincipal: principalsOf(byHash(own.not_principals, hashPrincipal), version),
      Condition: conditionsOf(byHash(own.condition, hashCondition), version),
    })
  })
}

/** Members in the order in which they are written; empty ones are left out. */
function statementOf(members) {
  const order = [
    'Sid',
    'Effect',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Principal',
    'NotPrincipal',
    'Condition',
  ]
  const kept = order.filter((name) => members[name] !== undefined && members[name] !== null && members[name] !== '')
  return Object.fromEntries(kept.map((name) => [name, members[name]]))
}

function strings(values) {
  if (values === null || values === undefined || values.length === 0) return null
  return values.length === 1 ? values[0] : [...values].sort().reverse()
}

function variables(value, version) {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((each) => variables(each, version))
  if (version === '2008-10-17' && value.includes('&{')) {
    throw new Error(`found &{ sequence in (${value}), which is not supported in document version 2008-10-17`)
  }
  return value.replaceAll('&{', '${')
}

function principalsOf(blocks, version) {
  if (blocks.length === 0) return null
  const only = blocks.length === 1 ? blocks[0] : null
  if (only?.type === '*' && only.identifiers.length === 1 && only.identifiers[0] === '*') return '*'
  const united = {}
  for (const { type, identifiers } of blocks) {
    const own = variables(strings(identifiers) ?? [], version)
    const before = united[type]
    united[type] = before === undefined ? own : [before, own].flat()
  }
  return byKey(united)
}

function conditionsOf(blocks, version) {
  if (blocks.length === 0) return null
  const united = {}
  for (const { test, variable, values } of blocks) {
    united[test] ??= {}
    united[test][variable] = [...(united[test][variable] ?? []), ...variables(values, version)]
  }
  for (const operator of Object.values(united)) {
    for (const [key, values] of Object.entries(operator)) if (values.length === 1) operator[key] = values[0]
  }
  return byKey(Object.fromEntries(Object.entries(united).map(([test, keys]) => [test, byKey(keys)])))
}

function byKey(object) {
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, object[key]]),
  )
}

/** Sets of blocks come in the order of a checksum of their text, in decimal. */
function byHash(blocks, textOf) {
  return blocks
    .map((each) => [String(crc32(textOf(each))), each])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
}

function hashCondition({ test, values, variable }) {
  return `test:${test};values:(${values.map((value) => `${value};`).join('')});variable:${variable};`
}

function hashPrincipal({ identifiers, type }) {
  const hashed = identifiers.map((value) => [String(crc32(`${value};`)), value])
  const ordered = hashed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => `${value};`)
  return `identifiers:{${ordered.join('')}};type:${type};`
}

/** A document given as text: values keep their order and form, a bare principal is everyone, booleans are text. */
function parseDocument(text) {
  const { Version = '', Id = '', Statement = [] } = JSON.parse(text)
  if (!Array.isArray(Statement)) throw new Error('cannot unmarshal object into a list of statements')
  return { version: Version, id: Id, statements: Statement.map(parseStatement) }
}

function parseStatement(statement) {
  return statementOf({
    ...statement,
    Principal: parsePrincipal(statement.Principal),
    NotPrincipal: parsePrincipal(statement.NotPrincipal),
    Condition: parseCondition(statement.Condition),
  })
}

function parsePrincipal(principal) {
  if (principal === undefined || principal === null) return null
  if (typeof principal === 'string') return '*'
  const types = Object.entries(principal)
  const [[type, value] = []] = types
  if (types.length === 1 && type === '*' && [value].flat().length === 1 && [value].flat()[0] === '*') return '*'
  return byKey(
    Object.fromEntries(types.map(([name, ids]) => [name, Array.isArray(ids) ? [...ids].sort().reverse() : ids])),
  )
}

function parseCondition(condition) {
  if (condition === undefined || condition === null) return null
  const operators = Object.entries(condition).map(([test, keys]) => {
    const texts = Object.entries(keys).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value])
    // Numbers are dropped by the provider as well.
    const kept = texts.filter(([, value]) => typeof value === 'string' || Array.isArray(value))
    const single = kept.map(([key, value]) => [key, Array.isArray(value) && value.length === 1 ? value[0] : value])
    return [test, byKey(Object.fromEntries(single))]
  })
  return operators.length === 0 ? null : byKey(Object.fromEntries(operators))
}
