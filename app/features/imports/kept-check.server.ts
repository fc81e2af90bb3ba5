import { createHash } from 'node:crypto'
import { z } from 'zod'
import { check } from './check.ts'
import { importPreview } from './contract.ts'
import { countsOf } from './counts.ts'
import type { Known } from './known.ts'
import { readUpload, type Upload } from './uploads.server.ts'

/** What was found in files, and of which state of the conference that is true. */
const keptCheck = importPreview.output
  .pick({ counts: true, problems: true, problemCount: true, warnings: true, warningCount: true })
  .extend({ known: z.string(), conference: importPreview.output.shape.conference })
export type KeptCheck = z.output<typeof keptCheck>

/** Reading and checking thousands of rows takes a moment: it is done once and kept with the files (IM-14). */
export function checkUpload(upload: Upload, known: Known): KeptCheck {
  const reading = readUpload(upload, known)
  const { parts } = reading
  return keptCheck.parse({
    known: digestOf(known),
    conference: parts.conference?.value ?? null,
    counts: countsOf(reading, known),
    ...check(reading, known),
  })
}

/** What was kept, as long as everything it depends on in the conference is as it was; else null. */
export function keptCheckFor(kept: unknown, known: Known): KeptCheck | null {
  const read = keptCheck.safeParse(kept)
  return read.success && read.data.known === digestOf(known) ? read.data : null
}

const digestOf = (known: Known) => createHash('sha256').update(JSON.stringify(known)).digest('hex')
