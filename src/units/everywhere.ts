import { configurationFiles, terraformFile } from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'

/** What was left out when root modules were judged from their sources. */
export interface LeftOut {
  /** The folders of those of which not every set of values, instance or statement was judged. */
  readonly roots: ReadonlySet<string>
  /** Files of values with which none was judged, or that cannot be read. */
  readonly values: readonly string[]
}

/**
 * Why what a variable of a module comes to is not known in every place where that is applied: some root module that uses
 * it was not judged, or not with every set of values, or Terraform and OpenTofu read different files of it.
 */
export type Gap = 'sets' | 'tools'

/** @param judged the folders of the root modules of which something was judged, from a plan or from sources */
export function gapAt(
  path: string,
  tree: SourceTree,
  { roots, values, judged }: LeftOut & { readonly judged: ReadonlySet<string> },
): Gap | null {
  const checkout = tree.checkout()
  const using = [...tree.rootsUsing(path)]
  const isLeft = (root: string) =>
    roots.has(root) ||
    (using.length > 1 && !judged.has(root)) ||
    values.some((file) => checkout.isBelow(file, root) || checkout.isApart(file))
  if (!checkout.isWhole || using.some(isLeft)) return 'sets'
  const folders = new Set(using.flatMap((root) => [...checkout.reachable(root)]))
  return [...folders].some((folder) => differs(folder, tree)) ? 'tools' : null
}

/** Whether Terraform and OpenTofu read something else in a folder: a file or an override that is there for one alone. */
function differs(folder: string, tree: Pick<SourceTree, 'files' | 'lines'>): boolean {
  const paths = tree.files.list(folder)
  const isOther = (path: string) => {
    const twin = path.replace(/\.tofu(?=\.json$|$)/, '.tf')
    if (paths.includes(twin)) return tree.lines(path)?.text !== tree.lines(twin)?.text
    return terraformFile(path)?.kind === 'override'
  }
  const isMixed = paths.some(
    (path) => terraformFile(path)?.tool === 'both' && terraformFile(path)?.kind !== 'variables',
  )
  return isMixed && configurationFiles(paths).some((path) => terraformFile(path)?.tool === 'opentofu' && isOther(path))
}
