/** A root module that declares bucket policies, itself or through local modules, which no plan tells. */
export interface UnplannedRoot {
  readonly folder: string
  /** A plan of it was given that holds others of its policies, or none. */
  readonly hasPlan: boolean
  /** The first declaration, which a finding points at. */
  readonly path: string
  readonly offset: number
  readonly address: string
  readonly policies: number
}
