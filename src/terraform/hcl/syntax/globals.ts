/**
 * The CommonJS build of web-tree-sitter reads these two names when it starts, and an ES module has neither. Their values
 * only locate a WebAssembly file, and that is handed over as bytes.
 */
const scope: { __dirname?: string; __filename?: string } = globalThis as object
scope.__dirname ??= ''
scope.__filename ??= ''
