import { parseArgs } from 'node:util'
import { storm } from './storm.ts'

// npm run rel -- --people 100 --documents 10 --kills 5 --seconds 12 --seed 7
// Kills the server with -9 while people write and looks for every acknowledged edit. Ends with 1 when one is lost, when
// one is there twice, or when copies differ. On DATABASE_URL when it is set, otherwise on the embedded database.
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100' },
    documents: { type: 'string', default: '10' },
    rate: { type: 'string', default: '3' },
    kills: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '12' },
    port: { type: 'string', default: '4650' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const databaseUrl = process.env.DATABASE_URL
const say = (line: string) => console.log(line)
say(
  `REL-01 on ${databaseUrl ? 'a PostgreSQL server' : 'the embedded database'}, seed ${values.seed}: ${values.people} people, ${values.rate} edits a second each, ${values.documents} documents, ${values.kills} kills, ${values.seconds} s each`,
)
const report = await storm({
  people: Number(values.people),
  documents: Number(values.documents),
  perSecond: Number(values.rate),
  kills: Number(values.kills),
  secondsEach: Number(values.seconds),
  port: Number(values.port),
  seed: Number(values.seed),
  ...(databaseUrl ? { databaseUrl } : {}),
  say,
})
for (const fault of report.faults.slice(0, 20)) say(`  FAULT: ${fault}`)
say(
  `  ${report.acts} edits, ${report.acknowledgedBeforeKills} of them acknowledged before the last kill; ${report.faults.length} faults; ${report.differing} of ${report.pages} copies differ`,
)
const isWell = report.faults.length === 0 && report.differing === 0
say(isWell ? '  nothing lost, all copies equal' : '  FAILED')
process.exit(isWell ? 0 : 1)
