import { useLoaderData } from '@remix-run/react'
import { BoardPage } from '#app/features/force/board/board-page.tsx'
import { TotalsPage } from '#app/features/force/board/totals-page.tsx'
import { forceBoard, forceOwn } from '#app/features/force/contract.ts'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller }) => {
  const board = await caller.ask(forceBoard, {})
  return board.view === 'TOTALS'
    ? { totals: board, force: null }
    : { totals: null, force: { board, own: await caller.ask(forceOwn, {}) } }
})

export default function Forces() {
  const { totals, force } = useLoaderData<typeof loader>()
  return force ? <BoardPage {...force} /> : <TotalsPage board={totals} />
}
