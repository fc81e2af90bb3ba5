import type { ClientActionFunctionArgs } from '@remix-run/react'
import type { ActionResult } from '#app/kernel/action-result.ts'

/**
 * A route's `clientAction`: a form that does not reach the server is refused like any other, with what was typed still
 * in it, instead of replacing the page by an error. `export { clientAction } from '#app/ui/offline-action.ts'`
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const sent = request.clone()
  try {
    return await serverAction()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const intent = (await sent.formData()).get('intent')
    return notReached(String(intent))
  }
}

const notReached = (intent: string): ActionResult => ({
  ok: false,
  intent,
  refusal: {
    kind: 'unavailable',
    code: 'not-reached',
    sentence: 'The server could not be reached. Nothing was sent; what you typed is still here. Try again.',
  },
})
