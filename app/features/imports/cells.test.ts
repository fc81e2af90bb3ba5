import { describe, expect, test } from 'vitest'
import { columnFor, columnsOf, tableNames } from './columns.ts'
import { dateIn, timeIn } from './times-in-cells.ts'
import { isSecretariat, roleIn, severalIn, yesOrNo } from './words-in-cells.ts'

describe('headings', () => {
  test.each([
    ['participants', 'E-MAIL', 'email'],
    ['participants', 'Courriel', 'email'],
    ['participants', 'Délégation', 'delegation'],
    ['participants', 'DELEGATION', 'delegation'],
    ['participants', 'Prénom', 'firstName'],
    ['participants', 'Rôle', 'role'],
    ['delegations', 'name_fr', 'names.fr'],
    ['delegations', 'Nom (français)', 'names.fr'],
    ['delegations', 'الاسم', 'names.ar'],
    ['delegations', 'Fuseau horaire', 'timeZone'],
    ['agenda', 'Intitulé', 'names.fr'],
    ['agenda', 'Item No.', undefined],
    ['agenda', 'Début', 'start'],
    ['agenda', 'À', 'end'],
  ] as const)('[IM-6] %s: “%s” is %s', (table, heading, field) => {
    expect(columnFor(table, heading)?.field).toBe(field)
  })

  test.each(tableNames)('[IM-6] no heading of the table of %s means two columns', (table) => {
    for (const { field, en, fr } of columnsOf[table]) {
      expect([columnFor(table, en)?.field, columnFor(table, fr)?.field]).toEqual([field, field])
    }
  })
})

describe('what cells mean', () => {
  test.each([
    ['Head of delegation', 'STATE', 'HEAD'],
    ['chef de délégation', 'STATE', 'HEAD'],
    ['رئيس الوفد', 'STATE', 'HEAD'],
    ['Head', 'OBSERVER', 'OBSERVER_HEAD'],
    ['observateur', 'OBSERVER', 'OBSERVER'],
    ['Rédacteur', 'STATE', 'DRAFTER'],
    ['military_adviser', 'STATE', 'MILITARY_ADVISER'],
    ['Chef du bureau', 'STATE', 'Chef du bureau'],
  ] as const)('[IM-6] the role “%s” of a %s', (cell, kind, role) => {
    expect(roleIn(cell, kind)).toBe(role)
  })

  test('[IM-6] yes, no, several things, the secretariat', () => {
    expect(['Oui', 'x', 'TRUE', 'non', '', 'perhaps'].map(yesOrNo)).toEqual([true, true, true, false, false, undefined])
    expect(severalIn('Plenary, WG.1; WG.2 | ')).toEqual(['Plenary', 'WG.1', 'WG.2'])
    expect(['Secrétariat', 'SECRETARIAT', 'IKD'].map(isSecretariat)).toEqual([true, true, false])
  })

  test.each([
    ['2026-10-20', { day: '2026-10-20' }],
    ['20.10.2026', { day: '2026-10-20' }],
    ['20/10/2026', { day: '2026-10-20' }],
    ['٢٠/١٠/٢٠٢٦', { day: '2026-10-20' }],
    ['4/4/2026', { day: '2026-04-04' }],
    ['3/4/2026', { unclear: true }],
    ['10/20/2026', { unclear: true }],
    ['30.02.2026', { none: true }],
    ['Tuesday', { none: true }],
  ])('[IM-6] the date “%s” is read or refused, never guessed', (cell, read) => {
    expect(dateIn(cell)).toEqual(read)
  })

  test.each([
    ['9:20', '09:20'],
    ['09:20:00', '09:20'],
    ['9h20', '09:20'],
    ['14h', '14:00'],
    ['9.20', '09:20'],
    ['2:05 PM', '14:05'],
    ['12:10 a.m.', '00:10'],
    ['٩:٢٠', '09:20'],
    ['24:00', null],
    ['920', null],
    ['noon', null],
  ])('[IM-6] the time “%s”', (cell, read) => {
    expect(timeIn(cell)).toBe(read)
  })
})
