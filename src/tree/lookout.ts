/**
 * A word that is looked for in one part of one text after the other. It remembers where the word stands next: all the parts
 * together cost one search through the text, and a part without the word costs a comparison of numbers.
 */
export class Lookout {
  readonly word: Buffer
  /** Offsets into the text: in what begins between the two no word begins, and what is behind is not looked at yet. */
  #since = 0
  #until = 0
  /** Whether a word begins where the second one is. */
  #isSeen = false

  constructor(word: string) {
    this.word = Buffer.from(word)
  }

  /**
   * Where in the part of the text from `from` to `to` the word stands first; -1 where it does not.
   *
   * @param window the bytes of the text that are at hand, in which the part is
   * @param before how many bytes of the text stand before them
   */
  find(window: Buffer, before: number, from: number, to: number): number {
    if (from < this.#since || from > this.#until) {
      this.#isSeen = false
      this.#until = from
    }
    this.#since = from
    if (!this.#isSeen && this.#until + this.word.length <= to) this.#look(window, before)
    return this.#isSeen && this.#until + this.word.length <= to ? this.#until : -1
  }

  #look(window: Buffer, before: number): void {
    const found = window.indexOf(this.word, this.#until - before)
    this.#isSeen = found !== -1
    // At the end of the window a word may begin that goes on behind it.
    const settled = Math.max(this.#until - before, window.length - this.word.length + 1)
    this.#until = before + (this.#isSeen ? found : settled)
  }
}
