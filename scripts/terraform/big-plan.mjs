/**
 * Writes a plan of a given size, in the shape of `terraform show -json`: a large estate without changes, a few bucket
 * policies, and the vendor's role in the state. Always the same for the same arguments; never in memory as a whole.
 *
 *   node scripts/terraform/big-plan.mjs --size 100MB --out FILE [--policies 12]
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { BUCKET_POLICY, CLUMIO_ROLE, FILLERS } from './big/kinds.mjs'
import { goJson } from './provider/go-json.mjs'

const PROVIDER = 'registry.terraform.io/hashicorp/aws'
/** Resources of one instance of the service module. */
const PER_MODULE = 50

/**
 * Writes about `bytes` (within one per cent, from some 5 MB) to `file`. Half of the `policies` are changed by the plan
 * and keep Clumio out, the other half are fine. Returns what was written.
 */
export function writeBigPlan(file, { bytes, policies = 12 }) {
  const modules = Math.max(1, Math.round(bytes / bytesPerModule()))
  const out = new Output(file)
  try {
    for (const part of document(modules, policies)) out.write(part)
  } finally {
    out.close()
  }
  return { file, bytes: out.written, resources: modules * PER_MODULE + policies + 1, policies }
}

/** The policies stand where they do in an estate: among everything else, in modules of their own. */
function* document(modules, policies) {
  yield '{"format_version":"1.2","terraform_version":"1.11.4","variables":{"environment":{"value":"prod"}},'
  yield* values('"planned_values":{', modules, policies)
  yield '},"resource_changes":['
  yield* joined(changes(modules, policies))
  yield '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4",'
  yield* values('"values":{', modules, policies)
  yield '}},"configuration":'
  yield goJson(configuration())
  yield ',"timestamp":"2026-01-01T00:00:00Z","applyable":true,"complete":true,"errored":false}\n'
}

function* values(open, modules, policies) {
  yield `${open}"root_module":{"resources":[`
  yield* joined(own(policies))
  yield '],"child_modules":['
  yield* joined(
    (function* () {
      yield childModule('module.clumio', [resource('module.clumio', CLUMIO_ROLE, 'clumio_iam_role', 0)])
      for (let index = 0; index < modules; index++) {
        const address = moduleAddress(index)
        yield childModule(address, [...service(index)])
      }
    })(),
  )
  yield ']}'
}

function* own(policies) {
  for (let index = 0; index < policies; index++)
    yield goJson(stored(resource('', BUCKET_POLICY, 'vault', index, index)))
}

function childModule(address, resources) {
  return goJson({ resources: resources.map(stored), address })
}

function* service(index) {
  for (let at = 0; at < PER_MODULE; at++) {
    const kind = FILLERS[at % FILLERS.length]
    yield resource(moduleAddress(index), kind, 'this', index * PER_MODULE + at, at)
  }
}

function* changes(modules, policies) {
  for (let index = 0; index < policies; index++) {
    yield goJson(change(resource('', BUCKET_POLICY, 'vault', index, index), index % 2 === 0 ? 'update' : 'no-op'))
  }
  yield goJson(change(resource('module.clumio', CLUMIO_ROLE, 'clumio_iam_role', 0), 'no-op'))
  for (let index = 0; index < modules; index++) for (const each of service(index)) yield goJson(change(each, 'no-op'))
}

function resource(module, [type, valuesOf], name, index, key) {
  const local = `${type}.${name}${key === undefined ? '' : `[${key}]`}`
  return { module, address: module === '' ? local : `${module}.${local}`, type, name, key, values: valuesOf(index) }
}

function identity({ address, type, name, key }) {
  return { address, mode: 'managed', type, name, ...(key !== undefined && { index: key }), provider_name: PROVIDER }
}

/** A resource of `planned_values` or of a state. */
function stored(each) {
  return { ...identity(each), schema_version: 0, values: each.values, sensitive_values: {} }
}

function change(each, action) {
  const { address, ...rest } = identity(each)
  const before =
    action === 'update' ? { ...each.values, policy: '{"Statement":[],"Version":"2012-10-17"}' } : each.values
  return {
    address,
    ...(each.module !== '' && { module_address: each.module }),
    ...rest,
    change: {
      actions: [action],
      before,
      after: each.values,
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  }
}

function configuration() {
  const configured = ([type], name) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    expressions: {},
    schema_version: 0,
  })
  return {
    provider_config: { aws: { name: 'aws', full_name: PROVIDER } },
    root_module: {
      resources: [configured(BUCKET_POLICY, 'vault')],
      module_calls: {
        clumio: {
          source: 'clumio-code/aws-template/clumio',
          module: { resources: [configured(CLUMIO_ROLE, 'clumio_iam_role')] },
        },
        service: {
          source: './modules/service',
          for_each_expression: { references: ['local.services'] },
          module: { resources: FILLERS.map((kind) => configured(kind, 'this')) },
        },
      },
    },
  }
}

function moduleAddress(index) {
  return `module.service["team-${index % 41}.service[${index}]"]`
}

/** What one more instance of the service module adds, measured on a few. */
function bytesPerModule() {
  const measured = [100, 10_000, 20_000]
  const sizes = measured.map((index) => {
    const all = [...service(index)]
    const twice = 2 * Buffer.byteLength(childModule(moduleAddress(index), all))
    return twice + all.reduce((sum, each) => sum + Buffer.byteLength(goJson(change(each, 'no-op'))) + 1, 0) + 2
  })
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}

function* joined(parts) {
  let first = true
  for (const part of parts) {
    yield first ? part : `,${part}`
    first = false
  }
}

/** Writes in pieces of about a megabyte. */
class Output {
  written = 0
  #file
  #parts = []
  #length = 0

  constructor(path) {
    this.#file = openSync(path, 'w')
  }

  write(text) {
    this.#parts.push(text)
    this.#length += text.length
    if (this.#length > 1 << 20) this.#flush()
  }

  close() {
    this.#flush()
    closeSync(this.#file)
  }

  #flush() {
    const bytes = Buffer.from(this.#parts.join(''))
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.written += bytes.length
    this.#parts = []
    this.#length = 0
  }
}

function sizeOf(text) {
  const match = /^(\d+(?:\.\d+)?)(MB|GB)$/.exec(text)
  if (match === null) throw new Error(`--size takes a number and MB or GB, not ${text}`)
  return Number(match[1]) * (match[2] === 'GB' ? 1e9 : 1e6)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values: flags } = parseArgs({
      options: { size: { type: 'string' }, out: { type: 'string' }, policies: { type: 'string', default: '12' } },
    })
    if (flags.size === undefined || flags.out === undefined)
      throw new Error('usage: big-plan.mjs --size 100MB --out FILE')
    const written = writeBigPlan(flags.out, { bytes: sizeOf(flags.size), policies: Number(flags.policies) })
    process.stdout.write(`${JSON.stringify(written)}\n`)
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`)
    process.exitCode = 1
  }
}
