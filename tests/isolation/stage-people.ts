import { invite } from '#app/features/identity/invitation-contract.ts'
import { receiveImport } from '#app/features/imports/contract.ts'
import type { WholeServer } from '#tests/support/whole-server.ts'
import type { Cast } from './cast.ts'
import type { Reader, Register } from './secrets.ts'

/** Who people are, who is to come, and what the organiser has sent and not confirmed. */
export async function stagePeople({ server, elsewhere }: Cast, { secret }: Register) {
  const { prisma } = server.database
  const named = (seat: string, code: Reader) =>
    prisma.person.update({
      where: { id: server.person(seat) },
      data: {
        name: secret(`name of ${seat}`, code, 'secretariat'),
        title: secret(`title of ${seat}`, code, 'secretariat'),
        email: `${secret(`address of ${seat}`, 'secretariat', `=${seat}`)}@example.org`,
      },
    })
  for (const seat of ['IKD.head', 'IKD.deputy', 'IKD.drafter', 'IKD.reader']) await named(seat, 'A')
  for (const seat of ['ESM.head', 'ESM.drafter']) await named(seat, 'B')
  await prisma.login.update({
    where: { id: server.login('IKD.drafter') },
    data: { device: secret('device of IKD.drafter', '=IKD.drafter') },
  })
  await prisma.conference.update({
    where: { id: elsewhere.conferenceId },
    data: { names: { en: secret('name of the other conference', 'elsewhere') } },
  })
  await prisma.delegation.update({
    where: { id: server.delegation('IKD') },
    data: {
      credentialsForm: secret('form of credentials of A', 'secretariat'),
      formalNames: { en: secret('formal name of A', 'A', 'B', 'C', 'secretariat') },
    },
  })

  /** Somebody who is to join; the address, name and title are known to these only. */
  async function invitation(seat: string, what: string, delegation: string | null, ...readers: Reader[]) {
    const caller = await server.as(seat)
    const link = await caller.mutate(invite, {
      email: `${secret(`address of ${what}`, ...readers)}@example.org`,
      name: secret(`name of ${what}`, ...readers),
      title: secret(`title of ${what}`, ...readers),
      role: delegation ? 'DRAFTER' : 'LEGAL_OFFICER',
      ...(delegation ? { delegationId: server.delegation(delegation) } : {}),
    })
    return { ...link, token: link.path.replace('/invitation/', '') }
  }

  const organiser = await server.as('organiser')
  const name = `${secret('name of a file on its way in', '=organiser')}.csv`
  const { uploadId } = await organiser.mutate(receiveImport, {
    into: 'CURRENT',
    files: [{ part: 'participants', name, bytes: new TextEncoder().encode('name;role\nA guest;DRAFTER\n') }],
  })
  return {
    uploadId,
    invitations: {
      ofA: await invitation('IKD.head', 'whom A invited', 'IKD', 'A'),
      ofB: await invitation('ESM.head', 'whom B invited', 'ESM', 'B'),
      intoA: await invitation('secretary', 'whom the secretariat wants in A', 'IKD', 'A', 'secretariat'),
      intoOffice: await invitation('secretary', 'whom the secretariat wants for itself', null, 'secretariat'),
    },
  }
}

export type PeopleStage = Awaited<ReturnType<typeof stagePeople>>

/** What was typed long ago no longer counts as proof; on this stage everybody has just typed it. */
export const allProved = ({ database, clock }: WholeServer) =>
  database.prisma.login.updateMany({ data: { reauthenticatedAt: clock.now } })
