import { readFileSync } from 'node:fs'
import { commands } from './admin/commands.ts'
import { helpText, readCommand } from './admin/read-command.ts'
import { readConfig } from './config.ts'
import { openSealKeeper } from './seal-keeper.ts'
import { openDatabase } from './store/client.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

async function main(words: readonly string[]): Promise<number> {
  const reading = readCommand(commands, words)
  if (reading.kind === 'help') {
    say(helpText(commands))
    return 0
  }
  if (reading.kind === 'wrong') {
    complain(`${reading.sentence}\n\n${helpText(commands)}`)
    return 2
  }
  const config = readConfig()
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  try {
    const readFile = (path: string) => readFileSync(path, 'utf8')
    return await reading.command.run(reading.input, {
      database,
      now: () => new Date(),
      seals: openSealKeeper(config, { isMaker: false }),
      origin: config.origin ?? `http://127.0.0.1:${config.port}`,
      say,
      readFile,
    })
  } finally {
    await database.close()
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    complain(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
