/**
 * Writes the plans of the Terraform fixtures: every folder of `__tests__/fixtures/terraform` with a `fixture.json`.
 *
 *   npm run fixtures [-- NAME…]
 *
 * Needs `terraform` on the PATH, no network and no credentials; without it nothing is done. A `fixture.json` is a list
 * of `steps`, done in order on one state:
 *
 *   { "apply": {…} }    apply; `fails: true` when it must go wrong
 *   { "refresh": {…} }  take what the world looks like into the state
 *   { "plan": {…} }     plan and write `out` (`plan.json`), as `terraform show -json` prints it
 *   { "state": {…} }    write `out` (`state.json`), the state as `terraform show -json` prints it
 *
 * Every step takes `sources` (a folder of the fixture to use instead of its root), `variables`, `remote` and `refuse`
 * (what happened outside, see `provider/service.mjs`); a plan also `targets`, `replace`, `destroy` and
 * `refresh: false`. Beside the steps: `remoteModules` (see `terraform.mjs`), `keepManifest` (commit the module manifest
 * that `init` writes) and `unformatted` (sources that `terraform fmt` would change, on purpose; for the tests).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalise } from './normalise.mjs'
import { terraformVersion, Workspace } from './terraform.mjs'

const FIXTURES = resolve(dirname(fileURLToPath(import.meta.url)), '../../__tests__/fixtures/terraform')

/** Does the steps of one fixture, and gives the files it would write: name → text. */
export async function planFixture(folder) {
  const {
    steps,
    remoteModules = [],
    keepManifest = false,
  } = JSON.parse(readFileSync(join(folder, 'fixture.json'), 'utf8'))
  const workspace = await Workspace.open({ remoteModules })
  const written = new Map()
  let present = null
  try {
    for (const step of steps) {
      const [[kind, options]] = Object.entries(step)
      const { sources = '.', remote = {}, refuse = {} } = options
      if (sources !== present) await workspace.sources(join(folder, sources), folder)
      present = sources
      workspace.arrange({ remote, refuse })
      if (kind === 'apply') await workspace.apply(options)
      else if (kind === 'refresh') await workspace.refresh(options)
      else if (kind === 'plan') written.set(options.out ?? 'plan.json', normalise(await workspace.plan(options)))
      else if (kind === 'state') written.set(options.out ?? 'state.json', normalise(await workspace.state()))
      else throw new Error(`${folder}: no such step: ${kind}`)
    }
    if (keepManifest) written.set('.terraform/modules/modules.json', readFileSync(workspace.manifest, 'utf8'))
  } finally {
    workspace.close()
  }
  return written
}

/** Folders of all fixtures, or of the named ones. */
function fixtures(names) {
  const all = readdirSync(FIXTURES).filter((name) => existsSync(join(FIXTURES, name, 'fixture.json')))
  const missing = names.filter((name) => !all.includes(name))
  if (missing.length > 0) throw new Error(`no such fixture: ${missing.join(', ')}`)
  return names.length > 0 ? names : all
}

async function main(names) {
  const version = terraformVersion()
  if (version === null) {
    process.stdout.write('There is no terraform on the PATH: the committed plans stay as they are.\n')
    return
  }
  process.stdout.write(`terraform ${version}\n`)
  for (const name of fixtures(names)) {
    const folder = join(FIXTURES, name)
    for (const [file, text] of await planFixture(folder)) {
      const path = join(folder, file)
      mkdirSync(dirname(path), { recursive: true })
      const same = existsSync(path) && readFileSync(path, 'utf8') === text
      if (!same) writeFileSync(path, text)
      process.stdout.write(`${name}/${file}: ${same ? 'as before' : 'written'}\n`)
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2))
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : thrown}\n`)
    process.exitCode = 1
  }
}
