/** The gRPC side of the stub provider: one handler per call of the protocol. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { S3_RESOURCES } from './buckets.mjs'
import { fromWire, hasUnknown, toWire } from './cty.mjs'
import { DATA_SOURCES } from './data-sources.mjs'
import { IDENTITY_RESOURCES, META_SCHEMA, PROVIDER_SCHEMA } from './identities.mjs'
import { applyChange, planChange } from './plan.mjs'
import { ERROR, providerService } from './protocol.mjs'
import { conform, toProtocol } from './schema.mjs'
import { Service } from './service.mjs'

const RESOURCES = { ...S3_RESOURCES, ...IDENTITY_RESOURCES }

/** The account all plans are made in. */
const ACCOUNT = { account: '123456789012', partition: 'aws' }

/**
 * Starts the provider on a socket of its own. `environment` makes Terraform attach to it instead of installing one;
 * `service` is the world behind it; `close` ends it.
 */
export async function startProvider() {
  const folder = await mkdtemp(join(tmpdir(), 'stub-aws-'))
  const socket = join(folder, 'provider.sock')
  const service = new Service()
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 })
  server.addService(providerService(), handlers(service))
  await new Promise((resolve, reject) => {
    server.bindAsync(`unix:${socket}`, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    )
  })
  const attach = {
    'hashicorp/aws': {
      Protocol: 'grpc',
      ProtocolVersion: 6,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: socket },
    },
  }
  return {
    service,
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(attach) },
    close() {
      server.forceShutdown()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function handlers(service) {
  // One set of settings for all connections: a configuration with several providers must give them the same Region.
  let settings = { ...ACCOUNT, region: 'us-east-1', defaultTags: {} }
  const calls = {
    GetMetadata: () => ({
      server_capabilities: { plan_destroy: false },
      resources: Object.keys(RESOURCES).map((type_name) => ({ type_name })),
      data_sources: Object.keys(DATA_SOURCES).map((type_name) => ({ type_name })),
    }),
    GetProviderSchema: () => ({
      provider: toProtocol(PROVIDER_SCHEMA),
      provider_meta: toProtocol(META_SCHEMA),
      resource_schemas: schemasOf(RESOURCES),
      data_source_schemas: schemasOf(DATA_SOURCES),
    }),
    GetFunctions: () => ({}),
    ValidateProviderConfig: () => ({}),
    ValidateResourceConfig: ({ type_name, config }) => validate(RESOURCES[type_name], fromWire(config)),
    ValidateDataResourceConfig: () => ({}),
    StopProvider: () => ({}),
    ConfigureProvider: ({ config }) => {
      const { region, default_tags: tags } = fromWire(config)
      settings = { ...ACCOUNT, region: region ?? 'us-east-1', defaultTags: tags?.[0]?.tags ?? {} }
      return {}
    },
    UpgradeResourceState: ({ type_name, raw_state }) => ({
      upgraded_state: toWire(conform(fromWire({ json: raw_state.json }), RESOURCES[type_name].schema)),
    }),
    ReadResource: ({ type_name, current_state }) => ({
      new_state: toWire(conform(service.current(type_name, fromWire(current_state)), RESOURCES[type_name].schema)),
    }),
    PlanResourceChange: (request) => planCall(request, settings),
    ApplyResourceChange: (request) => applyCall(request, settings, service),
    ImportResourceState: ({ type_name, id }) => importCall(type_name, id, settings, service),
    ReadDataSource: ({ type_name, config }) => {
      const { schema, read } = DATA_SOURCES[type_name]
      const { values, error } = read(fromWire(config), settings)
      return error ? failed(error) : { state: toWire(conform(values, schema)) }
    },
  }
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, unary(name, call)]))
}

/** What a handler throws becomes a diagnostic, so that Terraform prints it. */
function unary(name, call) {
  return ({ request }, answer) => {
    try {
      answer(null, call(request))
    } catch (thrown) {
      answer(null, failed(`stub provider, ${name}: ${thrown instanceof Error ? thrown.stack : thrown}`))
    }
  }
}

function failed(summary) {
  return { diagnostics: [{ severity: ERROR, summary, detail: '' }] }
}

function schemasOf(table) {
  return Object.fromEntries(Object.entries(table).map(([type, { schema }]) => [type, toProtocol(schema)]))
}

/** The real provider refuses a bucket policy that is not JSON, other policy texts only at AWS. */
function validate(resource, config) {
  for (const [name, { json }] of Object.entries(resource.schema.attributes)) {
    const text = json ? config[name] : null
    if (typeof text !== 'string' || text === '') continue
    try {
      JSON.parse(text)
    } catch (thrown) {
      return failed(`"${name}" contains an invalid JSON policy: ${thrown.message}`)
    }
  }
  return {}
}

function planCall({ type_name, prior_state, proposed_new_state, config }, settings) {
  if (fromWire(proposed_new_state) === null) return { planned_state: proposed_new_state }
  const { planned, replace } = planChange(RESOURCES[type_name], fromWire(prior_state), fromWire(config), settings)
  return {
    planned_state: toWire(planned),
    requires_replace: replace.map((attribute_name) => ({ steps: [{ attribute_name }] })),
    legacy_type_system: true,
  }
}

function applyCall({ type_name, prior_state, planned_state }, settings, service) {
  const planned = fromWire(planned_state)
  if (planned === null) {
    const prior = fromWire(prior_state)
    const refusal = service.refusal(type_name, prior)
    if (refusal !== null) return { ...failed(refusal), new_state: prior_state }
    service.removed(type_name, prior)
    return { new_state: planned_state }
  }
  const state = applyChange(RESOURCES[type_name], planned, settings)
  if (hasUnknown(state)) throw new Error(`${type_name} has unknown values after apply`)
  service.stored(type_name, state)
  return { new_state: toWire(state), legacy_type_system: true }
}

function importCall(type_name, id, settings, service) {
  const resource = RESOURCES[type_name]
  if (resource.imported === undefined) return failed(`the stub provider cannot import ${type_name}`)
  const { planned } = planChange(resource, null, conform(resource.imported(id), resource.schema), settings)
  const state = service.current(type_name, applyChange(resource, planned, settings))
  return { imported_resources: [{ type_name, state: toWire(conform(state, resource.schema)) }] }
}
