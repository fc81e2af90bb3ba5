import type { RouteConfigEntry } from '@remix-run/route-config'
import { expect, test } from 'vitest'
import { mostBytes } from '#app/features/imports/decode.ts'
import routes from '#app/routes.ts'
import { bodyLimits, formBytes, inWords, limitFor } from './body-limits.ts'

const pathsIn = (entries: readonly RouteConfigEntry[], above = ''): string[] =>
  entries.flatMap(({ path, children = [] }) => {
    const here = path ? `${above}/${path}` : above
    return [...(path ? [here] : []), ...pathsIn(children, here)]
  })

test('[SEC-087] files are taken at addresses that are pages, and at nothing beneath them', async () => {
  const pages = pathsIn(await routes)
  expect(pages.length).toBeGreaterThan(30)
  for (const { path } of bodyLimits) expect(pages).toContain(path)
  expect(limitFor('/organiser/import', bodyLimits)).toMatchObject({ files: true })
  expect(limitFor('/organiser/import.data', bodyLimits)).toMatchObject({ files: true })
  for (const page of ['/organiser/import/links', '/organiser/import/x', '/organiser/importing', '/positions/new'])
    expect(limitFor(page, bodyLimits)).toEqual({ path: '/', bytes: formBytes })
})

test('[SEC-087] the largest file that an import takes comes through, and is what a refusal names', () => {
  const { bytes } = limitFor('/organiser/import', bodyLimits)
  expect(bytes).toBeGreaterThan(mostBytes)
  expect(inWords(bytes)).toBe(inWords(mostBytes))
})
