import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entryMark } from '#app/kernel/remix.server.ts'
import { clientMessages } from '#app/live/protocol.ts'
import { readSourceTree } from '#tests/support/source-tree.ts'
import { acts, httpDoors, questions, socketEvents } from './matrix.ts'
import { documents } from './matrix-documents.ts'
import { pages } from './matrix-pages.ts'
import type { Stage } from './stage.ts'

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

export function inventorySuite(stageNow: () => Stage) {
  describe('[SEC-001] nothing is without its row, and nothing is without its mark', () => {
    test('every loader and every action goes through the caller', () => {
      const unmarked = Object.values(stageNow().server.pages.build.routes).flatMap(({ id, module }) =>
        (['loader', 'action'] as const).filter((name) => isUnmarked(module[name])).map((name) => `${id} ${name}`),
      )
      expect(unmarked).toEqual([])
    })

    test('so does every one of the pages as they were built', () => {
      // Before the first build there is none; `npm test` makes one first.
      expect(existsSync('build/server/index.js') ? unmarkedInBuild() : []).toEqual([])
    })

    test('every page has a row', () => {
      expect(sorted(Object.keys(stageNow().server.pages.build.routes))).toEqual(sorted(pages.map(({ route }) => route)))
    })

    test('every query has a row', () => {
      expect(sorted(stageNow().server.runtime.registry.queries.keys())).toEqual(
        sorted(questions.map(({ name }) => name)),
      )
    })

    test('every mutation has a row', () => {
      expect(sorted(stageNow().server.runtime.registry.mutations.keys())).toEqual(sorted(acts.map(({ name }) => name)))
    })

    test('every kind of live document has a row', () => {
      expect(sorted(stageNow().server.runtime.registry.documents.keys())).toEqual(
        sorted(documents.flatMap(({ kind }) => kind ?? [])),
      )
    })

    test('every event of the socket has a row', () => {
      expect(sorted(Object.keys(clientMessages))).toEqual(sorted(Object.keys(socketEvents)))
    })

    test('every event that the socket listens to is one of these', () => {
      const { io } = stageNow().server.assembly.live
      expect([...io._nsps.keys()]).toEqual(['/'])
      expect(listenersIn('server/live', /socket\.on(?:Any|ce)?\(\s*'?(\w+)/g)).toEqual(['disconnect'])
    })

    test('every door of the server has a line', () => {
      const opening =
        /\b((?:app|routes|files|router|http)\.(?:use|get|post|put|patch|delete|all|options|head|on|route)\(\s*(?:'[^']*'|[\w.]+|\(\w+))/g
      const found = sources('server').flatMap(({ path, text }) =>
        [...text.matchAll(opening)].map(([, call = '']) => `${path} ${call.replace(/\s+/g, '')}`),
      )
      expect(sorted(found)).toEqual(sorted(Object.keys(httpDoors)))
    })
  })
}

const sources = (folder: string) => readSourceTree([folder]).filter(({ path }) => !/\.test\.ts$/.test(path))
const listenersIn = (folder: string, pattern: RegExp) =>
  sorted(sources(folder).flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name = '']) => name)))

const isUnmarked = (entry: unknown) => typeof entry === 'function' && Reflect.get(entry, entryMark) !== true

/** In a process of its own, as the server loads them. */
function unmarkedInBuild(): unknown {
  const script = `
    const { routes } = await import('./build/server/index.js')
    const found = Object.values(routes).flatMap(({ id, module }) => ['loader', 'action']
      .filter((name) => module[name] && module[name][Symbol.for('plenary.entry')] !== true).map((name) => id + ' ' + name))
    process.stdout.write(JSON.stringify(found))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}
