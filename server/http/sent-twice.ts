import { createHash } from 'node:crypto'

const rememberedMs = 10_000

export type AnsweredOnce = (request: Request, form: FormData, run: () => Promise<Response>) => Promise<Response>

/**
 * A form with a password that is sent twice by a second click: its first post gives the login a new token, so the second
 * comes with one that is dead. Both get the one answer, where both come to this process. Whoever sends the same again
 * sends the same cookie, password and key; a refusal is not remembered.
 */
export function createAnsweredOnce(): AnsweredOnce {
  const answers = new Map<string, Promise<Response>>()
  return async (request, form, run) => {
    const key = keyOf(request, form)
    if (!key) return run()
    const earlier = answers.get(key)
    if (earlier) return (await earlier).clone()
    const answer = run()
    answers.set(key, answer)
    const forget = () => void answers.delete(key)
    answer.then(({ status }) => (status < 400 ? setTimeout(forget, rememberedMs).unref() : forget()), forget)
    return (await answer).clone()
  }
}

/** Null for a form without a key under which its act happens once. */
function keyOf({ url, headers }: Request, form: FormData): string | null {
  const fields = [...form]
  if (!form.get('once') || fields.some(([, value]) => typeof value !== 'string')) return null
  return createHash('sha256')
    .update(JSON.stringify([url, headers.get('Cookie'), headers.get('Sec-Fetch-Dest'), fields]))
    .digest('hex')
}
