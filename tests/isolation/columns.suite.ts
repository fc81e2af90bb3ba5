import { describe, expect, test } from 'vitest'
import { must } from '#app/kernel/must.ts'
import type { Stage } from './stage.ts'
import { unplanted, wordless } from './wordless.ts'

interface Column {
  readonly name: string
  readonly words: string
}

/** The other side of the canaries: a column that may hold what people write holds one, or is known never to hold any. */
export function columnsSuite(stageNow: () => Stage) {
  describe('[SEC-012] every column that can hold words', () => {
    let columns: Promise<Column[]> | null = null
    const withCanary = async (isWanted: boolean) => {
      columns ??= columnsOf(stageNow())
      const { secrets } = stageNow().register
      const has = ({ words }: Column) => secrets.some(({ word }) => words.includes(word))
      return (await columns).flatMap((each) => (has(each) === isWanted ? [each.name] : [])).sort()
    }

    test('has a word of its own in it, or a reason for having none', async () => {
      expect(await withCanary(false)).toEqual([...namesIn(wordless), ...namesIn(unplanted)].sort())
    })

    test('[SEC-016] [SEC-106] has none where none belong: not in the trail, not in what leaves the process', async () => {
      const known = new Set(namesIn(wordless))
      const planted = await withCanary(true)
      expect(planted.filter((name) => known.has(name))).toEqual([])
      expect(planted.length).toBeGreaterThan(25)
    })
  })
}

const namesIn = (lists: Readonly<Record<string, string>>) =>
  Object.entries(lists).flatMap(([table, names]) => names.split(' ').map((column) => `${table}.${column}`))

async function columnsOf({ server }: Stage): Promise<Column[]> {
  const { prisma } = server.database
  const found = await prisma.$queryRawUnsafe<{ table: string; column: string; isBytes: boolean }[]>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type = 'bytea' AS "isBytes"
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name !~ '^_'
       AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'bytea') ORDER BY 1, 2`,
  )
  const columns: Column[] = []
  for (const { table, column, isBytes } of found) {
    const [row] = await prisma.$queryRawUnsafe<{ words: string | null }[]>(
      `SELECT string_agg(${isBytes ? `encode("${column}", 'hex')` : `"${column}"::text`}, ' ') AS words FROM "${table}"`,
    )
    const text = must(row).words ?? ''
    columns.push({ name: `${table}.${column}`, words: isBytes ? readHex(text) : text })
  }
  return columns
}

const readHex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex').toString('latin1')
