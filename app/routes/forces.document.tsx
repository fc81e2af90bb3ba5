import { useLoaderData } from '@remix-run/react'
import { caveatList } from '#app/features/force/contract.ts'
import { DocumentPage } from '#app/features/force/exports/document-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forces.documentTitle') }

export const loader = load(async ({ caller }) => ({
  ...(await loadForce(caller)),
  limits: await caller.ask(caveatList, {}),
}))

export default function ForceDocument() {
  return <DocumentPage {...useLoaderData<typeof loader>()} />
}
