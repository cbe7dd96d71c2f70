import { isUnrestricted, selects } from '../clumio/integrations.js'
import type { CheckOptions, IgnoreEntry } from '../model/options.js'
import { isExpired } from '../rules/expired-ignore.js'
import type { Subject } from '../rules/index.js'
import type { Gathered } from './gather.js'
import type { Judgement } from './judgement.js'

/**
 * Entries of the configuration that met nothing. None where the run is not about everything, or where something was
 * not judged that they may be for.
 *
 * @param used ignore entries that fit some finding
 */
export function unusedEntries(
  { entries = null, ignore, today }: CheckOptions,
  { units }: Pick<Gathered, 'units'>,
  { unread, places }: Pick<Judgement, 'unread' | 'places'>,
  used: ReadonlySet<IgnoreEntry>,
): readonly Subject[] {
  if (entries === null || unread.length > 0 || units.some(({ kind }) => kind === 'root')) return []
  const isMet = (selector: (typeof entries.integrations)[number]) => places.some((place) => selects(selector, place))
  return [
    ...ignore
      .filter((one) => !used.has(one) && !isExpired(one, today))
      .map(({ reason, location }) => unused('ignore', reason, location)),
    // One without lists is for whatever there is.
    ...entries.integrations
      .filter((one) => !isUnrestricted(one) && !isMet(one))
      .map(({ name, location }) => unused('integration', name, location)),
    ...(entries.protect !== null && places.length === 0 ? [unused('protect', '', entries.protect)] : []),
  ]
}

type Unused = Extract<Subject, { kind: 'unused-entry' }>

function unused(entry: Unused['entry'], name: string, location: Unused['location']): Unused {
  return { kind: 'unused-entry', entry, name, location }
}
