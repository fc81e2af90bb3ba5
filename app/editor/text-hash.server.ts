import { createHash } from 'node:crypto'
import type { DocumentJson } from './document-shape.ts'
import { canonicalJson } from './flatten.ts'

/** SHA-256 of the canonical form, in hexadecimal: the fingerprint on a receipt. Equal for equal words and structure. */
export const textHash = (document: DocumentJson): string =>
  createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex')
