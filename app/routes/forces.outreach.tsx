import { useLoaderData } from '@remix-run/react'
import { addContacts, outreachBook, recordContact, strikeContactStep } from '#app/features/force/contract.ts'
import { OutreachPage } from '#app/features/force/outreach/outreach-page.tsx'
import { formAction, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { atVenueTime } from './venue-form.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(({ caller }) => caller.ask(outreachBook, {}))

export const action = atVenueTime(formAction(addContacts, recordContact, strikeContactStep))

export { clientAction } from '#app/ui/offline-action.ts'

export default function ForcesOutreach() {
  return <OutreachPage book={useLoaderData<typeof loader>()} />
}
