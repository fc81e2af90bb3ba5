import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { type FactNow, quotedOf, saysTheSame } from './quoted.ts'

export interface QuotedPorts {
  now(fact: string): FactNow | null
  asOf(): string
  /** "now 3,104"; and what pressing it does. */
  readonly words: { now(words: string): string; readonly take: string }
}

interface Quotation {
  readonly from: number
  readonly to: number
  readonly fact: string
  readonly now: FactNow
}

const key = new PluginKey<DecorationSet>('quotedFacts')

/** Says beside words that quote a fact what the fact is now, where it is another; a press takes it over (ED-43). */
export const quotedFacts = (ports: () => QuotedPorts | null): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => decorationsOf(state, ports()),
      apply: (transaction, before, _, state) =>
        transaction.docChanged || transaction.getMeta(key) ? decorationsOf(state, ports()) : before,
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Looks again: the facts may be others. */
export const lookAtFacts = (view: EditorView): void => view.dispatch(view.state.tr.setMeta(key, true))

function decorationsOf(state: EditorState, ports: QuotedPorts | null): DecorationSet {
  if (!ports) return DecorationSet.empty
  return DecorationSet.create(
    state.doc,
    outdated(state.doc, ports).map((quotation) =>
      Decoration.widget(quotation.to, (view) => note(view, quotation, ports), {
        side: -1,
        key: `${quotation.fact} ${quotation.now.words}`,
      }),
    ),
  )
}

function outdated(doc: Node, { now }: QuotedPorts): Quotation[] {
  const found: (Omit<Quotation, 'now'> & { text: string })[] = []
  doc.descendants((node, from) => {
    const quoted = quotedOf(node.marks.find(({ type }) => type.name === 'quoted')?.attrs)
    if (!quoted || !node.text) return
    const last = found.at(-1)
    // Words of one quotation may be cut by another mark.
    if (last && last.to === from && last.fact === quoted.fact)
      found[found.length - 1] = { ...last, to: from + node.nodeSize, text: last.text + node.text }
    else found.push({ from, to: from + node.nodeSize, fact: quoted.fact, text: node.text })
  })
  return found.flatMap(({ text, ...place }) => {
    const fact = now(place.fact)
    return fact && !saysTheSame(text, fact) ? [{ ...place, now: fact }] : []
  })
}

function note(view: EditorView, { from, to, fact, now }: Quotation, { words, asOf }: QuotedPorts): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quoted-now'
  button.contentEditable = 'false'
  button.textContent = words.now(now.words)
  button.title = words.take
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    const { schema, tr } = view.state
    const mark = schema.marks.quoted?.create({ fact, asOf: asOf() })
    if (view.editable && mark) view.dispatch(tr.replaceWith(from, to, schema.text(now.words, [mark])))
  })
  return button
}
