import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ar } from '#app/i18n/messages/ar.ts'
import { en } from '#app/i18n/messages/en.ts'
import { fr } from '#app/i18n/messages/fr.ts'
import { createWords } from '#app/i18n/words.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { PlacesProvider } from '#app/ui/places.tsx'
import { DocumentSaveState, SaveIndicator } from './save-indicator.tsx'
import type { SaveState } from './save-state.ts'
import { saveWords } from './save-words.ts'
import { worstSaveState } from './worst-save-state.ts'

const venue = { timeZone: 'Asia/Qatar', place: 'Port Marrow' }
const noon = '2026-10-21T11:02:07Z'
const since = Date.parse(noon)
const states: SaveState[] = [
  { kind: 'opening' },
  { kind: 'up-to-date' },
  { kind: 'saved', at: noon },
  { kind: 'saving' },
  { kind: 'slow', unsaved: 4 },
  { kind: 'offline', since, kept: 12 },
  { kind: 'at-risk', unsaved: 1 },
  { kind: 'rejected', unsaved: 1, because: 'read-only' },
  { kind: 'read-only', because: 'closed' },
]

const drawn = (node: ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider locale="en" catalogue={en}>
      <PlacesProvider places={{ venue, capital: null }}>{node}</PlacesProvider>
    </WordsProvider>,
  )

describe('the words', () => {
  test('[LV-1] [LV-3] [LV-4] every state has its words, with venue time and counts', () => {
    const words = createWords('en', en)
    expect(states.map((state) => saveWords(words, state, venue.timeZone))).toEqual([
      'Opening…',
      'Up to date',
      'Saved on server 14:02:07',
      'Saving…',
      'Saving is slow — 4 changes not yet on the server',
      'Offline since 14:02 — 12 changes kept on this device',
      'Offline — changes are only in this tab. Do not close it.',
      'One change was refused: you no longer have write access.',
      'Read only — this document is closed for writing',
    ])
  })

  test('the same in every language: nothing is left out, and no key is shown as itself', () => {
    for (const words of [createWords('fr', fr), createWords('ar', ar)]) {
      const said = states.map((state) => saveWords(words, state, venue.timeZone))
      expect(new Set(said).size).toBe(states.length)
      expect(said.filter((text) => text.includes('live.') || text.includes('{'))).toEqual([])
    }
  })
})

test('[LV-20] the state is in words: the icon beside them is hidden from readers', () => {
  for (const state of states) {
    const html = drawn(<SaveIndicator state={state} />)
    expect(html).toContain('aria-hidden="true"')
    expect(html.replace(/<[^>]+>/g, '')).not.toBe('')
  }
})

test('a page may say more about why one reads only', () => {
  const state: SaveState = { kind: 'read-only', because: 'closed' }
  expect(drawn(<SaveIndicator state={state} readOnlyWords="Read only — tabled 22 Nov 13:40" />)).toContain(
    'tabled 22 Nov',
  )
})

test('without JavaScript nothing is saved live, and nothing is said about it', () => {
  expect(drawn(<DocumentSaveState provider={null} />)).toBe('')
})

test('of several documents the header says the one that is worst off, or the last time of saving', () => {
  expect(worstSaveState([])).toBeNull()
  expect(worstSaveState(states)?.kind).toBe('at-risk')
  expect(
    worstSaveState([
      { kind: 'up-to-date' },
      { kind: 'saved', at: noon },
      { kind: 'saved', at: '2026-10-21T11:02:09Z' },
    ]),
  ).toEqual({
    kind: 'saved',
    at: '2026-10-21T11:02:09Z',
  })
})
