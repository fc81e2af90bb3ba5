import { type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { itemView, withdrawItem } from '#app/features/agenda/contract.ts'
import type { DocumentLine } from '#app/features/agenda/item-documents.tsx'
import { ItemWorkspace } from '#app/features/agenda/item-workspace.tsx'
import { numberIn } from '#app/features/agenda/numbering.ts'
import { type TabledLine, tabledList } from '#app/features/drafts/contract.ts'
import { tabledPath } from '#app/features/drafts/words-of.ts'
import { notesOnItem, openNote } from '#app/features/notes/contract.ts'
import { NotesPane } from '#app/features/notes/notes-pane.tsx'
import { SessionNotes } from '#app/features/notes/session-notes.tsx'
import { nameIn } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { must } from '#app/kernel/must.ts'
import { formAction, load } from '#app/kernel/remix.server.ts'
import { actingIn } from '#app/kernel/work.server.ts'
import { useLive } from '#app/live/use-live.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { useShellView } from '#app/ui/shell/use-shell-view.ts'

export const handle: PageHandle = { title: ({ t }) => t('agenda.workspaceTitle') }

export const loader = load(async ({ caller, params }) => {
  const itemId = must(params.itemId)
  const view = await caller.ask(itemView, { itemId })
  const acting = actingIn(caller.actor)
  const { texts } = await caller.ask(tabledList, { itemId })
  const { notes } = acting.side === 'observer' ? { notes: [] } : await caller.ask(notesOnItem, { itemId })
  return { view, texts, notes, acting }
})

export const action = formAction(openNote, withdrawItem)

export { clientAction } from '#app/ui/offline-action.ts'

/** Another pane or another note is another view of what is loaded already. */
export const shouldRevalidate = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search && !formMethod
    ? false
    : defaultShouldRevalidate

export default function Item() {
  const { view: loaded, texts, notes, acting } = useLoaderData<typeof loader>()
  return <Workspace key={loaded.item.itemId} loaded={{ view: loaded, texts, notes, acting }} />
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Workspace({ loaded }: { loaded: Loaded }) {
  const { locale } = useWords()
  const shell = useShellView()
  const { itemId } = loaded.view.item
  const view = useLive<typeof itemView>('agenda.item', { itemId }, loaded.view)
  const { texts } = useLive<typeof tabledList>('tabled.list', { itemId }, { texts: loaded.texts })
  const delegation = shell?.acting?.delegation
  const shared = {
    itemId,
    number: numberIn(view.item.number, locale),
    acting: loaded.acting,
  }
  const isObserver = loaded.acting.side === 'observer'
  return (
    <ItemWorkspace
      view={view}
      documents={texts.map((text) => documentLine(text, itemId))}
      sessionNotes={isObserver ? null : <LiveNotes {...shared} loaded={loaded.notes} isSession />}
      notes={
        isObserver ? null : (
          <LiveNotes
            {...shared}
            loaded={loaded.notes}
            delegation={delegation ? nameIn(delegation.names, locale) : null}
          />
        )
      }
    />
  )
}

interface LiveNotesProps {
  readonly itemId: string
  readonly number: string
  readonly acting: Loaded['acting']
  readonly loaded: Loaded['notes']
  readonly delegation?: string | null
  readonly isSession?: true
}

/** A note somebody of one's circle began a moment ago opens here without asking for the page again. */
function LiveNotes({ loaded, isSession, delegation = null, ...props }: LiveNotesProps) {
  const { notes } = useLive<typeof notesOnItem>('notes.onItem', { itemId: props.itemId }, { notes: loaded })
  return isSession ? (
    <SessionNotes {...props} notes={notes} />
  ) : (
    <NotesPane {...props} notes={notes} delegation={delegation} />
  )
}

const documentLine = (
  { symbol, title, tabledAt, delegation, withdrawnAt, item }: TabledLine,
  itemId: string,
): DocumentLine => ({
  to: tabledPath(symbol),
  symbol,
  title,
  at: tabledAt,
  by: delegation?.names ?? null,
  isWithdrawn: withdrawnAt !== null,
  above: item && item.itemId !== itemId ? item.number : null,
})
