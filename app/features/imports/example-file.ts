import type { ConferenceFileInput } from './conference-file.ts'

/** A small conference file with one of everything: to begin with, and to try. It stands in `conference-file.md` too. */
export const exampleFile: ConferenceFileInput = {
  format: 'plenary-conference',
  version: 1,
  conference: {
    names: {
      en: 'First Planning Conference on the Tessary Stabilisation Force',
      fr: 'Première conférence de planification sur la Force de stabilisation du Tessary',
    },
    shortName: 'PC.1',
    symbolRoot: 'TSF/PC.1',
    kind: 'INITIAL_PLANNING_CONFERENCE',
    venueName: 'Port Marrow Conference Centre',
    city: 'Port Marrow',
    timeZone: 'Asia/Qatar',
    startsOn: '2027-10-20',
    endsOn: '2027-10-21',
    language: 'en',
    languages: ['en', 'fr', 'ar'],
    attribution: 'DELEGATION',
  },
  rooms: [{ ref: 'hall', name: 'Great Hall', capacity: 220 }],
  bodies: [
    {
      ref: 'PL',
      kind: 'PLENARY',
      names: { en: 'Plenary', fr: 'Plénière', ar: 'الجلسة العامة' },
      room: 'hall',
      chair: 'rolf.brannigar@secretariat.example',
      rapporteur: 'tobias.rehnmark@secretariat.example',
    },
    { ref: 'WG1', kind: 'WORKING_GROUP', names: { en: 'Working Group 1: Force structure' }, openTo: 'STATES' },
  ],
  delegations: [
    {
      code: 'IKD',
      kind: 'STATE',
      names: { en: 'Iskandra', fr: 'Iskandra', ar: 'إسكندرا' },
      formalNames: { en: 'Republic of Iskandra' },
      timeZone: 'Asia/Jakarta',
      language: 'en',
      categories: ['TCN'],
      credentials: { step: 'ACCEPTED', form: 'Note verbale', receivedAt: '2027-10-19T16:00:00+03:00' },
    },
    {
      code: 'STG',
      kind: 'STATE',
      names: { en: 'Saltings', fr: 'Saltings (les)' },
      sortKeys: { en: 'SALTINGS', fr: 'SALTINGS' },
      article: 'the',
      timeZone: 'Pacific/Auckland',
    },
    { code: 'RCO', kind: 'OBSERVER', names: { en: 'Regional Concord Organisation' }, timeZone: 'Africa/Addis_Ababa' },
  ],
  lot: { drawn: 'STG', drawnAt: '2027-10-19T17:00:00+03:00' },
  people: [
    {
      name: 'Rolf Brannigar',
      title: 'Lieutenant General',
      email: 'rolf.brannigar@secretariat.example',
      accreditations: [{ role: 'CHAIR', bodies: ['PL'], badge: 'SEC-01' }],
    },
    {
      name: 'Tobias Rehnmark',
      email: 'tobias.rehnmark@secretariat.example',
      accreditations: [{ role: 'RAPPORTEUR', bodies: ['PL', 'WG1'] }],
    },
    {
      name: 'Amina Qassar',
      title: 'Ambassador',
      email: 'amina.qassar@ikd.example',
      language: 'en',
      accreditations: [{ delegation: 'IKD', role: 'HEAD', bodies: ['PL', 'WG1'], badge: 'IKD-01' }],
    },
    {
      name: 'Hinewai Marsh',
      email: 'hinewai.marsh@stg.example',
      accreditations: [
        { delegation: 'STG', role: 'HEAD', bodies: ['PL', 'WG1'] },
        { delegation: 'IKD', role: 'MILITARY_ADVISER', rights: ['SPEAK', 'EDIT_DELEGATION'], bodies: ['WG1'] },
      ],
    },
    {
      name: 'Desta Alemu',
      email: 'desta.alemu@rco.example',
      language: 'fr',
      accreditations: [{ delegation: 'RCO', role: 'OBSERVER_HEAD', bodies: ['PL'] }],
    },
  ],
  agenda: {
    symbol: 'TSF/PC.1/1',
    items: [
      {
        ref: '1',
        body: 'PL',
        number: '1',
        names: { en: 'Opening of the Conference', fr: 'Ouverture de la Conférence' },
        kind: 'PROCEDURAL',
        allottedMinutes: 20,
        isOpenToObservers: true,
      },
      { ref: '6', body: 'WG1', number: '6', names: { en: 'Structure and generation of the Force' } },
      {
        ref: '6a',
        parent: '6',
        body: 'WG1',
        number: '6(a)',
        names: { en: 'Statement of requirements' },
        outcome: 'RECOMMENDATION',
        proposer: 'IKD',
      },
    ],
  },
  meetings: [
    {
      body: 'PL',
      number: 1,
      room: 'hall',
      startsAt: '2027-10-20T09:00',
      endsAt: '2027-10-20T10:30',
      privacy: 'CLOSED_TO_PRESS',
      slots: [{ item: '1', startsAt: '2027-10-20T09:00', endsAt: '2027-10-20T09:20' }],
    },
    {
      body: 'WG1',
      startsAt: '2027-10-20T14:00',
      endsAt: '2027-10-20T17:30',
      privacy: 'CLOSED',
      slots: [{ item: '6a', startsAt: '2027-10-20T14:00', endsAt: '2027-10-20T15:15' }],
    },
  ],
}
