import { type Config, readConfig } from './config.ts'
import { signIns } from './demo/sign-ins.ts'
import { signInLines } from './demonstration.ts'
import { createLog } from './ops/log.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function begin(): Promise<void> {
  const startedAt = performance.now()
  const config = readConfig()
  if (process.argv.includes('--prepare')) return prepare(config)
  const { serve } = await import('./serve.ts')
  const { address } = await serve(config, createLog(config.logLevel))
  say(`\nPlenary is at ${address} (ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s).`)
  if (config.demo) for (const line of signInLines(signIns)) say(line)
}

/** What only this needs, the demonstration's story above all, the server that runs later never loads. */
async function prepare(config: Config): Promise<void> {
  const [{ prepareDatabase }, { demonstration }] = await Promise.all([
    import('./prepare.ts'),
    import('./demo/loader.ts'),
  ])
  return prepareDatabase(config, demonstration, say)
}

/** Prepares what there is to prepare, with `--prepare`, or serves. Says in a sentence why it could not. */
export const start = () => begin().catch(explain)

function explain(error: NodeJS.ErrnoException): never {
  const sentence =
    error.code === 'EADDRINUSE'
      ? 'Another program already listens on this port. End it, or set PORT to another number.'
      : error.message
  process.stderr.write(`\nPlenary did not start. ${sentence}\n`)
  process.exit(1)
}
