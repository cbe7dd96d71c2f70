import { isObject, member, memberAt } from '../../tree/value.js'
import { intrinsic } from './calls.js'

/** What `Fn::FindInMap` under literal keys finds; under the Region only where all Regions have the same. */
export function mapped(value: unknown, { mappings }: { readonly mappings: unknown }): unknown {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::FindInMap' || !Array.isArray(call.argument)) return undefined
  const [name, top, second] = call.argument
  if (typeof name !== 'string' || typeof second !== 'string') return undefined
  const map = member(mappings, name)
  if (typeof top === 'string') return known(memberAt(map, top, second))
  if (intrinsic(top) === null || !isObject(map)) return undefined
  const [first, ...others] = Object.values(map).map((one) => memberAt(one, second))
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? known(first) : undefined
}

function known(value: unknown): unknown {
  const isText = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one)
  return isText(value) || (Array.isArray(value) && value.every(isText)) ? value : undefined
}
