/** Runs the `terraform` binary on a copy of a root module, against the stub provider and without a network. */
import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProvider } from './provider/server.mjs'

/** Files of a fixture that are no sources. A leading dot keeps a folder of earlier sources out of Terraform's sight. */
const NO_SOURCES = new Set(['fixture.json', 'expected.json', 'README.md', '.terraform', '.earlier', '.planned'])
/** A folder that is a link stays one. */
const COPY = { recursive: true, verbatimSymlinks: true }
/** What a run leaves beside the sources. */
const KEPT = new Set(['.terraform', 'terraform.tfstate', 'terraform.tfstate.backup', 'planned.bin', 'empty.tfrc'])

/** Version of the `terraform` on the PATH, or null when there is none. */
export function terraformVersion() {
  try {
    const output = execFileSync('terraform', ['version', '-json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(output).terraform_version
  } catch {
    return null
  }
}

/** Paths below a folder that are not formatted as `terraform fmt` would. */
export function unformatted(folder) {
  try {
    execFileSync('terraform', ['fmt', '-check', '-recursive', '-list=true', folder], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return []
  } catch (thrown) {
    const lines = `${thrown.stdout ?? ''}`.split('\n').filter(Boolean)
    if (lines.length === 0) throw new Error(`terraform fmt: ${thrown.stderr || thrown.message}`)
    return lines
  }
}

/**
 * A temporary folder in which a root module is planned. Several steps share state, provider and the world behind it.
 * `remoteModules` are modules that `init` would download: `{ key, source, version, dir }`, `dir` below the root.
 */
export class Workspace {
  /** Absolute path of the copy. */
  folder
  #provider
  #remoteModules

  static async open({ remoteModules = [] } = {}) {
    const workspace = new Workspace()
    workspace.folder = mkdtempSync(join(tmpdir(), 'terraform-root-'))
    workspace.#remoteModules = remoteModules
    workspace.#provider = await startProvider()
    writeFileSync(join(workspace.folder, 'empty.tfrc'), '')
    return workspace
  }

  close() {
    this.#provider.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** What happened outside of Terraform before the next step; see `provider/service.mjs`. */
  arrange(world) {
    this.#provider.service.arrange(world)
  }

  /** Replaces the sources by those of `from` and initialises. Downloaded modules are taken from `from/.terraform`. */
  async sources(from, downloads = from) {
    for (const name of readdirSync(this.folder)) {
      if (!KEPT.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true })
    }
    for (const name of readdirSync(from)) {
      if (!NO_SOURCES.has(name) && !isPlan(name)) cpSync(join(from, name), join(this.folder, name), COPY)
    }
    this.#installModules(downloads)
    const get = this.#remoteModules.length > 0 ? ['-get=false'] : []
    await this.run(['init', '-input=false', '-backend=false', ...get])
  }

  /**
   * Modules of a registry cannot be downloaded here: they are put where `init` would have put them, together with the
   * local ones, since a manifest is only taken as it is.
   */
  #installModules(downloads) {
    if (this.#remoteModules.length === 0) return
    const target = join(this.folder, '.terraform', 'modules')
    const installed = join(downloads, '.terraform', 'modules')
    mkdirSync(target, { recursive: true })
    if (existsSync(installed)) cpSync(installed, target, COPY)
    const root = { Key: '', Source: '', Dir: '.' }
    const entries = this.#remoteModules.map(({ key, source, version, dir }) => ({
      Key: key,
      Source: source,
      ...(version && { Version: version }),
      Dir: dir,
    }))
    writeFileSync(join(target, 'modules.json'), JSON.stringify({ Modules: [root, ...entries] }))
  }

  async apply({ variables = {}, targets = [], fails = false } = {}) {
    const flags = [...variableArguments(variables), ...targets.map((target) => `-target=${target}`)]
    const applied = await this.#attempt(['apply', '-input=false', '-auto-approve', ...flags])
    if (applied.failed !== fails) {
      throw new Error(fails ? 'terraform apply was expected to fail' : applied.message)
    }
  }

  /** Takes the present state of the world into the state file. */
  async refresh({ variables = {} } = {}) {
    await this.run(['apply', '-refresh-only', '-input=false', '-auto-approve', ...variableArguments(variables)])
  }

  /** Plans, and gives what `terraform show -json` prints. */
  async plan({ variables = {}, targets = [], replace = [], refresh = true, destroy = false } = {}) {
    const flags = [
      ...variableArguments(variables),
      ...targets.map((target) => `-target=${target}`),
      ...replace.map((address) => `-replace=${address}`),
      ...(refresh ? [] : ['-refresh=false']),
      ...(destroy ? ['-destroy'] : []),
    ]
    await this.run(['plan', '-input=false', '-out=planned.bin', ...flags])
    return this.run(['show', '-json', 'planned.bin'])
  }

  /** The state as `terraform show -json` prints it. */
  state() {
    return this.run(['show', '-json'])
  }

  /** Path of the module manifest that `init` wrote. */
  get manifest() {
    return join(this.folder, '.terraform', 'modules', 'modules.json')
  }

  async run(args) {
    const { failed, message, stdout } = await this.#attempt(args)
    if (failed) throw new Error(message)
    return stdout
  }

  // Not the synchronous call: the provider answers in this very process.
  #attempt(args) {
    const options = { cwd: this.folder, env: this.#environment(), maxBuffer: 1 << 30 }
    return new Promise((resolve) => {
      execFile('terraform', args, options, (error, stdout, stderr) => {
        resolve({ failed: error !== null, message: `terraform ${args.join(' ')}\n${stdout}${stderr}`, stdout })
      })
    })
  }

  #environment() {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'))
    return {
      ...Object.fromEntries(inherited),
      ...this.#provider.environment,
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: join(this.folder, 'empty.tfrc'),
      TF_CLI_ARGS: '-no-color',
    }
  }
}

function isPlan(name) {
  return /^(plan|state)(-[\w-]+)?\.json$/.test(name)
}

function variableArguments(variables) {
  return Object.entries(variables).map(
    ([name, value]) => `-var=${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
}
