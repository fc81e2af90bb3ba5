import { Mark } from '@tiptap/core'
import { linkHost, safeLink } from './link-address.ts'
import { quotedOf } from './quoted.ts'

/** The page that is linked to learns nothing of this one. */
const linkRel = 'noopener noreferrer'

const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeLink(element.getAttribute('href'))
        return href === null ? false : { href }
      },
    },
  ],
  // The document may come from a hostile colleague by way of Yjs, so the address is judged again where it is drawn.
  renderHTML: ({ HTMLAttributes }) => {
    const href = safeLink(HTMLAttributes.href)
    return href === null ? ['span', 0] : ['a', { href, rel: linkRel, 'data-host': linkHost(href) }, 0]
  },
})

/** Words that quote a fact of the conference. What is written after them is no part of it. */
const QuotedMark = Mark.create({
  name: 'quoted',
  priority: 950,
  inclusive: false,
  addAttributes: () => ({ fact: { default: null }, asOf: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-fact]',
      getAttrs: (element) =>
        quotedOf({ fact: element.getAttribute('data-fact'), asOf: element.getAttribute('data-as-of') }) ?? false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const quoted = quotedOf(HTMLAttributes)
    return ['span', quoted ? { class: 'quoted', 'data-fact': quoted.fact, 'data-as-of': quoted.asOf } : {}, 0]
  },
})

const isWeight = (weight: string) => /^(bold(er)?|[6-9]\d\d)$/.test(weight)

const Bold = Mark.create({
  name: 'bold',
  priority: 900,
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps everything it copies in a <b> of normal weight.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (weight) => (isWeight(weight) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
})

const Italic = Mark.create({
  name: 'italic',
  priority: 800,
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
})

const decorated = (line: string) => ({
  style: 'text-decoration',
  consuming: false,
  getAttrs: (value: string) => (value.includes(line) ? null : false),
})

const Underline = Mark.create({
  name: 'underline',
  priority: 700,
  parseHTML: () => [{ tag: 'u' }, decorated('underline')],
  renderHTML: () => ['u', 0],
})

const Strike = Mark.create({
  name: 'strike',
  priority: 600,
  parseHTML: () => [{ tag: 's' }, { tag: 'strike' }, decorated('line-through')],
  renderHTML: () => ['s', 0],
})

export const inlineMarks = [Link, QuotedMark, Bold, Italic, Underline, Strike]
