import { isMarkName, isNodeName, nodeAttributes } from '#app/editor/document-shape.ts'
import type { Vocabulary } from './live/vocabulary.ts'

const attributeNames = new Set<string>(Object.values(nodeAttributes).flatMap((attributes) => Object.keys(attributes)))

/** The names of the editor's schema, which is all that the engine's validator knows of it. */
export const editorNames: Vocabulary = {
  // These two are what a document and its words are made of, not elements that may stand in it.
  isNode: (name) => isNodeName(name) && name !== 'doc' && name !== 'text',
  isMark: isMarkName,
  isAttribute: (name) => attributeNames.has(name),
}
