import type { Fix, Location } from '../model/report.js'
import type { Draft, SettingDraft, StatementDraft } from '../rules/drafts/draft.js'
import type { TextEdit } from '../text/edit.js'
import type { LineIndex } from '../text/lines.js'
import type { Span } from '../tree/node.js'

/** A draft that a remedy may be for. */
export type RemediableDraft = StatementDraft | SettingDraft

export type FixRemedy = Fix['remedy']

/** Where a person would look at a draft. */
export interface Place {
  readonly location: Location
  /** Text that the location refers to; null where it is that of nothing that was read. */
  readonly text: string | null
  /** What there is to say about the lines that are not those of the statement itself. */
  readonly because: string | null
}

/** A remedy as edits of one file, or why it cannot be written there. */
export type Patch =
  | {
      readonly ok: true
      readonly path: string
      readonly edits: readonly TextEdit[]
      /** What a fix that is only shown must show whole, besides the lines of the edits. */
      readonly element?: Span | undefined
      /** Where the policy is written whose statement is edited, or the statement alone; absent where it is not known. */
      readonly own?: Span & { readonly isYaml?: boolean }
    }
  | { readonly ok: false; readonly why: string }

/** Edits that are made together or not at all, and all drafts that need them. */
export interface EditGroup {
  readonly remedy: FixRemedy
  readonly path: string
  readonly edits: readonly TextEdit[]
  readonly drafts: readonly RemediableDraft[]
}

/** What the edited text turned out to say. */
export type Trial =
  /** `sizes`: bytes of each draft's policy when nothing but this group's edit of the draft's statement is made. */
  | { readonly ok: true; readonly sizes: ReadonlyMap<RemediableDraft, number> }
  | { readonly ok: false; readonly why: string }

/** How fixes are told at a site. */
export interface Manner {
  /** Characters of a replacement up to which a fix that is only shown shows its lines; a longer one is a member in JSON. */
  readonly longestShown: number
  /** A sentence behind the note of whatever changes lines of the site; null for none. */
  readonly closing: string | null
  /** The other remedy: tried out like the first one, or only shown beside an edit. */
  readonly alternative: 'tried' | 'shown'
  /** Where nothing can be edited: the wanted remedy is shown, or the other one beside it too. */
  readonly inWords: 'both' | 'wanted'
  /** Where no edit clears a finding: only the reason is told, or the remedy in words too. */
  readonly unfixed: 'reason' | 'words'
}

/**
 * Where drafts stand: in which text, how a remedy is patched there, and how the patched text is tried out. A file is a
 * site, and so are the sources of all plans of a run together, since plans may share them.
 */
export interface Site {
  readonly manner: Manner
  /** Where a draft stands, once the edits of its fix are known. */
  place(draft: Draft, edits: readonly TextEdit[]): Promise<Place>
  /** Text of a file of the site with its lines, the same at each call; null where there is none. */
  lines(path: string): LineIndex | null
  /** Why nothing can be edited for a draft, whatever the remedy; null where something may be. */
  obstacle(draft: RemediableDraft): Promise<string | null>
  patch(draft: RemediableDraft, remedy: FixRemedy): Promise<Patch>
  /** Names of whatever else the site reads from the lines of a draft's edits and that none of the given drafts is about. */
  others(
    draft: RemediableDraft,
    covered: readonly RemediableDraft[],
    edits: readonly TextEdit[],
  ): Promise<readonly string[]>
  /** Judges the text with the edits in it; one result for each group. */
  tryOut(groups: readonly EditGroup[]): Promise<ReadonlyMap<EditGroup, Trial>>
  /** The lines that a person has to write for a setting. */
  settingLines(draft: SettingDraft): Promise<string>
}
