import { isObject, member, memberAt } from '../tree/value.js'

/** What a cloud assembly of the CDK says of the templates in its folder. */
export interface Assembly {
  /**
   * Why a resource is not edited where it stands, with the construct and the stack that it is of.
   *
   * @param own the same by the template alone, which may name the construct
   */
  readonly generated: (file: string, logicalId: string | null, own: string | null) => string
}

/**
 * Reads the `manifest.json` of a cloud assembly (AWS CDK, `@aws-cdk/cloud-assembly-schema`, "AssemblyManifest"); null for
 * any other file.
 *
 * @param open yields a file of the folder as a value: since 2025 a stack's metadata may lie beside the manifest
 */
export function assemblyIn(manifest: unknown, open: (file: string) => unknown): Assembly | null {
  const artifacts = member(manifest, 'artifacts')
  if (typeof member(manifest, 'version') !== 'string' || !isObject(artifacts)) return null
  const stacks = Object.entries(artifacts).flatMap(([id, one]) => stackOf(id, one, open) ?? [])
  if (stacks.length === 0) return null
  return {
    generated: (file, logicalId, told) => {
      const own = stacks.filter((stack) => stack.file === file)
      const holding = (own.length > 0 ? own : stacks).filter(({ constructs }) => constructs.has(logicalId ?? ''))
      const [stack, ...others] = holding
      // The templates of nested stacks are no artifacts; the metadata of the stack around them names their constructs.
      return stack === undefined || others.length > 0
        ? ofStack(told ?? madeByCdk(null), own[0]?.name ?? null)
        : madeByCdk(stack.constructs.get(logicalId ?? '') ?? null, stack.name)
    },
  }
}

/** Why what the CDK wrote is not edited. */
export function madeByCdk(construct: string | null, stack: string | null = null): string {
  const what = construct === null ? 'its constructs' : `the construct ${construct.slice(0, MAX_SHOWN)}`
  return ofStack(`the CDK wrote this template: change ${what}`, stack)
}

function ofStack(told: string, stack: string | null): string {
  return stack === null ? told : `${told} of the stack ${stack.slice(0, MAX_SHOWN)}`
}

/** The CDK's own limit for a logical id, and more than anybody's path has. */
const MAX_SHOWN = 255

interface Stack {
  readonly name: string
  readonly file: string
  /** Paths of constructs by the logical ids that they got. */
  readonly constructs: ReadonlyMap<string, string>
}

function stackOf(id: string, artifact: unknown, open: (file: string) => unknown): Stack | null {
  const file = memberAt(artifact, 'properties', 'templateFile')
  if (member(artifact, 'type') !== 'aws:cloudformation:stack' || typeof file !== 'string') return null
  const name = memberAt(artifact, 'properties', 'stackName') ?? member(artifact, 'displayName')
  const beside = member(artifact, 'additionalMetadataFile')
  const metadata = [member(artifact, 'metadata'), typeof beside === 'string' ? open(beside) : undefined]
  const constructs = new Map(metadata.filter(isObject).flatMap((one) => Object.entries(one).flatMap(constructsIn)))
  return { name: typeof name === 'string' ? name : id, file, constructs }
}

function constructsIn([path, entries]: readonly [string, unknown]): readonly (readonly [string, string])[] {
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry) => {
    const id = member(entry, 'data')
    const isId = member(entry, 'type') === 'aws:cdk:logicalId' && typeof id === 'string'
    return isId ? [[id, path.replace(/^\//, '')] as const] : []
  })
}
