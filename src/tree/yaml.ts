import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  type YAMLMap,
} from 'yaml'
import { withYamlBreaks } from '../text/lines.js'
import type { Member, Node, Span, Style } from './node.js'
import { plainScalar } from './scalars.js'

/** A document of a text from `base` to `end`, or why it is none; `offset` is where in the text, zero-based. */
export type YamlDocument =
  | { readonly ok: true; readonly root: Node | null; readonly base: number; readonly end: number }
  | { readonly ok: false; readonly reason: string; readonly offset: number }

/** No template nests deeper; what walks the values of one recurses. */
const MAX_DEPTH = 200
/** CloudFormation takes templates of 1 MB (CloudFormation User Guide, "Understand CloudFormation quotas"). */
const MAX_LENGTH = 8 * 1024 * 1024
/** Nodes that aliases may make of a text beyond those that are written, however short it is. */
const MAX_EXPANDED = 100_000

/** What the error codes of `yaml` mean to a person. Its own words repeat the text that is broken, which may be a secret. */
const WORDS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias has an anchor or a tag',
  BAD_ALIAS: 'an alias or an anchor has no name, or one that ends in a colon',
  BAD_COLLECTION_TYPE: 'a tag does not fit the list or map behind it',
  BAD_DIRECTIVE: 'a directive is not valid',
  BAD_DQ_ESCAPE: 'an escape sequence is not valid',
  BAD_INDENT: 'the indentation does not fit',
  BAD_PROP_ORDER: 'an anchor or a tag stands in front of an indicator',
  BAD_SCALAR_START: 'a value begins with a character that must be quoted',
  BLOCK_AS_IMPLICIT_KEY: 'a list or map stands on the line of a key',
  BLOCK_IN_FLOW: 'a list or map in lines stands within brackets',
  DUPLICATE_KEY: 'a map has a key twice',
  IMPOSSIBLE: 'it cannot be read',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a character is missing, such as a colon, a comma, a closing quote or bracket',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines',
  MULTIPLE_ANCHORS: 'a value has several anchors',
  MULTIPLE_DOCS: 'it holds several documents',
  MULTIPLE_TAGS: 'a value has several tags',
  NON_STRING_KEY: 'a key is no text',
  RESOURCE_EXHAUSTION: 'it nests too deeply',
  TAB_AS_INDENT: 'tabs stand where it must be indented with spaces',
  TAG_RESOLVE_FAILED: 'a tag cannot be resolved',
  UNEXPECTED_TOKEN: 'something stands there that is not expected',
}

/** Reads the YAML documents of a text. Marks of intrinsic functions (`!Sub`) are read as their long form. */
export function readYamlDocuments(written: string): readonly YamlDocument[] {
  if (written.length > MAX_LENGTH) return [{ ok: false, reason: 'it is too large for a template', offset: 0 }]
  const text = withYamlBreaks(written)
  const unsure = doubtfulBreak(text)
  if (unsure !== null) return [unsure]
  const documents = parseAllDocuments<ParsedNode>(text, {
    schema: 'failsafe',
    keepSourceTokens: true,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  return Array.isArray(documents) ? documents.map((one, i) => documentOf(one, text, i)) : []
}

/**
 * Characters that end a line in YAML 1.1 (§4.1.4) and in no later one (YAML 1.2.2, §5.4): next line, line separator and
 * paragraph separator.
 */
const DOUBTFUL = /[\u0085\u2028\u2029]/

/** Lexer tokens that stand for nothing in the text: what begins a document, a scalar, and what ends a flow too early. */
const CONTROLS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f'])

/**
 * Where one of these stands outside of quotes, so that PyYAML, SnakeYAML and go-yaml read a line where others read on,
 * in a comment too; null where none does. Within quotes it is a part of a text for all of them.
 */
function doubtfulBreak(text: string): Extract<YamlDocument, { ok: false }> | null {
  if (!DOUBTFUL.test(text)) return null
  let [offset, before] = [0, '']
  for (const token of new Lexer().lex(text)) {
    const isQuoted = before !== '\x1f' && /^["']/.test(token)
    const at = isQuoted ? -1 : token.search(DOUBTFUL)
    if (at !== -1) {
      const code = token.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')
      const line = text.slice(0, offset + at).split('\n').length
      const reason = `the character U+${code} in line ${line} ends a line for some readers of YAML and not for others`
      return { ok: false, reason, offset: offset + at }
    }
    if (!CONTROLS.has(token)) offset += token.length
    before = token
  }
  return null
}

function documentOf(document: Document.Parsed<ParsedNode>, text: string, index: number): YamlDocument {
  const [error] = document.errors
  if (error !== undefined)
    return { ok: false, reason: `it is not valid YAML: ${WORDS[error.code]}`, offset: error.pos[0] }
  const [, , end] = document.range
  const base = index === 0 ? 0 : startOf(document, text)
  try {
    const builder = new Builder(text)
    const root = document.contents === null ? null : builder.node(document.contents, [], 0)
    if (root !== null && root.weight > text.length + MAX_EXPANDED) {
      return { ok: false, reason: 'its aliases stand for too much', offset: base }
    }
    return { ok: true, root, base, end }
  } catch (error) {
    if (!(error instanceof Unbuildable)) throw error
    return { ok: false, reason: error.message, offset: error.offset }
  }
}

/** The offset of the `---` that a document begins with. */
function startOf({ range }: Document.Parsed<ParsedNode>, text: string): number {
  const mark = text.lastIndexOf('---', range[0])
  return mark === -1 ? range[0] : mark
}

class Unbuildable extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

/** A token of the parser in front of a value. */
interface Before {
  readonly type: string
  readonly offset: number
}

class YamlNode implements Node {
  readonly kind: Node['kind']
  readonly value: Node['value']
  readonly start: number
  readonly end: number
  readonly style: Style
  readonly items: readonly Node[]
  readonly members: readonly Member[]
  readonly aliasOf?: Node
  readonly marked?: true
  readonly merged?: readonly Node[]
  /** How many nodes it stands for, those behind aliases included. */
  readonly weight: number
  shared = false

  constructor(made: Omit<Node, 'shared'> & { readonly weight: number }) {
    this.kind = made.kind
    this.value = made.value
    this.start = made.start
    this.end = made.end
    this.style = made.style
    this.items = made.items
    this.members = made.members
    this.weight = made.weight
    if (made.aliasOf !== undefined) this.aliasOf = made.aliasOf
    if (made.marked !== undefined) this.marked = made.marked
    if (made.merged !== undefined) this.merged = made.merged
  }
}

const NONE: readonly never[] = []

/**
 * Makes nodes of the parser's, in the order of the text, since an alias refers to what stands before it. All of them are made
 * with the same members in the same order: a large text has a million of them.
 */
class Builder {
  readonly #text: string
  readonly #anchors = new Map<string, YamlNode | null>()
  /** How many members merge keys may still bring: a chain of them brings those of all before it again and again. */
  #mergeable: number

  constructor(text: string) {
    this.#text = text
    this.#mergeable = text.length + MAX_EXPANDED
  }

  /** @param before the tokens between the key, or the mark of the item, and the value */
  node(given: ParsedNode, before: readonly Before[], depth: number): YamlNode {
    const [start] = given.range
    if (depth > MAX_DEPTH) throw new Unbuildable('it nests too deeply', start)
    if (isAlias(given)) return this.#alias(given.source, { start, end: given.range[1] })
    const { anchor } = given
    if (anchor !== undefined) this.#anchors.set(anchor, null)
    const plain = this.#untagged(given, depth)
    const node = given.tag === undefined || isStandard(given.tag) ? plain : this.#marked(given.tag, plain, before)
    if (anchor !== undefined) this.#anchors.set(anchor, node)
    return node
  }

  #alias(name: string, span: Span): YamlNode {
    const target = this.#anchors.get(name)
    if (target == null) throw new Unbuildable('an alias refers to nothing before it', span.start)
    share(target)
    return new YamlNode({ ...target, ...span, aliasOf: target, weight: target.weight })
  }

  #untagged(given: ParsedNode, depth: number): YamlNode {
    const [start, end] = given.range
    if (isMap(given)) return this.#map(given, depth)
    if (isSeq(given)) {
      const tokens = given.srcToken !== undefined && 'items' in given.srcToken ? given.srcToken.items : []
      const items = given.items.map((item, i) => this.node(item as ParsedNode, tokens[i]?.start ?? [], depth + 1))
      const isFlow = given.flow === true
      const last = items.at(-1)
      return new YamlNode({
        kind: 'array',
        value: undefined,
        start,
        end: isFlow ? end : Math.max(start, last?.end ?? start),
        style: isFlow ? 'flow' : 'block',
        items,
        members: NONE,
        weight: sum(items),
      })
    }
    return this.#scalar(given, start, end)
  }

  #scalar(given: ParsedNode, start: number, end: number): YamlNode {
    const written = isScalar(given) ? given : null
    const source = String(written?.value ?? '')
    const text = given.tag === BINARY ? decoded(source) : source
    const isPlain = written?.type === 'PLAIN' && given.tag !== STRING && given.tag !== BINARY
    const value = isPlain ? plainScalar(text) : text
    const style = written?.type === 'PLAIN' ? 'plain' : 'quoted'
    return new YamlNode({
      kind: kindOf(value),
      value,
      start,
      end: this.#trimmed(start, end),
      style,
      items: NONE,
      members: NONE,
      weight: 1,
    })
  }

  /** A block scalar ends with the last of its lines that holds something. */
  #trimmed(start: number, end: number): number {
    let at = end
    while (at > start && ' \t\r\n'.includes(this.#text[at - 1] ?? '')) at--
    return at
  }

  #map(given: YAMLMap, depth: number): YamlNode {
    const [start = 0, end = 0] = given.range ?? []
    const own: Member[] = []
    const merged: Member[] = []
    const sources: Node[] = []
    for (const pair of given.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
      const key = this.#key(pair.key, depth + 1)
      const value = pair.value === null ? null : this.node(pair.value, pair.srcToken?.sep ?? [], depth + 1)
      if (isMergeKey(pair.key) && value !== null) {
        const maps = value.kind === 'array' ? value.items : [value]
        for (const map of maps) sources.push(map)
        for (const member of this.#mergedFrom(maps, value.start)) merged.push(member)
      } else own.push(memberOf(pair.key, key, value))
    }
    const members = merged.length === 0 ? own : [...withoutNamesOf(own, merged), ...own]
    const isFlow = given.flow === true
    const last = own.at(-1)?.end ?? start
    const made = {
      kind: 'object',
      value: undefined,
      start,
      end: isFlow ? end : Math.max(start, last),
      style: isFlow ? 'flow' : 'block',
      items: NONE,
      members,
      weight: sum(members.map(({ value }) => value as YamlNode | null)),
    } as const
    return new YamlNode(sources.length === 0 ? made : { ...made, merged: sources })
  }

  /** What is written as a name, which is most often a plain word that needs no node. */
  #key(given: ParsedNode, depth: number): Key {
    if (!isScalar(given) || given.anchor !== undefined || given.tag !== undefined) return this.node(given, [], depth)
    const [start, end] = given.range
    return { start, end: this.#trimmed(start, end), value: String(given.value ?? '') }
  }

  /** Members that a merge key brings; of several maps the first one counts (yaml.org, "Merge Key Language-Independent Type"). */
  #mergedFrom(maps: readonly Node[], start: number): readonly Member[] {
    for (const map of maps) this.#mergeable -= map.members.length
    if (this.#mergeable < 0) throw new Unbuildable('its merge keys stand for too much', start)
    const names = new Set<string>()
    const members: Member[] = []
    for (const member of maps.flatMap((map) => map.members)) {
      if (names.has(member.name)) continue
      names.add(member.name)
      members.push(member)
    }
    return members
  }

  /** `!Sub text` as an object of the one member `Fn::Sub`. */
  #marked(tag: string, value: YamlNode, before: readonly Before[]): YamlNode {
    const mark = before.findLast(({ type }) => type === 'tag')
    const start = mark?.offset ?? value.start
    const name = longName(tag)
    const key = { start, end: Math.min(start + tag.length, value.start) }
    const member: Member = { start, end: value.end, name, key, value }
    const weight = value.weight + 1
    return new YamlNode({
      kind: 'object',
      value: undefined,
      start,
      end: value.end,
      style: value.style === 'block' ? 'block' : 'flow',
      items: NONE,
      members: [member],
      weight,
      marked: true,
    })
  }
}

const STRING = 'tag:yaml.org,2002:str'
const BINARY = 'tag:yaml.org,2002:binary'

/** A text that is written in base64, as the readers of Kubernetes take it; what is none stays as it is. */
function decoded(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  const text = bytes.toString('utf8')
  return base64.trim() === '' || text.includes('\ufffd') ? base64 : text
}

function isStandard(tag: string): boolean {
  return tag.startsWith('tag:yaml.org,2002:') || tag === '!'
}

/** The long form of an intrinsic function (CloudFormation User Guide, "Intrinsic function reference"). */
function longName(tag: string): string {
  const name = tag.replace(/^!+/, '')
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? name : `Fn::${name}`
}

function kindOf(value: string | number | boolean | null): Node['kind'] {
  return value === null ? 'null' : (typeof value as 'string' | 'number' | 'boolean')
}

function isMergeKey(key: ParsedNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<'
}

/** Of a name what it is and where it stands. */
type Key = Pick<Node, 'start' | 'end' | 'value'>

/** What merge keys bring to an object that does not have it itself. */
function withoutNamesOf(own: readonly Member[], merged: readonly Member[]): readonly Member[] {
  const names = new Set(own.map(({ name }) => name))
  return merged.filter(({ name }) => !names.has(name))
}

function memberOf(key: ParsedNode, node: Key, value: YamlNode | null): Member {
  // A name is what is written, whatever it would be as a value; that of an alias is what it stands for.
  const name = isScalar(key) ? String(key.value ?? '') : String(node.value ?? '')
  const end = Math.max(node.end, value?.end ?? node.end)
  return { start: node.start, end, name, key: { start: node.start, end: node.end }, value }
}

function sum(nodes: readonly (YamlNode | null)[]): number {
  return nodes.reduce((total, node) => total + (node?.weight ?? 0), 1)
}

/** Marks a node and what is in it as shared. Whatever is marked was walked before. */
function share(node: YamlNode): void {
  const todo: YamlNode[] = [node]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next.shared) continue
    next.shared = true
    const inner = [...next.items, ...next.members.map(({ value }) => value)]
    for (const one of inner) if (one instanceof YamlNode) todo.push(one)
  }
}
