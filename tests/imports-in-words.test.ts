import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { choiceNames, choiceWords } from '#app/features/imports/choices.ts'
import { conferenceFile } from '#app/features/imports/conference-file.ts'
import { exampleFile } from '#app/features/imports/example-file.ts'
import {
  credentialsIn,
  itemKindIn,
  kindIn,
  languageIn,
  outcomeIn,
  roleIn,
} from '#app/features/imports/words-in-cells.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { createWords } from '#app/i18n/words.ts'

const folder = 'app/features/imports'
const sources = readdirSync(folder)
  .filter((name) => /\.ts$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

test('[IM-4] every reason is said in every language', () => {
  const codes = new Set(sources.flatMap((text) => text.match(/'(?:imports|conference|agenda)\/[a-z0-9-]+'/g) ?? []))
  expect(codes.size).toBeGreaterThan(50)
  for (const locale of ['en', 'fr', 'ar'] as const) {
    const { refusal } = createWords(locale, catalogueOf(locale))
    const unsaid = [...codes]
      .map((code) => code.slice(1, -1))
      .filter((code) => refusal({ code, sentence: '?' }) === '?')
    expect([locale, unsaid]).toEqual([locale, []])
  }
})

test('[IM-4] [IM-6] what may be written is said in every language as it can be written', () => {
  const role = (cell: string) => roleIn(cell, 'STATE')
  const readBy: Readonly<Record<string, (cell: string) => string>> = {
    kind: kindIn,
    credentials: credentialsIn,
    language: languageIn,
    pageLanguage: languageIn,
    itemKind: itemKindIn,
    outcome: outcomeIn,
    role,
    stateRole: role,
    observerRole: role,
    secretariatRole: role,
  }
  expect(Object.keys(readBy)).toEqual(choiceNames)
  for (const locale of ['en', 'fr', 'ar'] as const) {
    const words = createWords(locale, catalogueOf(locale))
    const unread = choiceNames.flatMap((name) =>
      (choiceWords(words, name) ?? []).filter((word) => !/^([A-Z_]{3,}|[a-z]{2})$/.test(readBy[name]?.(word) ?? '')),
    )
    expect([locale, unread]).toEqual([locale, []])
  }
})

test('[IM-1] the example in the guide is the example', () => {
  const guide = readFileSync(`${folder}/conference-file.md`, 'utf8')
  const json = /```json\n([\s\S]*?)\n```/.exec(guide)?.[1] ?? ''
  expect(JSON.parse(json)).toEqual(exampleFile)
})

test('[IM-1] the guide names every field', () => {
  const guide = readFileSync(`${folder}/conference-file.md`, 'utf8')
  const fields = JSON.stringify(conferenceFile.parse(exampleFile)).match(/"([a-zA-Z]{4,})":/g) ?? []
  const unnamed = [...new Set(fields)]
    .map((field) => field.slice(1, -2))
    .filter((field) => !guide.includes(`\`${field}\``))
  expect(unnamed).toEqual([])
})
