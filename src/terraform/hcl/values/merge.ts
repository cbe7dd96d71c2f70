import {
  effectiveMembers,
  type Member,
  type ObjectValue,
  oneOf,
  type SourceOrigin,
  unnamed,
  type Value,
} from './value.js'

/** `merge(…)`: later members win, and each keeps the place where it was written. */
export function mergeObjects(args: readonly Value[], origin: SourceOrigin): ObjectValue {
  const members = new Map<string, Member>()
  let open = false
  for (const arg of args) {
    const options = optionsOf(arg)
    if (options.every((option) => option.kind === 'null')) continue
    const known = options.flatMap((option) => (option.kind === 'object' ? [option] : []))
    const isOpen = known.some((one) => one.open) || options.some(({ kind }) => kind !== 'object' && kind !== 'null')
    if (isOpen) for (const one of unsure([...members.values()])) members.set(one.name, one)
    for (const one of overlay(members, known, options.length)) members.set(one.name, one)
    open ||= isOpen
  }
  const result: ObjectValue = { kind: 'object', members: [...members.values()], open, origin }
  return args.every((arg) => arg.kind === 'object' && arg.shape === 'object') ? { ...result, shape: 'object' } : result
}

/** Members that others of the same name may replace. */
export function unsure(members: readonly Member[]): readonly Member[] {
  return members.map((one) => ({
    ...one,
    value: oneOf([one.value, unnamed(`what may replace ${one.name}`)], one.value.origin),
  }))
}

function optionsOf(arg: Value): readonly Value[] {
  if (arg.kind === 'repeated') return [...optionsOf(arg.body), { kind: 'null', origin: null }]
  return arg.kind === 'oneOf' ? arg.options.flatMap(optionsOf) : [arg]
}

function byName(members: readonly Member[]): ReadonlyMap<string, Member> {
  return new Map(members.map((one) => [one.name, one]))
}

/** What one of several objects puts over members: where an object does not have it, the one below stays. */
function overlay(
  below: ReadonlyMap<string, Member>,
  objects: readonly ObjectValue[],
  options: number,
): readonly Member[] {
  const [only] = objects
  if (only !== undefined && options === 1) return effectiveMembers(only)
  const layers = objects.map((object) => byName(effectiveMembers(object)))
  const all = byName(layers.flatMap((layer) => [...layer.values()]))
  return [...all.values()].map((one) => {
    const values = layers.flatMap((layer) => layer.get(one.name)?.value ?? [])
    const missing =
      values.length < options ? [below.get(one.name)?.value ?? { kind: 'null' as const, origin: null }] : []
    return { ...one, value: oneOf([...new Set([...values, ...missing])], one.value.origin) }
  })
}
