import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const check = (script: string) =>
  new Promise<{ failed: boolean; output: string }>((resolve) => {
    execFile(process.execPath, [script, 'check'], { timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, output: `${stdout}${stderr}` }),
    )
  })

test('the migrations make exactly the tables of the schema', { timeout: 130_000 }, async () => {
  const { failed, output } = await check('prisma/migration.mjs')
  expect(output).toMatch(/agree/)
  expect(failed).toBe(false)
})

test('a table without a migration is noticed', { timeout: 130_000 }, async () => {
  // Inside the project, because the copy of the script looks for its packages from where it lies.
  mkdirSync('node_modules/.cache', { recursive: true })
  const folder = mkdtempSync('node_modules/.cache/plenary-drift-')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const part of ['schema', 'migrations', 'migration.mjs']) {
    cpSync(join('prisma', part), join(folder, part), { recursive: true })
  }
  appendFileSync(join(folder, 'schema/base.prisma'), '\nmodel Forgotten {\n  id String @id\n  @@map("forgotten")\n}\n')
  const { failed, output } = await check(join(folder, 'migration.mjs'))
  expect(output).toContain('CREATE TABLE "forgotten"')
  expect(failed).toBe(true)
})
