import { type May, no, notNow, type Row, row, yes } from './expectation.ts'

const notAtThisDesk = no('agenda/not-at-this-desk')
const notAnOrganiser = no('agenda/not-an-organiser')
const headDeclares = no('agenda/head-declares')
const delegates = (outcome: May['A']): May => ({ A: outcome, B: outcome, C: outcome })
/** Runs every desk; the others of the secretariat and delegations follow it. */
const desk: May = { 'organiser,secretary,floor,chair': yes, secretariat: notAtThisDesk, ...delegates(notAtThisDesk) }
/** In a body whose chair is somebody else. */
const otherDesk: May = { 'organiser,secretary,floor': yes, secretariat: notAtThisDesk, ...delegates(notAtThisDesk) }
const organisersElsewhere = 'elsewhere organiser,elsewhere secretary'
const arranging: May = {
  'elsewhere ZEM.head': notAnOrganiser,
  'organiser,secretary': yes,
  secretariat: notAnOrganiser,
  ...delegates(notAnOrganiser),
  observer: notAnOrganiser,
}
const names = { en: 'Another name' }
const times = { startsAt: '2026-10-21T20:00', endsAt: '2026-10-21T21:00', knowingly: true }

/** Every act on the agenda. */
export const onTheAgenda: readonly Row[] = [
  row('agenda.createItem', 'the plenary', ({ server }) => ({ bodyId: server.bodies.plenary, names }), desk),
  row('agenda.addSubItem', 'an open item', ({ agenda }) => ({ parentId: agenda.openItemId, names }), desk),
  row('agenda.renameItem', 'an open item', ({ agenda }) => ({ itemId: agenda.openItemId, names }), desk),
  row('agenda.renameItem', 'a restricted item', ({ agenda }) => ({ itemId: agenda.restrictedItemId, names }), desk),
  row('agenda.renumberItem', 'an open item', ({ agenda }) => ({ itemId: agenda.openItemId, number: '99' }), desk),
  row(
    'agenda.referItem',
    'a restricted item',
    ({ agenda, server }) => ({ itemId: agenda.restrictedItemId, bodyId: server.bodies.wg1 }),
    desk,
  ),
  row('agenda.moveItem', 'a restricted item', ({ agenda }) => ({ itemId: agenda.restrictedItemId }), desk),
  row(
    'agenda.allotMinutes',
    'an open item',
    ({ agenda }) => ({ itemId: agenda.openItemId, allottedMinutes: 30 }),
    desk,
  ),
  row(
    'agenda.setObserverAccess',
    'a restricted item',
    ({ agenda }) => ({ itemId: agenda.restrictedItemId, isOpenToObservers: true }),
    desk,
  ),
  row('agenda.openItem', 'an item to come', ({ agenda }) => ({ itemId: agenda.pendingItemId }), desk),
  row('agenda.suspendItem', 'an open item', ({ agenda }) => ({ itemId: agenda.openItemId }), desk),
  row('agenda.resumeItem', 'a suspended item', ({ agenda }) => ({ itemId: agenda.suspendedItemId }), desk),
  row('agenda.deferItem', 'an item to come', ({ agenda }) => ({ itemId: agenda.pendingItemId }), desk),
  row('agenda.closeItem', 'a restricted item', ({ agenda }) => ({ itemId: agenda.restrictedItemId }), desk),
  row(
    'agenda.reopenItem',
    'a closed item',
    ({ minutes }) => ({ itemId: minutes.published.itemId, basis: 'Decided.' }),
    desk,
  ),
  row('agenda.withdrawItem', 'an item to come', ({ agenda }) => ({ itemId: agenda.pendingItemId }), desk),
  row('agenda.adopt', 'the agenda', () => ({}), {
    ...desk,
    observer: 'missing',
    [organisersElsewhere]: notNow('agenda/adopted-in-plenary'),
    elsewhere: notAtThisDesk,
  }),
  row('agenda.undo', 'the last act', ({ agenda }) => ({ lineId: agenda.lineId }), desk),

  row('agenda.scheduleMeeting', 'the plenary', ({ server }) => ({ bodyId: server.bodies.plenary, ...times }), desk),
  row(
    'agenda.conveneMeeting',
    'a closed body',
    ({ agenda }) => ({ bodyId: agenda.toMeetBodyId, endsAt: times.endsAt, knowingly: true }),
    otherDesk,
  ),
  row(
    'agenda.moveMeeting',
    'a closed body',
    ({ agenda }) => ({ meetingId: agenda.scheduledMeetingId, ...times }),
    otherDesk,
  ),
  row('agenda.openMeeting', 'a closed body', ({ agenda }) => ({ meetingId: agenda.scheduledMeetingId }), otherDesk),
  row('agenda.cancelMeeting', 'a closed body', ({ agenda }) => ({ meetingId: agenda.scheduledMeetingId }), otherDesk),
  row('agenda.suspendMeeting', 'the plenary', ({ agenda }) => ({ meetingId: agenda.meetingId }), desk),
  row('agenda.resumeMeeting', 'a closed body', ({ agenda }) => ({ meetingId: agenda.suspendedMeetingId }), otherDesk),
  row('agenda.closeMeeting', 'the plenary', ({ agenda }) => ({ meetingId: agenda.meetingId }), desk),
  row(
    'agenda.addSlot',
    'a closed body',
    ({ agenda }) => ({
      meetingId: agenda.scheduledMeetingId,
      itemId: agenda.pendingItemId,
      startsAt: '2026-10-21T18:00',
      endsAt: '2026-10-21T18:10',
      knowingly: true,
    }),
    otherDesk,
  ),
  row(
    'agenda.editSlot',
    'a closed body',
    ({ agenda }) => ({
      slotId: agenda.slotId,
      startsAt: '2026-10-21T18:05',
      endsAt: '2026-10-21T18:10',
      knowingly: true,
    }),
    otherDesk,
  ),
  row('agenda.removeSlot', 'a closed body', ({ agenda }) => ({ slotId: agenda.slotId }), otherDesk),

  row('agenda.createRoom', 'the venue', () => ({ name: 'Another room' }), { ...arranging, [organisersElsewhere]: yes }),
  row('agenda.amendRoom', 'a room', ({ agenda }) => ({ roomId: agenda.roomId, name: 'Another name' }), arranging),
  row('agenda.createBody', 'the conference', () => ({ kind: 'WORKING_GROUP', names }), {
    ...arranging,
    [organisersElsewhere]: yes,
  }),
  row('agenda.amendBody', 'a body', ({ server }) => ({ bodyId: server.bodies.wg1, names }), arranging),
  row(
    'agenda.appointOfficers',
    'a body',
    ({ server }) => ({ bodyId: server.bodies.wg1, chairId: server.accreditation('chair') }),
    arranging,
  ),

  row('agenda.declarePresent', 'own delegation', ({ agenda }) => ({ meetingId: agenda.meetingId }), {
    'IKD.head,IKD.deputy,ESM.head,MQS.head,RCO.head': yes,
    ...delegates(headDeclares),
    observer: headDeclares,
  }),
  row(
    'agenda.declarePresent',
    'A',
    ({ agenda, server }) => ({ meetingId: agenda.meetingId, delegationId: server.delegation('IKD') }),
    {
      'IKD.head,IKD.deputy,organiser,secretary,floor,chair': yes,
      ...delegates(headDeclares),
      observer: headDeclares,
      secretariat: notAtThisDesk,
    },
  ),
  row(
    'agenda.declareLeft',
    'A in a body closed to observers',
    ({ agenda, server }) => ({ meetingId: agenda.groupMeetingId, delegationId: server.delegation('IKD') }),
    {
      'IKD.head,IKD.deputy,organiser,secretary,floor,chair': yes,
      ...delegates(headDeclares),
      secretariat: notAtThisDesk,
    },
  ),
  row('agenda.declarePresent', 'a meeting to come', ({ agenda }) => ({ meetingId: agenda.scheduledMeetingId }), {
    'IKD.head,IKD.deputy,ESM.head,MQS.head': notNow('agenda/meeting-not-open'),
    ...delegates(headDeclares),
  }),
  row('agenda.announce', 'everybody', () => ({ audience: 'ALL', texts: { en: 'Lunch.' } }), {
    'organiser,secretary,floor,chair,documents,protocol': yes,
    secretariat: no('agenda/not-announcing'),
    ...delegates(no('agenda/not-announcing')),
    observer: no('agenda/not-announcing'),
    [organisersElsewhere]: yes,
    elsewhere: no('agenda/not-announcing'),
  }),
]
