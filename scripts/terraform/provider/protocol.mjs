/**
 * The part of Terraform's plugin protocol, version 6, that the stub provider speaks: message and field numbers as they
 * are on the wire. Source of the facts: `docs/plugin-protocol/tfplugin6.8.proto` of hashicorp/terraform, read
 * 2026-11-24. Unknown fields are skipped by both sides, so what is not used here is left out. Enumerations are plain
 * numbers, as on the wire.
 */
import { fromJSON } from '@grpc/proto-loader'

/** `DynamicValue` carries a value in MessagePack (see `cty.mjs`) or, from a state file, in JSON. */
const MESSAGES = {
  DynamicValue: 'bytes msgpack=1, bytes json=2',
  Diagnostic: 'int32 severity=1, string summary=2, string detail=3',
  AttributePath: 'Step* steps=1',
  'AttributePath.Step': 'string attribute_name=1, string element_key_string=2, int64 element_key_int=3',
  RawState: 'bytes json=1',
  Schema: 'int64 version=1, Block block=2',
  'Schema.Block': 'int64 version=1, Attribute* attributes=2, NestedBlock* block_types=3',
  'Schema.Attribute':
    'string name=1, bytes type=2, bool required=4, bool optional=5, bool computed=6, bool sensitive=7',
  'Schema.NestedBlock': 'string type_name=1, Block block=2, int32 nesting=3, int64 min_items=4, int64 max_items=5',
  ServerCapabilities: 'bool plan_destroy=1, bool get_provider_schema_optional=2',
  Empty: '',
}

/** Call → fields of its request and of its response. */
const CALLS = {
  GetMetadata: ['', 'ServerCapabilities server_capabilities=1, TypeName* data_sources=3, TypeName* resources=4'],
  GetProviderSchema: [
    '',
    'Schema provider=1, map Schema resource_schemas=2, map Schema data_source_schemas=3, Diagnostic* diagnostics=4, ' +
      'Schema provider_meta=5, ServerCapabilities server_capabilities=6',
  ],
  GetFunctions: ['', 'Diagnostic* diagnostics=2'],
  ValidateProviderConfig: ['DynamicValue config=1', 'Diagnostic* diagnostics=2'],
  ConfigureProvider: ['string terraform_version=1, DynamicValue config=2', 'Diagnostic* diagnostics=1'],
  ValidateResourceConfig: ['string type_name=1, DynamicValue config=2', 'Diagnostic* diagnostics=1'],
  ValidateDataResourceConfig: ['string type_name=1, DynamicValue config=2', 'Diagnostic* diagnostics=1'],
  UpgradeResourceState: [
    'string type_name=1, int64 version=2, RawState raw_state=3',
    'DynamicValue upgraded_state=1, Diagnostic* diagnostics=2',
  ],
  ReadResource: [
    'string type_name=1, DynamicValue current_state=2',
    'DynamicValue new_state=1, Diagnostic* diagnostics=2',
  ],
  PlanResourceChange: [
    'string type_name=1, DynamicValue prior_state=2, DynamicValue proposed_new_state=3, DynamicValue config=4',
    'DynamicValue planned_state=1, AttributePath* requires_replace=2, Diagnostic* diagnostics=4, bool legacy_type_system=5',
  ],
  ApplyResourceChange: [
    'string type_name=1, DynamicValue prior_state=2, DynamicValue planned_state=3, DynamicValue config=4',
    'DynamicValue new_state=1, Diagnostic* diagnostics=3, bool legacy_type_system=4',
  ],
  ImportResourceState: [
    'string type_name=1, string id=2',
    'ImportedResource* imported_resources=1, Diagnostic* diagnostics=2',
  ],
  ReadDataSource: ['string type_name=1, DynamicValue config=2', 'DynamicValue state=1, Diagnostic* diagnostics=2'],
  StopProvider: ['', 'string Error=1'],
}

const NESTED = {
  'GetMetadata.TypeName': 'string type_name=1',
  'ImportResourceState.ImportedResource': 'string type_name=1, DynamicValue state=2',
}

/** Block nesting modes, as numbered in `Schema.NestedBlock`. */
export const NESTING = { single: 1, list: 2, set: 3, map: 4 }

/** Severity of a `Diagnostic`. */
export const ERROR = 1

/** The service definition of `tfplugin6.Provider`, as `@grpc/grpc-js` takes it. */
export function providerService() {
  const root = {}
  const define = (path, fields) => {
    const names = path.split('.')
    const last = names.pop()
    let scope = root
    for (const name of names) scope = scope[name].nested
    scope[last] = { fields: parseFields(fields), nested: {} }
  }
  for (const [path, fields] of Object.entries(MESSAGES)) define(path, fields)
  const methods = {}
  for (const [name, [request, response]] of Object.entries(CALLS)) {
    define(name, '')
    define(`${name}.Request`, request)
    define(`${name}.Response`, response)
    methods[name] = { requestType: `${name}.Request`, responseType: `${name}.Response` }
  }
  for (const [path, fields] of Object.entries(NESTED)) define(path, fields)
  root.Provider = { methods }
  const loaded = fromJSON({ nested: { tfplugin6: { nested: root } } }, { longs: Number, defaults: true })
  return loaded['tfplugin6.Provider']
}

/** `Type name=number`, comma-separated; `Type*` is a list, `map Type` a map with string keys. */
function parseFields(text) {
  const fields = {}
  for (const part of text.split(', ').filter(Boolean)) {
    const [, map, type, many, name, id] = /^(map )?([\w.]+)(\*)? (\w+)=(\d+)$/.exec(part)
    fields[name] = { type, id: Number(id), ...(many && { rule: 'repeated' }), ...(map && { keyType: 'string' }) }
  }
  return fields
}
