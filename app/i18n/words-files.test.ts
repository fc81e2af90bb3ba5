import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Locale, locales } from '#app/kernel/actor.ts'
import { catalogueOf } from './catalogues.server.ts'
import { encodingFor, type WordsFile, wordsFileNamed, wordsPaths } from './words-files.server.ts'

const filesOf = (locale: Locale, isSecretariat: boolean): WordsFile[] =>
  [...wordsPaths(locale, isSecretariat, '/').now, ...wordsPaths(locale, isSecretariat, '/').later].flatMap(
    (path) => wordsFileNamed(path.replace('/words/', '')) ?? [],
  )

test('the secretariat gets a file more than a delegate, and together they are all the words', async () => {
  expect(filesOf('fr', false)).toHaveLength(2)
  const files = await Promise.all(filesOf('fr', true).map(async (file) => file.bytes('identity')))
  expect(files).toHaveLength(3)
  const read = files.map((bytes): object => JSON.parse(Buffer.from(bytes).toString()))
  expect(Object.assign({}, ...read)).toEqual(catalogueOf('fr'))
})

test('words of the forces come with their pages, and after every other page', () => {
  const [now, later] = [wordsPaths('ar', false, '/forces/caveats'), wordsPaths('ar', false, '/forcesx')]
  expect(now.now.map(partNamed)).toEqual(['pages', 'forces'])
  expect(now.later).toEqual([])
  expect([later.now.map(partNamed), later.later.map(partNamed)]).toEqual([['pages'], ['forces']])
})

const partNamed = (path: string) => path.split('-')[1]

test('a file is named by its content, and another name has no file', () => {
  expect(wordsPaths('fr', false, '/').now[0]).toMatch(/^\/words\/fr-pages-[0-9a-f]{12}\.json$/)
  expect(wordsFileNamed('fr-pages-000000000000.json')).toBeUndefined()
})

test.each(locales)('%s: each file fits in 20 KB as it is sent', async (locale) => {
  for (const file of filesOf(locale, true)) expect((await file.bytes('br')).length).toBeLessThan(20_000)
})

test('every encoding is of the same words', async () => {
  const [file] = filesOf('ar', false)
  const plain = await file?.bytes('identity')
  expect(brotliDecompressSync((await file?.bytes('br')) ?? '')).toEqual(plain)
  expect(gunzipSync((await file?.bytes('gzip')) ?? '')).toEqual(plain)
})

test('the best encoding that the browser takes', () => {
  expect(encodingFor('gzip, deflate, br, zstd')).toBe('br')
  expect(encodingFor('gzip;q=0.8, br;q=0')).toBe('gzip')
  expect(encodingFor('br;q=0.5')).toBe('br')
  expect([encodingFor(null), encodingFor('zstd')]).toEqual(['identity', 'identity'])
})
