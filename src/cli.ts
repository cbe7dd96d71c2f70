#!/usr/bin/env node
import { runCli } from './run-cli.js'

const { argv, stdout, stderr, env } = process
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
