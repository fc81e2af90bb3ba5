import { useLoaderData } from '@remix-run/react'
import { caveatList } from '#app/features/force/contract.ts'
import { DocumentPage } from '#app/features/force/exports/document-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forces.documentTitle') }

/** A page to hand on, also as a file with its data: nothing that the own delegation keeps to itself is in it. */
export const loader = load(async ({ caller }) => {
  const { board, own } = await loadForce(caller)
  const { caveats } = await caller.ask(caveatList, {})
  return {
    board,
    own: { offers: own.offers.filter(({ isReleased }) => isReleased) },
    limits: { caveats: caveats.filter(({ isShared }) => isShared) },
  }
})

export default function ForceDocument() {
  return <DocumentPage {...useLoaderData<typeof loader>()} />
}
