import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { locales } from '#app/kernel/actor.ts'
import { catalogueOf } from './catalogues.server.ts'

type Entry = readonly [key: string, wordings: readonly string[]]

const children = (node: object) => Object.entries(node).map(([key, value]): [string, unknown] => [key, value])

function entries(node: unknown, path = ''): Entry[] {
  if (typeof node === 'string') return [[path, [node]]]
  if (typeof node !== 'object' || node === null) return []
  if ('other' in node) return [[path, children(node).map(([, wording]) => String(wording))]]
  return children(node).flatMap(([key, value]) => entries(value, path ? `${path}.${key}` : key))
}

const namesIn = (wording: string) => [...wording.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
const namesOf = (wordings: readonly string[]) => [...new Set(wordings.flatMap(namesIn))].sort()

for (const locale of locales) {
  const found = entries(catalogueOf(locale))
  const english = new Map(entries(catalogueOf('en')))

  test(`${locale}: every sentence is there and has the same names in braces as the English one`, () => {
    expect(found.map(([key]) => key).sort()).toEqual([...english.keys()].sort())
    const different = found.filter(([key, wordings]) => `${namesOf(wordings)}` !== `${namesOf(english.get(key) ?? [])}`)
    expect(different).toEqual([])
    expect(found.filter(([, wordings]) => wordings.some((wording) => wording.trim() === ''))).toEqual([])
  })
}

test('what is in Latin letters in Arabic is so in French too: a name, a code or an example, never a word left in English', () => {
  const french = new Map(entries(catalogueOf('fr')).map(([key, wordings]) => [key, wordings.join(' ')]))
  const latin = (wording: string) => wording.replace(/\{\w+\}/g, '').match(/[A-Za-z][\w./:@-]*/g) ?? []
  const isMeant = (key: string, word: string) => word === 'Esc' || word.includes('@') || french.get(key)?.includes(word)
  const left = entries(catalogueOf('ar')).flatMap(([key, wordings]) =>
    wordings
      .flatMap(latin)
      .filter((word) => !isMeant(key, word.replace(/[.:]+$/, '')))
      .map((word) => `${key}: ${word}`),
  )
  expect(left).toEqual([])
})

test('the words of the desk are only used where the secretariat is: nobody else is sent them', () => {
  const app = new URL('..', import.meta.url)
  const users = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/^i18n\/|desk|organiser|agenda\/setup\//.test(path))
    .filter((path) => {
      const text = readFileSync(new URL(path, app), 'utf8')
      return /['"`]desk\.\w/.test(text) && !text.includes("'secretariat'")
    })
  expect(users).toEqual([])
})
