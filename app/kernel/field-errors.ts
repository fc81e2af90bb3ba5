import type { z } from 'zod'
import { DomainError, type FieldError } from './errors.ts'

type Issue = z.core.$ZodIssue

/** Zod's issues as the field errors a form shows: one per path, the first one wins. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byPath = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    if (!byPath.has(path)) byPath.set(path, { path, ...describe(issue) })
  }
  return [...byPath.values()]
}

export const invalidInput = (error: z.ZodError) =>
  new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: fieldErrors(error) })

function describe(issue: Issue): Omit<FieldError, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'field/required', sentence: 'Fill this in.' }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return { code: 'field/required', sentence: 'Fill this in.' }
      return {
        code: 'field/too-small',
        sentence: `Enter ${issue.minimum} or more.`,
        params: { minimum: Number(issue.minimum) },
      }
    case 'too_big':
      return issue.origin === 'string'
        ? {
            code: 'field/too-long',
            sentence: `Shorten this to ${issue.maximum} characters.`,
            params: { maximum: Number(issue.maximum) },
          }
        : {
            code: 'field/too-big',
            sentence: `Enter ${issue.maximum} or less.`,
            params: { maximum: Number(issue.maximum) },
          }
    case 'custom': {
      const code = issue.params?.code
      return typeof code === 'string'
        ? { code, sentence: issue.message }
        : { code: 'field/invalid', sentence: issue.message }
    }
    case 'invalid_format':
      return { code: `field/${issue.format}`, sentence: 'Check the form of this entry.' }
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'field/choice', sentence: 'Choose one of the values offered.' }
    case 'unrecognized_keys':
      return { code: 'field/unknown', sentence: `Not expected here: ${issue.keys.join(', ')}.` }
    default:
      return { code: 'field/invalid', sentence: 'Check this entry.' }
  }
}
