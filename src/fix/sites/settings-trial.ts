import { ENFORCED } from '../../documents/ownership.js'
import type { Policy } from '../../documents/policy.js'
import type { PlannedResource } from '../../terraform/plan/index.js'
import { type AttributeRequest, givenVariables, locateAttribute } from '../../terraform/trace/index.js'
import type { TextEdit } from '../../text/edit.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import type { EditGroup } from '../site.js'
import { changedStatements, declaresSame, withTexts } from './compare-sources.js'
import { editedTexts, withEdits } from './edited-texts.js'

/** One edit of a source file, and the planned settings that it is for. */
export interface SettingEdit {
  readonly group: EditGroup
  readonly path: string
  readonly edits: readonly TextEdit[]
  /** It changes the setting's own attribute, not a name that it refers to. */
  readonly isDirect: boolean
  readonly changes: ReadonlySet<PlannedResource>
}

/** A setting that a plan puts in place, and what to ask the sources about it. */
export interface PlannedSetting {
  readonly change: PlannedResource
  readonly request: AttributeRequest
}

/** All that an edit of the sources might change. */
export interface SettingContext {
  readonly settings: readonly PlannedSetting[]
  readonly policies: readonly Policy[]
  readonly sources: PlannedSources
}

/**
 * Evaluates the sources with the edits in them: the settings that they are for must be `BucketOwnerEnforced`, every
 * other one and all policies as before. All are tried together; where that shows anything else, each is tried alone.
 */
export async function trySettings(
  edits: readonly SettingEdit[],
  context: SettingContext,
): Promise<ReadonlyMap<EditGroup, boolean>> {
  const results = await withEdits(edits, async (some) => ((await changesOnlyWanted(some, context)) ? true : null))
  return new Map([...results].map(([{ group }, holds]) => [group, holds === true]))
}

async function changesOnlyWanted(
  edits: readonly SettingEdit[],
  { settings, policies, sources }: SettingContext,
): Promise<boolean> {
  const texts = editedTexts(edits, sources)
  if (texts === null) return false
  const after = withTexts(sources.files, texts)
  for (const { change, request } of settings) {
    // An edit may change the value of a variable, which the plan states as it was.
    const open = { ...request, variables: await givenVariables(request, sources.files), planned: null }
    const { value: now } = await locateAttribute(open, after)
    if (edits.some(({ changes }) => changes.has(change))) {
      if (now !== ENFORCED) return false
    } else {
      const { value: before } = await locateAttribute(open, sources.files)
      if (JSON.stringify(before) !== JSON.stringify(now)) return false
    }
  }
  if (edits.every(({ isDirect }) => isDirect)) return true
  const requests = policies.map((policy) => sources.requestFor(policy)).filter((request) => request !== null)
  if (!(await declaresSame(requests, sources.files, after))) return false
  return (await changedStatements(requests, sources.files, after)).length === 0
}
