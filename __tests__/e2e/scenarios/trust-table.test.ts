import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type Event,
  mergeGroupEvent,
  pullEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from '../../support/fake-github/events.js'
import type { Pull } from '../../support/fake-github/state.js'
import type { StepResult } from '../../support/runner.js'
import { Scenario } from '../../support/scenario.js'
import { KNOWN_ROLE, NEW_ROLE, openWorld, prepareWorld, SECRET, UNREADABLE } from '../../support/trust-world.js'

/**
 * Every cell of the table of docs/trust.md, from the side of somebody who tries everything in one pull request. Each column is
 * one run on the same repository (support/trust-world.ts); each cell is a test of what that run told.
 */

const COLUMNS = {
  push: 'own',
  schedule: 'own',
  merge_group: 'own',
  pull_request: 'pull',
  'pull_request of a fork': 'pull',
  pull_request_target: 'stranger',
  workflow_run: 'stranger',
} as const

type Column = keyof typeof COLUMNS
type Standing = (typeof COLUMNS)[Column]
const ALL = Object.keys(COLUMNS) as readonly Column[]

/** What a run told: the findings by Sid, by address and by file, and all that left the process. */
interface Told {
  readonly step: StepResult
  readonly findings: readonly Finding[]
  readonly left: readonly string[]
}

interface Finding {
  readonly rule: string
  readonly location: { readonly path: string }
  readonly policy: { readonly source: string; readonly address: string | null } | null
  readonly statement?: { readonly sid: string | null }
  readonly fix: { readonly remedy: string; readonly applicability: string; readonly edits: readonly unknown[] } | null
}

const bySid = ({ findings }: Told, sid: string) => findings.find(({ statement }) => statement?.sid === sid)
const isTold = (told: Told, ...sids: readonly string[]) => {
  for (const sid of sids) expect(bySid(told, sid), sid).toBeDefined()
}
const isNotTold = (told: Told, ...sids: readonly string[]) => {
  for (const sid of sids) expect(bySid(told, sid), sid).toBeUndefined()
}
/** A statement of a plan is told although something that it is made of is not read. */
const isToldAt = ({ findings }: Told, ...names: readonly string[]) => {
  for (const name of names) {
    const found = findings.filter(({ policy }) => policy?.address?.endsWith(`aws_s3_bucket_policy.${name}`))
    expect(found.length, name).toBeGreaterThan(0)
  }
}

type Cell = (told: Told) => void

/** The rows of the table, by their first cells there, and what is true in each column. */
const TABLE: Readonly<Record<string, Readonly<Record<Standing, Cell>>>> = {
  'the workflow, by its inputs': everywhere((told) => {
    expect(bySid(told, 'Planted')?.fix?.remedy).toBe('principal-arn')
  }),
  'the configuration of the base': everywhere((told) => {
    isNotTold(told, 'BaseIgnored')
    const fix = bySid(told, 'Planted')?.fix
    expect([fix?.applicability, JSON.stringify(fix?.edits).includes(KNOWN_ROLE)]).toEqual(['edit', true])
  }),
  'the configuration of the head': {
    own: (told) => {
      isNotTold(told, 'HeadIgnored')
      expect(bySid(told, 'NewRole')?.fix?.applicability).toBe('edit')
    },
    pull: (told) => {
      isNotTold(told, 'HeadIgnored')
      expect(bySid(told, 'NewRole')?.fix).toMatchObject({ applicability: 'text-only', edits: [] })
      const changed = JSON.stringify((told.step.report as { readonly changed: unknown }).changed)
      for (const word of ['headignored', 'silenced', NEW_ROLE]) expect(changed).toContain(word)
      expect(told.step.summary.trimStart()).toMatch(/^> \*\*Changed by this pull request\*\*/)
    },
    stranger: (told) => {
      isTold(told, 'HeadIgnored', 'NewRole')
      expect(told.left.join('\n')).not.toContain(NEW_ROLE)
    },
  },
  'a plan that the job made: the commit holds no file of its name': {
    own: countsAsVerdict,
    pull: countsAsVerdict,
    stranger: (told) => {
      isNotTold(told, 'JobPlan')
      isTold(told, 'JobTold')
    },
  },
  'a plan or state that the commit holds': {
    own: (told) => {
      isTold(told, 'CommittedPlan')
      isNotTold(told, 'Silenced')
    },
    pull: (told) => isTold(told, 'CommittedPlan', 'Silenced'),
    stranger: (told) => isTold(told, 'CommittedPlan', 'Silenced'),
  },
  'sources, modules and templates of the commit': everywhere((told) =>
    isTold(told, 'Planted', 'FromFile', 'FromModule', 'FromTemplate'),
  ),
  'files that no commit holds': {
    own: readAsPolicies,
    pull: readAsPolicies,
    stranger: (told) => {
      isNotTold(told, 'Rendered', 'LeftPolicy', 'FromVariables', 'FromDownloaded', 'Submodule', 'SecondCheckout')
      isToldAt(told, 'from_left', 'from_variable', 'from_credentials', 'from_downloaded')
    },
  },
  "Git's own files, what lies outside of the workspace, pipes and devices": everywhere((told) => {
    isToldAt(told, 'from_git', 'from_outside')
    for (const { location } of told.findings)
      expect(location.path).not.toMatch(/^(?:out|git|pipe)\.json$|^\.\.|^\.git\//)
  }),
}

/** What docs/trust.md says below the table, under "Which text was judged". */
const TEXTS: Readonly<Record<string, Readonly<Record<Standing, Cell>>>> = {
  'what Git LFS put in the place of a pointer is its text; anything else is not': {
    own: (told) => isTold(told, 'Smudged', 'Exchanged'),
    pull: pointersCount,
    stranger: pointersCount,
  },
  'a pointer without its file is told where the pull request has it, and is never judged as anything else': {
    own: (told) => isNotTold(told, 'NotThere', 'Meant'),
    pull: pointerIsTold,
    stranger: pointerIsTold,
  },
  'what is encrypted or binary in the commit is judged from the disk, where that may be read': {
    own: (told) => isTold(told, 'Decrypted', 'Binary'),
    pull: (told) => {
      isTold(told, 'Decrypted', 'Binary')
      expect(told.step.log).toMatch(/crypt\/\S+ and 1 more files: judged as the checkout has it/)
    },
    // The world of these columns has none: one would end the run (see below).
    stranger: (told) => isNotTold(told, 'Decrypted', 'Binary'),
  },
}

function pointerIsTold(told: Told): void {
  expect(told.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toContain(
    'policy-unreadable lfs/pointer.json',
  )
  isNotTold(told, 'NotThere', 'Meant')
}

function everywhere(cell: Cell): Readonly<Record<Standing, Cell>> {
  return { own: cell, pull: cell, stranger: cell }
}

function countsAsVerdict(told: Told): void {
  isTold(told, 'JobPlan', 'JobTold')
  expect(bySid(told, 'JobTold')?.policy?.source).toBe('terraform-plan')
}

function readAsPolicies(told: Told): void {
  isTold(told, 'Rendered', 'LeftPolicy', 'FromVariables', 'FromDownloaded', 'Submodule', 'SecondCheckout')
  isToldAt(told, 'from_credentials')
}

function pointersCount(told: Told): void {
  isTold(told, 'Smudged')
  isNotTold(told, 'Exchanged')
  expect(told.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toContain(
    'policy-unreadable lfs/other.json',
  )
}

/** The runs, each made when its first cell is asked for. */
const stages: Scenario[] = []
const played = new Map<Column, Promise<Told>>()

function play(column: Column): Promise<Told> {
  const known = played.get(column) ?? playColumn(column)
  played.set(column, known)
  return known
}

afterAll(async () => {
  for (const stage of stages) await stage.end()
})

async function playColumn(column: Column): Promise<Told> {
  // The second job is given a report that claims whatever any run could find.
  const claims = column === 'workflow_run' ? await claimed() : null
  const stage = await Scenario.begin()
  stages.push(stage)
  const isStranger = COLUMNS[column] === 'stranger'
  const pull = openWorld(stage, isStranger ? {} : UNREADABLE)
  pull.fork = column === 'pull_request of a fork' || isStranger
  if (column === 'pull_request of a fork') stage.github.rights = { contents: 'read', pullRequests: 'read' }
  const inputs = {
    remedy: 'principal-arn',
    'sarif-file': 'out.sarif',
    ...(claims === null ? {} : { 'report-file': 'claims' }),
  }
  let sarif = ''
  const step = await stage.runEvent(eventOf(column, pull), column === 'workflow_run' ? pull.baseSha : pull.headSha, {
    inputs,
    prepare: (workspace) => {
      sarif = join(workspace, 'out.sarif')
      prepareWorld(workspace, { rewritten: COLUMNS[column] !== 'own' })
      if (claims !== null) writeFileSync(join(workspace, 'claims'), claims)
    },
  })
  const said = [...pull.comments, ...pull.conversation, ...pull.reviews].map(({ body }) => body)
  const files = [JSON.stringify(step.report), readFileSync(sarif, 'utf8')]
  const left = [
    ...said,
    ...files,
    step.log,
    step.summary,
    JSON.stringify(step.outputs),
    JSON.stringify(stage.github.calls),
  ]
  return { step, findings: (step.report as { readonly findings: readonly Finding[] }).findings, left }
}

function eventOf(column: Column, pull: Pull): Event {
  switch (column) {
    case 'push':
      return pushEvent(pull.headSha)
    case 'schedule':
      return scheduleEvent()
    case 'merge_group':
      return mergeGroupEvent(pull.headSha, pull.baseSha)
    case 'workflow_run':
      return workflowRunEvent(pull)
    case 'pull_request_target':
      return pullEvent(pull, column)
    default:
      return pullEvent(pull)
  }
}

/** A report that claims what the fork's own run found, and what a run on the base's side does. */
async function claimed(): Promise<string> {
  const [own, other] = await Promise.all([play('pull_request of a fork'), play('pull_request_target')])
  return JSON.stringify({ ...Object(own.step.report), findings: [...own.findings, ...other.findings] })
}

describe.each(Object.entries({ ...TABLE, ...TEXTS }))('%s', (_row, cells) => {
  test.concurrent.each(ALL)('%s', async (column) => {
    cells[COLUMNS[column]](await play(column))
  })
})

describe('in every column', () => {
  test.concurrent.each(ALL)('%s: what blocks is red, and the secret is nowhere', async (column) => {
    const { step, left } = await play(column)
    expect(step.outputs.conclusion).toBe('failure')
    // The step of a second job passes; its output and its report say what it found.
    expect(step.exitCode, step.log).toBe(column === 'workflow_run' ? 0 : 1)
    for (const text of left) expect(text).not.toContain(SECRET)
  })
})

/** What the columns cannot hold at once, and where it is played: a part of the name of a scenario, by file. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly [file: string, name: string])[]>> = {
  'encrypted and binary files where the disk is not read': [
    ['trust', 'which is encrypted or binary there, ends the run of a stranger'],
  ],
  'plans by name for a stranger': [['events', 'refuses plans, which would run what a stranger wrote']],
  'no token for a stranger': [['events', 'without a token is a mistake of the workflow']],
  'a run that is started again for an older commit': [
    ['head', 'a run that is started again judges the commit that it is for'],
    ['head', 'a run that ends after the run of a newer head does not overwrite its summary'],
  ],
  'more than 3,000 files, and trees that are cut': [
    ['whole-change', 'what GitHub leaves out of a long list is found in the trees of the commits'],
    ['whole-change', 'a long list and cut trees'],
  ],
  'a configuration by name for a stranger': [
    ['whole-change', 'under pull_request_target a named configuration must be in the base'],
  ],
  'a configuration that no commit holds': [
    ['trust', 'that no commit holds is not read, and a warning names it'],
    ['trust', 'in a submodule of the pull request is not read, that above it is'],
    ['trust', "a configuration that the workflow names and a step makes is the workflow's own word"],
    ['trust', 'that a step rewrote counts as the commit has it, which is told'],
  ],
  'a plan of the job and a state, drawn from': [
    ['reading', 'the plan of the run is not drawn into the result by its sources'],
    ['reading', 'a state that a step left'],
  ],
  'a report of a fork': [['../forks', 'nothing of a report is believed but which findings it names']],
  'a pipe by name': [['reading', 'a pipe that a step made in the place of a file does not hold the run up']],
  'reports through links': [['reading', 'reports are written through no link of the pull request']],
}

describe('the table', () => {
  const here = fileURLToPath(new URL('.', import.meta.url))

  test('has the rows that docs/trust.md has', () => {
    const page = readFileSync(join(here, '../../../docs/trust.md'), 'utf8')
    const table = page.slice(page.indexOf('## The table'), page.indexOf('\n\n', page.indexOf('| who says it')))
    const rows = [...table.matchAll(/^\| (.+?) +\|/gm)]
      .map(([, first]) => first)
      .filter((row) => !/^-+$|^who says it$/.test(row ?? ''))
    expect(Object.keys(TABLE)).toEqual(rows)
  })

  test('leaves no cell without a scenario', () => {
    for (const cells of Object.values({ ...TABLE, ...TEXTS })) {
      for (const column of ALL) expect(cells[COLUMNS[column]]).toBeTypeOf('function')
    }
  })

  test.each(Object.entries(ELSEWHERE))('%s: is played elsewhere', (_what, scenarios) => {
    for (const [file, name] of scenarios) expect(readFileSync(join(here, `${file}.test.ts`), 'utf8')).toContain(name)
  })
})
