import { DomainError, type FieldError } from '#app/kernel/errors.ts'
import { unreachable } from '#app/kernel/must.ts'
import { mostLines } from './check.ts'
import type { FilePart } from './contract.ts'
import { csvRows, longestRow } from './csv-rows.server.ts'
import { decode } from './decode.ts'
import { isJsonFault, type JsonFault, most, readJson } from './json-lines.ts'

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
  const read = csvRows(text, mostLines)
  if ('rows' in read) return null
  if ('tooManyRows' in read) return tooManyRows
  if ('tooMuchIn' in read) return tooMuch(read.tooMuchIn)
  if ('tooLongIn' in read) return tooLong(read.tooLongIn, longestRow)
  const row = read.unclosedIn
  return {
    code: 'imports/unclosed-quote',
    sentence: `A quotation mark is opened in row ${row} and never closed. Close it, or write it twice where it is meant.`,
    params: { row },
  }
}

const tooManyRows: Fault = {
  code: 'imports/too-many-lines',
  sentence: `This table has more than ${mostLines} rows. Divide it into several, or delete the empty rows in it.`,
  params: { maximum: mostLines },
}

const tooLong = (line: number, maximum: number): Fault => ({
  code: 'imports/line-too-long',
  sentence: `Line ${line} holds a text of more than ${maximum} characters. Shorten it, or look for a quotation mark that is missing there.`,
  params: { line, maximum },
})

const tooMuch = (line: number): Fault => ({
  code: 'imports/too-much',
  sentence: `Up to line ${line} there is more than a conference has. Check that this is the right file.`,
  params: { line },
})

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
        sentence: `“${key.slice(0, 100)}” is given twice, the second time on line ${line}. Remove one of them.`,
        params: { line, name: key.slice(0, 100) },
      }
    case 'too-long':
      return tooLong(line, most.signs)
    case 'too-many':
      return tooMuch(line)
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
