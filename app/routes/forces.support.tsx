import { useLoaderData } from '@remix-run/react'
import { SupportPage } from '#app/features/force/support/support-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forces.support') }

export const loader = load(({ caller }) => loadForce(caller))

export default function Support() {
  return <SupportPage {...useLoaderData<typeof loader>()} />
}
