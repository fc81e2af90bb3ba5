import { useLoaderData } from '@remix-run/react'
import { PicturesPage } from '#app/features/force/pictures/pictures-page.tsx'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { loadForce } from './load-force.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('forces.pictures') }

export const loader = load(({ caller }) => loadForce(caller))

export default function Pictures() {
  return <PicturesPage {...useLoaderData<typeof loader>()} />
}
