import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { ActionResult, TypedValues } from './action-result.ts'
import { actingOf, type Locale } from './actor.ts'
import type { Caller } from './caller.ts'
import type { Mutation, OutputOf } from './contract.ts'
import { actingChanged, DomainError, type ErrorKind, isDomainError, type Refusal, toRefusal } from './errors.ts'
import { formFields } from './form-fields.ts'
import { localPath } from './local-path.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    readonly caller: Caller
    /** For the scripts and styles of this one response (SEC-079). */
    readonly nonce: string
    readonly locale: Locale
    readonly requestId: string
    /** A fault that no page expected: logged once, without what the person sent (SEC-086). */
    readonly report: (error: unknown) => void
    /** Runs it, or gives the answer that the same form got a moment ago: for acts that renew the sign-in. */
    readonly answeredOnce: (request: Request, form: FormData, run: () => Promise<Response>) => Promise<Response>
  }
}

/** Marks loaders and actions that go through the caller; the route inventory test insists on it (SEC-001). */
export const entryMark = Symbol.for('plenary.entry')

export interface Entry {
  readonly caller: Caller
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string | undefined>>
  readonly context: LoaderFunctionArgs['context']
}

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  missing: 404,
  denied: 403,
  conflict: 409,
  reauthenticate: 403,
  limited: 429,
  unavailable: 503,
  'signed-out': 401,
}

const entryOf = ({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs): Entry => ({
  caller: context.caller,
  request,
  url: new URL(request.url),
  params,
  context,
})

const mark = <F extends object>(fn: F): F => Object.assign(fn, { [entryMark]: true })

/** A page's loader. Refusals become responses; a person who is not signed in is sent to sign in and back. */
export function load<T>(run: (entry: Entry) => Promise<T> | T) {
  return mark(async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await run(entryOf(args))
    } catch (error) {
      if (isDomainError(error)) throw refusalResponse(error, new URL(args.request.url))
      throw error
    }
  })
}

function refusalResponse(error: DomainError, url: URL): Response {
  if (error.kind === 'signed-out') return redirect(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`)
  if (error.code === 'no-capacity') return redirect('/capacity')
  const headers = { 'Cache-Control': 'no-store', ...retryAfter(error) }
  return Response.json(toRefusal(error), { status: statusOf[error.kind], headers })
}

/** For what will be answered later: in a moment, or in as many minutes as the refusal counts. */
const retryAfter = ({ kind, params }: Pick<Refusal, 'kind' | 'params'>): Record<string, string> =>
  kind === 'unavailable' || kind === 'limited'
    ? { 'Retry-After': params?.count ? String(Number(params.count) * 60) : '5' }
    : {}

interface Accepted {
  readonly mutation: Mutation
  readonly done?: (output: unknown, entry: Entry) => Response | Promise<Response>
}

/** A mutation whose success leads somewhere: `leadsTo(createDraft, ({ draftId }) => redirect(`/positions/${draftId}`))`. */
export const leadsTo = <M extends Mutation>(
  mutation: M,
  done: (output: OutputOf<M>, entry: Entry) => Response | Promise<Response>,
): Accepted => ({ mutation, done: (output, entry) => done(output as OutputOf<M>, entry) })

/**
 * A page's action: the field `intent` names one of these mutations, the other fields are its input. A refusal comes back
 * as data with its status, so that the form shows it and keeps what was typed. Without JavaScript a success leads back
 * to the page (post, redirect, get).
 */
export function formAction(...accepted: (Mutation | Accepted)[]) {
  const byName = new Map(
    accepted.map((each) => ('mutation' in each ? each : { mutation: each })).map((a) => [a.mutation.name, a]),
  )
  return mark(async (args: ActionFunctionArgs): Promise<Response> => {
    const entry = entryOf(args)
    const form = await formOf(args.request)
    const { intent, once, acting, ...input } = formFields(form)
    const choice = byName.get(String(intent))
    if (!choice) return refused(String(intent), unknownIntent)
    try {
      const output = await entry.caller.mutate(choice.mutation, input, {
        once: textOrNothing(once),
        acting: actingSaid(entry.caller, choice.mutation, acting),
      })
      if ('done' in choice && choice.done) return await choice.done(output, entry)
      if (isDocument(args.request)) return redirect(entry.url.pathname + entry.url.search, 303)
      return Response.json({ ok: true, intent: choice.mutation.name, output } satisfies ActionResult)
    } catch (error) {
      const typed = isDocument(args.request) ? typedIn(form) : undefined
      return refusedBy(error, choice.mutation.name, entry.url, typed)
    }
  })
}

/**
 * The capacity in which a form says that it was filled in. One from before a change of capacity, whose sender left that
 * out, would act in the new one, so whoever has a capacity must say it. Ours all do.
 */
export function actingSaid({ actor }: Caller, { who, isPersonal }: Mutation, acting: unknown): string | undefined {
  const said = textOrNothing(acting)
  if (said === undefined && who !== 'anyone' && !isPersonal && actingOf(actor)) throw actingChanged()
  return said
}

/** A form that cannot be read, or that ended half-way, is the sender's mistake and no failure of ours. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw refusalResponse(unreadableForm(), new URL(request.url))
  }
}

const unreadableForm = () =>
  new DomainError('invalid', 'form/unreadable', 'This form did not arrive whole. Reload the page and send it again.')

const unknownIntent: Refusal = {
  kind: 'invalid',
  code: 'unknown-intent',
  sentence: 'This page is out of date. Reload it and try again.',
}
const textOrNothing = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** The refusal as the action's answer. Callers of a hand-written action use it too. */
export const refused = (intent: string, refusal: Refusal, typed?: TypedValues) =>
  Response.json({ ok: false, intent, refusal, ...(typed ? { typed } : {}) } satisfies ActionResult, {
    status: statusOf[refusal.kind],
    headers: retryAfter(refusal),
  })

/** What was thrown, as the action's answer: whoever is not signed in is sent to sign in, and a fault stays one. */
export function refusedBy(error: unknown, intent: string, url: URL, typed?: TypedValues): Response {
  if (!isDomainError(error)) throw error
  if (error.kind === 'signed-out') throw refusalResponse(error, url)
  return refused(intent, toRefusal(error), typed)
}

const isDocument = (request: Request) => request.headers.get('Sec-Fetch-Dest') === 'document'

/** Without JavaScript the page is made anew: what was typed goes back into it, but for secrets and files. */
function typedIn(form: FormData): TypedValues {
  const typed: Record<string, string[]> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.length > 20_000 || /password|token|secret|once/i.test(name)) continue
    typed[name] = [...(typed[name] ?? []), value]
  }
  return typed
}

/** A hand-written action (sign-in sets a cookie, an upload reads a file): marked, refusals as data. */
export function act(intent: string, run: (entry: Entry, input: Record<string, unknown>) => Promise<Response>) {
  return mark(async (args: ActionFunctionArgs): Promise<Response> => {
    const entry = entryOf(args)
    try {
      return await run(entry, formFields(await formOf(args.request)))
    } catch (error) {
      return refusedBy(error, intent, entry.url)
    }
  })
}

/** Where to go after signing in: only a path of this site (SEC-085). */
export const nextPath = (url: URL) => localPath(url.searchParams.get('next')) ?? '/'
