import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** The published schema of the JSON report. */
export const REPORT_SCHEMA: object = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
)

let valid: ValidateFunction | null = null

/** Throws for a report that is not as the schema says, with where and how. */
export function holdToSchema(report: unknown): void {
  valid ??= new Ajv({ strict: false, allErrors: false }).compile(REPORT_SCHEMA)
  if (!valid(report)) throw new Error(`not a report: ${JSON.stringify(valid.errors)}`)
}
