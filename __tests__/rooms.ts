/**
 * Which room may import what; type imports count. A room is a folder of `src`, or a file at its top; inner folders are
 * rooms of their own. Rows stand in the order of the data: a room imports only rooms above it, so there can be no circle
 * between rooms. Permits are exact: one that nobody uses is a breach too.
 */
export const ROOMS: Readonly<
  Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>
> = {
  text: { rooms: [], packages: [] },
  model: { rooms: [], packages: [] },
  tree: { rooms: [], packages: ['jsonc-parser'] },
  iam: { rooms: ['tree'], packages: [] },
  clumio: { rooms: ['text', 'model', 'iam'], packages: [] },
  'terraform/plan': { rooms: ['tree', 'iam'], packages: [] },
  'terraform/hcl/syntax': { rooms: [], packages: ['jsonc-parser', 'node:zlib', 'web-tree-sitter'] },
  'terraform/hcl/values': { rooms: ['text', 'iam', 'terraform/hcl/syntax'], packages: ['jsonc-parser'] },
  'fix/patch/json': { rooms: ['text', 'tree'], packages: ['jsonc-parser'] },
  config: { rooms: ['text', 'model'], packages: ['jsonc-parser'] },
  sources: {
    rooms: ['model', 'config'],
    packages: ['fast-glob', 'node:crypto', 'node:fs', 'node:os', 'node:path', 'node:stream'],
  },
  'terraform/hcl/modules': {
    rooms: ['text', 'iam', 'terraform/plan', 'terraform/hcl/syntax', 'terraform/hcl/values', 'sources'],
    packages: [],
  },
  'terraform/hcl/evaluate': {
    rooms: ['text', 'iam', 'terraform/hcl/syntax', 'terraform/hcl/values', 'terraform/hcl/modules'],
    packages: ['jsonc-parser'],
  },
  'terraform/trace': {
    rooms: [
      'tree',
      'iam',
      'terraform/plan',
      'terraform/hcl/syntax',
      'terraform/hcl/values',
      'terraform/hcl/modules',
      'terraform/hcl/evaluate',
    ],
    packages: [],
  },
  documents: {
    rooms: ['text', 'model', 'tree', 'iam', 'clumio', 'terraform/plan', 'sources'],
    packages: ['jsonc-parser'],
  },
  units: { rooms: ['text', 'tree', 'iam', 'terraform/plan', 'terraform/trace', 'documents'], packages: [] },
  rules: { rooms: ['text', 'model', 'tree', 'iam', 'clumio', 'documents'], packages: ['node:crypto'] },
  'fix/patch/hcl': {
    rooms: ['text', 'tree', 'terraform/hcl/syntax', 'terraform/hcl/values', 'fix/patch/json', 'terraform/trace'],
    packages: ['jsonc-parser'],
  },
  fix: { rooms: ['text', 'model', 'tree', 'iam', 'clumio', 'sources', 'documents', 'rules'], packages: [] },
  'fix/sites': {
    rooms: [
      'text',
      'model',
      'tree',
      'iam',
      'clumio',
      'terraform/plan',
      'fix/patch/json',
      'terraform/trace',
      'documents',
      'units',
      'rules',
      'fix/patch/hcl',
      'fix',
    ],
    packages: ['jsonc-parser'],
  },
  check: {
    rooms: [
      'text',
      'model',
      'iam',
      'clumio',
      'terraform/plan',
      'sources',
      'documents',
      'units',
      'rules',
      'fix',
      'fix/sites',
    ],
    packages: [],
  },
  report: { rooms: ['text', 'model', 'tree'], packages: [] },
  'report/markdown': { rooms: ['model', 'report'], packages: [] },
  'report/pretty': { rooms: ['text', 'model', 'report', 'report/markdown'], packages: [] },
  'github/api': { rooms: ['model', 'tree'], packages: ['@actions/github'] },
  'github/pull': { rooms: ['text', 'model', 'tree', 'sources', 'github/api'], packages: [] },
  'github/comments': {
    rooms: ['text', 'model', 'sources', 'report', 'report/markdown', 'github/api', 'github/pull'],
    packages: [],
  },
  action: {
    rooms: ['model', 'config', 'sources', 'check', 'report', 'github/api', 'github/pull'],
    packages: ['@actions/core', 'node:os', 'node:path'],
  },
  terminal: {
    rooms: ['text', 'model', 'config', 'sources', 'report', 'report/pretty'],
    packages: ['node:path', 'node:stream', 'node:util'],
  },
  'run-action.ts': {
    rooms: [
      'text',
      'model',
      'config',
      'sources',
      'check',
      'report',
      'report/markdown',
      'github/api',
      'github/pull',
      'github/comments',
      'action',
    ],
    packages: ['node:path'],
  },
  'run-cli.ts': {
    rooms: ['model', 'config', 'sources', 'check', 'report', 'report/markdown', 'report/pretty', 'terminal'],
    packages: [],
  },
  'index.ts': { rooms: ['run-action.ts'], packages: [] },
  'cli.ts': { rooms: ['run-cli.ts'], packages: [] },
}
