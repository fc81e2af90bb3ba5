/** Everybody's at the demonstration conference, and public: an installation with an address of its own refuses it. */
export const demoPassphrase = 'seven lanterns over the quiet harbour'

export interface DemoSignIn {
  readonly who: string
  readonly name: string
  readonly email: string
}

/** Those to look around with first, for the start message and the README. */
export const demoSignIns = (): readonly DemoSignIn[] => [
  { who: 'Organiser', name: 'Viktor Solberin', email: 'viktor.solberin@secretariat.example' },
  { who: 'Chair of Working Group 2', name: 'Omar Benraissi', email: 'omar.benraissi@secretariat.example' },
  { who: 'Rapporteur of Working Group 1', name: 'Julien Carrasse', email: 'julien.carrasse@secretariat.example' },
  { who: 'Head of delegation, Iskandra', name: 'Arif Wibanta', email: 'arif.wibanta@ikd.example' },
  { who: 'Drafter, Iskandra', name: 'Bao Rahmati', email: 'bao.rahmati@ikd.example' },
  { who: 'Head of delegation, Estmark', name: 'Catherine Aldous', email: 'catherine.aldous@esm.example' },
  { who: 'Observer, Regional Concord Organisation', name: 'Halina Brzost', email: 'halina.brzost@rco.example' },
  { who: 'Two accreditations: Saltings and Fennmoor', name: 'Petra Lowe', email: 'petra.lowe@stg.example' },
]
