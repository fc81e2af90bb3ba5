import { randomBytes } from 'node:crypto'
import type { Id } from './ids.ts'

export const newId = <Kind extends string = string>(): Id<Kind> => randomBytes(16).toString('base64url')
