import { createOrganiser, startReset } from '#app/features/identity/admin.server.ts'
import { email } from '#app/features/identity/email.ts'
import { newId } from '#app/kernel/ids.server.ts'
import { line } from '#app/kernel/text.ts'
import type { Tx } from '#app/kernel/work.server.ts'
import { appendAudit } from '#server/audit.ts'
import { inTransaction } from '#server/store/transaction.ts'
import type { AdminCommand, AdminPlace } from './command.ts'

const until = (at: Date) =>
  at
    .toISOString()
    .replace('T', ' ')
    .replace(/:\d\d\.\d+Z$/, ' UTC')

/** Without an account that everybody knows there must be a first person, and only who holds the machine can name one. */
export const createOrganiserCommand: AdminCommand = {
  name: 'create-organiser',
  usage: '--email ADDRESS --name NAME',
  says: 'Makes somebody an organiser, who may set up conferences in the browser. Prints a link that serves once within 72 hours to choose a password.',
  options: { email: 'string', name: 'string' },
  async run({ options }, place) {
    const [to, name] = [email().safeParse(options.email), line(120).safeParse(options.name)]
    if (!to.success || !name.success) {
      place.say('Give an e-mail address and a name: --email ingrid@example.org --name "Ingrid Falkenrath".')
      return 2
    }
    const made = await inTransaction(place.database, 'engine', async (tx) => {
      const result = await createOrganiser(tx, { email: to.data, name: name.data }, place.now())
      await note(tx, place, 'admin.createOrganiser')
      return result
    })
    place.say(`${to.data} may set up conferences.`)
    if (made.path && made.expiresAt) sayLink(place, made.path, made.expiresAt)
    else place.say('They have a password already and sign in with it.')
    return 0
  },
}

export const resetPasswordCommand: AdminCommand = {
  name: 'reset-password',
  usage: 'EMAIL',
  says: 'Prints a link to a new password for somebody who has lost theirs. It serves once within 30 minutes and ends all their sign-ins.',
  words: 1,
  async run({ given: [given] }, place) {
    const parsed = email().safeParse(given)
    if (!parsed.success) {
      place.say('Name one e-mail address.')
      return 2
    }
    const made = await inTransaction(place.database, 'engine', async (tx) => {
      const result = await startReset(tx, { email: parsed.data }, place.now())
      if (result) await note(tx, place, 'admin.resetPassword')
      return result
    })
    if (!made) {
      place.say(`Nobody has the e-mail address ${parsed.data}.`)
      return 2
    }
    sayLink(place, made.path, made.expiresAt)
    return 0
  },
}

function sayLink({ origin, say }: AdminPlace, path: string, expiresAt: Date): void {
  say(`Open this link, or hand it over by a channel you trust. It serves once, until ${until(expiresAt)}:`)
  say(`  ${origin}${path}`)
}

const note = (tx: Tx, { now }: AdminPlace, name: string) =>
  appendAudit(tx, {
    actor: { kind: 'anonymous', locale: 'en' },
    at: now(),
    requestId: newId(),
    contract: { name, audit: 'conference' },
    detail: {},
  })
