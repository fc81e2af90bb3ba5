import { useLoaderData } from '@remix-run/react'
import { DocumentView } from '#app/editor/document-view.tsx'
import { revisionView } from '#app/features/drafts/contract.ts'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { load } from '#app/kernel/remix.server.ts'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'
import { Timestamp } from '#app/ui/timestamp.tsx'

export const handle: PageHandle = { title: ({ t }) => t('drafts.revisionPage') }

export const loader = load(async ({ caller, params, url }) => ({
  revision: await caller.ask(revisionView, { draftId: must(params.draftId), number: must(params.number) }),
  back: url.pathname.replace(/\/revisions\/.*$/, ''),
}))

export default function Revision() {
  const { t, locale } = useWords()
  const { revision, back } = useLoaderData<typeof loader>()
  const own = useShellView()?.acting?.delegation
  return (
    <Page
      title={<bdi>{revision.name}</bdi>}
      crumbs={[{ label: <bdi>{revision.title}</bdi>, to: back }, { label: t('drafts.revisionPage') }]}
      sub={<Timestamp at={revision.madeAt} show="full" />}
      visibility={
        back.startsWith('/shared')
          ? { kind: 'drafting-group' }
          : { kind: 'delegation', of: own ? nameIn(own.names, locale) : undefined }
      }
      isFlush
    >
      <div className="body">
        <DocumentView document={revision.content} lang={revision.language} />
      </div>
    </Page>
  )
}
