import type { Node, ParseError } from 'jsonc-parser'
import { UserError } from '../model/errors.js'
import { REMEDIES } from '../model/options.js'
import { decode } from '../text/decode.js'
import { LineIndex } from '../text/lines.js'
import { INPUT_NAMES } from './inputs.js'
import type { ConfigFile } from './model.js'
import { type Field, NodeReader, ROOT } from './nodes.js'
import {
  readContext,
  readFeatures,
  readIgnores,
  readIntegrations,
  readLevels,
  readProtect,
  readTerraformVariables,
} from './sections.js'

const CONFIG_KEYS = [
  '$schema',
  'integrations',
  'protect',
  'features',
  'remedy',
  'context',
  'rules',
  'ignore',
  'terraformVariables',
]

/**
 * Reads a configuration file: JSON with comments and trailing commas, in any encoding that `decode` knows.
 *
 * @param path the file's name for messages and for the location of ignore entries.
 * @throws {UserError} one message with everything that is wrong, at the place of the first.
 */
export async function parseConfig(bytes: Uint8Array, path: string): Promise<ConfigFile> {
  const decoded = decode(bytes)
  if (!decoded.ok) throw new UserError(`the configuration cannot be read: ${decoded.reason}`, startOf(path))
  const root = await parseTree(decoded.text, path)
  const reader = new NodeReader(path, decoded.text)
  const config = readRoot(reader, { node: root, name: ROOT }, path)
  reader.finish()
  return config
}

async function parseTree(text: string, path: string): Promise<Node> {
  const jsonc = await import('jsonc-parser')
  const errors: ParseError[] = []
  let root: Node | undefined
  try {
    root = jsonc.parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true })
  } catch {
    throw new UserError('the configuration is nested too deeply', startOf(path))
  }
  const [error] = errors
  if (error !== undefined) {
    const { line, column } = new LineIndex(text).positionAt(error.offset)
    // The parser's codes are names such as `CommaExpected`.
    const what = jsonc
      .printParseErrorCode(error.error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
    throw new UserError(`the configuration is not valid JSON with comments: ${what}`, { path, line, column })
  }
  if (root === undefined) throw new UserError('the configuration is empty; the least it can be is {}', startOf(path))
  return root
}

/** The place of what is wrong with a file as a whole: without a line the file would not be named. */
function startOf(path: string) {
  return { path, line: 1, column: 1 }
}

function readRoot(reader: NodeReader, field: Field, path: string): ConfigFile {
  const members = reader.members(field, CONFIG_KEYS, (key) =>
    INPUT_NAMES.some((name) => name === key) ? 'that is an input or an option, not a key of this file' : null,
  )
  const read = <T>(key: string, how: (reader: NodeReader, field: Field) => T | undefined): T | null => {
    const member = members.get(key)
    return member === undefined ? null : (how(reader, member) ?? null)
  }
  read('$schema', (_, schema) => reader.string(schema))
  return {
    path,
    integrations: read('integrations', readIntegrations) ?? [],
    protect: read('protect', readProtect),
    features: read('features', readFeatures),
    remedy: read('remedy', (_, remedy) => reader.oneOf(remedy, REMEDIES)),
    context: read('context', readContext) ?? {},
    levels: read('rules', readLevels) ?? {},
    ignore: read('ignore', readIgnores) ?? [],
    terraformVariables: read('terraformVariables', readTerraformVariables) ?? {},
    places: {
      integrations: (members.get('integrations')?.node.children ?? []).map((node) => reader.locate(node)),
      protect: read('protect', (_, { node }) => reader.locate(node)),
    },
    lines: linesOf(reader, members),
  }
}

/** Where the sections and their entries begin. */
function linesOf(reader: NodeReader, members: ReadonlyMap<string, Field>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [key, { node }] of members) {
    lines.set(key, reader.locate(node).startLine)
    for (const [index, child] of (node.children ?? []).entries()) {
      const [name] = child.children ?? []
      const isMember = node.type === 'object' && typeof name?.value === 'string'
      const entry = isMember
        ? `${key}.${key === 'context' ? name.value.toLowerCase() : name.value}`
        : `${key}[${index}]`
      lines.set(entry, reader.locate(child).startLine)
    }
  }
  return lines
}
