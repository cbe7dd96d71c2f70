import { defineConfig } from 'vitest/config'

const jsonReport = process.env.VITEST_JSON_REPORT

export default defineConfig({
  test: {
    // `.ci/run` counts the tests from a report beside the usual output.
    reporters: jsonReport ? ['default', ['json', { outputFile: jsonReport }]] : ['default'],
    include: ['__tests__/**/*.test.ts'],
    setupFiles: ['__tests__/support/setup.ts'],
    // The end-to-end tests start the built bundles as child processes; two cores, so two workers.
    maxWorkers: 2,
    // A process for each file would cost as much as the tests that are not end to end: modules are loaded anew for each
    // file all the same, and no test leaves anything in the globals.
    isolate: false,
    // Scenarios spend most of their time waiting: the action keeps a second between two writes.
    maxConcurrency: 12,
    // A machine may be busy with other things: only what hangs for good is stopped.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
})
