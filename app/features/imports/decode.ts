import type { FieldError } from '#app/kernel/errors.ts'

/** What a file may weigh; a conference of five thousand people is a fifth of it. */
export const mostBytes = 10 * 1024 * 1024

export type Decoded = { readonly text: string } | { readonly fault: Omit<FieldError, 'path'> }

/** The text of a file that was sent, or in one sentence why it cannot be read (IM-5). Only UTF-8 is read. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return fault('imports/empty-file', 'This file is empty. Choose the file again.')
  if (bytes.length > mostBytes) {
    return fault('imports/too-large', 'This file is larger than 10 MB. Divide it into several.', { maximum: 10 })
  }
  if (startsWith(bytes, zip) || startsWith(bytes, compoundFile)) {
    return fault(
      'imports/spreadsheet',
      'This is a workbook, not a table of text. Open it in the spreadsheet program and save the sheet as “CSV UTF-8”.',
    )
  }
  if (startsWith(bytes, utf16le) || startsWith(bytes, utf16be)) return notUtf8
  if (bytes.includes(0) || startsWith(bytes, pdf)) {
    return fault('imports/binary', 'This file holds no text. Choose a CSV table or a conference file (JSON).')
  }
  return utf8(bytes)
}

function utf8(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? fault('imports/empty-file', 'This file is empty. Choose the file again.') : { text }
  } catch {
    // Bytes that are no UTF-8 are what the decoder throws for, and nothing else.
    return notUtf8
  }
}

const fault = (code: string, sentence: string, params?: FieldError['params']): Decoded => ({
  fault: { code, sentence, ...(params ? { params } : {}) },
})
const notUtf8 = fault(
  'imports/not-utf8',
  'The letters of this file are not in UTF-8, so names would be garbled. Save it again and choose “CSV UTF-8” or the character set “Unicode (UTF-8)”.',
)

const zip = [0x50, 0x4b, 0x03, 0x04]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d]
const utf16le = [0xff, 0xfe]
const utf16be = [0xfe, 0xff]
const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)
