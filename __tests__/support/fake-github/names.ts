/** The repository that the fake serves, and the one a fork's head is in. */
export const REPOSITORY = 'acme/policies'
export const FORK = 'stranger/policies'

/** Where the action comes from. */
export const ACTION = 'acme/clumio-policy-check'

/** The page of everything. */
export const WEB = 'https://github.example'

const IDS: Readonly<Record<string, number>> = { [REPOSITORY]: 77_001, [FORK]: 77_002, [ACTION]: 77_003 }

/** A repository's id tells it apart where a name could be taken over. */
export function repositoryId(name: string): number {
  const id = IDS[name]
  if (id === undefined) throw new Error(`no repository ${name}`)
  return id
}
