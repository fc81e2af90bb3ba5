import type { ActionFunctionArgs } from '@remix-run/node'
import { reauthenticate } from '#app/features/identity/contract.ts'
import type { Refusal } from '#app/kernel/errors.ts'
import { entryMark, formAction, formOf, refused, refusedBy } from '#app/kernel/remix.server.ts'

/**
 * A page's action whose acts ask for the password again (SEC-039): the form's `password` is checked first and never
 * reaches the act itself; the login's renewed cookie goes back with the answer.
 */
export function confirmedAction(...accepted: Parameters<typeof formAction>) {
  const run = formAction(...accepted)
  const action = async (args: ActionFunctionArgs): Promise<Response> => {
    const { request } = args
    const form = await formOf(request)
    return args.context.answeredOnce(request, form, () => confirmedAnd(run, args, form))
  }
  return Object.assign(action, { [entryMark]: true })
}

async function confirmedAnd(run: Action, args: ActionFunctionArgs, sent: FormData): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of sent) if (name !== 'password') form.append(name, value)
  const password = sent.get('password')
  const { method, headers, url } = args.request
  let cookie: string | Refusal | null = null
  try {
    if (typeof password === 'string' && password !== '') cookie = await confirm(args, password)
  } catch (error) {
    return refusedBy(error, String(form.get('intent')), new URL(url))
  }
  if (typeof cookie === 'object' && cookie) return refused(String(form.get('intent')), cookie)
  const kept = new Headers(headers)
  kept.delete('content-type')
  kept.delete('content-length')
  const response = await run({ ...args, request: new Request(url, { method, headers: kept, body: form }) })
  if (cookie) response.headers.append('Set-Cookie', cookie)
  return response
}

type Action = ReturnType<typeof formAction>

/** The renewed cookie, or the refusal by the field. */
async function confirm({ context }: ActionFunctionArgs, password: string): Promise<string | Refusal> {
  const result = await context.caller.mutate(reauthenticate, { password })
  if (result.outcome === 'done') return context.cookies.login(result.token, { isShared: result.isShared })
  const failure =
    result.reason === 'wrong'
      ? { code: 'identity/wrong-password', sentence: 'That is not your password.' }
      : {
          code: 'identity/wait',
          sentence: 'Too many attempts. Wait a little, then try again.',
          params: { count: Math.max(1, Math.ceil(result.waitSeconds / 60)) },
        }
  return { kind: 'invalid', ...failure, fields: [{ path: 'password', ...failure }] }
}
