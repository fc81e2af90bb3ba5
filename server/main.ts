import { readConfig } from './config.ts'
import { demonstration } from './demo/loader.ts'
import { signInLines } from './demonstration.ts'
import { createLog } from './ops/log.ts'
import { prepare } from './prepare.ts'
import { serve } from './serve.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const startedAt = performance.now()
  const config = readConfig()
  if (process.argv.includes('--prepare')) return prepare(config, demonstration, say)
  const { address } = await serve(config, createLog(config.logLevel))
  say(`\nPlenary is at ${address} (ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
  if (config.demo) for (const line of signInLines(demonstration.signIns)) say(line)
}

main().catch((error: NodeJS.ErrnoException) => {
  const sentence =
    error.code === 'EADDRINUSE'
      ? 'Another program already listens on this port. End it, or set PORT to another number.'
      : error.message
  process.stderr.write(`\nPlenary did not start. ${sentence}\n`)
  process.exit(1)
})
