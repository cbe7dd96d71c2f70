import { type Assembly, assemblyIn } from '../cloudformation/assembly.js'
import type { Origin } from '../documents/policy.js'
import { readJsonFile } from '../documents/read.js'
import type { Tree } from '../sources/sources.js'
import type { Unit } from '../units/unit.js'

/** Units with the templates of cloud assemblies known as what the CDK wrote, by the manifest beside them. */
export function withAssemblies(units: readonly Unit[], tree: Pick<Tree, 'read'>): readonly Unit[] {
  const assemblies = new Map<string, Assembly | null>()
  const assemblyAt = (folder: string): Assembly | null => {
    const known = assemblies.get(folder)
    if (known !== undefined) return known
    const inFolder = (file: string) => (file.includes('/') ? null : readJsonFile(tree.read(folder + file)))
    const found = assemblyIn(inFolder('manifest.json'), inFolder)
    assemblies.set(folder, found)
    return found
  }
  return units.map((unit) => (unit.kind === 'file' ? withAssembly(unit, assemblyAt) : unit))
}

function withAssembly(unit: Extract<Unit, { kind: 'file' }>, assemblyAt: (folder: string) => Assembly | null): Unit {
  const folder = unit.path.slice(0, unit.path.lastIndexOf('/') + 1)
  const file = unit.path.slice(folder.length)
  const isTemplate = [...unit.policies, ...unit.settings].some(({ origin }) => origin.source === 'cloudformation')
  const assembly = isTemplate ? assemblyAt(folder) : null
  if (assembly === null) return unit
  const made = <T extends { readonly origin: Origin }>(one: T): T => {
    const id = one.origin.address?.split('.').at(-1) ?? null
    return { ...one, origin: { ...one.origin, generated: assembly.generated(file, id, one.origin.generated ?? null) } }
  }
  const policies = new Map(unit.policies.map((policy) => [policy, made(policy)]))
  const settings = unit.settings.map((setting) => ({
    ...made(setting),
    policies: { ...setting.policies, list: setting.policies.list.map((one) => policies.get(one) ?? one) },
  }))
  return { ...unit, policies: [...policies.values()], settings }
}
