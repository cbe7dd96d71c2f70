import { VERSION } from './model/tool.js'

export async function runCli(_argv: readonly string[], out: { write(s: string): unknown }): Promise<number> {
  const { discover } = await import('./files/discover.js')
  discover
  out.write(`${VERSION}\n`)
  return 0
}
