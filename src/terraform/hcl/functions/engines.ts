import type { SourceOrigin, Value } from '../values/index.js'
import type { RegexEngine, YamlReader } from './engine.js'

/** A function over evaluated arguments; null when it cannot say anything. */
export type PureFunction = (args: readonly Value[], origin: SourceOrigin, engines: Engines) => Value | null

interface Loaded {
  readonly regex: RegexEngine
  readonly yaml: YamlReader
}

/**
 * What few expressions need and is large: it is loaded when it was met. Until then an expression that needs it is
 * unknown; who evaluates asks `load` afterwards whether to evaluate once more.
 */
export class Engines {
  readonly #loaded: { regex: RegexEngine | null; yaml: YamlReader | null } = { regex: null, yaml: null }
  readonly #wanted = new Set<keyof Loaded>()

  get regex(): RegexEngine | null {
    if (this.#loaded.regex === null) this.#wanted.add('regex')
    return this.#loaded.regex
  }

  get yaml(): YamlReader | null {
    if (this.#loaded.yaml === null) this.#wanted.add('yaml')
    return this.#loaded.yaml
  }

  /** Loads what was asked for in vain; whether there was anything. */
  async load(): Promise<boolean> {
    const wanted = [...this.#wanted]
    if (wanted.includes('regex')) this.#loaded.regex = (await import('./regex-engine.js')).regexEngine
    if (wanted.includes('yaml')) this.#loaded.yaml = (await import('./yaml-reader.js')).readYaml
    for (const name of wanted) this.#wanted.delete(name)
    return wanted.length > 0
  }
}
