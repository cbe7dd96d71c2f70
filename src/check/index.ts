import type { Form } from '../documents/form.js'
import { FORMS } from '../documents/forms/index.js'
import type { FixParts } from '../fix/sites/index.js'
import type { CheckOptions, IgnoreEntry } from '../model/options.js'
import type { CheckResult } from '../model/report.js'
import { Fingerprints } from '../rules/drafts/fingerprint.js'
import { draftsOn, type Rule } from '../rules/index.js'
import { RULE_LIST } from '../rules/registry.js'
import type { Sources } from '../sources/sources.js'
import { settleWith } from '../verdicts/screen.js'
import { configurationFinding, countedOnce, type Finished, finish, toldLevels } from './finish.js'
import { gather } from './gather.js'
import { Isolation } from './isolate.js'
import { judge } from './judge.js'
import { Room } from './judgement.js'
import { inFull, read, readsFiles, withReaders } from './read.js'
import { planRoots, report, withRoot } from './report.js'
import { isConfiguration, silence, tellingOf } from './silence.js'
import { unusedEntries } from './unused.js'

/** What a shell hears while a long check runs. */
export interface CheckHooks {
  /** Called after each file. */
  readonly progress?: (filesDone: number) => void
}

/** The lists that the check goes by, where they are others than usual: a test hands in longer ones. */
export interface CheckParts extends FixParts {
  readonly forms?: readonly Form[]
  readonly rules?: readonly Rule[]
}

const NONE: readonly never[] = []

/** Whether something is not told, which is judged, of what sources make of a file. */
function leavesOut({ onlyPaths, levels }: CheckOptions, { ignored }: Finished): boolean {
  const rule = 'policy-unknown'
  return onlyPaths !== null || levels[rule] === 'off' || ignored.some((one) => one.rule === rule)
}

/** What takes nothing away of what is told. */
const EVERYTHING = { onlyPaths: null, ignore: [], levels: {}, entries: null, explain: false } as const

/**
 * The whole check: sources → documents → units → verdicts → findings → report. It sees sources and options; never the
 * environment, the disk, the clock or GitHub.
 */
export async function check(
  sources: Sources,
  options: CheckOptions,
  { progress }: CheckHooks = {},
  { forms = FORMS, rules = RULE_LIST, ...fixParts }: CheckParts = {},
): Promise<CheckResult> {
  const { explain = false } = options
  const isolation = new Isolation()
  const first = await read(sources.files, { forms, settle: settleWith(options) }, isolation, progress)
  const mayShare = readsFiles(first)
  const documents = mayShare ? await inFull(first, sources.files, forms, isolation) : first
  const gathered = await gather(documents, sources, options, isolation)
  const used = new Set<IgnoreEntry>()
  const ruleContext = { ...tellingOf(options, used), fingerprints: new Fingerprints() }
  const bytes = documents.reduce((sum, one) => sum + one.bytes, 0)
  const room = new Room(bytes)
  const judged = await judge(gathered, { options, rules, ruleContext, explain, isolation, room })
  const silenced = silence(judged.drafts, options, used)
  const finished = await finish(silenced, judged, gathered, { options, sources, isolation, ...fixParts })
  const drafts = silenced.told.map(({ draft }) => draft)
  const counted = mayShare ? await countedOnce(judged, gathered, toldLevels(drafts), isolation) : judged
  const unread = judged.unread.filter(({ path }) => !finished.superseded.has(path))
  const unused = draftsOn(unusedEntries(options, gathered, judged, used), ruleContext, rules)
  const roots = planRoots(gathered.units)
  const everything = async (paths: readonly string[]) => {
    const wider = withReaders(paths, sources, leavesOut(options, finished))
    if (wider === null) return null
    const { report } = await check(wider, { ...options, ...EVERYTHING }, {}, { forms, rules, ...fixParts })
    return report.findings
  }
  const hasEdits = finished.findings.some(({ fix }) => fix?.applicability === 'edit')
  const { heldOutside } = hasEdits ? await import('../fix/sites/index.js') : {}
  const held = (await heldOutside?.(finished.findings, everything)) ?? finished.findings
  const told = held.map((finding) => withRoot(finding, roots))
  const findings = [...told, ...unused.filter(isConfiguration).map(configurationFinding)]
  const ignored = finished.ignored.map((finding) => withRoot(finding, roots))
  const { texts } = finished
  const hasFailed = gathered.mistakes.length + isolation.failures.length > 0
  return {
    report: report({ files: documents.length, judged: counted, findings, ignored, unread, hasFailed, roots }, options),
    texts,
    explanations: counted.explanations,
    configuration: options.configuration ?? null,
    nothingIn: new Set(documents.filter(({ document }) => document.kind === 'nothing').map(({ path }) => path)),
    mistakes: gathered.mistakes,
    bytes,
    unopened: documents.flatMap(({ path, document }) =>
      document.kind === 'unopened' ? { path, reason: document.reason } : NONE,
    ),
    failures: isolation.failures,
  }
}
