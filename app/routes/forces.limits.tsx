import { useLoaderData } from '@remix-run/react'
import { caveatList } from '#app/features/force/contract.ts'
import { LimitsPage } from '#app/features/force/limits/limits-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forces.limits') }

export const loader = load(async ({ caller }) => ({
  ...(await loadForce(caller)),
  limits: await caller.ask(caveatList, {}),
}))

export default function Limits() {
  return <LimitsPage {...useLoaderData<typeof loader>()} />
}
