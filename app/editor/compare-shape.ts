import type { ComparedBlock } from './compare.ts'

/** A comparison as it comes out of a query: made on the server by `compareDocuments`, read by `CompareView`. */
export const isComparison = (value: unknown): value is ComparedBlock[] =>
  Array.isArray(value) &&
  value.every((row) => typeof row === 'object' && row !== null && 'kind' in row && 'runs' in row && 'form' in row)
