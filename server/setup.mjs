// Brings a fresh clone, or one that fell behind, to where `npm start` and `npm test` can run. Only Node's own modules:
// it runs before anything is installed. A step is skipped when its inputs have not changed since it last ran.
//   node server/setup.mjs             dependencies, database client, build
//   node server/setup.mjs --no-build  dependencies and database client
//   node server/setup.mjs --browser   all of it, and a browser for the end-to-end tests
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const wants = (option) => process.argv.includes(option)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.version}.`)

if (!isInstalled()) {
  // --include=dev: the build needs them even where NODE_ENV=production is set.
  // --ignore-scripts: nothing here needs its install script, and Prisma's would only try to download an engine.
  const options = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  perform('dependencies (about a minute, the first time)', () => npm(['ci', ...options]))
}
step({
  name: 'database client',
  inputs: ['prisma/schema', 'prisma/prisma.config.ts', 'package-lock.json'],
  stamp: 'prisma/generated/.setup',
  product: 'prisma/generated/client.ts',
  run: () =>
    node(['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts'], {
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }),
})
if (!wants('--no-build')) {
  step({
    name: 'build',
    inputs: ['app', 'server', 'public', 'prisma/schema', 'tsconfig.json', 'package.json', 'package-lock.json'],
    stamp: 'build/.setup',
    product: 'build/main.mjs',
    run: () => node(['server/build.mjs'], { NODE_ENV: 'production' }),
  })
}
if (wants('--browser')) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/setup/browser.ts'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** npm keeps a list of what it installed; what an optional package lacks on this platform is not missing. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

function step({ name, inputs, stamp, product, run }) {
  const now = fingerprint(inputs)
  if (existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  perform(name, run)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function perform(name, run) {
  const started = Date.now()
  console.log(`[setup] ${name} …`)
  const { status, output } = run()
  if (status !== 0) fail(`${name} failed:\n${output}`)
  console.log(`[setup] done in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(`${process.versions.modules} ${process.platform} ${process.arch}`)
  const add = (path) => {
    if (!existsSync(path) || /\.test\.tsx?$|\.md$/.test(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const input of inputs) add(input)
  return hash.digest('hex')
}

function node(args, env) {
  return run(process.execPath, args, env)
}

function npm(args) {
  const cli = process.env.npm_execpath
  return cli ? run(process.execPath, [cli, ...args]) : run('npm', args, {}, process.platform === 'win32')
}

function run(command, args, env = {}, shell = false) {
  const result = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell,
    maxBuffer: 1 << 26,
  })
  return {
    status: result.error ? 1 : result.status,
    output: `${result.error ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`,
  }
}

function fail(message) {
  console.error(`[setup] ${message}`)
  process.exit(1)
}
