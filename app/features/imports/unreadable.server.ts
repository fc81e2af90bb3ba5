import { DomainError, type FieldError } from '#app/kernel/errors.ts'
import { unreachable } from '#app/kernel/must.ts'
import type { FilePart } from './contract.ts'
import { csvRows } from './csv-rows.server.ts'
import { decode } from './decode.ts'
import { isJsonFault, type JsonFault, readJson } from './json-lines.ts'

export interface SentFile {
  readonly part: FilePart
  readonly name: string
  readonly bytes: Uint8Array
}

export interface KeptFile {
  readonly part: FilePart
  readonly name: string
  readonly text: string
}

/** The texts of the files, or one sentence by the field of each file that cannot be read at all (IM-5). */
export function readable(files: readonly SentFile[]): KeptFile[] {
  const faults: FieldError[] = []
  const kept = files.flatMap(({ part, name, bytes }) => {
    const decoded = decode(bytes)
    const fault = 'fault' in decoded ? decoded.fault : faultIn(part, decoded.text)
    if (fault) faults.push({ path: `file.${part}`, ...fault })
    return 'text' in decoded && !fault ? { part, name, text: decoded.text } : []
  })
  if (faults.length > 0) throw new DomainError('invalid', 'invalid', 'Some entries need attention.', { fields: faults })
  return kept
}

type Fault = Omit<FieldError, 'path'>

function faultIn(part: FilePart, text: string): Fault | null {
  if (part === 'conference') return faultInJson(text)
  const read = csvRows(text, Number.MAX_SAFE_INTEGER)
  if ('rows' in read) return null
  const row = read.unclosedIn
  return {
    code: 'imports/unclosed-quote',
    sentence: `A quotation mark is opened in row ${row} and never closed. Close it, or write it twice where it is meant.`,
    params: { row },
  }
}

function faultInJson(text: string): Fault | null {
  try {
    readJson(text)
    return null
  } catch (error) {
    if (isJsonFault(error)) return said(error)
    throw error
  }
}

function said({ line, reason, key }: JsonFault): Fault {
  switch (reason) {
    case 'named-twice':
      return {
        code: 'imports/json-named-twice',
        sentence: `“${key}” is given twice, the second time on line ${line}. Remove one of them.`,
        params: { line, name: key },
      }
    case 'too-deep':
      return { code: 'imports/json-too-deep', sentence: `Line ${line} is nested too deeply.`, params: { line } }
    case 'syntax':
      return {
        code: 'imports/json-syntax',
        sentence: `Line ${line} is no JSON. Look for a missing comma, bracket or quotation mark there or just before.`,
        params: { line },
      }
    default:
      return unreachable(reason)
  }
}
