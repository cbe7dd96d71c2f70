import { VENDOR_SESSIONS } from '../clumio/integrations.js'
import { FEATURES } from '../model/options.js'
import { joinWords, plural } from '../text/words.js'
import type { Evidence, HeaderTally, RoleSeen, Tally } from './evidence.js'

/** An entry of `context` with what it rests on. */
interface Entry {
  readonly key: string
  readonly values: readonly string[] | null
  readonly why: string
}

/** Sessions of one role, where another than the vendor's was seen. */
interface Sessions {
  readonly role: string
  readonly names: readonly string[]
  readonly why: string
}

/** Session names that differ from request to request are no list to keep. */
const MAX_SESSIONS = 20

/**
 * What evidence proves, as a configuration: JSON, with what each entry rests on and what makes none in comments. No text
 * of an event is in it but the values of entries, names of roles and their sessions.
 *
 * @param stated sessions that the configuration names already, by the name of the role
 */
export function printEvidence(evidence: Evidence, stated: ReadonlyMap<string, readonly string[]>): string {
  const { requests, failed, events, roles, features } = evidence
  if (requests === 0) {
    const refused = failed === 0 ? '' : `, ${failed} of the role, which failed`
    return `No request of the role to S3 succeeded in ${plural(events, 'event')}${refused}: nothing is proved.\n`
  }
  const { entries, told } = factsOf(evidence)
  const sessions = roles.map((role) => sessionsOf(role, stated.get(role.role) ?? []))
  const seen = FEATURES.filter((feature) => features.has(feature))
  const unseen = FEATURES.filter((feature) => !features.has(feature))
  const lines = [
    `${plural(requests, 'request')} of ${joinWords(roles.map(arnOf))} succeeded; what failed proves nothing.`,
    ...sessions.flatMap((one) => ('told' in one ? [one.told] : [])),
    `Features seen: ${seen.map((feature) => `${feature} (${eventsOf(features.get(feature) ?? 0)})`).join(', ') || 'none'}.`,
    ...(unseen.length === 0 ? [] : [`Not seen, so that no entry is about them: ${unseen.join(', ')}.`]),
    ...told,
  ]
  const integrations = sessions.filter((one) => 'names' in one)
  return `${lines.map((line) => `// ${line}\n`).join('')}${configuration(integrations, entries)}`
}

function configuration(integrations: readonly Sessions[], entries: readonly Entry[]): string {
  const roles = integrations.map(
    ({ role, names, why }) =>
      `    {\n      "role": ${JSON.stringify(role)},\n      // ${why}\n      "sessions": ${JSON.stringify(names, null, 2).replaceAll('\n', '\n      ')}\n    }`,
  )
  const facts = entries.map(({ key, values, why }) => {
    const value = values === null ? null : values.length === 1 ? values[0] : values
    return `    // ${why}\n    ${JSON.stringify(key)}: ${JSON.stringify(value).replaceAll('","', '", "')}`
  })
  const sections = [
    ...(roles.length === 0 ? [] : [`  "integrations": [\n${roles.join(',\n')}\n  ]`]),
    ...(facts.length === 0 ? [] : [`  "context": {\n${facts.join(',\n')}\n  }`]),
  ]
  return sections.length === 0 ? '{}\n' : `{\n${sections.join(',\n')}\n}\n`
}

function eventsOf(count: number): string {
  return plural(count, 'event')
}

function arnOf({ partition, account, path, role }: RoleSeen): string {
  return path === null ? role : `arn:${partition}:iam::${account}:role${path}${role}`
}

function sessionsOf(role: RoleSeen, stated: readonly string[]): Sessions | { readonly told: string } {
  const counted = [...role.sessions].sort(([a], [b]) => (a < b ? -1 : 1))
  const isVendors = (name: string) => VENDOR_SESSIONS.some((one) => one === name)
  const others = counted.filter(([name]) => !isVendors(name)).map(([name]) => name)
  if (others.length > MAX_SESSIONS) return { told: `sessions: ${others.length} other names, too many for an entry.` }
  const why = `sessions: ${counted.map(([name, count]) => `${name} (${eventsOf(count)})`).join(', ')}`
  if (others.length === 0) return { told: `${why}; all of them are the vendor's, so that no entry is needed.` }
  return { role: arnOf(role), names: [...new Set([...VENDOR_SESSIONS, ...stated, ...others])], why }
}

/** Entries for what all requests agree in; sentences for what some of them had, and for what was not seen. */
function factsOf({ endpoints, told, viaService, headers, requests }: Evidence) {
  const facts = [...networkFacts(endpoints), ...told.map(toldFact), ...headers.map(headerFact)]
  if (viaService > 0) facts.push(serviceFact({ asked: requests, there: viaService, values: ['true'] }))
  const entries = facts.flatMap((one) => (one !== null && typeof one !== 'string' ? [one] : []))
  const sentences = facts.filter((one) => typeof one === 'string')
  const absent = headers.filter(({ there, ofCopies }) => there === 0 && !ofCopies)
  if (absent.length > 0) {
    const asked = plural(
      Math.max(...absent.map((one) => one.asked)),
      'request that can carry them',
      'requests that can carry them',
    )
    sentences.push(
      `Not seen on ${asked}, as far as CloudTrail logs it, which is evidence and no proof: ${absent.map(({ key }) => key).join(', ')}.`,
    )
  }
  return { entries, told: sentences }
}

/** A request through an endpoint has no `aws:SourceIp`, one of none has none of its keys (IAM User Guide, global keys). */
function networkFacts(endpoints: Tally): readonly (Entry | string)[] {
  const { asked, there, values } = endpoints
  const key = 'aws:SourceVpce'
  if (there === 0) {
    const why = `${eventsOf(asked)} of ${asked}, none of them through a VPC endpoint`
    return [key, 'aws:SourceVpc', 'aws:VpcSourceIp'].map((one) => ({ key: one, values: null, why }))
  }
  if (there < asked || values === null) return [inSome(key, endpoints)]
  const why = `${eventsOf(there)} of ${asked}, through VPC endpoints`
  return [
    { key, values, why },
    { key: 'aws:SourceIp', values: null, why },
  ]
}

function toldFact({ key, ...tally }: Tally & { readonly key: string }): Entry | string | null {
  const { asked, there, values } = tally
  if (there === 0) return null
  return there === asked && values !== null
    ? { key, values, why: `${eventsOf(there)} of ${asked}` }
    : inSome(key, tally)
}

function serviceFact(tally: Tally): Entry | string {
  const key = 'aws:ViaAWSService'
  const { asked, there, values } = tally
  return there === asked ? { key, values, why: `${eventsOf(there)} of ${asked}` } : inSome(key, tally)
}

function headerFact(tally: HeaderTally): Entry | string | null {
  const { key, asked, there, values, operations, ofCopies } = tally
  if (there === 0) return null
  const sending = [...operations.all, ...operations.some]
  if (there === asked && values !== null && !ofCopies) {
    return { key, values, why: `${eventsOf(there)} of ${asked} that can carry it (${operations.all.join(', ')})` }
  }
  const others = operations.none.length === 0 ? '' : `, not of ${operations.none.join(', ')}`
  return `${inSome(key, tally)} It was sent by requests of ${sending.join(', ')}${others}.`
}

function inSome(key: string, { asked, there, values }: Tally): string {
  const shown = there === asked && values === null ? ', with values that are not shown' : ''
  return `${key}: in ${there} of ${eventsOf(asked)}${shown}: no entry, which would hold for every request.`
}
