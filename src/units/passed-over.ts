import type { TerraformSource } from '../terraform/roots/declarations.js'
import { holdingsOf } from '../terraform/roots/terragrunt.js'
import { folderOf } from '../text/paths.js'
import { holdsPolicy } from '../text/policy-text.js'
import { replacedByOpenTofu, variableFiles } from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'
import type { RootUnit, UnreadableUnit } from './unit.js'

/**
 * Files of Terraform that hold a bucket policy and belong to nothing that is judged: values that no root module is judged
 * with, configuration that only one of the two tools reads, and what Terragrunt makes when it runs. Whether anybody
 * applies them, they do not say.
 *
 * @param judged files that were looked at, whether a root module holds them or not
 * @param isTold whether a file of Terragrunt was looked at by itself, or a plan tells what it comes to
 */
export function passedOver(
  tree: SourceTree,
  roots: readonly RootUnit[],
  judged: readonly TerraformSource[],
  isTold: (path: string) => boolean,
): readonly UnreadableUnit[] {
  const checkout = tree.checkout()
  const given = new Set(roots.flatMap(({ parts }) => parts.flatMap(({ unplanned }) => unplanned.files)))
  const isLoaded = (path: string) => {
    const folder = folderOf(path)
    return checkout.modules.has(folder) && variableFiles(tree.files.list(folder)).includes(path)
  }
  const values = checkout.values.filter(({ path, text }) => !given.has(path) && holdsPolicy(text) && !isLoaded(path))
  const replaced = judged.filter(
    ({ path, mayHold }) => mayHold && replacedByOpenTofu(tree.files.list(folderOf(path))).has(path),
  )
  const made = checkout.unitFiles.filter(({ path }) => !isTold(path))
  return [
    ...made.flatMap(({ path, text }) => heldByUnit(path, text)),
    ...values.map(({ path, text }) => unread(path, text, NO_ROOT)),
    ...replaced.map(({ path }) => unread(path, tree.lines(path)?.text ?? '', FOR_TERRAFORM)),
  ]
}

function heldByUnit(path: string, text: string): readonly UnreadableUnit[] {
  return holdingsOf(text).map(({ why, ...told }) => ({ kind: 'unreadable', path, text, reason: why, ...told }))
}

const NO_ROOT =
  'it gives variables a bucket policy, and no root module is judged with it; name it in terraformVariables'
const FOR_TERRAFORM = 'OpenTofu reads the .tofu file of its name, which counts here; Terraform reads this one'

function unread(path: string, text: string, reason: string): UnreadableUnit {
  const offset = Math.max(0, text.search(/Statement|aws_s3_bucket_policy/))
  return { kind: 'unreadable', path, text, reason, offset, unsure: true }
}
