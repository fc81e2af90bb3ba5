import { describe, expect, test } from 'vitest'
import { brokenDependencies, featureCircles } from './support/dependency-rule.ts'
import { readSourceTree, type SourceFile, sourceFile } from './support/source-tree.ts'

const tree = readSourceTree(['app', 'server', 'tests', 'prisma'])
const isTest = ({ path }: SourceFile) => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/')
const product = tree.filter((file) => !isTest(file))
const linesOf = (file: SourceFile) => file.text.trimEnd().split('\n')
const matchesIn = (files: SourceFile[], pattern: RegExp) =>
  files.flatMap((file) =>
    linesOf(file).flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [])),
  )

const tooLong = (files: SourceFile[]) => files.filter((file) => linesOf(file).length > 300).map((file) => file.path)
const readsEnvironment = (files: SourceFile[]) =>
  matchesIn(
    files.filter(({ path }) => path !== 'server/config.ts' && !/\.mjs$|\.config\.ts$/.test(path)),
    /\bprocess\.env\b/,
  )
/** A table filled where it is declared is no state; a variable or an empty collection is. */
const keepsState = (files: SourceFile[]) =>
  matchesIn(
    files.filter(({ path }) => path.startsWith('app/')),
    /^(export )?((let|var) ([\w$]+|[{[].*)\s*([=:;]|$)|const [^=]*= new (Map|Set|WeakMap|WeakSet)(<.*>)?\(\))/,
  )
/** A sign-in is identity's own: others ask its api. */
const reachesLogins = (files: SourceFile[]) =>
  matchesIn(
    files.filter(({ path }) => path.startsWith('app/features/') && !path.startsWith('app/features/identity/')),
    /\b(tx|prisma)\.login\b/,
  )
const exportsDefault = (files: SourceFile[]) =>
  matchesIn(
    files.filter(({ path }) => !/^app\/(routes\/|routes\.ts|root\.tsx|entry\.)|\.config\.ts$/.test(path)),
    /^export default|^export \{.*\bas default\b/,
  )

describe('the code', () => {
  test('imports only what the dependency rule allows', () => expect(brokenDependencies(product)).toEqual([]))
  test('has no circle of features', () => expect(featureCircles(product)).toEqual([]))
  test('has no file over 300 lines', () => expect(tooLong(tree)).toEqual([]))
  test('reads its settings in one place', () => expect(readsEnvironment(product)).toEqual([]))
  test('keeps no state in app, where every module exists twice', () => expect(keepsState(product)).toEqual([]))
  test('leaves sign-ins to identity', () => expect(reachesLogins(product)).toEqual([]))
  test('exports by name', () => expect(exportsDefault(product)).toEqual([]))
})

describe('these tests would notice', () => {
  test.each([
    ['app/kernel/errors.ts', "import { useState } from 'react'", 'never imports react'],
    ['app/kernel/errors.ts', "import { v4 } from 'uuid'", 'stands on itself and zod'],
    ['app/kernel/errors.ts', "import { x } from './work.server.ts'", 'only types'],
    ['app/kernel/errors.ts', "import { x } from '#app/features/floor/floor.ts'", 'never imports features'],
    ['app/features/floor/speakers.ts', "import { readFileSync } from 'node:fs'", 'never imports node'],
    ['app/features/floor/speakers.ts', "import type { Tx } from './api.server.ts'", 'never imports serverOnly'],
    ['app/features/floor/policy.ts', "import { Button } from '#app/ui/button.tsx'", 'never imports components'],
    ['app/features/floor/board.tsx', "import { x } from '#server/runtime.ts'", 'never imports server'],
    ['app/features/floor/board.tsx', "import { list } from './queries.server.ts'", 'never imports serverOnly'],
    ['app/features/floor/board.tsx', "import { board } from './contract.ts'", 'only types of a contract'],
    [
      'app/features/floor/queries.server.ts',
      "import { PrismaClient } from '#prisma/client.ts'",
      'only types of Prisma',
    ],
    [
      'app/features/floor/mutations.server.ts',
      "import {\n  load,\n} from '#app/features/agenda/queries.server.ts'",
      'through its api.server.ts',
    ],
    ['app/features/floor/board.tsx', "import { x } from '../../ui/button.tsx'", 'starts with #'],
    ['app/features/floor/board.tsx', "import { x } from '#app/ui/button'", 'with its extension'],
    ['app/routes/floor.tsx', "const y = await import('yjs')", 'never imports yjs'],
    ['app/routes/floor.tsx', "import { q } from '#app/features/floor/queries.server.ts'", 'through the caller'],
    ['app/routes/floor.tsx', "import { seed } from '#tests/support/database.ts'", 'never imports tests'],
    ['app/live/connection.ts', "export { x } from '#app/features/floor/floor.ts'", 'never imports features'],
    ['server/live/gateway.ts', "import '#app/features/floor/board.tsx'", 'never imports components'],
    ['app/utils/misc.ts', '', 'has no place in the design'],
  ])('%s: %s', (path, text, sentence) => {
    expect(brokenDependencies([sourceFile(path, text)]).join('\n')).toContain(sentence)
  })

  test.each([
    ['app/features/floor/queries.server.ts', "import type { Prisma } from '#prisma/client.ts'"],
    ['app/features/floor/board.tsx', "import { type board, type other } from './contract.ts'"],
    ['app/features/floor/mutations.server.ts', "import { itemOf } from '#app/features/agenda/api.server.ts'"],
    ['app/routes/floor.tsx', "import { board } from '#app/features/floor/contract.ts'"],
    [
      'server/store/embedded/open.ts',
      "import { x } from '../database.ts'\n// import { Button } from '#app/ui/button.tsx'",
    ],
  ])('and leaves in peace %s: %s', (path, text) => {
    expect(brokenDependencies([sourceFile(path, text)])).toEqual([])
  })

  test('two features that import each other', () => {
    const files = [
      sourceFile('app/features/floor/floor.ts', "import { item } from '#app/features/agenda/item.ts'"),
      sourceFile('app/features/agenda/item.ts', "import type { Draft } from '#app/features/drafts/draft.ts'"),
      sourceFile('app/features/drafts/draft.ts', "import { list } from '#app/features/floor/floor.ts'"),
    ]
    expect(featureCircles(files)).toEqual(['agenda → drafts → floor → agenda'])
    expect(featureCircles(files.slice(0, 2))).toEqual([])
  })

  test('long files, settings read elsewhere, state and default exports', () => {
    const bad = (text: string) => [sourceFile('app/features/floor/floor.ts', text)]
    expect(tooLong(bad('x\n'.repeat(301)))).toHaveLength(1)
    expect(tooLong(bad('x\n'.repeat(300)))).toEqual([])
    expect(readsEnvironment(bad('const port = process.env.PORT'))).toHaveLength(1)
    expect(keepsState(bad('let count = 0\nexport let other = 1'))).toHaveLength(2)
    expect(
      keepsState(bad('const rooms = new Map<string, Room>()\nexport const seen: Set<string> = new Set()')),
    ).toHaveLength(2)
    expect(keepsState(bad("const known = new Set(['a'])\nfunction f() {\n  let i = 0\n}"))).toEqual([])
    expect(reachesLogins(bad('await tx.login.updateMany({})'))).toHaveLength(1)
    expect(exportsDefault(bad('export default function Floor() {}'))).toHaveLength(1)
  })
})
