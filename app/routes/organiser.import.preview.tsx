import { redirect, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { confirmImport, discardImport, importPreview } from '#app/features/imports/contract.ts'
import { PreviewPage } from '#app/features/imports/preview-page.tsx'
import { formAction, leadsTo, load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('imports.previewTitle') }

export const loader = load(({ caller, params }) => caller.ask(importPreview, { uploadId: params.uploadId ?? '' }))

// One may act in a new conference from here on, so the page is made anew for that capacity.
export const action = formAction(
  leadsTo(confirmImport, () => redirectDocument('/organiser/import/access?done=1')),
  leadsTo(discardImport, () => redirect('/organiser/import')),
)

export default function Preview() {
  return <PreviewPage preview={useLoaderData<typeof loader>()} />
}
