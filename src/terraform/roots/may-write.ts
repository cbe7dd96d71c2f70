import type { Checkout } from './checkout.js'
import type { TerraformSource } from './declarations.js'

/** Whether a module of the checkout that may write a bucket policy has variables of these names. */
export function mayTake(names: readonly string[], checkout: Checkout): boolean {
  const takes = (folder: string) => names.every((name) => checkout.declares(folder, name))
  return [...checkout.modules.keys()].some((folder) => takes(folder) && mayWrite(folder, checkout))
}

/** Whether a module, or one that it calls, may write a bucket policy. */
export function mayWrite(folder: string, checkout: Checkout): boolean {
  const files = [...checkout.reachable(folder)].flatMap((one) => checkout.modules.get(one) ?? [])
  const isOfBuckets = ({ resources, sources }: TerraformSource) =>
    [...resources].some((name) => OF_BUCKETS.test(name)) || sources.some((one) => /s3|bucket/i.test(one))
  return files.some((file) => file.mayHold && isOfBuckets(file))
}

/** Resources that may put a bucket policy or a setting of a bucket in place. */
export const OF_BUCKETS = /^aws(?:cc)?_(?:s3_bucket|cloud(?:formation|control))/
