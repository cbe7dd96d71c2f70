import type { ConfigurationDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import type { Rule, RuleContext, Subject } from './rule.js'

type Entry = Extract<Subject, { kind: 'unused-entry' }>

/** An entry of the configuration that met nothing in a run of everything: most often a name in it is mistyped. */
export const unusedEntry: Rule = {
  id: 'unused-entry',
  find: (subject, context) => (subject.kind === 'unused-entry' ? unused(subject, context) : null),
}

function unused({ entry, name, location }: Entry, { level: levelOf, fingerprints }: RuleContext) {
  const level = levelOf('unused-entry')
  if (level === null) return null
  const draft: ConfigurationDraft = {
    rule: 'unused-entry',
    level,
    message: `${WORDS[entry](cut(name, 80))}: correct the names in it, or remove it.`,
    fingerprint: fingerprints.of({
      rule: 'unused-entry',
      path: location.path,
      owner: entry,
      sid: null,
      content: name,
    }),
    cause: null,
    location,
    fixUnavailable: 'what the entry was meant for is for a person to say',
  }
  return draft
}

const WORDS: Readonly<Record<Entry['entry'], (name: string) => string>> = {
  ignore: (reason) => `The ignore entry "${reason}" silences no finding of this run`,
  integration: (role) => `No bucket policy of this run is one that the integration "${role}" is for`,
  protect: () => 'No bucket policy of this run is inside of "protect", so none was judged',
}
