import { RE2JS } from 're2js'
import type { RegexEngine, RegexPattern } from './engine.js'

export const regexEngine: RegexEngine = {
  compile(pattern): RegexPattern {
    const compiled = RE2JS.compile(pattern)
    const names = Object.entries(compiled.namedGroups()).map(([name, group]) => [group, name] as const)
    return {
      names: new Map(names),
      groups: compiled.groupCount(),
      *matches(text) {
        const matcher = compiled.matcher(text)
        while (matcher.find()) {
          const groups = Array.from({ length: compiled.groupCount() + 1 }, (_, group) => matcher.group(group))
          yield { start: matcher.start(), end: matcher.end(), groups }
        }
      },
    }
  },
}
