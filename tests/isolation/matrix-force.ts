import { type May, no, notNow, type Row, row, yes } from './expectation.ts'
import type { Stage } from './stage.ts'
import { nothingSaid } from './stage-force.ts'

const delegates: May = { A: yes, B: yes, C: yes, secretariat: yes }
const everyDelegate: May = { ...delegates, elsewhere: yes }
const noRightToEdit = no('force/no-right-to-edit')
const headReleases = no('force/head-releases')
const notYourOffer = no('force/not-your-offer')
const notTheGenerator = no('force/not-the-force-generator')
const heads = 'IKD.head,IKD.deputy'
const generators = 'generator,organiser'

/** What only A sees: whoever may edit for it. */
const inPrivate: May = { 'IKD.reader': noRightToEdit, A: yes }
/** What others see of A is changed by its head: told to those who see it, and `missing` to everybody else. */
const byHead = (...seenBy: readonly string[]): May => ({
  [heads]: yes,
  'IKD.reader': noRightToEdit,
  A: headReleases,
  ...Object.fromEntries(seenBy.map((group) => [group, notYourOffer])),
})
const byHeadToStates = byHead('B', 'C', 'secretariat')
/** The own head, or the force generator who was told. */
const byHeadOrGenerator: May = {
  [heads]: yes,
  [generators]: yes,
  A: headReleases,
  B: notYourOffer,
  C: notYourOffer,
  secretariat: notTheGenerator,
}

type Offers = Stage['force']['offers']
const offer = (which: keyof Offers) => (stage: Stage) => ({ offerId: stage.force.offers[which] })

/** Every query about the force. */
export const readingForce: readonly Row[] = [
  row('force.board', 'own conference', () => ({}), { ...everyDelegate, observer: yes }),
  row('force.own', 'own delegation', () => ({}), { ...everyDelegate, observer: yes }),
  row('force.caveats', 'own conference', () => ({}), everyDelegate),
  row('force.readers', 'own conference', () => ({}), everyDelegate),
  row('force.links', 'own conference', () => ({}), everyDelegate),
  row('force.quotes', 'own conference', () => ({}), everyDelegate),
  row('force.issues', 'own conference', () => ({}), everyDelegate),
  row('force.issue', 'the issued statement', () => ({ number: 1 }), delegates),
  row('force.issue', 'one that was not issued', () => ({ number: 2 }), {}),
  row('force.outreach', 'own conference', () => ({}), {
    secretariat: yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('force.offer', 'an offer of A', offer('own'), { A: yes }),
  row('force.offer', 'an offer of A to the secretariat', offer('toSecretariat'), { A: yes, secretariat: yes }),
  row('force.offer', 'an offer of A to B', offer('named'), { A: yes, B: yes, secretariat: yes }),
  row('force.offer', 'an offer of A to states', offer('toStates'), delegates),
  row('force.offer', 'an offer of A to all', offer('toAll'), delegates),
  row('force.offer', 'a withdrawn offer of A', offer('withdrawn'), delegates),
  row('force.offer', 'an offer of B', offer('ownOfB'), { B: yes }),
  row('force.offer', 'money of B', offer('money'), delegates),
  row('force.offer', 'training by B', offer('training'), { B: yes, secretariat: yes }),
  row('force.offer', 'an offer of C to the secretariat', offer('ofC'), { C: yes, secretariat: yes }),
  row('force.offer', 'an offer of the other conference', ({ there }) => ({ offerId: there.offerId }), {
    'elsewhere ZEM.head': yes,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
]

const changed = (which: keyof Offers) => (stage: Stage) => ({
  ...offer(which)(stage),
  ...nothingSaid,
  title: 'Other',
  attachedToId: stage.force.offers.named,
  fundId: stage.force.fundId,
})
const lineOf =
  (which: keyof Offers) =>
  ({ force }: Stage) => ({
    offerId: force.offers[which],
    elementId: force.battalionId,
    unit: null,
    isLead: false,
    note: null,
    offered: { [force.one]: 40, [force.two]: 40 },
  })
const keyOf =
  (which: keyof Offers) =>
  ({ force }: Stage) => ({ offerId: force.offers[which], elementId: force.battalionId })
const release = (which: keyof Offers, audience: string) => (stage: Stage) => ({
  ...offer(which)(stage),
  audience,
  recipientIds: [stage.server.delegation('MQS')],
  reviewed: stage.force.reviewed[which] ?? '',
  status: 'PLEDGED',
  basisKind: 'STATEMENT',
  basisReference: null,
})
const move = (which: keyof Offers, to: string, basisKind: string) => (stage: Stage) => ({
  ...offer(which)(stage),
  to,
  basisKind,
  basisReference: 'Note 12',
  note: null,
})
const accept =
  (which: keyof Offers, figure = 5) =>
  ({ force }: Stage) => ({
    offerId: force.offers[which],
    elementId: force.battalionId,
    accepted: { [force.one]: figure, [force.two]: figure },
    keepsSurplus: false,
    decision: null,
  })
const accepting: May = {
  [generators]: yes,
  A: notTheGenerator,
  B: notTheGenerator,
  C: notTheGenerator,
  secretariat: notTheGenerator,
}

/** Every act on offers. */
const onOffers: readonly Row[] = [
  row('force.prepareOffer', 'own delegation', () => ({ kind: 'POLICE', title: 'A unit' }), {
    'IKD.reader': noRightToEdit,
    A: yes,
    B: yes,
    C: yes,
    'elsewhere ZEM.head': yes,
  }),
  row('force.changeOffer', 'an offer of A', changed('own'), inPrivate),
  row('force.changeOffer', 'an offer of A to the secretariat', changed('toSecretariat'), byHead('secretariat')),
  row('force.changeOffer', 'an offer of A to B', (stage) => ({ ...changed('named')(stage), attachedToId: null }), {
    ...byHead('B', 'secretariat'),
  }),
  row('force.changeOffer', 'an offer of A to states', changed('toStates'), byHeadToStates),
  row('force.changeOffer', 'a withdrawn offer of A', changed('withdrawn'), {
    ...byHeadToStates,
    [heads]: notNow('force/offer-is-over'),
  }),
  row('force.changeOffer', 'an offer of B, attached to one of A to it', changed('ownOfB'), { B: yes }),
  row('force.changeOffer', 'an offer of C, attached to one it does not see', changed('ofC'), {
    secretariat: notYourOffer,
  }),
  row('force.setLine', 'an offer of A', lineOf('own'), inPrivate),
  row('force.setLine', 'an offer of A to states', lineOf('toStates'), byHeadToStates),
  row('force.setLine', 'money of B', lineOf('money'), {
    'ESM.head': notNow('force/no-strength'),
    B: headReleases,
    A: notYourOffer,
    C: notYourOffer,
    secretariat: notYourOffer,
  }),
  row('force.dropLine', 'an offer of A', keyOf('own'), inPrivate),
  row('force.dropLine', 'an offer of A to B', keyOf('named'), byHead('B', 'secretariat')),
  row('force.dropLine', 'an accepted line of A', keyOf('toStates'), {
    ...byHeadToStates,
    [heads]: notNow('force/accepted-already'),
  }),
  row('force.discardOffer', 'an offer of A', offer('own'), inPrivate),
  row('force.discardOffer', 'an offer of B', offer('ownOfB'), { B: yes }),
  row('force.discardOffer', 'an offer of A to states', offer('toStates'), {
    'IKD.reader': noRightToEdit,
    A: notNow('force/released-already'),
    B: notYourOffer,
    C: notYourOffer,
    secretariat: notYourOffer,
  }),
  row('force.releaseOffer', 'an offer of A', release('own', 'NAMED'), { [heads]: yes, A: headReleases }),
  row('force.releaseOffer', 'an offer of A to B', release('named', 'NAMED'), {
    [heads]: yes,
    A: headReleases,
    B: notYourOffer,
    secretariat: notYourOffer,
  }),
  row('force.releaseOffer', 'an offer of B', release('ownOfB', 'ALL'), { 'ESM.head': yes, B: headReleases }),
  row('force.moveOffer', 'an offer of A', move('own', 'COMMITTED', 'LETTER'), {
    [heads]: notNow('force/not-released'),
    A: headReleases,
  }),
  row('force.moveOffer', 'an offer of A to states', move('toStates', 'COMMITTED', 'LETTER'), byHeadOrGenerator),
  row('force.moveOffer', 'an offer of C', move('ofC', 'WITHDRAWN', 'NOTICE'), {
    C: yes,
    [generators]: yes,
    secretariat: notTheGenerator,
  }),
  row('force.moveOffer', 'a withdrawn offer of A', move('withdrawn', 'PLEDGED', 'LETTER'), {
    ...byHeadOrGenerator,
    [heads]: notNow('force/offer-is-over'),
    [generators]: notNow('force/offer-is-over'),
  }),
  row('force.acceptLine', 'an offer of A', accept('own'), { A: notTheGenerator }),
  row('force.acceptLine', 'an offer of A to the secretariat', accept('toSecretariat'), {
    ...accepting,
    B: 'missing',
    C: 'missing',
  }),
  row('force.acceptLine', 'an offer of A to B', accept('named'), { ...accepting, C: 'missing' }),
  row('force.acceptLine', 'an offer of A to states', accept('toStates'), accepting),
  row('force.acceptLine', 'more than A offers to states', accept('toAll', 500), {
    ...accepting,
    [generators]: notNow('force/more-than-offered'),
  }),
]

const condition = (which: keyof Stage['force']['conditions']) => (stage: Stage) => ({
  conditionId: stage.force.conditions[which],
})
const settled = (which: keyof Stage['force']['conditions']) => (stage: Stage) => ({
  ...condition(which)(stage),
  status: 'MET',
  note: null,
})
const newCondition = (which: keyof Offers, linkOfferId: keyof Offers | null) => (stage: Stage) => ({
  ...offer(which)(stage),
  text: 'Other',
  due: null,
  linkSymbol: null,
  linkBlockId: null,
  linkOfferId: linkOfferId && stage.force.offers[linkOfferId],
})
const newCaveat = (which: keyof Offers, audience: string) => (stage: Stage) => ({
  ...offer(which)(stage),
  category: 'TASK',
  effect: 'PROHIBITION',
  text: 'Other',
  sectors: [],
  startsOn: null,
  endsOn: null,
  audience,
  recipientIds: [stage.server.delegation('MQS')],
})
const lifted = (which: keyof Stage['force']['caveats']) => (stage: Stage) => ({
  caveatId: stage.force.caveats[which],
  status: 'LIFTED',
})

/** Every act on conditions and national limits. */
const onTerms: readonly Row[] = [
  row('force.setCondition', 'an offer of A', newCondition('own', 'toStates'), inPrivate),
  row('force.setCondition', 'an offer of A to states', newCondition('toStates', null), byHeadToStates),
  row('force.setCondition', 'an offer of B that hangs on one of A to it', newCondition('ownOfB', 'named'), { B: yes }),
  row('force.setCondition', 'an offer of B that hangs on one it does not see', newCondition('ownOfB', 'own'), {}),
  row('force.dropCondition', 'an offer of A', condition('ofOwn'), inPrivate),
  row('force.dropCondition', 'an offer of A to states', condition('ofStates'), byHeadToStates),
  row('force.settleCondition', 'an offer of A', settled('ofOwn'), inPrivate),
  row('force.settleCondition', 'an offer of A to B', settled('ofNamed'), { ...byHeadOrGenerator, C: 'missing' }),
  row('force.settleCondition', 'an offer of A to states', settled('ofStates'), byHeadOrGenerator),
  row('force.lookAtLink', 'an offer of A', condition('ofOwn'), inPrivate),
  row('force.lookAtLink', 'an offer of A to states', condition('onNamed'), byHeadToStates),

  row('force.setCaveat', 'an offer of A', newCaveat('own', 'NAMED'), inPrivate),
  row('force.setCaveat', 'an offer of A to states, for itself', newCaveat('toStates', 'NONE'), {
    'IKD.reader': noRightToEdit,
    A: yes,
    B: notYourOffer,
    C: notYourOffer,
    secretariat: notYourOffer,
  }),
  row('force.setCaveat', 'an offer of A to states, for others', newCaveat('toStates', 'NAMED'), byHeadToStates),
  row('force.moveCaveat', 'an offer of A', lifted('ofOwn'), inPrivate),
  row('force.moveCaveat', 'a limit that A keeps', lifted('none'), inPrivate),
  row('force.moveCaveat', 'a limit told to the secretariat', lifted('secretariat'), byHead('secretariat')),
  row('force.moveCaveat', 'a limit told to contributors', lifted('contributors'), byHead('C', 'secretariat')),
  row('force.moveCaveat', 'a limit told to B', lifted('named'), byHead('B', 'secretariat')),
  row('force.moveCaveat', 'a limit told to states', lifted('states'), byHeadToStates),
  row('force.moveCaveat', 'a limit of B', lifted('ofB'), { B: yes }),
]

export const onForce: readonly Row[] = [...onOffers, ...onTerms]
