import { type May, no, notNow, type Outcome, type Row, row, yes } from './expectation.ts'
import type { Stage } from './stage.ts'
import { anElement } from './stage-force.ts'

const notTheGenerator = no('force/not-the-force-generator')

/** The force generator and the organiser, and what the organiser of the other conference gets. */
const generating = (elsewhere: Outcome, here: Outcome = yes): May => ({
  'generator,organiser': here,
  'elsewhere organiser': elsewhere,
  A: notTheGenerator,
  B: notTheGenerator,
  C: notTheGenerator,
  secretariat: notTheGenerator,
  elsewhere: notTheGenerator,
})
/** The book of outreach is the secretariat's: nobody else knows that it is kept. */
const keeping = (elsewhere: Outcome): May => ({
  'generator,organiser': yes,
  secretariat: notTheGenerator,
  'elsewhere organiser': elsewhere,
  'elsewhere secretary': notTheGenerator,
})

const statement = (figures: string) => () => ({ title: 'Other', figures })
const dates = (targetDate: string) => ({ name: 'Phase', ceiling: 10, targetDate, ioc: null, foc: null })
const element =
  (serial: number) =>
  ({ force }: Stage) => ({ ...anElement, serial, name: 'Other', required: { [force.one]: 5 } })
const battalion = ({ force }: Stage) => ({ elementId: force.battalionId })
const fund = { name: 'Other', currency: 'XTS', target: '5.00' }
const basis = { at: '2026-10-20T08:00:00.000Z', basisKind: 'DEMARCHE', basisReference: null }

/** In two halves; every offer to it that was released goes to the first. */
export const halvesOf = ({ force: { battalionId, one, two, offers } }: Stage) => {
  const part = (name: string) => ({ name, sector: null, required: { [one]: 350, [two]: 350 } })
  const released = Object.values(offers).filter((offerId) => offerId !== offers.own && offerId !== offers.ownOfB)
  const lines = Object.fromEntries(released.map((offerId) => [offerId, 0]))
  return { elementId: battalionId, parts: [part('One'), part('Other')], lines }
}

export const readingRequirement: readonly Row[] = [
  row('force.requirementPreview', 'a table', () => ({ table: 'nonsense' }), generating(yes)),
  row(
    'force.requirementPreview',
    'a table that changes an element and adds one',
    ({ force: { nameOfTwo } }) => ({
      // Spaced out it is the same phase to whoever has it, and no word of ours to anybody else.
      table: `No.,Element,Capability,Sector,${[...nameOfTwo].join(' ')}\n1,Other,MANOEUVRE,,5\n77,New,MANOEUVRE,,5`,
    }),
    generating(yes),
  ),
]

/** Every act on the requirement, the totals that observers are told, funds and outreach. */
export const onRequirement: readonly Row[] = [
  row('force.setStatement', 'its title', statement('CUMULATIVE_AT_MILESTONE'), generating(yes)),
  row(
    'force.setStatement',
    'how its figures are stated',
    statement('INCREMENTAL'),
    generating(notNow('force/figures-stated'), notNow('force/figures-stated')),
  ),
  row('force.setPhase', 'a new one', () => dates('2028-12-31'), generating(yes)),
  row(
    'force.setPhase',
    'the last one',
    ({ force }) => ({ phaseId: force.two, ...dates('2028-12-31') }),
    generating('missing'),
  ),
  row(
    'force.setPhase',
    'the last one, before the first',
    ({ force }) => ({ phaseId: force.two, ...dates('2027-01-01') }),
    generating('missing', notNow('force/phases-out-of-order')),
  ),
  row(
    'force.removePhase',
    'the first one',
    ({ force }) => ({ phaseId: force.one }),
    generating(notNow('force/not-the-last-phase'), notNow('force/not-the-last-phase')),
  ),
  row(
    'force.removePhase',
    'the last one',
    ({ force }) => ({ phaseId: force.two }),
    generating(notNow('force/not-the-last-phase'), notNow('force/phase-in-use')),
  ),
  row('force.setElement', 'a new one', element(77), generating('missing')),
  row(
    'force.setElement',
    'a new one with a number that is taken',
    element(1),
    generating('missing', notNow('force/serial-taken')),
  ),
  row(
    'force.setElement',
    'an element',
    (stage) => ({ ...battalion(stage), ...element(1)(stage) }),
    generating('missing'),
  ),
  row(
    'force.setElement',
    'an element, by a number that is not one',
    (stage) => ({ ...battalion(stage), ...element(0)(stage) }),
    { A: 'invalid', B: 'invalid', C: 'invalid', observer: 'invalid', secretariat: 'invalid', elsewhere: 'invalid' },
  ),
  row('force.removeElement', 'one without offers', ({ force }) => ({ elementId: force.hospitalId }), {
    ...generating('missing'),
  }),
  row(
    'force.removeElement',
    'one with offers, and nothing said of them',
    battalion,
    generating('missing', notNow('force/offer-without-element')),
  ),
  row(
    'force.removeElement',
    'one with offers, for another',
    (stage) => ({ ...battalion(stage), toElementId: stage.force.hospitalId }),
    generating('missing'),
  ),
  row(
    'force.mergeElements',
    'two',
    ({ force }) => ({ elementIds: [force.battalionId, force.hospitalId], name: 'Both' }),
    generating('missing'),
  ),
  row('force.splitElement', 'one', halvesOf, generating('missing')),
  row(
    'force.takeRequirement',
    'a table that cannot be read',
    () => ({ table: 'nonsense' }),
    generating(notNow('force/table-problems'), notNow('force/table-problems')),
  ),
  row('force.issueStatement', 'the next one', () => ({ note: null }), generating(yes)),
  row(
    'force.releaseTotals',
    'a phase',
    ({ force }) => ({ phaseIds: [force.one], rows: 'CAPABILITIES' }),
    generating('missing'),
  ),
  row('force.endTotals', 'own conference', () => ({}), generating(notNow('force/no-totals'))),
  row('force.setFund', 'a new one', () => fund, generating(yes)),
  row('force.setFund', 'a fund', ({ force }) => ({ fundId: force.fundId, ...fund }), generating('missing')),
  row(
    'force.setFund',
    'a fund with money in it, in another currency',
    ({ force }) => ({ fundId: force.fundId, ...fund, currency: 'XTT' }),
    generating('missing', notNow('force/fund-has-money')),
  ),
  row('force.addContacts', 'a name', () => ({ names: 'Nowhere', ...basis }), keeping(yes)),
  row(
    'force.recordContact',
    'a state that was approached',
    ({ force }) => ({ contactId: force.contactId, status: 'DECLINED', ...basis, basisKind: 'LETTER', note: null }),
    keeping('missing'),
  ),
  row('force.strikeContactStep', 'an entry', ({ force: { stepId } }) => ({ stepId }), keeping('missing')),
  row(
    'force.strikeContactStep',
    'an entry that was struck',
    ({ force: { struckStepId } }) => ({ stepId: struckStepId }),
    { ...keeping('missing'), 'generator,organiser': notNow('force/struck-already') },
  ),
]
