/**
 * How an `aws_iam_policy_document` is rendered, said once for values of a plan and for values of the sources (provider
 * `hashicorp/aws`, `internal/service/iam/policy_document_data_source.go` and `policy_model.go`).
 */

/** A nested block of a statement by the names of its attributes; undefined where the block does not set one. */
export interface NestedBlock<V> {
  attribute(name: string): V | undefined
  /** It is not known how often the block is there. */
  readonly repeated: boolean
}

/** A `statement` block as it is read. */
export interface StatementBlock<V> {
  attribute(name: string): V | undefined
  /** The blocks of a type; a value where it is not known which there are. */
  nested(type: 'principals' | 'not_principals' | 'condition'): readonly NestedBlock<V>[] | V
}

/** The values that a document is made of, and what is known of them. */
export interface DocumentValues<V> {
  isBlocks(nested: readonly NestedBlock<V>[] | V): nested is readonly NestedBlock<V>[]
  /** The text of a value that is known. */
  text(value: V): string | null
  /** Null, or an empty list: the provider leaves such members out. */
  isAbsent(value: V): boolean
  /** The bare `"*"` for the list of nothing but `"*"`; null for every other value. */
  everyone(identifiers: V): V | null
  plain(text: string): V
  unknown(what: string): V
  /** A value with `change` applied to every text in it. */
  mapTexts(value: V, change: (text: string) => string): V
  /** Several lists as one; an `open` one may have further items. */
  lists(values: readonly V[], open: boolean): V
  /** The items of a list that may not be there. */
  possibleItems(value: V): V
  /** An object named for what it is; an `open` one may have further members. */
  object(members: readonly (readonly [string, V])[], open: boolean, what: string): V
  /** Whether two Sids may be the same, where not both of them are known. */
  mayEqual(a: V, b: V): boolean
  /** The Sid of a statement; undefined where it has none, a value that is not known where it may have one. */
  sid(statement: V): V | undefined
  /** Whether it is not known that a statement is there. */
  isPossible(statement: V): boolean
  /** A statement of which it is not known whether it is there, or another one in its place. */
  possible(statement: V): V
}

/** A member of a rendered statement and the attribute or the type of blocks that it comes from. */
export interface RenderedMember<V> {
  readonly name: string
  readonly from: string
  readonly value: V
}

const MEMBERS = [
  { name: 'Sid', from: 'sid' },
  { name: 'Effect', from: 'effect' },
  { name: 'Principal', from: 'principals' },
  { name: 'NotPrincipal', from: 'not_principals' },
  { name: 'Action', from: 'actions' },
  { name: 'NotAction', from: 'not_actions' },
  { name: 'Resource', from: 'resources' },
  { name: 'NotResource', from: 'not_resources' },
  { name: 'Condition', from: 'condition' },
] as const

/** The members that the provider makes of a statement, in its order. */
export function renderStatement<V>(block: StatementBlock<V>, values: DocumentValues<V>): readonly RenderedMember<V>[] {
  return MEMBERS.flatMap(({ name, from }) => {
    const value = memberValue(from, block, values)
    return value === undefined || values.isAbsent(value) ? [] : [{ name, from, value }]
  })
}

function memberValue<V>(
  from: (typeof MEMBERS)[number]['from'],
  block: StatementBlock<V>,
  values: DocumentValues<V>,
): V | undefined {
  switch (from) {
    case 'principals':
    case 'not_principals':
      return principals(block.nested(from), values)
    case 'condition':
      return conditions(block.nested(from), values)
    case 'sid': {
      const sid = block.attribute(from)
      return sid !== undefined && values.text(sid) === '' ? undefined : sid
    }
    case 'effect': {
      const effect = block.attribute(from)
      return effect === undefined || values.isAbsent(effect) ? values.plain('Allow') : effect
    }
    case 'actions':
    case 'not_actions':
      return block.attribute(from)
    default: {
      const list = block.attribute(from)
      return list === undefined ? undefined : withVariables(list, values)
    }
  }
}

/** The provider writes policy variables as `&{…}`, since `${…}` is an expression of Terraform. */
function withVariables<V>(value: V, values: DocumentValues<V>): V {
  return values.mapTexts(value, (text) => text.replaceAll('&{', '${'))
}

/** A map from type to identifiers; the one block of type `*` with the one identifier `*` is the bare `"*"`. */
function principals<V>(blocks: readonly NestedBlock<V>[] | V, values: DocumentValues<V>): V | undefined {
  if (!values.isBlocks(blocks)) return blocks
  if (blocks.length === 0) return undefined
  const byType = new Map<string, V[]>()
  let open = false
  for (const block of blocks) {
    const type = block.attribute('type')
    const kind = type === undefined ? null : values.text(type)
    const identifiers = withVariables(block.attribute('identifiers') ?? values.unknown('identifiers'), values)
    // Beside others its name does not stand for everybody, and what S3 makes of it is not known.
    if (kind === '*') return (blocks.length === 1 ? values.everyone(identifiers) : null) ?? values.unknown('principals')
    if (kind === null) open = true
    else
      byType.set(kind, [...(byType.get(kind) ?? []), block.repeated ? values.possibleItems(identifiers) : identifiers])
  }
  const members = [...byType].map(([type, lists]) => [type, values.lists(lists, open)] as const)
  return values.object(members, open, 'principals')
}

/** Blocks of the same test and variable are united. */
function conditions<V>(blocks: readonly NestedBlock<V>[] | V, values: DocumentValues<V>): V | undefined {
  if (!values.isBlocks(blocks)) return blocks
  if (blocks.length === 0) return undefined
  const tests = new Map<string, Map<string, V[]>>()
  let open = false
  for (const block of blocks) {
    const [test, variable] = ['test', 'variable'].map((name) => {
      const value = block.attribute(name)
      return value === undefined ? null : values.text(value)
    })
    if (typeof test !== 'string' || typeof variable !== 'string' || block.repeated) {
      open = true
      continue
    }
    const variables = tests.get(test) ?? new Map<string, V[]>()
    tests.set(test, variables)
    const listed = withVariables(block.attribute('values') ?? values.unknown('values'), values)
    variables.set(variable, [...(variables.get(variable) ?? []), listed])
  }
  const members = [...tests].map(([test, variables]) => {
    const keys = [...variables].map(([key, lists]) => [key, values.lists(lists, open)] as const)
    return [test, values.object(keys, open, 'condition')] as const
  })
  return values.object(members, open, 'condition')
}

/**
 * The statements of documents in the provider's order: source documents, the document's own statements, overriding ones.
 * A later statement replaces an earlier one of the same Sid in its place. Within one document no Sid is there twice.
 * Null where there are far more of them than a policy has room for: documents that take others twice come to any number.
 */
export function assembleDocument<V>(
  documents: readonly (readonly V[])[],
  values: DocumentValues<V>,
): readonly V[] | null {
  if (documents.reduce((sum, one) => sum + one.length, 0) > MAX_STATEMENTS) return null
  const statements: V[] = []
  for (const document of documents) {
    const before = statements.length
    for (const statement of document) merge(statements, statement, before, values)
  }
  return statements
}

/** S3 takes 20 KB, in which there is room for some hundreds. */
const MAX_STATEMENTS = 10_000

/** @param before how many statements other documents gave */
function merge<V>(statements: V[], statement: V, before: number, values: DocumentValues<V>): void {
  const sid = values.sid(statement)
  const name = sid === undefined ? null : values.text(sid)
  for (let i = 0; i < before && sid !== undefined; i++) {
    const other = statements[i]
    const below = other === undefined ? undefined : values.sid(other)
    if (other === undefined || below === undefined) continue
    const bothKnown = name !== null && values.text(below) !== null
    if (!bothKnown && name !== '' && values.text(below) !== '' && values.mayEqual(sid, below)) {
      statements[i] = values.possible(other)
    }
  }
  const at = name === null || name === '' ? -1 : statements.findIndex((other) => nameOf(other, values) === name)
  const replaced = statements[at]
  if (replaced === undefined) statements.push(statement)
  // A statement that may not be there leaves the one below it possible.
  else if (values.isPossible(statement)) statements.splice(at, 1, values.possible(replaced), statement)
  else statements[at] = statement
}

function nameOf<V>(statement: V, values: DocumentValues<V>): string | null {
  const sid = values.sid(statement)
  return sid === undefined ? null : values.text(sid)
}
