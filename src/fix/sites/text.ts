import { roleArn, vendorPrincipals } from '../../clumio/integrations.js'
import { FORMS } from '../../documents/forms/index.js'
import { ENFORCED } from '../../documents/ownership.js'
import type { Origin, Policy } from '../../documents/policy.js'
import { readText } from '../../documents/read.js'
import { statementKey } from '../../iam/choices.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import { type Draft, originOf, type SettingDraft, type StatementDraft } from '../../rules/drafts/draft.js'
import { applyTextEdits, type TextEdit } from '../../text/edit.js'
import { grouped } from '../../text/group.js'
import { LineIndex } from '../../text/lines.js'
import { JsonTrees } from '../../tree/json.js'
import type { Node, Route, Span, Tree } from '../../tree/node.js'
import { OF_POLICY } from '../../tree/policy-shape.js'
import { locationOf, startOf } from '../locate.js'
import { WHY } from '../offer.js'
import { type Printers, patchNode, patchText } from '../patch/index.js'
import { BUCKET_OWNER_ENFORCED } from '../remedies/bucket-owner-enforced.js'
import { notPrincipal } from '../remedies/not-principal.js'
import type { StatementRemedy } from '../remedies/operation.js'
import { principalArn } from '../remedies/principal-arn.js'
import type { EditGroup, FixRemedy, Manner, Patch, Place, RemediableDraft, Site, Trial } from '../site.js'
import { policySize } from '../size.js'
import { listedIn, ownershipCommands, rolesOrPlaceholders, standIns } from '../snippet.js'
import { type EditedDocument, EditedText, verifyEdit } from '../verify.js'
import { type EmbeddedText, embeddedAt } from './embedded.js'
import { ownPiece, statementNode, statementSpan } from './text-span.js'
import { Users } from './users.js'

/** The documents of a text, by where they start. */
export interface Trees {
  readonly at: (base: number) => Tree
}

/** What a text needs besides itself. */
export interface TextParts {
  /** The documents of the text where some of them are in YAML. */
  readonly yaml?: Trees | null
  /** The printers; those that there are unless others are given. */
  readonly printers?: Printers['nodes']
  /** All policies that are written in the text, as they were gathered; read from it where they are not given. */
  readonly policies?: readonly Policy[]
}

/** One file with policies or settings in it: bare, in a list or stream, in a template, or wrapped in a string. */
export class TextSite implements Site {
  /** A policy on one line is long: then the member alone is shown. */
  readonly manner: Manner = {
    longestShown: 2500,
    closing: null,
    alternative: 'tried',
    inWords: 'both',
    unfixed: 'reason',
  }
  readonly #path: string
  readonly #lines: LineIndex
  readonly #json: Trees
  readonly #yaml: Trees
  readonly #options: CheckOptions
  readonly #printers: Printers['nodes']
  readonly #embedded = new Map<Origin, EmbeddedText | null>()
  /** Those of each document, by where it starts. */
  readonly #users = new Map<number, Users>()
  #policies: Promise<readonly Policy[]> | null = null

  constructor(path: string, text: string, options: CheckOptions, parts: TextParts = {}) {
    const { yaml, printers, policies } = parts
    this.#path = path
    this.#lines = new LineIndex(text)
    this.#json = new JsonTrees(text)
    this.#yaml = yaml ?? this.#json
    this.#options = options
    this.#printers = printers
    if (policies !== undefined) this.#policies = Promise.resolve(policies)
  }

  lines(path: string): LineIndex | null {
    return path === this.#path ? this.#lines : null
  }

  async place(draft: Draft, edits: readonly TextEdit[]): Promise<Place> {
    const { text } = this.#lines
    const line = originOf(draft).line ?? null
    if (line !== null)
      return { location: { ...startOf(this.#path), startLine: line, endLine: line }, text: null, because: null }
    return { location: locationOf(this.#path, this.#lines, this.#spanOf(draft, edits)), text, because: null }
  }

  #spanOf(draft: Draft, edits: readonly TextEdit[]): Span {
    switch (draft.rule) {
      case 'object-ownership': {
        return this.#settingNode(draft) ?? nearestNode(this.#treeOf(draft.setting.origin), draft.setting.origin.at)
      }
      case 'policy-unknown':
      case 'policy-unreadable': {
        const start = Math.min(draft.offset, draft.text.length)
        return { start, end: Math.min(start + 1, draft.text.length) }
      }
      default:
        return this.#statementSpan(draft, edits)
    }
  }

  #statementSpan(draft: StatementDraft, edits: readonly TextEdit[]): Span {
    const { origin } = draft.judged.policy
    const embedded = this.#embeddedOf(origin)
    if (embedded === null) return statementSpan(draft, this.#treeOf(origin), this.#lines, edits)
    // In quotes it is one line, whatever the edit is.
    const inside = { ...draft, judged: { ...draft.judged, policy: unwrapped(draft.judged.policy) } }
    return embedded.outer(statementSpan(inside, embedded.tree, this.#lines, embedded.inPlace ? edits : []))
  }

  async obstacle(draft: RemediableDraft): Promise<string | null> {
    const { origin } = draft.rule === 'object-ownership' ? draft.setting : draft.judged.policy
    if (origin.generated !== undefined) return origin.generated
    if (draft.rule !== 'object-ownership') {
      const isTemplate = origin.source === 'cloudformation'
      if (origin.embedded === true) return this.#embeddedOf(origin) === null ? WHY.inOddText : null
      if (origin.wrapped) return isTemplate ? WHY.inText : WHY.wrapped
      return isTemplate && statementNode(draft, this.#treeOf(origin)) === null ? WHY.included : null
    }
    if (draft.setting.origin.wrapped) return WHY.wrappedSetting
    if (this.#settingNode(draft)?.kind !== 'string') return WHY.settingNotWritten
    if (!draft.aclsInUse) return null
    return draft.setting.aclsNeeded === true ? WHY.logs : WHY.acls
  }

  async patch(draft: RemediableDraft, remedy: FixRemedy): Promise<Patch> {
    if (draft.rule === 'object-ownership') return this.#settingPatch(draft)
    if (remedy === 'bucket-owner-enforced') return { ok: false, why: WHY.notWritten }
    const { origin } = draft.judged.policy
    const embedded = this.#embeddedOf(origin)
    const tree = embedded?.tree ?? this.#treeOf(origin)
    const node = statementNode(draft, tree)
    if (node === null) return { ok: false, why: WHY.notWritten }
    const printed = patchNode({ tree, node }, remedyFor(draft, remedy), this.#printers)
    if ('reason' in printed) return { ok: false, why: printed.reason }
    const own = this.#ownSpan(draft, embedded === null ? node : embedded.outer(node))
    if (embedded === null) return { ok: true, path: this.#path, ...printed, own }
    const edits = embedded.edits(printed.edits)
    return edits === null ? { ok: false, why: WHY.inOddText } : { ok: true, path: this.#path, edits, own }
  }

  /** Where the policy of a statement stands; the statement where more than a policy stands around it. */
  #ownSpan({ judged: { policy } }: StatementDraft, { start, end }: Span) {
    const { origin, raw } = policy
    const isWhole = Object.keys(raw).every((name) => OF_POLICY.has(name))
    const around = isWhole ? this.#treeOf(origin).at(origin.at) : null
    return { start: around?.start ?? start, end: around?.end ?? end, isYaml: origin.syntax === 'yaml' }
  }

  /** Place, obstacle and patch of every statement ask for the same text: it is read once. */
  #embeddedOf(origin: Origin): EmbeddedText | null {
    if (origin.embedded !== true) return null
    const known = this.#embedded.get(origin)
    if (known !== undefined) return known
    const embedded = embeddedAt(this.#treeOf(origin), origin.at)
    this.#embedded.set(origin, embedded)
    return embedded
  }

  #settingPatch(draft: SettingDraft): Patch {
    const node = this.#settingNode(draft)
    const tree = this.#treeOf(draft.setting.origin)
    const edits = node === null ? null : patchText({ tree, node }, BUCKET_OWNER_ENFORCED, this.#printers)
    return edits === null ? { ok: false, why: WHY.settingNotWritten } : { ok: true, path: this.#path, edits }
  }

  /** What a file holds is read from it once, but for what aliases and loops read again. */
  async others(
    draft: RemediableDraft,
    covered: readonly RemediableDraft[],
    edits: readonly TextEdit[],
  ): Promise<readonly string[]> {
    if (draft.rule === 'object-ownership') return []
    const { origin, within } = draft.judged.policy
    // A text that something else shares is not edited.
    if (origin.embedded === true) return []
    const isLooped = origin.at.some((step) => String(step).startsWith('Fn::ForEach::'))
    if (origin.syntax === undefined && !isLooped && within === undefined) return []
    const own = covered.filter((one) => one.rule !== 'object-ownership')
    return (await this.#usersOf(origin)).othersThan(own, edits)
  }

  async #usersOf(origin: Origin): Promise<Users> {
    const known = this.#users.get(origin.base)
    if (known !== undefined) return known
    const inDocument = (await this.#allPolicies()).filter((one) => one.origin.base === origin.base)
    const users = new Users(this.#treeOf(origin), inDocument)
    this.#users.set(origin.base, users)
    return users
  }

  #allPolicies(): Promise<readonly Policy[]> {
    this.#policies ??= Promise.resolve(readText(this.#lines.text, this.#path, FORMS)).then((document) =>
      document.kind === 'read' ? document.policies : [],
    )
    return this.#policies
  }

  async tryOut(groups: readonly EditGroup[]): Promise<ReadonlyMap<EditGroup, Trial>> {
    const trials = new Map<EditGroup, Trial>()
    for (const group of groups) trials.set(group, await this.#trialOf(group))
    return trials
  }

  async #trialOf({ drafts, remedy, edits }: EditGroup): Promise<Trial> {
    const sizes = new Map<RemediableDraft, number>()
    const texts = new Map<number, EditedText>()
    const ofStatements = drafts.filter((one) => one.rule !== 'object-ownership')
    const together = grouped(ofStatements, ({ judged }) => judged.policy)
    for (const draft of drafts) {
      // The one word of a setting that changes is all that there is to it.
      if (draft.rule === 'object-ownership' || remedy === 'bucket-owner-enforced') continue
      const after = this.#edited(draft.judged.policy, edits, texts)
      const keys = together.get(draft.judged.policy)?.map(({ subject }) => statementKey(subject.statement)) ?? []
      const result = await verifyEdit({ after, draft, remedy, options: this.#options, keys })
      if (!result.ok) return result
      sizes.set(draft, policySize(result.policy))
    }
    return { ok: true, sizes }
  }

  /**
   * The edited text of the one document of the file that the edits are in; of a policy that can be read alone that of the
   * policy: the rest of its list or template stays what it was.
   *
   * @param texts what the edits made of parts of the text so far, by where these start
   */
  #edited(
    { origin, reread, within }: Policy,
    edits: readonly TextEdit[],
    texts: Map<number, EditedText>,
  ): EditedDocument {
    const { base, at, source } = origin
    const tree = this.#treeOf(origin)
    const isReadAlone =
      within === undefined ? source === 'policy-json' || reread !== undefined : within.alone !== undefined
    const piece = isReadAlone && at.length > 0 ? ownPiece(tree, at) : null
    const isInside = ({ offset, length }: TextEdit) =>
      piece !== null && offset >= piece.start && offset + length <= piece.end
    const own = edits.every(isInside) ? piece : null
    const { start, end, before } = own ?? { start: base, end: tree.end, before: '' }
    const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }))
    const text = texts.get(start) ?? new EditedText(before + applyTextEdits(this.#lines.text.slice(start, end), inside))
    texts.set(start, text)
    return { text, at: own === null ? at : [] }
  }

  async settingLines({ setting }: SettingDraft): Promise<string> {
    return setting.origin.wrapped ? ownershipCommands(setting.bucket) : `"ObjectOwnership": "${ENFORCED}"`
  }

  #settingNode({ setting }: SettingDraft): Node | null {
    const { origin } = setting
    return origin.at.length === 0 ? null : this.#treeOf(origin).at(origin.at)
  }

  #treeOf({ base, syntax }: Origin): Tree {
    return (syntax === 'yaml' ? this.#yaml : this.#json).at(base)
  }
}

/** What is written of a route: expressions may stand in the place of its end. */
function nearestNode(tree: Tree, at: Route): Span {
  for (let length = at.length - 1; length > 0; length--) {
    const node = tree.at(at.slice(0, length))
    if (node !== null) return node
  }
  return { start: 0, end: 0 }
}

/** A policy that is looked at in its own text. */
function unwrapped(policy: Policy): Policy {
  return { ...policy, origin: { ...policy.origin, wrapped: false } }
}

/** What should change in a statement, without a syntax. */
function remedyFor(draft: StatementDraft, remedy: Remedy): StatementRemedy {
  const named = rolesOrPlaceholders(draft)
  const { partition } = draft.subject.bucket
  if (remedy === 'principal-arn') {
    const arns = new Set(named.map((role) => roleArn(role, partition)))
    return principalArn([...arns].map((arn) => ({ arn })))
  }
  return notPrincipal({
    principals: vendorPrincipals(named, partition).map((arn) => ({ arn })),
    listed: listedIn(draft),
    standIns: (entry) => standIns(entry, named, partition),
  })
}
