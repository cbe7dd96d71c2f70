import { runAction } from './run-action.js'

// Nothing that ends without an answer may pass, and Node ends in silence when a promise is never settled.
process.exitCode = 2
const unanswered = () =>
  process.stdout.write('::error title=Clumio policy check::The check ended without a result: please report it.\n')
process.once('exit', unanswered)
process.exitCode = await runAction({
  env: process.env,
  write: (text) => process.stdout.write(text),
  now: () => new Date(),
})
process.off('exit', unanswered)
