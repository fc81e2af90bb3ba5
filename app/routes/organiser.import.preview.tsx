import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmImport, discardImport, importPreview } from '#app/features/imports/contract.ts'
import { PreviewPage } from '#app/features/imports/preview-page.tsx'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { inNewCapacity } from './new-capacity.server.ts'

export const handle: PageHandle = { title: ({ t }) => t('imports.previewTitle') }

export const loader = load(({ caller, params }) => caller.ask(importPreview, { uploadId: params.uploadId ?? '' }))

// One may act in a new conference from here on.
export const action = formAction(
  leadsTo(confirmImport, ({ login }, entry) => inNewCapacity('/organiser/import/access?done=1', login, entry)),
  leadsTo(discardImport, () => redirect('/organiser/import')),
)

export default function Preview() {
  return <PreviewPage preview={useLoaderData<typeof loader>()} />
}
