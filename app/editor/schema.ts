import { Extension, getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { blockNodes } from './schema-blocks.ts'
import { inlineMarks } from './schema-marks.ts'

/** prosemirror-tables finds its way by these roles, under whatever names. */
const tableRoles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (tableRoles[name] ? { tableRole: tableRoles[name] } : {}),
})

/** What a document may hold: the browser's editor and the server's check are made from these. */
export const documentExtensions = [...blockNodes, ...inlineMarks, TableRoles]

export const documentSchema: Schema = getSchema(documentExtensions)
