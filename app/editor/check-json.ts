import type { Node } from '@tiptap/pm/model'
import { outlineProblems, type Problem } from './document-json.ts'
import { documentSchema } from './schema.ts'

export interface CheckedJson {
  readonly ok: boolean
  readonly problems: readonly Problem[]
}

/** Whether an untrusted value is a document of our schema, within its limits. Never throws, whatever the value is. */
export function checkJson(value: unknown): CheckedJson {
  const outline = outlineProblems(value)
  if (outline.length > 0) return { ok: false, problems: outline }
  try {
    documentSchema.nodeFromJSON(value).check()
    return { ok: true, problems: [] }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, problems: ['schema'] }
    throw error
  }
}

/** The document as ProseMirror has it; a RangeError where `checkJson` finds a problem. */
export function documentNode(value: unknown): Node {
  const { ok, problems } = checkJson(value)
  if (!ok) throw new RangeError(`This is not a document of our schema: ${problems.join(', ')}.`)
  return documentSchema.nodeFromJSON(value)
}
