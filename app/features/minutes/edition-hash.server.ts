import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/kernel/canonical-json.ts'
import type { Masthead } from './masthead.ts'
import type { EditionParagraph } from './paragraphs.ts'

/** SHA-256 of the observers' edition in canonical form, in hexadecimal. */
export const editionHash = (masthead: Masthead, paragraphs: readonly EditionParagraph[]): string =>
  createHash('sha256').update(canonicalJson({ masthead, paragraphs })).digest('hex')
