import { testPassword } from '#tests/support/seats.ts'
import { type May, no, notNow, type Row, row, yes } from './expectation.ts'

const managers = 'organiser,secretary,protocol'
const notAManager = no('conference/not-a-manager')
const headManages = no('conference/head-manages')
const headGivesRights = no('conference/head-gives-rights')
const headInvites = no('identity/head-invites')
const notInviting = no('identity/not-inviting')
const managing: May = { [managers]: yes, secretariat: notAManager }
/** Of this conference: to the organisers of another one it does not exist. */
const managingOwn: May = { ...managing, 'elsewhere organiser': 'missing', 'elsewhere secretary': 'missing' }
const intoA: Row['input'] = ({ people }) => ({ invitationId: people.invitations.intoA.invitationId })
const leftA: May = {
  [managers]: notNow('conference/accreditation-ended'),
  'IKD.head': notNow('conference/accreditation-ended'),
}
const signedIn = (outcome: May['A']): May => ({
  idle: outcome,
  A: outcome,
  B: outcome,
  C: outcome,
  observer: outcome,
  secretariat: outcome,
  elsewhere: outcome,
})
const own = { idle: 'missing' } as const
const browser = { network: '192.0.2.9', device: 'Firefox, Linux', deviceToken: null, isShared: false }
const conference = {
  names: { en: 'Another conference' },
  shortName: 'PC.2',
  kind: 'OTHER',
  venueName: 'Hall',
  city: 'Port Marrow',
  timeZone: 'Asia/Qatar',
  startsOn: '2026-10-20',
  endsOn: '2026-10-21',
}
const delegation = { names: { en: 'Nordania' }, timeZone: 'Europe/Rome', code: 'NOR' }

/** Every act on who takes part, and on one's own sign-in. */
export const onPeople: readonly Row[] = [
  row('identity.signIn', 'somebody else', () => ({ name: 'x@example.org', password: 'not this one', browser }), {
    stranger: yes,
    ...signedIn(yes),
  }),
  row('identity.acceptInvitation', 'a link that was never given', () => ({ token: 'a'.repeat(43), browser }), {
    stranger: notNow('identity/invitation-gone'),
    ...signedIn(notNow('identity/invitation-gone')),
  }),
  row('identity.signOut', 'oneself', () => ({}), signedIn(yes)),
  row('identity.signOutEverywhere', 'oneself', () => ({}), signedIn(yes)),
  row('identity.endLogin', 'a login of the head of A', ({ server }) => ({ loginId: server.login('IKD.head') }), {
    ...own,
    'IKD.head': yes,
  }),
  row(
    'identity.changePassword',
    'oneself, to something too short',
    () => ({ currentPassword: testPassword, newPassword: 'short' }),
    signedIn('invalid'),
  ),
  row('identity.reauthenticate', 'oneself, with a wrong password', () => ({ password: 'not this one' }), signedIn(yes)),
  row('identity.actAs', 'a seat of A', ({ server }) => ({ accreditationId: server.accreditation('IKD.head') }), {
    ...own,
    'IKD.head': yes,
  }),
  row('identity.setLanguage', 'oneself', () => ({ locale: 'fr' }), signedIn(yes)),
  row('identity.setAppearance', 'oneself', () => ({ theme: 'dark', contrast: 'more', digits: 'latn' }), signedIn(yes)),

  row(
    'identity.invite',
    'a place in A',
    ({ server }) => ({
      email: 'new@example.org',
      name: 'New',
      role: 'DRAFTER',
      delegationId: server.delegation('IKD'),
    }),
    { 'IKD.head': yes, A: headInvites, [managers]: yes, secretariat: notInviting },
  ),
  row(
    'identity.invite',
    'a place in the secretariat',
    () => ({ email: 'new@example.org', name: 'New', role: 'INTERPRETER' }),
    {
      [managers]: yes,
      'elsewhere organiser': yes,
      'elsewhere secretary': yes,
      secretariat: notInviting,
      'IKD.head,ESM.head,MQS.head': no('identity/role-of-another-side'),
      'RCO.head': no('identity/role-of-another-side'),
      'elsewhere ZEM.head': no('identity/role-of-another-side'),
      A: headInvites,
      B: headInvites,
      observer: headInvites,
    },
  ),
  row(
    'identity.renewInvitation',
    'whom A invited',
    ({ people }) => ({ invitationId: people.invitations.ofA.invitationId }),
    {
      'IKD.head': yes,
      A: headInvites,
    },
  ),
  row('identity.renewInvitation', 'whom the secretariat wants in A', intoA, {
    [managers]: yes,
    secretariat: notInviting,
  }),
  row(
    'identity.revokeInvitation',
    'whom A invited',
    ({ people }) => ({ invitationId: people.invitations.ofA.invitationId }),
    {
      'IKD.head': yes,
      A: headInvites,
    },
  ),
  row('identity.revokeInvitation', 'whom the secretariat wants in A', intoA, {
    [managers]: yes,
    secretariat: notInviting,
  }),
  row('identity.confirmInvitation', 'whom the secretariat wants in A', intoA, {
    'IKD.head': yes,
    A: no('identity/head-confirms'),
  }),
  row(
    'identity.confirmLinks',
    'whom the secretariat wants in A',
    ({ people }) => ({ invitationIds: [people.invitations.intoA.invitationId] }),
    { 'IKD.head': yes, A: no('identity/head-confirms') },
  ),
  row('identity.declineInvitation', 'whom the secretariat wants in A', intoA, {
    'IKD.head': yes,
    A: no('identity/head-confirms'),
  }),
  row(
    'identity.giveAccess',
    'a member of A',
    ({ server }) => ({ accreditationId: server.accreditation('IKD.drafter') }),
    {
      'IKD.head': notNow('identity/has-password'),
      A: headInvites,
      [managers]: notNow('identity/has-password'),
      secretariat: notInviting,
    },
  ),

  row('conference.create', 'the installation', () => ({ ...conference, symbolRoot: 'TSF/PC.2' }), {
    ...signedIn(no('conference/not-an-organiser')),
    organiser: yes,
    'elsewhere organiser': yes,
  }),
  row('conference.amend', 'own conference', () => conference, {
    ...managing,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('conference.step', 'own conference', () => ({ step: 'CLOSED' }), {
    ...managing,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('conference.drawLot', 'own conference', () => ({ drawn: 'E' }), {
    ...managing,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row('conference.addDelegation', 'own conference', () => ({ ...delegation, kind: 'STATE' }), {
    ...managing,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
  row(
    'conference.amendDelegation',
    'A',
    ({ server }) => ({ ...delegation, delegationId: server.delegation('IKD') }),
    managingOwn,
  ),
  row(
    'conference.recordCredentials',
    'A',
    ({ server }) => ({ delegationId: server.delegation('IKD'), credentials: 'CONTESTED' }),
    managingOwn,
  ),
  row(
    'conference.admitAsParticipant',
    'an observer',
    ({ server }) => ({ delegationId: server.delegation('RCO') }),
    managingOwn,
  ),
  row('conference.recordWithdrawal', 'A', ({ server }) => ({ delegationId: server.delegation('IKD') }), managingOwn),
  row(
    'conference.changeRole',
    'a member of A',
    ({ server }) => ({ accreditationId: server.accreditation('IKD.drafter'), role: 'LEGAL_ADVISER' }),
    { 'IKD.head': yes, A: headManages, ...managing },
  ),
  row(
    'conference.giveRights',
    'a member of A',
    ({ server }) => ({ accreditationId: server.accreditation('IKD.drafter'), rights: ['EDIT_DELEGATION'] }),
    { 'IKD.head': yes, A: headManages, secretariat: headGivesRights },
  ),
  row(
    'conference.endAccreditation',
    'a member of A',
    ({ server }) => ({ accreditationId: server.accreditation('IKD.drafter') }),
    { 'IKD.head': yes, A: headManages, ...managing },
  ),
  row(
    'conference.changeRole',
    'somebody who has left A',
    ({ endedAccreditationId }) => ({ accreditationId: endedAccreditationId, role: 'LEGAL_ADVISER' }),
    { ...leftA, secretariat: notAManager, A: headManages },
  ),
  row(
    'conference.giveRights',
    'somebody who has left A',
    ({ endedAccreditationId }) => ({ accreditationId: endedAccreditationId, rights: [] }),
    { ...leftA, [managers]: headGivesRights, secretariat: headGivesRights, A: headManages },
  ),
  row(
    'conference.endAccreditation',
    'somebody who has left A',
    ({ endedAccreditationId }) => ({ accreditationId: endedAccreditationId }),
    { ...leftA, secretariat: notAManager, A: headManages },
  ),

  row('imports.receive', 'a conference of one’s own', () => ({ into: 'NEW', files: [] }), {
    ...signedIn(no('conference/not-an-organiser')),
    organiser: 'invalid',
    'elsewhere organiser': 'invalid',
  }),
  row('imports.receive', 'own conference', () => ({ into: 'CURRENT', files: [] }), {
    'organiser,secretary': 'invalid',
    'elsewhere organiser': 'invalid',
    'elsewhere secretary': 'invalid',
    protocol: no('agenda/not-an-organiser'),
    secretariat: notAManager,
  }),
  row('imports.confirm', 'files of the organiser', ({ people }) => ({ uploadId: people.uploadId }), {
    ...own,
    organiser: notNow('imports/still-to-correct'),
  }),
  row('imports.discard', 'files of the organiser', ({ people }) => ({ uploadId: people.uploadId }), {
    ...own,
    organiser: yes,
  }),
  row('imports.giveLinks', 'own conference', () => ({}), {
    [managers]: yes,
    secretariat: notInviting,
    'elsewhere organiser': yes,
    'elsewhere secretary': yes,
  }),
]
