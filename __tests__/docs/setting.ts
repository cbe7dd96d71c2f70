import { parseConfig } from '../../src/config/file.js'
import { readInputs } from '../../src/config/inputs.js'
import { buildOptions } from '../../src/config/options.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { Source } from '../../src/sources/source.js'
import type { Example } from './examples.js'

const CONTEXT = 'context.'
const BOUNDARY: Readonly<Record<string, boolean | 'unknown'>> = { present: true, none: false, unknown: 'unknown' }

/** What a marked fence is checked with, as a user would write it. */
export interface Setting {
  readonly sources: readonly Source[]
  readonly options: CheckOptions
}

/**
 * The sources and options of an example. Its marker may name `account`, `role` (with the path `/clumio/`), `boundary`
 * (`present`, `none`, `unknown`), `remedy`, `features`, `today`, and a fact as `context.<key>`. With `kind=config` the
 * fence is the configuration of a run of everything, in which `bucket` has a policy; otherwise it is a file of the
 * working directory.
 */
export async function settingOf(example: Example): Promise<Setting> {
  const { account, role, boundary, remedy, features, today, kind, bucket, ...rest } = Object.fromEntries(
    example.settings,
  )
  const context: Record<string, string> = {}
  for (const [key, value] of Object.entries(rest)) {
    if (!key.startsWith(CONTEXT)) throw new Error(`${example.where}: unknown setting ${key}`)
    context[key.slice(CONTEXT.length)] = value
  }
  const stated = role === undefined ? [] : [{ role, permissionsBoundary: BOUNDARY[boundary ?? 'none'] }]
  const text = kind === 'config' ? example.text : JSON.stringify({ integrations: stated, context })
  return {
    sources: kind === 'config' ? policiesOf(bucket) : [sourceOf(example.text)],
    options: buildOptions({
      inputs: readInputs({ 'aws-account-id': account, 'clumio-role-id': role, remedy, features }, ''),
      config: await parseConfig(new TextEncoder().encode(text), '.github/clumio-policy-check.jsonc'),
      today: today ?? '2025-01-01',
      whole: bucket !== undefined,
    }),
  }
}

function policiesOf(bucket: string | undefined): readonly Source[] {
  if (bucket === undefined) return []
  const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/*` }
  return [sourceOf(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }))]
}

function sourceOf(text: string): Source {
  const bytes = new TextEncoder().encode(text)
  return { path: 'policy.json', size: bytes.length, bytes: () => bytes }
}
