import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type TextFile, unmatchedRules } from './support/numbered-rules.ts'

function textFiles(folder: string, wanted: RegExp): TextFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
const tests = ['app', 'server', 'tests'].flatMap((folder) => textFiles(folder, /\.(test|spec)\.tsx?$/))
const readmes = ['app', 'server'].flatMap((folder) => textFiles(folder, /^README\.md$/))
const thisFile = 'tests/rules.test.ts'

test('every numbered rule has a test, and every numbered test a rule', () => {
  expect(
    unmatchedRules(
      readmes,
      tests.filter(({ path }) => path !== thisFile),
    ),
  ).toEqual([])
})

describe('this test would notice', () => {
  const readme = { path: 'app/features/agenda/README.md', text: '- **AG-1** One.\n- **AG-2** Two.\n' }
  const file = (text: string) => [{ path: 'agenda.test.ts', text }]
  const both = "test('[AG-1] one', f); test.each([['[AG-2] [SEC-012] two']])"

  test('nothing, when all is well', () => expect(unmatchedRules([readme], file(both))).toEqual([]))
  test('a rule without a test', () =>
    expect(unmatchedRules([readme], file("test('[AG-1] one')"))).toEqual([
      'app/features/agenda/README.md: no test is named [AG-2]',
    ]))
  test('a test without a rule', () =>
    expect(unmatchedRules([readme], file(`${both}; test('[AG-3] three')`))).toEqual([
      'agenda.test.ts: no README declares AG-3',
    ]))
  test('a number used twice', () => expect(unmatchedRules([readme, readme], file(both))).toHaveLength(2))
  test('a number that stands inside a name shows nothing', () =>
    expect(unmatchedRules([readme], file(`${both.replace('[AG-1] one', 'see [AG-1]')}`))).toHaveLength(1))
})
