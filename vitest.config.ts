import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    // The end-to-end tests start the built bundles as child processes; two cores, so two workers.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
})
