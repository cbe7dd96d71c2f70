import { type IgnoredFinding, isStatementFinding, type Report } from '../model/report.js'
import { cut } from '../text/cut.js'
import { plural } from '../text/words.js'

/** Where an ignored finding is, for a person: path and line, bucket or address, and Sid. Raw text, in parts to escape. */
export interface IgnoredPlace {
  readonly place: string
  /** What is there, each a word for its kind with a name that somebody else chose. */
  readonly names: readonly { readonly kind: string; readonly name: string }[]
}

const NAME_LENGTH = 120

export function ignoredPlace(one: IgnoredFinding): IgnoredPlace {
  const { location, policy } = one
  const sid = isStatementFinding(one) ? one.statement.sid : null
  const names = [
    { kind: 'bucket', name: policy.bucket },
    { kind: 'address', name: policy.address },
    { kind: 'Sid', name: sid },
  ]
  return {
    place: `${location.path}:${location.startLine}`,
    names: names.flatMap(({ kind, name }) => (name === null ? [] : [{ kind, name: cut(name, NAME_LENGTH) }])),
  }
}

/** How many Deny statements block Clumio all the same, in words, or that none is told; null when the configuration silences none. */
export function ignoredBlocks({ ignored, blocksUntold }: Report): string | null {
  if (blocksUntold === true)
    return 'what blocks is not told, since the rule deny-blocks-clumio is off in the configuration'
  const count = ignored.filter(({ rule }) => rule === 'deny-blocks-clumio').length
  if (count === 0) return null
  return `${plural(count, 'Deny statement')} that ${count === 1 ? 'blocks' : 'block'} Clumio ${count === 1 ? 'is' : 'are'} ignored by the configuration`
}
