import { useLoaderData } from '@remix-run/react'
import { roster } from '#app/features/conference/contract.ts'
import {
  draftView,
  nameDraftingGroup,
  nameRevision,
  renameDraft,
  setDraftAside,
  takeDraftUp,
} from '#app/features/drafts/contract.ts'
import { DraftPage } from '#app/features/drafts/draft-page.tsx'
import { ForceFacts } from '#app/features/force/force-facts.tsx'
import { must } from '#app/kernel/must.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { quotesFor } from './quotes.server.ts'

/** Never the draft's own title: it would stand in window lists and on shared screens. */
export const handle: PageHandle = { title: ({ t }) => t('drafts.draft') }

export const loader = load(async ({ caller, params }) => {
  const acting = actingIn(caller.actor)
  const draft = await caller.ask(draftView, { draftId: must(params.draftId) })
  const isRunning = draft.kind === 'SHARED' && acting.side === 'secretariat'
  const { delegations } = isRunning ? await caller.ask(roster, {}) : { delegations: [] }
  const quotes = await quotesFor(caller)
  return {
    draft,
    acting,
    quotes,
    states: delegations.filter(({ kind, step }) => kind === 'STATE' && step === 'TAKING_PART'),
  }
})

export const action = formAction(nameRevision, renameDraft, setDraftAside, takeDraftUp, nameDraftingGroup)

export default function DraftRoute() {
  const loaded = useLoaderData<typeof loader>()
  const draft = useLive<typeof draftView>('drafts.view', { draftId: loaded.draft.draftId }, loaded.draft)
  return (
    <ForceFacts quotes={loaded.quotes} mayChoose>
      <DraftPage draft={draft} acting={loaded.acting} states={loaded.states} />
    </ForceFacts>
  )
}
