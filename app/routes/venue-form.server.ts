import type { ActionFunctionArgs } from '@remix-run/node'
import { instantOfWall } from '#app/i18n/zone-clock.ts'
import { entryMark } from '#app/kernel/remix.server.ts'
import { isTimeZone } from '#app/kernel/time.ts'

type Action = (args: ActionFunctionArgs) => Promise<Response>

/** A form in which `at` is said on the wall of a place, `timeZone`: the act gets the instant. */
export const atVenueTime = (action: Action): Action =>
  Object.assign(async (args: ActionFunctionArgs) => action({ ...args, request: await withInstant(args.request) }), {
    [entryMark]: true,
  })

async function withInstant(request: Request): Promise<Request> {
  const { url, method, headers, signal } = request
  const form = new URLSearchParams(await request.text())
  const [at, zone] = [form.get('at') ?? '', form.get('timeZone') ?? '']
  form.delete('timeZone')
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(at) && isTimeZone(zone)) form.set('at', instantOfWall(at, zone).toISOString())
  return new Request(url, { method, headers, signal, body: form })
}
