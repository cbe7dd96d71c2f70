import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const WIDTH = 960

/** The browser's own services stay off: nothing is contacted. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--hide-scrollbars',
  '--force-device-scale-factor=1.5',
]

/** Path of the Chromium to use, or a sentence that says what is missing. */
export function findChromium() {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'chromium-browser', 'google-chrome']
  const found = candidates.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  if (found !== undefined) return found
  throw new Error(
    process.env.CHROMIUM
      ? `CHROMIUM names '${process.env.CHROMIUM}', which does not run`
      : 'pictures need Chromium: install it, or name its program in CHROMIUM',
  )
}

/** Writes a page as a PNG, as high as the page is. */
export function screenshot(chromium, html, png) {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  try {
    const file = join(folder, 'page.html')
    writeFileSync(file, `${html}<script>document.title = document.documentElement.scrollHeight</script>`)
    const flags = [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`]
    const url = pathToFileURL(file).href
    const dom = run(chromium, [...flags, `--window-size=${WIDTH},200`, '--dump-dom', url])
    const height = Number(/<title>(\d+)<\/title>/.exec(dom)?.[1])
    if (!(height > 0)) throw new Error('Chromium did not say how high the page is')
    run(chromium, [...flags, `--window-size=${WIDTH},${height}`, `--screenshot=${png}`, url])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(chromium, args) {
  const { status, stdout, stderr, error } = spawnSync(chromium, args, { encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`${chromium} failed: ${error?.message ?? stderr}`)
  return stdout
}
