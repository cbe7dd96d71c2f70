#!/usr/bin/env node
import { runCli } from './run-cli.js'

const { argv, stdout, stderr, env } = process
// Nothing that ends without an answer may pass, and Node ends in silence when a promise is never settled.
process.exitCode = 2
const unanswered = () => stderr.write('error: the check ended without a result: please report it\n')
process.once('exit', unanswered)
process.exitCode = await runCli(argv.slice(2), {
  // Most runs read none, and to open it takes longer than to judge a small file.
  get stdin() {
    return process.stdin
  },
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  now: new Date(),
})
process.off('exit', unanswered)
