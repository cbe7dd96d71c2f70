import { otherCallers, otherContext, variantsOf } from '../clumio/others.js'
import type { Document } from '../documents/document.js'
import { markDuplicates } from '../documents/duplicates.js'
import { FORMS } from '../documents/forms/index.js'
import type { Policy } from '../documents/policy.js'
import { readText } from '../documents/read.js'
import { parseYaml } from '../documents/yaml.js'
import type { Caller, RoleSession } from '../iam/caller.js'
import { statementKey } from '../iam/choices.js'
import { evaluateConditions } from '../iam/evaluate.js'
import type { Statement } from '../iam/model.js'
import { evaluatePrincipal } from '../iam/principal.js'
import { display, isPlain } from '../iam/text/text.js'
import { and, type Tri } from '../iam/text/tri.js'
import type { CheckOptions, Remedy } from '../model/options.js'
import type { StatementDraft } from '../rules/drafts/draft.js'
import { canonical } from '../rules/drafts/fingerprint.js'
import { type JsonDocument, type ParsedJson, parseStrict } from '../tree/parse.js'
import { isObject } from '../tree/value.js'
import { type JudgedStatement, judgePolicy } from '../verdicts/judged.js'
import { WHY } from './offer.js'

export type Verified = { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly why: string }

/** What an edit makes of a text. It is read once, for how many statements the edit may be: a template may be nested by hundreds. */
export class EditedText {
  readonly #text: string
  readonly #alone = new Map<Policy['origin']['syntax'], Promise<JsonDocument | null>>()
  #whole: Promise<Document> | null = null

  constructor(text: string) {
    this.#text = text
  }

  /** What it is as a file of this path. */
  whole(path: string): Promise<Document> {
    this.#whole ??= Promise.resolve(readText(this.#text, path, FORMS))
    return this.#whole
  }

  /** The one document that it is; null where it is none, or several. */
  alone(syntax: Policy['origin']['syntax']): Promise<JsonDocument | null> {
    const known = this.#alone.get(syntax)
    if (known !== undefined) return known
    const document = documentIn(this.#text, syntax)
    this.#alone.set(syntax, document)
    return document
  }
}

/** The edited text of a document, with the JSON path of the policy in it. */
export interface EditedDocument {
  readonly text: EditedText
  readonly at: readonly (string | number)[]
}

/** An edit of one statement, to be judged. */
export interface Edited {
  readonly after: EditedDocument
  readonly draft: StatementDraft
  readonly remedy: Remedy
  readonly options: CheckOptions
  /** Keys of the statements of the same policy that are changed by the same edit; the draft's own unless it is said. */
  readonly keys?: readonly string[]
}

/**
 * Judges the edited text of the policy's document: the finding must be gone, every other statement and member must be what it was, and no verdict
 * of anybody may have moved but those that docs/semantics.md lists for the remedy (D36, D37). Returns the edited policy.
 */
export async function verifyEdit({ after, draft, remedy, options, keys }: Edited): Promise<Verified> {
  const { subject } = draft
  const before = draft.judged.policy
  const key = statementKey(subject.statement)
  const policy = await policyAt(after, before)
  if (policy === null || !onlyChanges(before, policy, keys ?? [key])) {
    return { ok: false, why: WHY.changesMore }
  }
  const [judged] = judgePolicy(policy, options, key).statements
  if (judged === undefined) return { ok: false, why: WHY.changesMore }
  if (!isClearedOn(judged, subject)) return { ok: false, why: WHY.notCleared }
  return movesOnlyListed(subject, judged, remedy) ? { ok: true, policy } : { ok: false, why: WHY.changesMore }
}

async function policyAt({ text, at }: EditedDocument, before: Policy): Promise<Policy | null> {
  const { path, address, syntax } = before.origin
  const { within } = before
  const alone = within === undefined ? before.reread : within.alone
  if (alone !== undefined && at.length === 0) return rereadAlone(await text.alone(syntax), before.origin, alone)
  if (within !== undefined) {
    const root = await text.alone(syntax)
    return root === null ? null : within.document(root.value)
  }
  const document = await text.whole(path)
  if (document.kind !== 'read') return null
  const route = at.join('/')
  return document.policies.find(({ origin }) => origin.address === address && origin.at.join('/') === route) ?? null
}

/** The one document that a text is; null where it is none, or several. */
async function documentIn(text: string, syntax: Policy['origin']['syntax']): Promise<JsonDocument | null> {
  const parsed = syntax === 'yaml' ? await parseYaml(text) : await parseJson(text)
  const [document, ...others] = parsed.ok ? parsed.documents : []
  if (document === undefined || others.length > 0) return null
  if (syntax === undefined) markDuplicates(document.value, text)
  return document
}

async function parseJson(text: string): Promise<ParsedJson> {
  return parseStrict(text) ?? (await import('../tree/lenient.js')).parseLenient(text)
}

/** The policy that a document is, as an object or as a string; null where it is anything else. */
async function rereadAlone(
  document: JsonDocument | null,
  { embedded }: Pick<Policy['origin'], 'embedded'>,
  reread: NonNullable<Policy['reread']>,
): Promise<Policy | null> {
  if (embedded !== true) return isObject(document?.value) ? reread(document.value) : null
  if (typeof document?.value !== 'string') return null
  return rereadAlone(await documentIn(document.value, undefined), {}, reread)
}

const CHANGEABLE = new Set(['Principal', 'NotPrincipal', 'Condition'])

/** Only some statements changed, and of them only Principal, NotPrincipal or Condition. */
function onlyChanges(before: Policy, after: Policy, keys: readonly string[]): boolean {
  const { statements: old } = before.document
  const { statements: now } = after.document
  if (old.length !== now.length || before.document.version !== after.document.version) return false
  return old.every((statement, i) => {
    const other = now[i]
    if (other === undefined) return false
    return keys.includes(statementKey(statement))
      ? canonical(unchangeable(statement.raw)) === canonical(unchangeable(other.raw))
      : JSON.stringify(statement.raw) === JSON.stringify(other.raw)
  })
}

function unchangeable(raw: unknown): unknown {
  if (!isObject(raw)) return raw
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !CHANGEABLE.has(name)))
}

/** Cleared on every bucket that the finding is about; others are silenced, and their roles are not in the edit. */
function isClearedOn(edited: JudgedStatement, { perBucket }: JudgedStatement): boolean {
  const about = new Set(perBucket.map(({ bucket }) => display(bucket.name)))
  return edited.perBucket.every((one) => isCleared(one) || !about.has(display(one.bucket.name)))
}

/** Not blocked; or open only because nobody said whether the role has a boundary, which the fix's caveat says. */
export function isCleared({ verdict }: Pick<JudgedStatement, 'verdict'>): boolean {
  if (verdict.verdict !== 'undecided') return verdict.verdict === 'not-blocked'
  return verdict.undecided.every(({ trace }) => trace.unknowns.every(({ kind }) => kind === 'boundary'))
}

/**
 * Whether no verdict of anybody moves but those that a remedy lists. Of a statement that expressions make several of, each is
 * compared with what became of it.
 */
export function movesOnlyListed(before: JudgedStatement, after: JudgedStatement, remedy: Remedy): boolean {
  const key = statementKey(before.statement)
  const variants = ({ document }: JudgedStatement) =>
    document.statements.filter((one) => statementKey(one) === key).map((statement) => ({ statement, document }))
  const now = variants(after)
  const [first, ...others] = variants(before)
  if (first === undefined || others.length + 1 !== now.length) return false
  return [first, ...others].every((one, i) => {
    const other = now[i]
    return other !== undefined && movesListed(one, other, before.question, remedy)
  })
}

type Variant = Pick<JudgedStatement, 'statement' | 'document'>

function movesListed(
  before: Variant,
  after: Variant,
  { callers }: JudgedStatement['question'],
  remedy: Remedy,
): boolean {
  const [session] = callers
  if (session === undefined || !isPlain(session.account)) return false
  const others = otherCallers(session.partition, session.account)
  const { otherSession, bounded } = variantsOf(session)
  const moves = (caller: Caller) => movesOf(before, after, caller)
  const still = [others.user, others.role, others.boundedRole, others.otherAccount, others.anonymous]
  if (!still.every((caller) => moves(caller).length === 0)) return false
  if (!moves(others.root).every((move) => remedy === 'not-principal' && move.endsWith('F'))) return false
  if (
    !moves(others.service).every((move) => remedy === 'not-principal' && isAwsStar(before.statement) && move === 'UT')
  )
    return false
  if (remedy === 'not-principal') return moves(otherSession).length === 0 && moves(bounded).length === 0
  return [otherSession, bounded].every((caller: RoleSession) => moves(caller).every((move) => move.endsWith('F')))
}

function isAwsStar(statement: Statement): boolean {
  return statement.principal.kind === 'principal' && !statement.principal.everyone
}

/**
 * The change for one caller, as a pair of values: `TF` is denied, then exempt. Action and Resource are the same before
 * and after, so the parts that changed tell it for every request alike.
 */
function movesOf(before: Variant, after: Variant, caller: Caller): readonly string[] {
  const context = otherContext(caller)
  const value = ({ statement, document }: Variant): Tri =>
    and(
      evaluatePrincipal(statement.principal, caller),
      evaluateConditions(statement, document.variables, context).value,
    )
  const pair = value(before) + value(after)
  return pair[0] === pair[1] ? [] : [pair]
}
