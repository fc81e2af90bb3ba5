import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'

/** A process that does nothing but wait for its end, with the real signals, and says what it does. */
const program = (ending: string, startedByNpm = false) => `
  import { createShutdown, endOn } from '#server/ops/shutdown.ts'
  const say = (line) => process.stdout.write(JSON.stringify(line.event) + '\\n')
  const log = { debug: say, info: say, warn: say, error: say, fatal: say }
  const exit = (code) => process.exit(code)
  const shutdown = createShutdown({ log, exit, unflushed: () => 0, endings: [{ name: 'one', run: ${ending} }] })
  endOn(shutdown, { log, startedByNpm: ${startedByNpm} })
  setInterval(() => {}, 1_000)
  say({ event: 'ready' })
  process.stdin.on('data', (text) => {
    if (String(text).includes('reject')) Promise.reject(new Error('a bug'))
    if (String(text).includes('throw')) setTimeout(() => { throw new Error('a bug') })
  })
`
const args = (code: string) => ['--import', 'tsx', '--input-type=module', '--eval', code]

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function run(command: string, given: readonly string[]) {
  const child = spawn(command, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  started.push(child)
  let text = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (chunk) => {
    text += chunk
    for (const look of waiting) look()
  })
  const ended = once(child, 'exit').then(([code]) => code)
  return {
    child,
    ended,
    text: () => text,
    said: (word: string) =>
      new Promise<void>((resolve) => {
        const look = () => void (text.includes(`"${word}"`) && resolve())
        waiting.add(look)
        look()
      }),
  }
}
const runProgram = (ending: string) => run(process.execPath, args(program(ending)))

describe('[REL-13] a process ends as it should', () => {
  test('[REL-13] on SIGTERM and on SIGINT: drained, with code 0', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { child, ended, said, text } = runProgram('async () => {}')
      await said('ready')
      child.kill(signal)
      expect([signal, await ended]).toEqual([signal, 0])
      expect(text()).toContain('"shutdown-done"')
    }
  })

  test('[REL-13] on a second SIGTERM: at once, with code 1', async () => {
    const { child, ended, said } = runProgram('() => new Promise(() => {})')
    await said('ready')
    child.kill('SIGTERM')
    await said('shutdown-begun')
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
  })

  test.each([
    ['a promise nobody looked after', 'reject', 'unhandled-rejection'],
    ['an error nobody caught', 'throw', 'uncaught-exception'],
  ])('[SEC-053] on %s: logged, drained, with code 1', async (_name, harm, event) => {
    const { child, ended, said, text } = runProgram('async () => {}')
    await said('ready')
    child.stdin?.write(`${harm}\n`)
    expect(await ended).toBe(1)
    expect(text()).toContain(`"${event}"`)
    expect(text()).toContain('"shutdown-done"')
  })

  test.skipIf(process.platform === 'win32')('[REL-13] when npm, which keeps SIGTERM to itself, is gone', async () => {
    const code = program('async () => {}', true)
    // Like npm's shell: it waits for the server and passes no signal on.
    const script = `"$1" --import tsx --input-type=module --eval "$2" & wait`
    const { child, said } = run('/bin/sh', ['-c', script, 'sh', process.execPath, code])
    await said('ready')
    child.kill('SIGKILL')
    await said('shutdown-done')
  })
})
