import type { DocumentJson, MarkJson, NodeJson } from './document-shape.ts'
import { isAttributeValid, isMarkName, isNodeName, isTextBlock, limits, nodeAttributes } from './document-shape.ts'
import { safeLink } from './link-address.ts'
import { quotedOf } from './quoted.ts'

export type Problem = 'shape' | 'name' | 'depth' | 'paragraphs' | 'characters' | 'schema'

/**
 * What is wrong with the outline of an untrusted value before anything recursive may touch it: the names, the
 * values, the nesting, the number of paragraphs and of characters. Whether the nodes may stand where they stand is `checkJson`'s question.
 */
export function outlineProblems(value: unknown): Problem[] {
  const found = new Set<Problem>()
  let paragraphs = 0
  let characters = 0
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limits.depth) return [...found.add('depth')]
    const next: unknown[] = []
    for (const node of level) {
      if (!isNode(node, depth)) {
        found.add('shape')
        continue
      }
      if (!hasKnownNames(node)) found.add('name')
      else if (!hasValidValues(node)) found.add('schema')
      if (isTextBlock(node.type)) paragraphs++
      characters += node.text?.length ?? 0
      for (const child of node.content ?? []) next.push(child)
    }
    if (paragraphs > limits.paragraphs) return [...found.add('paragraphs')]
    if (characters > limits.characters) return [...found.add('characters')]
    level = next
  }
  return [...found]
}

/** A document by its outline: names, nesting and size. For contracts; stored documents passed `checkJson` before. */
export const isDocumentJson = (value: unknown): value is DocumentJson => outlineProblems(value).length === 0

const plainMarks = ['link.href', 'quoted.fact', 'quoted.asOf']

function hasKnownNames({ type, attrs, marks = [] }: NodeJson): boolean {
  if (!isNodeName(type) || !marks.every((mark) => isMarkName(mark.type))) return false
  const areMarksPlain = marks.every((mark) =>
    Object.keys(mark.attrs ?? {}).every((name) => plainMarks.includes(`${mark.type}.${name}`)),
  )
  return areMarksPlain && Object.keys(attrs ?? {}).every((name) => Object.hasOwn(nodeAttributes[type], name))
}

const hasValidValues = ({ attrs, marks = [] }: NodeJson) =>
  Object.entries(attrs ?? {}).every(([name, value]) => isAttributeValid(name, value)) && marks.every(isMarkValid)

const isMarkValid = ({ type, attrs }: MarkJson): boolean => {
  if (type === 'link') return safeLink(attrs?.href) !== null
  return type !== 'quoted' || quotedOf(attrs) !== null
}

const nodeKeys = ['type', 'attrs', 'content', 'text', 'marks']

function isNode(value: unknown, depth: number): value is NodeJson {
  if (!isPlainObject(value) || Object.keys(value).some((key) => !nodeKeys.includes(key))) return false
  const { type, attrs, content, text, marks } = value
  if ((type === 'doc') !== (depth === 0) || (type === 'text') !== (typeof text === 'string' && text.length > 0))
    return false
  if (content !== undefined && !Array.isArray(content)) return false
  if (depth === 0 && !Array.isArray(content)) return false
  if (marks !== undefined && !(Array.isArray(marks) && marks.every(isMark))) return false
  return typeof type === 'string' && areAttributes(attrs)
}

const isMark = (value: unknown): value is MarkJson =>
  isPlainObject(value) &&
  typeof value.type === 'string' &&
  areAttributes(value.attrs) &&
  Object.keys(value).every((key) => key === 'type' || key === 'attrs')

const areAttributes = (value: unknown) =>
  value === undefined ||
  (isPlainObject(value) &&
    Object.values(value).every(
      (each) => each === null || typeof each === 'boolean' || Number.isFinite(each) || isShortText(each),
    ))

const isShortText = (value: unknown) => typeof value === 'string' && value.length <= limits.linkLength

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
