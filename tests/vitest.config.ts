import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What concerns only the other kind of database is left out. */
const exclude = [process.env.DATABASE_URL ? 'tests/integration/embedded/**' : 'tests/integration/postgres/**']

// Its own file: the Remix plugin must not run under Vitest.
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'forks',
    // The product keeps no state in its modules: they are loaded once for all files, which halves the work.
    isolate: false,
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Far more than a test needs: a busy machine must not fail one.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude,
          globalSetup: 'tests/setup/template.ts',
        },
      },
      {
        extends: true,
        esbuild: { jsxDev: false },
        test: {
          name: 'isolation',
          include: ['tests/isolation/**/*.test.ts'],
          globalSetup: 'tests/setup/template.ts',
          // The whole product is loaded here, pages and all, as it is used.
          env: { NODE_ENV: 'production' },
        },
      },
      {
        extends: true,
        test: { name: 'live', include: ['tests/live/**/*.test.ts'], globalSetup: 'tests/setup/template.ts' },
      },
    ],
  },
})
