import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBlock, aDocument, aList, anyDocument, aTable, aText } from '#tests/builders/documents.ts'
import { checkJson } from './check-json.ts'
import { limits, markNames, nodeAttributes } from './document-shape.ts'
import { documentSchema } from './schema.ts'
import { EDITOR_SCHEMA_VERSION } from './schema-version.ts'

/** One fingerprint for each version of the schema. A change adds a line here and raises the version. */
const fingerprints: Record<number, string> = {
  1: '8b09a03de1a50abc',
  2: 'fe83a1d1a9a7d0bf',
}

const problemsOf = (value: unknown) => checkJson(value).problems

describe('what a document may hold', () => {
  test('[SEC-075] [ED-2] the schema changes only with its version', () => {
    const nodes = Object.entries(documentSchema.nodes).map(([name, { spec }]) => [
      name,
      spec.content ?? '',
      spec.group ?? '',
      spec.marks ?? '',
      Object.entries(spec.attrs ?? {}).map(([attribute, { default: fallback }]) => [attribute, fallback]),
    ])
    const description = JSON.stringify([nodes, Object.keys(documentSchema.marks), limits])
    const fingerprint = createHash('sha256').update(description).digest('hex').slice(0, 16)
    expect(fingerprint).toBe(fingerprints[EDITOR_SCHEMA_VERSION])
  })

  test('[ED-1] every block has a permanent id, and only blocks have', () => {
    for (const [name, type] of Object.entries(documentSchema.nodes)) {
      const isOrdinaryBlock = type.isBlock && name !== 'doc'
      expect('id' in (type.spec.attrs ?? {}), name).toBe(isOrdinaryBlock)
    }
  })

  test('[ED-2] the names that the server reads are the names of the schema', () => {
    expect(Object.keys(nodeAttributes).sort()).toEqual(Object.keys(documentSchema.nodes).sort())
    expect(markNames).toEqual(Object.keys(documentSchema.marks))
    for (const [name, type] of Object.entries(documentSchema.nodes)) {
      const defaults = Object.entries(type.spec.attrs ?? {}).map(([attribute, { default: fallback }]) => [
        attribute,
        fallback,
      ])
      expect(Object.entries(nodeAttributes).find(([known]) => known === name)?.[1]).toEqual(
        Object.fromEntries(defaults),
      )
    }
  })

  test('[ED-3] any document of the schema passes the check', () => {
    fc.assert(fc.property(anyDocument(), (document) => checkJson(document).ok))
  })

  test('[SEC-067] [ED-3] what the schema does not allow is found', () => {
    const headingInCell = aTable(['a'])
    const [row] = headingInCell.content ?? []
    const cell = { ...row?.content?.[0], type: 'tableCell', content: [aBlock('heading', 'x', { level: 1 })] }
    expect(problemsOf(aDocument({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }))).toEqual([
      'schema',
    ])
    expect(problemsOf(aDocument(aBlock('heading', 'x', { level: 7 })))).toEqual(['schema'])
    expect(problemsOf(aDocument(aBlock('paragraph', 'x', { id: 'has spaces in it' })))).toEqual(['schema'])
    expect(problemsOf(aDocument(aBlock('paragraph', 'x', { onclick: 'x' })))).toEqual(['name'])
    expect(problemsOf(aDocument(aBlock('image', '')))).toEqual(['name'])
    expect(problemsOf(aDocument(aBlock('paragraph', [aText('x', { type: 'comment' })])))).toEqual(['name'])
    expect(problemsOf(aDocument(aBlock('paragraph', [aText('x', { type: 'bold' }, { type: 'bold' })])))).toEqual([
      'schema',
    ])
  })

  test('[SEC-077] [ED-4] a link to anything but https: or mailto: does not pass', () => {
    const linked = (href: string) => aDocument(aBlock('paragraph', [aText('x', { type: 'link', attrs: { href } })]))
    expect(problemsOf(linked('https://example.org/a'))).toEqual([])
    for (const href of ['javascript:alert(1)', 'http://example.org', 'data:text/html,x', '//example.org', ''])
      expect(problemsOf(linked(href)), href).toEqual(['schema'])
  })

  test('[SEC-074] [ED-3] a document has at most 5,000 paragraphs and 200,000 characters', () => {
    expect(problemsOf(aDocument(...Array.from({ length: 5_000 }, () => 'x')))).toEqual([])
    expect(problemsOf(aDocument(...Array.from({ length: 5_001 }, () => 'x')))).toEqual(['paragraphs'])
    expect(problemsOf(aDocument('x'.repeat(200_000)))).toEqual([])
    expect(problemsOf(aDocument('x'.repeat(200_001)))).toEqual(['characters'])
  })

  test('[SEC-064] [ED-3] nesting that could exhaust a stack is refused before anything recursive looks at it', () => {
    let list = aList('bulletList', 'x')
    for (let depth = 0; depth < 100_000; depth++)
      list = { type: 'bulletList', content: [{ type: 'listItem', content: [list] }] }
    expect(problemsOf(aDocument(list))).toEqual(['depth'])
  })

  test('[ED-3] whatever is not a document is refused without a crash', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(checkJson(value).ok).toBe(false)
      }),
    )
    for (const value of [
      null,
      'text',
      [],
      { type: 'doc' },
      { type: 'doc', content: [] },
      { type: 'doc', content: [null] },
    ])
      expect(checkJson(value).ok).toBe(false)
    expect(checkJson({ type: 'doc', content: [{ type: 'doc', content: [] }] }).ok).toBe(false)
    expect(checkJson({ type: 'doc', content: Array.from({ length: 500_000 }, () => ({ type: 'table' })) }).ok).toBe(
      false,
    )
    expect(checkJson({ ...aDocument('x'), author: 'Chile' }).ok).toBe(false)
  })
})
