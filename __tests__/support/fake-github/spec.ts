import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** GitHub's description of its REST API, as far as the tests use it: see scripts/trim-openapi.mjs. */
const DOCUMENT = object(JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')))
const COMPONENTS = object(DOCUMENT.components)

export type Json = Record<string, unknown>

export interface Operation {
  readonly id: string
  /** Path parameters by name, decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

interface Route {
  readonly id: string
  readonly method: string
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly description: Json
}

const ROUTES: readonly Route[] = Object.entries(object(DOCUMENT.paths)).flatMap(([path, item]) =>
  Object.entries(object(item)).map(([method, description]) => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    // Only a file's path may hold slashes, whether they come encoded or not.
    const source = path.replace(/\{(\w+)\}/g, (_all, name: string) => (name === 'path' ? '(.+)' : '([^/]+)'))
    return {
      id: String(object(description).operationId),
      method,
      pattern: new RegExp(`^${source}$`),
      names,
      description: object(description),
    }
  }),
)

export function findOperation(method: string, path: string): Operation | null {
  for (const route of ROUTES) {
    const match = route.method === method.toLowerCase() ? route.pattern.exec(path) : null
    if (match === null) continue
    const values = route.names.map((name, i) => [name, decodeURIComponent(match[i + 1] ?? '')])
    return { id: route.id, parameters: Object.fromEntries(values) }
  }
  return null
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const compiled = new Map<string, ValidateFunction>()

function validatorFor(key: string, schema: unknown): ValidateFunction {
  const known = compiled.get(key)
  if (known !== undefined) return known
  const validate = ajv.compile({ ...object(schema), components: COMPONENTS })
  compiled.set(key, validate)
  return validate
}

function problems(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    (error) => `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  )
}

/** What is wrong with a request's query and body; empty when nothing is. */
export function requestProblems(id: string, query: URLSearchParams, body: unknown): string[] {
  const description = descriptionOf(id)
  const parameters = array(description.parameters).map((each) => resolve(each))
  const found: string[] = []
  for (const [name, value] of query) {
    const parameter = parameters.find((each) => each.in === 'query' && each.name === name)
    if (parameter === undefined) found.push(`unknown query parameter ${name}`)
    else {
      const schema = object(parameter.schema)
      const typed = schema.type === 'integer' ? Number(value) : value
      found.push(
        ...problems(validatorFor(`${id} query ${name}`, schema), typed).map((each) => `query ${name}: ${each}`),
      )
    }
  }
  const schema = bodySchema(object(description.requestBody ?? {}))
  if (schema === null) return body === undefined ? found : [...found, 'the operation takes no body']
  return [...found, ...problems(validatorFor(`${id} body`, schema), body ?? {}).map((each) => `body: ${each}`)]
}

/** What is wrong with an answer of the fake itself. */
export function responseProblems(id: string, status: number, body: unknown): string[] {
  const response = object(descriptionOf(id).responses)[String(status)]
  if (response === undefined) return [`${id} does not answer ${status}`]
  const schema = bodySchema(resolve(response))
  if (schema === null) return body === undefined ? [] : [`${id} ${status} has no body`]
  return problems(validatorFor(`${id} ${status}`, schema), body)
}

function bodySchema(holder: Json): Json | null {
  const content = object(holder.content ?? {})['application/json']
  return content === undefined ? null : object(object(content).schema)
}

function descriptionOf(id: string): Json {
  const route = ROUTES.find((each) => each.id === id)
  if (route === undefined) throw new Error(`no operation ${id}`)
  return route.description
}

/** The least valid instance of a schema of the description, by name. */
export function sample(name: string): Json {
  return object(sampleOf(object(object(COMPONENTS.schemas)[name])))
}

function sampleOf(given: Json): unknown {
  const schema = resolve(given)
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  if (types.includes('null')) return null
  const choices = array(schema.anyOf ?? schema.oneOf ?? [])
  if (choices.some((each) => object(each).type === 'null')) return null
  if (choices.length > 0) return sampleOf(object(choices[0]))
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const parts = array(schema.allOf ?? [])
  if (parts.length > 0) return Object.assign({}, ...parts.map((each) => sampleOf(object(each))))
  switch (types[0]) {
    case 'string':
      return schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : 'text'
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    case 'array':
      return []
    default: {
      const properties = object(schema.properties ?? {})
      const required = array(schema.required ?? []).map(String)
      return Object.fromEntries(required.map((key) => [key, sampleOf(object(properties[key] ?? {}))]))
    }
  }
}

function resolve(schema: unknown): Json {
  const own = object(schema)
  if (typeof own.$ref !== 'string') return own
  let value: unknown = DOCUMENT
  for (const part of own.$ref.slice(2).split('/')) value = object(value)[part]
  return resolve(value)
}

export function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('an object was expected')
  return value as Json
}

function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
