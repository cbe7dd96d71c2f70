import { type Node, nodeAt, type Tree } from './node.js'

interface Read {
  readonly root: Node | null
  readonly base: number
  readonly end: number
}

/** The YAML documents of one text as trees, by where they start. */
export class YamlTrees {
  readonly #text: string
  readonly #documents: readonly Read[]

  /** @param documents what `readYamlDocuments` of yaml.ts gives, which is loaded only where a file needs it */
  constructor(text: string, documents: readonly (Read | { readonly ok: false })[]) {
    this.#text = text
    this.#documents = documents.filter((one) => 'root' in one)
  }

  /** @param base where the document starts */
  at(base: number): Tree {
    const { root = null, end = this.#text.length } = this.#documents.find((one) => one.base === base) ?? {}
    return { syntax: 'yaml', text: this.#text, root, end, at: (route) => nodeAt(root, route) }
  }
}
