import { Node } from '@tiptap/core'
import { isAttributeValid } from './document-shape.ts'
import { attributesOf } from './schema-attributes.ts'

// Where a list, a quotation or a cell may hold more than one paragraph, it holds lists as well, and no headings.
const flow = '(paragraph | list)+'
const itemContent = 'paragraph (paragraph | list)*'

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

const Paragraph = Node.create({
  name: 'paragraph',
  // Found first where the content asks for any block, so that an empty document is a paragraph.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => attributesOf('paragraph'),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', { dir: 'auto', ...HTMLAttributes }, 0],
})

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => attributesOf('heading'),
  // The page owns h1: level 1 is drawn as h2. Text copied from here says its level, text from elsewhere its tag.
  parseHTML: () =>
    ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, index) => ({
      tag,
      getAttrs: (element) => ({ level: Math.min(3, Number(element.getAttribute('data-level')) || index + 1) }),
    })),
  renderHTML: ({ node, HTMLAttributes }) => {
    const level = isAttributeValid('level', node.attrs.level) ? Number(node.attrs.level) : 1
    return [`h${level + 1}`, { dir: 'auto', 'data-level': level, ...HTMLAttributes }, 0]
  },
})

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: flow,
  defining: true,
  addAttributes: () => attributesOf('blockquote'),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => attributesOf('bulletList'),
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
})

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: () => attributesOf('orderedList'),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})

const ListItem = Node.create({
  name: 'listItem',
  content: itemContent,
  defining: true,
  addAttributes: () => attributesOf('listItem'),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

const TaskList = Node.create({
  name: 'taskList',
  group: 'block list',
  content: 'taskItem+',
  addAttributes: () => attributesOf('taskList'),
  parseHTML: () => [{ tag: 'ul[data-tasks]', priority: 51 }],
  renderHTML: ({ HTMLAttributes }) => ['ul', { 'data-tasks': '', ...HTMLAttributes }, 0],
})

const TaskItem = Node.create({
  name: 'taskItem',
  content: itemContent,
  defining: true,
  addAttributes: () => attributesOf('taskItem'),
  parseHTML: () => [{ tag: 'li[data-checked]', priority: 51 }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => attributesOf('table'),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { class: 'doc-table' }, ['table', HTMLAttributes, ['tbody', 0]]],
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  addAttributes: () => attributesOf('tableRow'),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

const TableCell = Node.create({
  name: 'tableCell',
  content: flow,
  isolating: true,
  addAttributes: () => attributesOf('tableCell'),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

const TableHeader = Node.create({
  name: 'tableHeader',
  content: flow,
  isolating: true,
  addAttributes: () => attributesOf('tableHeader'),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
})

const Text = Node.create({ name: 'text', group: 'inline' })

export const blockNodes = [
  Doc,
  Paragraph,
  Heading,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  TaskList,
  TaskItem,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  HardBreak,
  Text,
]
