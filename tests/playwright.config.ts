import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { findBrowser } from '#tests/support/browser.ts'

const port = Number(process.env.E2E_PORT ?? 4120)
const browser = findBrowser()
if (!browser) throw new Error('No browser was found. Run `node server/setup.mjs --browser`, or set E2E_BROWSER.')
// The file is read again in every worker: they share the folder through the environment.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'plenary-e2e-'))

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  workers: 1,
  // Far more than a test needs: a busy machine must not fail one. What is promised within a second says so itself.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node build/main.mjs --prepare && node --enable-source-maps build/main.mjs',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: `http://127.0.0.1:${port}/healthz`,
    // The demonstration conference on the embedded database, whatever the other tests run on.
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: '',
      REDIS_URL: '',
      ORIGIN: '',
    },
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
