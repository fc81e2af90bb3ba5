import { demoPassphrase } from '#app/features/demo/sign-ins.ts'

/** Somebody of the conference, as they sign in. */
export interface Seat {
  readonly email: string
  readonly password: string
  readonly name: string
}

const seat = (name: string, at: string): Seat => ({
  name,
  password: demoPassphrase,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@${at}.example`,
})

/** The people of the demonstration conference whom these tests follow. */
export const cast = {
  /** Creates conferences on this installation, and is organiser of this one. */
  organiser: seat('Viktor Solberin', 'secretariat'),
  secretary: seat('Noor Haddadine', 'secretariat'),
  rapporteur: seat('Julien Carrasse', 'secretariat'),
  /** Chair of Working Group 2. */
  chair: seat('Omar Benraissi', 'secretariat'),
  floor: seat('Leila Masrieh', 'secretariat'),
  head: seat('Arif Wibanta', 'ikd'),
  drafter: seat('Bao Rahmati', 'ikd'),
  noteTaker: seat('Ravi Kusnadi', 'ikd'),
  adviser: seat('Maya Gurunath', 'ikd'),
  /** Of another state. */
  otherHead: seat('Catherine Aldous', 'esm'),
  otherDrafter: seat('Ruth Penhallow', 'esm'),
  observer: seat('Halina Brzost', 'rco'),
  /** Head of one delegation and adviser of another. */
  twice: seat('Petra Lowe', 'stg'),
} as const
