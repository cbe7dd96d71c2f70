#!/usr/bin/env node
import { runCli } from './run-cli.js'

const { argv, stdin, stdout, stderr, env } = process
process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), now: new Date() })
