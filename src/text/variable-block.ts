const VARIABLE = /^[ \t]*variable[ \t]+"?([\w-]{1,200})"?[ \t]*\{/

/**
 * The variable whose block an offset stands in. A block of the top level ends with a brace at the start of a line, or
 * on the line that it begins on.
 */
export function variableAround(text: string, offset: number): string | null {
  for (let end = offset; end >= 0; ) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    if (line.startsWith('}') && start > 0) return null
    const [, name] = VARIABLE.exec(line) ?? []
    if (name !== undefined) return end < offset && /\}\s*(?:(?:#|\/\/).*)?$/.test(line) ? null : name
    end = start - 1
  }
  return null
}
