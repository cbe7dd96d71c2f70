import { isObject, type JsonObject, member } from '../../tree/value.js'

/** A value that is known only after apply, in the place of the value. */
export interface PlannedUnknown {
  readonly unknown: string
}

const MARK = Symbol('unknown')

/** Marks are objects that no JSON text can hold. */
export function plannedUnknown(name: string): PlannedUnknown {
  return { unknown: name, [MARK]: true } as PlannedUnknown
}

export function isPlannedUnknown(value: unknown): value is PlannedUnknown {
  return typeof value === 'object' && value !== null && MARK in value
}

/**
 * A value with its `after_unknown` mask put over it: `true` in the mask is unknown. Terraform leaves what is unknown out
 * of the value, so members may stand in the mask alone.
 */
export function masked(value: unknown, mask: unknown, name: string): unknown {
  if (mask === true) return plannedUnknown(name)
  if (value === undefined) return undefined
  if (Array.isArray(value)) {
    const masks: readonly unknown[] = Array.isArray(mask) ? mask : []
    // Old formats leave unknown elements out of the value and keep them in the mask.
    const length = Math.max(value.length, masks.length)
    return Array.from({ length }, (_, i) => masked(value[i], masks[i], `${name}[${i}]`))
  }
  if (typeof value === 'object' && value !== null) {
    const values = value as JsonObject
    const masks = isObject(mask) ? mask : {}
    const keys = new Set([...Object.keys(values), ...Object.keys(masks)])
    return Object.fromEntries(
      [...keys].map((key) => [key, masked(member(values, key), member(masks, key), `${name}.${key}`)]),
    )
  }
  return value
}
