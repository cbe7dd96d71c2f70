import { runAction } from './run-action.js'

process.exitCode = await runAction({
  env: process.env,
  write: (text) => process.stdout.write(text),
  now: () => new Date(),
})
