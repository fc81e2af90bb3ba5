// The page of `live-browser.ts`: the product's own hooks and components around one live document, without its routes.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, Outlet, RouterProvider, useParams } from 'react-router-dom'
import { XmlElement, XmlText } from 'yjs'
import type { Arrival } from '#app/editor/arrival.ts'
import { type DocumentJson, emptyDocument } from '#app/editor/document-shape.ts'
import { EditorSlot, fetchEditor } from '#app/editor/editor-slot.tsx'
import { en } from '#app/i18n/messages/en.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { allowed } from '#app/kernel/policy.ts'
import { ConnectionBanner } from '#app/live/connection-banner.tsx'
import { DocumentNotices } from '#app/live/document-notices.tsx'
import { HeaderSaveState } from '#app/live/header-save-state.tsx'
import { LiveProvider } from '#app/live/live-provider.tsx'
import { DocumentSaveState } from '#app/live/save-indicator.tsx'
import { useDocument } from '#app/live/use-document.ts'
import { usePresence } from '#app/live/use-presence.ts'
import { LiveRegions } from '#app/ui/live-region.tsx'

const settings = new URLSearchParams(window.location.search)

function Page() {
  return (
    <WordsProvider locale="en" catalogue={en}>
      <LiveProvider accreditationId={settings.get('accreditation')} isSharedComputer={settings.has('shared')}>
        <LiveRegions>
          <header>
            <HeaderSaveState />
            <form method="post" action="/sign-out">
              <button type="submit">Sign out</button>
            </form>
          </header>
          <ConnectionBanner />
          <Outlet />
        </LiveRegions>
      </LiveProvider>
    </WordsProvider>
  )
}

function Paper() {
  const { documentId = '' } = useParams()
  const document = useDocument(documentId)
  const { doc, mayWrite, provider } = document
  const text = useSyncExternalStore(
    (changed) => {
      doc?.on('update', changed)
      return () => doc?.off('update', changed)
    },
    () => doc?.getXmlFragment('content').toString() ?? '',
  )
  const others = usePresence(provider)
  const type = (form: HTMLFormElement) => {
    const paragraph = new XmlElement('paragraph')
    paragraph.insert(0, [new XmlText(String(new FormData(form).get('words')))])
    doc?.getXmlFragment('content').push([paragraph])
    form.reset()
  }
  return (
    <main>
      <DocumentNotices document={document} />
      <output aria-label="Text">{text}</output>
      <p>{others.length} others</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          type(event.currentTarget)
        }}
      >
        <input name="words" aria-label="Words" disabled={!mayWrite} />
      </form>
      <footer>
        <DocumentSaveState provider={provider} />
      </footer>
      <Link to="/elsewhere">Go elsewhere</Link>
    </main>
  )
}

const aText = (text: string): DocumentJson => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** As the pane of notes does it: a button first, and the text once the server has made it. */
function Begun() {
  const [begun, setBegun] = useState<Arrival | null>(null)
  const [isMade, setMade] = useState(false)
  useEffect(() => window.addEventListener('made', () => setMade(true), { once: true }), [])
  return (
    <>
      {isMade ? (
        <Text begun={begun} />
      ) : (
        <button
          type="button"
          onClick={({ detail }) => {
            setBegun(detail === 0 ? 'key' : 'pointer')
            fetchEditor()
          }}
        >
          Start writing
        </button>
      )}
      <input aria-label="Something else" />
    </>
  )
}

/** The product's own place for a text that is read first and written on request. */
function Text({ begun }: { begun?: Arrival | null }) {
  const { documentId = '' } = useParams()
  // What the server drew the page with.
  const drawn = settings.get('drawn')
  return (
    <EditorSlot
      documentId={documentId}
      document={drawn === null ? emptyDocument : aText(drawn)}
      label="Notes, item 7(b), delegation only"
      lang="en"
      decision={allowed}
      whenEmpty={<p>No notes yet.</p>}
      begun={begun}
      hasSingleKeys
    />
  )
}

const router = createBrowserRouter([
  {
    element: <Page />,
    children: [
      { path: '/paper/:documentId', element: <Paper /> },
      { path: '/text/:documentId', element: settings.has('begun') ? <Begun /> : <Text /> },
      { path: '*', element: <p>Elsewhere</p> },
    ],
  },
])
const place = document.getElementById('root')
if (place) createRoot(place).render(<RouterProvider router={router} />)
