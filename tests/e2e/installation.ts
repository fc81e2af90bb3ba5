import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { must } from '#app/kernel/must.ts'
import type { Seat } from './cast.ts'
import { test as base } from './stage.ts'

/** A server of its own that began empty, as on the day it was installed. */
export interface Installation {
  readonly origin: string
  /** Where the first organiser chooses a password. */
  readonly link: string
  stop(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const node = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  promisify(execFile)(process.execPath, args, { cwd: root, env })

/** The operator makes the database and the first organiser; answers the server and the link that was printed. */
async function install(port: number, organiser: Seat): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenary-installed-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    REDIS_URL: '',
    ORIGIN: '',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  }
  await node(['build/main.mjs', '--prepare'], env)
  // What `npm run admin -- create-organiser` runs, without a look whether the build is fresh: it is being served.
  const { email, name } = organiser
  const { stdout } = await node(['build/admin.mjs', 'create-organiser', '--email', email, '--name', name], env)
  const child = spawn(process.execPath, ['--enable-source-maps', 'build/main.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await isReady(child)
  return {
    origin: `http://127.0.0.1:${port}`,
    link: must(/http:\S+/.exec(stdout)?.[0], 'the command printed no link'),
    async stop() {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function isReady(child: ChildProcess): Promise<void> {
  for await (const said of must(child.stdout)) if (String(said).includes('Plenary is at')) break
  // From here on only what is worth a warning.
  child.stdout?.pipe(process.stderr)
}

/** The first organiser of the installation, whom the operator names. */
export const organiser: Seat = {
  email: 'ingrid.falkenrath@secretariat.sound.example',
  name: 'Ingrid Falkenrath',
  password: 'eleven herons cross the grey strait',
}

/** As on the demonstration's stage, but on a server that began empty. */
export const test = base.extend<object, { purpose: string; installed: Installation }>({
  /** Stories with different purposes have an installation each. */
  purpose: ['a conference', { option: true, scope: 'worker' }],
  installed: [
    async ({ purpose: _ }, use) => {
      const installed = await install(Number(process.env.E2E_PORT ?? 4120) + 1, organiser)
      await use(installed)
      await installed.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ installed }, use) => use(installed.origin),
})
