import { withoutCommands } from '../escape.js'
import type { Render } from '../format.js'
import { overview } from '../markdown/overview.js'
import { roomFor } from '../room.js'

/** The whole report as one Markdown page, as far as it is in proportion to what was checked. */
export const markdown: Render = (result, context) => {
  const view = {
    rulePages: context.rulePages,
    texts: result.texts,
    permalink: () => null,
    configuration: result.configuration ?? null,
  }
  const told = result.report.findings.map((finding) => ({ finding, reason: null }))
  const page = overview({ result, told, inline: 0, notices: true, remarks: [] }, view, roomFor(result.bytes))
  // A step may print it, and code stands there as it is.
  return `${withoutCommands(page)}\n`
}
