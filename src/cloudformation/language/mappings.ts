import { isObject, member, memberAt } from '../../tree/value.js'
import { intrinsic } from './calls.js'

/**
 * What `Fn::FindInMap` under literal keys finds, else its `DefaultValue`; under the Region only where all Regions have the same,
 * and so has the default (AWS::LanguageExtensions).
 */
export function mapped(value: unknown, { mappings }: { readonly mappings: unknown }): unknown {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::FindInMap' || !Array.isArray(call.argument)) return undefined
  const [name, top, second, options] = call.argument
  if (typeof name !== 'string' || typeof second !== 'string') return undefined
  const map = member(mappings, name)
  const fallback = member(options, 'DefaultValue')
  if (typeof top === 'string') return known(memberAt(map, top, second) ?? fallback)
  if (intrinsic(top) === null || !isObject(map)) return undefined
  const found = Object.values(map).map((one) => memberAt(one, second))
  const [first, ...others] = fallback === undefined ? found : [...found, fallback]
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? known(first) : undefined
}

function known(value: unknown): unknown {
  const isText = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one)
  return isText(value) || (Array.isArray(value) && value.every(isText)) ? value : undefined
}
