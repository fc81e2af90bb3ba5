// The page of `tests/live/editor-browser.test.ts`: the editor twice, on two copies of one text that hear of each other.
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { CollaborativeEditor } from '#app/editor/collaborative-editor.tsx'
import type { DocumentJson } from '#app/editor/document-shape.ts'
import { ReadingText } from '#app/editor/reading-text.tsx'
import { jsonToYUpdate } from '#app/editor/y-document.ts'
import { yDocToJson } from '#app/editor/y-reading.ts'
import { ar } from '#app/i18n/messages/ar.ts'
import { en } from '#app/i18n/messages/en.ts'
import { WordsProvider } from '#app/i18n/words-provider.tsx'
import { allowed } from '#app/kernel/policy.ts'
import { systemClock } from '#app/live/clock.ts'
import { decodeCursor, encodeCursors } from '#app/live/cursors.ts'
import { DocumentPresence } from '#app/live/document-presence.ts'
import type { CursorInput, Peer } from '#app/live/messages.ts'
import { LiveRegions } from '#app/ui/live-region.tsx'
import { actAtRandom, bothTexts, editorIn, randomFrom } from './editor-fuzz.ts'

const settings = new URLSearchParams(window.location.search)
const isArabic = settings.get('locale') === 'ar'
document.documentElement.lang = isArabic ? 'ar' : 'en'
document.documentElement.dir = isArabic ? 'rtl' : 'ltr'

class Side {
  readonly doc = new Y.Doc()
  readonly presence: DocumentPresence
  readonly localOrigin = { of: 'this side' }
  readonly waiting: Uint8Array[] = []
  other: Side | null = null

  constructor(readonly peer: Peer) {
    this.doc.clientID = peer.peer
    this.presence = new DocumentPresence(systemClock, (message) => this.other?.heard(peer.peer, message))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.other?.waiting.push(update)
      if (!settings.has('apart')) this.other?.catchUp()
    })
  }

  catchUp() {
    for (const update of this.waiting.splice(0)) Y.applyUpdate(this.doc, update, 'network')
  }

  private heard(peer: number, { room, cursor }: CursorInput) {
    const cursors = encodeCursors([{ peer, cursor: cursor && decodeCursor(cursor) }])
    this.presence.news({ room, cursors })
  }
}

const peer = (number: number, name: string): Peer => ({
  peer: number,
  who: { kind: 'person', name },
  palette: number,
  mayWrite: true,
})
const sides = { A: new Side(peer(11, 'Arif Wibanta')), B: new Side(peer(12, 'Bao Rahmati')) }

/** A repair of one side is news to the other. Answers whether there was an end to it. */
function settle(): boolean {
  for (let round = 0; round < 50; round++) {
    const behind = Object.values(sides).filter(({ waiting }) => waiting.length > 0)
    if (behind.length === 0) return true
    for (const side of behind) side.catchUp()
  }
  return false
}

/** Called by the test once the page is there. */
function begin(text: DocumentJson) {
  sides.A.other = sides.B
  sides.B.other = sides.A
  const first = jsonToYUpdate(text, 1)
  for (const { doc, presence, peer: own, other } of Object.values(sides)) {
    Y.applyUpdate(doc, first, 'network')
    const peers = other ? [own, other.peer] : [own]
    presence.opened({ room: 1, peer: own.peer, peers, cursors: encodeCursors([]) })
  }
  const place = document.getElementById('root')
  if (place) createRoot(place).render(<Page />)
}

function Page() {
  return (
    <WordsProvider locale={isArabic ? 'ar' : 'en'} catalogue={isArabic ? ar : en}>
      <LiveRegions>
        <main className="pair">
          {Object.entries(sides).map(([name, side]) => (
            <section key={name} id={name} aria-label={name}>
              <Text side={side} />
            </section>
          ))}
        </main>
      </LiveRegions>
    </WordsProvider>
  )
}

function Text({ side }: { side: Side }) {
  const [isWriting, setWriting] = useState(!settings.has('reading'))
  const props = {
    documentId: 'document',
    document: yDocToJson(side.doc),
    label: 'Notes, item 7(b), delegation only',
    lang: isArabic ? 'ar' : 'en',
    decision: allowed,
    isNumbered: settings.has('numbered'),
    notices: null,
    saving: null,
    end: null,
  }
  return isWriting ? (
    <CollaborativeEditor
      {...props}
      doc={side.doc}
      provider={side}
      mayWrite
      arrival="pointer"
      onFinish={() => setWriting(false)}
      onDrift={() => drifted.push(side.peer.peer)}
    />
  ) : (
    <ReadingText {...props} doc={side.doc} isOpening={false} takesFocus={false} onEdit={() => setWriting(true)} />
  )
}

/** Who was told that their copy is no longer as everybody else's. */
const drifted: number[] = []

const violations: string[] = []
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
  violations.push(`${violatedDirective} ${blockedURI} ${sample}`)
})

const page = {
  begin,
  textOf: (name: keyof typeof sides) => yDocToJson(sides[name].doc),
  /** The words of the paragraph the cursor is in. */
  cursorIn: (name: keyof typeof sides) => editorIn(`#${name}`).state.selection.$from.parent.textContent,
  /** How many letters of its paragraph stand before the cursor, and after it. */
  cursorBetween: (name: keyof typeof sides) => {
    const { $from } = editorIn(`#${name}`).state.selection
    return [$from.parentOffset, $from.parent.content.size - $from.parentOffset]
  },
  /** Somebody else writes, at the start of the text. */
  insertAbove: (name: keyof typeof sides, words: string) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    sides[name].doc.getXmlFragment('content').insert(0, [paragraph])
  },
  /** The caret moves to the start of its paragraph, and before the browser says so, somebody else writes there. */
  moveCaretAndHear: (name: keyof typeof sides, words: string): number => {
    const here = window.getSelection()
    here?.collapse(here.anchorNode, 0)
    const other = name === 'A' ? sides.B : sides.A
    const block = other.doc.getXmlFragment('content').get(1)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('the second block has no text')
    text.insert(text.length, words)
    return editorIn(`#${name}`).state.selection.$from.parentOffset
  },
  /** Somebody else writes in the second block, a letter every few milliseconds, at its start or at its end. */
  writeBeside: async (name: keyof typeof sides, at: 'start' | 'end', words: string, everyMs: number) => {
    const block = sides[name].doc.getXmlFragment('content').get(1)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('the second block has no text')
    for (const [place, letter] of [...words].entries()) {
      text.insert(at === 'start' ? place : text.length, letter)
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  },
  /** Both write at random without hearing of each other, and now and then they do. Answers what went wrong. */
  fuzz: (seed: number, steps: number): string | null => {
    const random = randomFrom(seed)
    const editors = { A: editorIn('#A'), B: editorIn('#B') }
    for (let step = 0; step < steps; step++) {
      actAtRandom(random(2) === 0 ? editors.A : editors.B, random)
      // The product opens such a copy afresh; here it has shown what it had to.
      if (drifted.length > 0) return null
      const isTogether = random(8) === 0 || step === steps - 1
      if (isTogether && !settle()) return `seed ${seed}, step ${step}: they answer each other without end`
      const [a, b] = [bothTexts(editors.A, sides.A.doc), bothTexts(editors.B, sides.B.doc)]
      if (a[0] !== a[1] || b[0] !== b[1]) return `seed ${seed}, step ${step}: an editor shows what its document is not`
      if (isTogether && a[1] !== b[1]) return `seed ${seed}, step ${step}: the copies differ`
    }
    return null
  },
  violations,
}
export type EditorPage = typeof page
Object.assign(window, { editorPage: page })
