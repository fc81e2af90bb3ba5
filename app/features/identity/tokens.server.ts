import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as 43 characters that need no escaping (SEC-028, SEC-040). */
export const newToken = () => randomBytes(32).toString('base64url')

/** What the database keeps of a token: its SHA-256, from which nobody gets back to the token. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')
