import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pause } from './figures.ts'

// Of the kernel's clock in /proc; 100 on every Linux that Node runs on.
const ticksPerSecond = 100

/** Seconds of processor that a process has used so far. */
export function processorSeconds(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) / ticksPerSecond
}

export interface ServerProcess {
  readonly address: string
  readonly startedInMs: number
  /** Resident memory of the server process now, in megabytes. */
  rssMb(): number
  /** Seconds of processor it has used so far. */
  processorSeconds(): number
  metric(name: string): Promise<number>
  stop(): Promise<void>
  /** Ends it as a power cut would, without a word. */
  kill(): Promise<void>
}

/** The built server as a process of its own, on a port of its own. It has the database that is named and no other. */
export async function startServer(env: Record<string, string>, port: number): Promise<ServerProcess> {
  const begun = performance.now()
  const child: ChildProcess = spawn(process.execPath, ['build/main.mjs'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      REDIS_URL: '',
      ORIGIN: '',
      PORT: String(port),
      DEMO: 'off',
      LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const isUp = await fetch(`${address}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) break
    await pause(50)
  }
  return {
    address,
    startedInMs: performance.now() - begun,
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    processorSeconds: () => processorSeconds(child.pid),
    async metric(name) {
      const text = await (await fetch(`${address}/metrics`)).text()
      return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
    },
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  }
}

const ended = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
