import { expect } from 'vitest'

/** Matches a refusal by its stable code: `rejects.toThrow(refusal('floor/already-listed'))`. */
export const refusal = (code: string) => expect.objectContaining({ name: 'DomainError', code })
