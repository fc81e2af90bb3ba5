// Runs every test there is, goes on when some fail, and ends with one line of counts. With DATABASE_URL the tests that
// need a database run twice: on that PostgreSQL server, and on the embedded database.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'plenary-results-'))
const onServer = Boolean(process.env.DATABASE_URL)
const total = { passed: 0, failed: 0 }

part('lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
part('types', 'node_modules/typescript/bin/tsc', ['--noEmit'])
vitest(onServer ? 'unit; integration and live on PostgreSQL' : 'unit, integration and live', [])
if (onServer) {
  vitest('integration and live on the embedded database', ['--project', 'integration', '--project', 'live'], {
    DATABASE_URL: '',
    REDIS_URL: '',
  })
}
playwright()

rmSync(folder, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

function vitest(name, options, env = {}) {
  const file = join(folder, `${total.passed}-vitest.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['run', '-c', 'tests/vitest.config.ts', ...reporters, ...options]
  part(name, 'node_modules/vitest/vitest.mjs', args, env, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  })
}

function playwright() {
  const file = join(folder, 'playwright.json')
  const args = ['test', '-c', 'tests/playwright.config.ts', '--reporter=list,json']
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, E2E_DATA_DIR: join(folder, 'e2e') }
  part('end to end', 'node_modules/@playwright/test/cli.js', args, env, () => {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, 'utf8')).stats
    return { passed: expected, failed: unexpected + flaky }
  })
}

/** A part without counts of its own is one test. A part that failed without a failed test still counts as one. */
function part(name, script, args, env = {}, counts = null) {
  console.log(`\n── ${name} ──`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const { passed, failed } = resultOf(status === 0, counts)
  total.passed += passed
  total.failed += failed
  console.log(`── ${name}: ${passed} passed, ${failed} failed, in ${seconds(started)} s ──`)
}

function resultOf(succeeded, counts) {
  if (!counts) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 }
  try {
    const { passed, failed } = counts()
    return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
  } catch (error) {
    console.error(`The results could not be read: ${error.message}`)
    return { passed: 0, failed: 1 }
  }
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000)
}
