/** The folder that a path begins in. */
export type Start =
  /** The folder of the unit. */
  | { readonly kind: 'own' }
  /** The top of the checkout. */
  | { readonly kind: 'top' }
  /** A folder by its path. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** The folder of another file. */
  | { readonly kind: 'beside'; readonly file: UnitPath }
  /** What has a name in the closest folder above that has one; or the folder that it is in. */
  | { readonly kind: 'above'; readonly name: string; readonly isIn: boolean }

/** A path to a module or a file of the checkout. */
export interface UnitPath {
  readonly start: Start
  readonly path: string
}
