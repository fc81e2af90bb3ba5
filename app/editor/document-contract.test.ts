import { expect, test } from 'vitest'
import { aDocument, aParagraph } from '#tests/builders/documents.ts'
import type { AuthoredBlock } from './authorship.ts'
import { compareDocuments } from './compare.ts'
import { authoredBlocks, comparedBlocks, documentJson } from './document-contract.ts'

test('[ED-3] a contract lets a document through unchanged, and nothing else', () => {
  const document = aDocument(aParagraph('We hold to tactical control.', 'paragraph1'))
  expect(documentJson().parse(document)).toEqual(document)
  for (const value of [null, 'text', { type: 'doc' }, { ...document, author: 'Chile' }])
    expect(documentJson().safeParse(value).success).toBe(false)
})

test('[ED-13] a comparison goes through its contract unchanged', () => {
  const rows = compareDocuments(aDocument('One', 'Two'), aDocument('Two', 'One more'))
  expect(comparedBlocks().parse(rows)).toEqual(rows)
})

test('[ED-8] who wrote what goes through its contract unchanged', () => {
  const blocks: AuthoredBlock[] = [
    { id: null, form: 'task', depth: 1, lang: 'ar', runs: [{ text: 'كلمة', authorId: null }] },
  ]
  expect(authoredBlocks().parse(blocks)).toEqual(blocks)
})
