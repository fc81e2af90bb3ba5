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
    testTimeout: 20_000,
    hookTimeout: 60_000,
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
          // The whole product is loaded here, pages and all: once for all files, and as it is used.
          isolate: false,
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
