import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  issueList,
  issueStatement,
  mergeElements,
  removeElement,
  removePhase,
  setElement,
  setPhase,
  setStatement,
  splitElement,
} from '#app/features/force/contract.ts'
import { RequirementPage } from '#app/features/force/requirement/requirement-page.tsx'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => ({
  loaded: await loadForce(caller),
  issues: await caller.ask(issueList, {}),
}))

// Without JavaScript the page says which fields of a colleague were overwritten at an address of its own.
export const action = formAction(
  setStatement,
  setPhase,
  removePhase,
  leadsTo(setElement, ({ elementId, overwritten }, { request }) => {
    if (request.headers.get('Sec-Fetch-Dest') !== 'document')
      return Response.json({ ok: true, intent: setElement.name, output: { elementId, overwritten } })
    const said = overwritten.length > 0 ? `?do=element&id=${elementId}&overwritten=${overwritten.join(',')}` : ''
    return redirect(`/forces/requirement${said}`, 303)
  }),
  splitElement,
  mergeElements,
  removeElement,
  issueStatement,
)

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesRequirement() {
  return <RequirementPage {...useLoaderData<typeof loader>()} />
}
