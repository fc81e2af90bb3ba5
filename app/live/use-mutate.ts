import { useCallback, useRef, useState } from 'react'
import type { InputOf, Mutation, NameOf, OutputOf } from '#app/kernel/contract.ts'
import { DomainError, isDomainError, type Refusal, toRefusal } from '#app/kernel/errors.ts'
import { useLiveParts } from './live-context.ts'
import { randomToken } from './random-token.ts'
import { trusted } from './trusted.ts'

export interface MutateState<M extends Mutation> {
  /** Throws the refusal, which `refusal` also holds until the next attempt. */
  mutate(input: InputOf<M>): Promise<OutputOf<M>>
  readonly isPending: boolean
  readonly refusal: Refusal | null
}

/**
 * A mutation over the socket, for what is done many times a minute: `useMutate<typeof moveItem>('agenda.moveItem')`. An
 * attempt that got no answer and is repeated with the same input is the same act. Forms use `MutationForm`.
 */
export function useMutate<M extends Mutation>(name: NameOf<M>): MutateState<M> {
  const connection = useLiveParts()?.connection
  const [pending, setPending] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const unanswered = useRef({ input: '', once: '' })

  const mutate = useCallback(
    async (input: InputOf<M>) => {
      const asText = JSON.stringify(input)
      const once = unanswered.current.input === asText ? unanswered.current.once : randomToken()
      unanswered.current = { input: asText, once }
      setRefusal(null)
      setPending((count) => count + 1)
      try {
        if (!connection) throw notConnected()
        const output = await connection.mutate(name, input, once)
        unanswered.current = { input: '', once: '' }
        return trusted<OutputOf<M>>(output)
      } catch (error) {
        if (isDomainError(error)) setRefusal(toRefusal(error))
        if (isDomainError(error) && error.kind !== 'unavailable') unanswered.current = { input: '', once: '' }
        throw error
      } finally {
        setPending((count) => count - 1)
      }
    },
    [connection, name],
  )
  return { mutate, isPending: pending > 0, refusal }
}

const notConnected = () =>
  new DomainError(
    'unavailable',
    'live/offline',
    'There is no connection to the server. Nothing was changed. Try again when it is back.',
  )
