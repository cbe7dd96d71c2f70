import type { LineIndex } from '../../text/lines.js'
import { startOf } from '../locate.js'
import type { EditGroup, Manner, Patch, Place, Site, Trial } from '../site.js'

/**
 * A file of which nothing but its path can be told: what stands there is told without its lines and without an edit,
 * since looking them up was too much.
 */
export class BareSite implements Site {
  readonly manner: Manner = {
    longestShown: 0,
    closing: null,
    alternative: 'shown',
    inWords: 'wanted',
    unfixed: 'reason',
  }
  readonly #path: string
  readonly #why: string

  /** @param why a clause that says why there is no edit */
  constructor(path: string, why: string) {
    this.#path = path
    this.#why = why
  }

  async place(): Promise<Place> {
    return { location: startOf(this.#path), text: null, because: null }
  }

  lines(): LineIndex | null {
    return null
  }

  async obstacle(): Promise<string | null> {
    return this.#why
  }

  async patch(): Promise<Patch> {
    return { ok: false, why: this.#why }
  }

  async others(): Promise<readonly string[]> {
    return []
  }

  async tryOut(): Promise<ReadonlyMap<EditGroup, Trial>> {
    return new Map()
  }

  async settingLines(): Promise<string> {
    return ''
  }
}
