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
  return `${overview({ result, told, inline: 0, notices: true, remarks: [] }, view, roomFor(result.bytes))}\n`
}
