import type { Element } from '#app/features/force/contract.ts'
import { requirementRows } from '#app/features/force/requirement-export.ts'
import { csvText } from '#app/features/imports/csv-text.ts'
import { catalogueOf } from '#app/i18n/catalogues.server.ts'
import { missing } from '#app/kernel/errors.ts'
import { load } from '#app/kernel/remix.server.ts'
import { download } from './download.server.ts'
import { loadForce } from './load-force.server.ts'

/** The requirement as a table, with the headings of the reader's language; or one element to begin a table with. */
export const loader = load(async ({ caller, params, context: { locale } }) => {
  if (params.which !== 'present' && params.which !== 'example') throw missing()
  const words = catalogueOf(locale)
  const { board } = await loadForce(caller)
  const phases = board.phases.length > 0 ? board.phases : [{ phaseId: 'example', name: words.forceDesk.examplePhase }]
  const elements = params.which === 'present' ? board.elements : [exampleOf(words.forceDesk.exampleName, phases)]
  const rows = requirementRows({ phases, elements }, words)
  return download(`${params.which}.csv`, csvText(rows, locale === 'fr' ? ';' : ','))
})

const exampleOf = (name: string, phases: readonly { readonly phaseId: string }[]): Omit<Element, 'elementId'> => ({
  serial: 1,
  name,
  capability: 'MANOEUVRE',
  sector: null,
  priority: 'ESSENTIAL',
  isCritical: true,
  isIndivisible: false,
  maxContributors: 2,
  specification: null,
  note: null,
  required: Object.fromEntries(phases.map(({ phaseId }) => [phaseId, 700])),
})
