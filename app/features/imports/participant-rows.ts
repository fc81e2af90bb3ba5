import { z } from 'zod'
import { observerRoles, type Role, roles, secretariatRoles, stateRoles } from '#app/kernel/actor.ts'
import { fileAccreditation, filePerson } from './conference-file.ts'
import { type Entry, noParts, type Participant, type Reading, readRow } from './parts.ts'
import type { Table, TableRow } from './table.ts'
import { isSecretariat, languageIn, roleIn, severalIn } from './words-in-cells.ts'

const { accreditations: _, ...person } = filePerson.shape
const participant = (of: readonly [Role, ...Role[]]) =>
  z.strictObject({ ...person, ...fileAccreditation.shape, role: z.enum(of) })

/** By where somebody sits, so that a role nobody knows is answered with those there are. */
const schemas = {
  SECRETARIAT: participant(secretariatRoles),
  STATE: participant(stateRoles),
  OBSERVER: participant(observerRoles),
  UNKNOWN: participant(roles),
}

/** What the table of delegations, or the conference, says about each code. */
export type KindOfCode = (code: string) => 'STATE' | 'OBSERVER' | undefined

/** The table of participants: one row is one person in one capacity, so that two rows may name one person. */
export function readParticipantRows(table: Table, kindOf: KindOfCode): Reading {
  const read = table.rows.map((row) => {
    const raw = rawParticipant(row, kindOf)
    const place = raw.delegation === '' ? 'SECRETARIAT' : (kindOf(raw.delegation.toUpperCase()) ?? 'UNKNOWN')
    return readRow(schemas[place], raw, row.at)
  })
  const participants: Entry<Participant>[] = read.flatMap(({ entry }) => entry ?? [])
  return {
    parts: { ...noParts, participants },
    problems: [...table.problems, ...read.flatMap(({ problems }) => problems)],
    warnings: table.warnings,
    unread: new Set(),
    rows: table.rows.length,
  }
}

function rawParticipant({ cell }: TableRow, kindOf: KindOfCode) {
  const code = isSecretariat(cell('delegation')) ? '' : cell('delegation')
  return {
    name: [cell('firstName'), cell('name')].filter(Boolean).join(' '),
    title: cell('title'),
    email: cell('email'),
    ...(cell('language') ? { language: languageIn(cell('language')) } : {}),
    delegation: code,
    role: roleIn(cell('role'), code ? kindOf(code.toUpperCase()) : undefined),
    bodies: severalIn(cell('bodies')),
    badge: cell('badge'),
  }
}
