import { vi } from 'vitest'
import type * as Json from '../../src/report/formats/json.js'

/** Every JSON report that a test makes in its own process is held to the published schema; the runner holds the others. */
vi.mock('../../src/report/formats/json.js', async (importOriginal) => {
  const { json } = await importOriginal<typeof Json>()
  const held: typeof json = (result, context) => {
    const text = json(result, context)
    holdToSchema(JSON.parse(text))
    return text
  }
  const { holdToSchema } = await import('./report-schema.js')
  return { json: held }
})
