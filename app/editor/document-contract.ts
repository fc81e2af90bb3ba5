import { z } from 'zod'
import { isDocumentJson } from './document-json.ts'
import type { DocumentJson } from './document-shape.ts'
import { textBlockForms } from './text-blocks.ts'

/** A document in a contract. Its names, nesting and size are checked, and nothing but a document passes. */
export const documentJson = () =>
  z.custom<DocumentJson>(isDocumentJson, {
    error: 'This is not a document.',
    params: { code: 'editor/not-a-document' },
  })

const place = {
  id: z.string().nullable(),
  form: z.enum(textBlockForms),
  depth: z.number().int(),
  lang: z.string().nullable(),
}

/** Who wrote what, as `authorsByRange` gives it; the ids of authors are accreditations. */
export const authoredBlocks = () =>
  z.array(z.object({ ...place, runs: z.array(z.object({ text: z.string(), authorId: z.string().nullable() })) }))

/** The rows of `compareDocuments`. */
export const comparedBlocks = () =>
  z.array(
    z.object({
      ...place,
      kind: z.enum(['kept', 'added', 'removed', 'changed', 'moved']),
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
      formerForm: z.enum(textBlockForms).nullable(),
      isRestyled: z.boolean(),
      isWhole: z.boolean(),
      runs: z.array(z.object({ text: z.string(), kind: z.enum(['same', 'added', 'removed']) })),
    }),
  )
