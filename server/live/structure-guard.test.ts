import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { anEngine, append, type Engine, type Seated, settled, sit, twoWriters, wordsOf } from '#tests/support/engine.ts'
import { MemoryJournal } from '#tests/support/memory-journal.ts'

const soon = { quietMs: 20, mostMs: 200 }
const soonMade = () => twoWriters(new MemoryJournal(), { structure: soon })

const an = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}
const text = (words: string) => new Y.XmlText(words)
const aTable = (...inCell: Y.XmlElement[]) => an('table', an('tableRow', an('tableCell', ...inCell)))

async function write(engine: Engine, seat: Seated, change: (content: Y.XmlFragment) => void) {
  seat.push(seat.edit((_text, content) => change(content)))
  await settled(engine)
}

/** Without the values that an attribute has anyway. */
const shown = (doc: Y.Doc) => wordsOf(doc).replaceAll(' colspan="1" rowspan="1"', '')
const mended = (engine: Engine, times = 1) =>
  vi.waitFor(() => expect(engine.events.filter(({ kind }) => kind === 'structure')).toHaveLength(times))
const looked = () => new Promise((resolve) => setTimeout(resolve, 120))

describe('[SEC-067] the whole document is looked at after a burst of edits', () => {
  test('[SEC-067] a block that became none of ours gets its last valid form back, by an edit everybody gets', async () => {
    const { engine, norway, chile, paper } = await soonMade()
    await write(engine, norway, (content) => content.push([aTable(an('paragraph', text('In the table.')))]))
    await looked()
    const sound = shown(norway.room.text.doc)
    // Every name is ours; that a heading may not stand in a cell only the whole shows.
    await write(engine, norway, (content) => {
      const cell = content.get(1) as Y.XmlElement
      const [row] = cell.toArray() as Y.XmlElement[]
      const [inner] = (row?.toArray() ?? []) as Y.XmlElement[]
      inner?.insert(0, [an('heading', text('Stray.'))])
    })
    expect(norway.line.of('refused')).toEqual([])
    expect(wordsOf(norway.room.text.doc)).toContain('Stray.')
    await mended(engine)
    expect(shown(norway.room.text.doc)).toBe(sound)
    await vi.waitFor(() => expect(shown(chile.doc)).toBe(sound))
    expect(shown(norway.doc)).toBe(sound)
    const last = engine.journal.kept(paper).updates.at(-1)
    expect(last?.accreditationId).toBeNull()
    await looked()
    expect(engine.events.filter(({ kind }) => kind === 'structure')).toHaveLength(1)
  })

  test('[SEC-067] what others wrote in other blocks since then stays', async () => {
    const { engine, norway, chile } = await soonMade()
    await write(engine, norway, (content) => content.push([an('listItem', an('paragraph', text('No list.')))]))
    chile.push(chile.edit(append(' Written meanwhile.')))
    await settled(engine)
    await mended(engine)
    chile.push(chile.edit(append(' And after.')))
    await settled(engine)
    expect(wordsOf(norway.room.text.doc)).toContain('The force. Written meanwhile. And after.')
  })

  test('[SEC-067] a block that never had a valid form leaves its words as paragraphs', async () => {
    const { engine, norway } = await soonMade()
    await write(engine, norway, (content) =>
      content.push([an('listItem', an('paragraph', text('One.')), an('heading', text('Two.')))]),
    )
    await write(engine, norway, (content) => content.push([text('Outside of everything.')]))
    await mended(engine)
    expect(wordsOf(norway.room.text.doc)).toBe(
      '<paragraph>The force.</paragraph><paragraph>One.</paragraph><paragraph>Two.</paragraph><paragraph>Outside of everything.</paragraph>',
    )
  })

  test.each([
    ['an attribute that is not of this block', (block: Y.XmlElement) => block.setAttribute('level', '2')],
    ['a value that is not of this attribute', (block: Y.XmlElement) => block.setAttribute('lang', 'not a language')],
    ['a block in a line', (block: Y.XmlElement) => block.insert(0, [an('paragraph', text('Nested.'))])],
  ])('[SEC-067] finds %s', async (_name, spoil) => {
    const { engine, norway } = await soonMade()
    await looked()
    await write(engine, norway, (content) => spoil(content.get(0) as Y.XmlElement))
    expect(norway.line.of('refused')).toEqual([])
    await mended(engine)
    expect(wordsOf(norway.room.text.doc)).toBe('<paragraph>The force.</paragraph>')
  })

  test('[SEC-067] what was stored before a crash and never looked at is found when the document is opened', async () => {
    const { engine, norway, paper } = await twoWriters()
    await write(engine, norway, (content) => content.push([an('listItem', an('paragraph', text('Left behind.')))]))
    const restarted = anEngine(engine.journal, { structure: soon })
    const chile = await sit(restarted, paper, 'Chile')
    await mended(restarted)
    await vi.waitFor(() =>
      expect(wordsOf(chile.doc)).toBe('<paragraph>The force.</paragraph><paragraph>Left behind.</paragraph>'),
    )
  })

  test('[SEC-067] two processes that see it mend it once', async () => {
    const journal = new MemoryJournal()
    const { engine, norway, paper } = await twoWriters(journal)
    await write(engine, norway, (content) => content.push([an('listItem', an('paragraph', text('Once.')))]))
    const here = anEngine(journal, { structure: soon, isShared: true })
    const there = anEngine(journal, { structure: soon, isShared: true })
    const [chile, ghana] = [await sit(here, paper, 'Chile'), await sit(there, paper, 'Ghana')]
    await vi.waitFor(() => expect(journal.kept(paper).updates).toHaveLength(3))
    await looked()
    expect(journal.kept(paper).updates).toHaveLength(3)
    await Promise.all([chile.room.catchUp(), ghana.room.catchUp()])
    expect(wordsOf(chile.room.text.doc)).toBe('<paragraph>The force.</paragraph><paragraph>Once.</paragraph>')
    expect(wordsOf(ghana.room.text.doc)).toBe(wordsOf(chile.room.text.doc))
  })

  test('[SEC-067] a long document of the schema is left alone', async () => {
    const { engine, norway, paper } = await soonMade()
    await write(engine, norway, (content) =>
      content.push(Array.from({ length: 1_000 }, (_, place) => an('paragraph', text(`Paragraph ${place}`)))),
    )
    norway.push(norway.edit((words) => words.format(0, 3, { bold: {} })))
    norway.push(
      norway.edit((_words, content) =>
        content.push([
          an('bulletList', an('listItem', an('paragraph', text('a')))),
          aTable(an('paragraph', text('b'))),
        ]),
      ),
    )
    await settled(engine)
    await looked()
    await looked()
    expect(norway.line.of('refused')).toEqual([])
    expect(engine.events.filter(({ kind }) => kind === 'structure' || kind === 'trouble')).toEqual([])
    expect(engine.journal.kept(paper).updates.every(({ seq, accreditationId }) => seq === 1 || accreditationId)).toBe(
      true,
    )
  })
})
