import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const COLUMNS = '112'

/** What the built command prints for files (path → text), in colours. Its findings make it fail, which is expected here. */
export function runInTerminal(command, { files, inputs, more }) {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const options = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value])
    const { stdout, stderr, error } = spawnSync(process.execPath, [command, ...options, ...more], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, FORCE_COLOR: '1', COLUMNS },
    })
    if (error !== undefined || stdout === '')
      throw new Error(`the command printed nothing: ${error?.message ?? stderr}`)
    const line = `$ clumio-policy-check ${more.length === 0 ? '' : `${more.join(' ')} `}`.trimEnd()
    return `${line}\n${stdout}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
