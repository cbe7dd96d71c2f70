import type { Node } from 'jsonc-parser'
import { roleArn, vendorPrincipals } from '../../clumio/integrations.js'
import { ENFORCED } from '../../documents/ownership.js'
import type { Origin } from '../../documents/policy.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { Draft, SettingDraft, StatementDraft } from '../../rules/drafts/draft.js'
import { applyTextEdits, type TextEdit } from '../../text/edit.js'
import { type JsonTree, type Span, spanOf, treeOf } from '../../tree/json.js'
import { locationOf } from '../locate.js'
import { WHY } from '../offer.js'
import { layoutOf } from '../patch/json/layout.js'
import { type Edits, notPrincipalEdits } from '../patch/json/not-principal.js'
import { principalArnEdits } from '../patch/json/principal-arn.js'
import type { EditGroup, FixRemedy, Manner, Patch, Place, RemediableDraft, Site, Trial } from '../site.js'
import { policySize } from '../size.js'
import { ownershipCommands, rolesOrPlaceholders, standIns } from '../snippet.js'
import { type EditedDocument, verifyEdit } from '../verify.js'
import { statementNode, statementSpan } from './text-span.js'

/** One file with policies or settings in it: bare, in a list or stream, in a template, or wrapped in a string. */
export class TextSite implements Site {
  /** A policy on one line is long: then the member alone is shown. */
  readonly manner: Manner = {
    longestShown: 2500,
    closing: null,
    alternative: 'tried',
    inWords: 'full',
    unfixed: 'reason',
  }
  readonly #path: string
  readonly #text: string
  readonly #options: CheckOptions

  constructor(path: string, text: string, options: CheckOptions) {
    this.#path = path
    this.#text = text
    this.#options = options
  }

  text(path: string): string | null {
    return path === this.#path ? this.#text : null
  }

  async place(draft: Draft, edits: readonly TextEdit[]): Promise<Place> {
    const text = this.#text
    return { location: locationOf(this.#path, text, this.#spanOf(draft, edits)), text, because: null }
  }

  #spanOf(draft: Draft, edits: readonly TextEdit[]): Span {
    switch (draft.rule) {
      case 'object-ownership': {
        const node = this.#settingNode(draft)
        return node === null ? { start: 0, end: 0 } : spanOf(node)
      }
      case 'policy-unknown':
      case 'policy-unreadable': {
        const start = Math.min(draft.offset, draft.text.length)
        return { start, end: Math.min(start + 1, draft.text.length) }
      }
      default:
        return statementSpan(draft, this.#treeOf(draft.judged.policy.origin), edits)
    }
  }

  async obstacle(draft: RemediableDraft): Promise<string | null> {
    if (draft.rule !== 'object-ownership') return draft.judged.policy.origin.wrapped ? WHY.wrapped : null
    if (draft.setting.origin.wrapped) return WHY.wrappedSetting
    if (this.#settingNode(draft)?.type !== 'string') return WHY.settingNotWritten
    if (!draft.aclsInUse) return null
    return draft.setting.aclsNeeded === true ? WHY.logs : WHY.acls
  }

  async patch(draft: RemediableDraft, remedy: FixRemedy): Promise<Patch> {
    if (draft.rule === 'object-ownership') return this.#settingPatch(draft)
    if (remedy === 'bucket-owner-enforced') return { ok: false, why: WHY.notWritten }
    const statement = statementNode(draft, this.#treeOf(draft.judged.policy.origin))
    if (statement === null) return { ok: false, why: WHY.notWritten }
    const edits = printed(remedy, draft, this.#text, statement)
    return 'reason' in edits ? { ok: false, why: edits.reason } : { ok: true, path: this.#path, edits: edits.edits }
  }

  #settingPatch(draft: SettingDraft): Patch {
    const node = this.#settingNode(draft)
    if (node === null) return { ok: false, why: WHY.settingNotWritten }
    const edit = { offset: node.offset, length: node.length, text: JSON.stringify(ENFORCED) }
    return { ok: true, path: this.#path, edits: [edit] }
  }

  /** What a file holds is read from it once. */
  async others(): Promise<readonly string[]> {
    return []
  }

  async tryOut(groups: readonly EditGroup[]): Promise<ReadonlyMap<EditGroup, Trial>> {
    const trials = new Map<EditGroup, Trial>()
    for (const group of groups) trials.set(group, await this.#trialOf(group))
    return trials
  }

  async #trialOf({ drafts, remedy, edits }: EditGroup): Promise<Trial> {
    const sizes = new Map<RemediableDraft, number>()
    for (const draft of drafts) {
      // The one word of a setting that changes is all that there is to it.
      if (draft.rule === 'object-ownership' || remedy === 'bucket-owner-enforced') continue
      const after = this.#edited(draft.judged.policy.origin, edits)
      const result = await verifyEdit({ after, draft, remedy, options: this.#options })
      if (!result.ok) return result
      sizes.set(draft, policySize(result.policy))
    }
    return { ok: true, sizes }
  }

  /**
   * The edited text of the one document of the file that the edits are in; of a policy that is an element of a list that
   * of the policy, since nobody looks at the other elements.
   */
  #edited(origin: Origin, edits: readonly TextEdit[]): EditedDocument {
    const { base, at, source } = origin
    const tree = this.#treeOf(origin)
    const own = source === 'policy-json' && at.length > 0 ? tree.at(at) : null
    const { start, end } = own === null ? { start: base, end: tree.end } : spanOf(own)
    const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }))
    return { text: applyTextEdits(this.#text.slice(start, end), inside), at: own === null ? at : [] }
  }

  async settingLines({ setting }: SettingDraft): Promise<string> {
    return setting.origin.wrapped ? ownershipCommands(setting.bucket) : `"ObjectOwnership": "${ENFORCED}"`
  }

  #settingNode({ setting }: SettingDraft): Node | null {
    const { origin } = setting
    return origin.at.length === 0 ? null : this.#treeOf(origin).at(origin.at)
  }

  #treeOf({ base }: Origin): JsonTree {
    return treeOf(this.#text, base)
  }
}

/** A remedy printed in the style of the statement. */
function printed(remedy: Remedy, draft: StatementDraft, text: string, statement: Node): Edits {
  const layout = layoutOf(text, statement)
  const named = rolesOrPlaceholders(draft)
  const { partition } = draft.subject.bucket
  if (remedy === 'principal-arn') {
    return principalArnEdits(text, statement, [...new Set(named.map((role) => roleArn(role, partition)))], layout)
  }
  const principals = vendorPrincipals(named, partition)
  return notPrincipalEdits(text, statement, principals, (entry) => standIns(entry, named, partition), layout)
}
