import { missing } from '#app/kernel/errors.ts'
import { actingIn, answer, type QueryHandler } from '#app/kernel/work.server.ts'
import { issuedContent, issueList, issueView } from './contract.ts'
import { mayReadForce } from './policy.ts'

export const issueQueries: QueryHandler[] = [
  answer(issueList, async ({ tx, actor, allow }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    const rows = await tx.forceIssue.findMany({
      where: { conferenceId: acting.conferenceId },
      orderBy: { number: 'desc' },
    })
    return {
      issues: rows.map(({ number, note, issuedAt, textHash }) => ({
        number,
        note,
        issuedAt: issuedAt.toISOString(),
        textHash,
      })),
    }
  }),

  answer(issueView, async ({ tx, actor, allow }, { number }) => {
    const acting = actingIn(actor)
    allow(mayReadForce(acting))
    const { conferenceId } = acting
    const row = await tx.forceIssue.findUnique({ where: { conferenceId_number: { conferenceId, number } } })
    if (!row) throw missing()
    const { note, issuedAt, textHash } = row
    return { number, note, issuedAt: issuedAt.toISOString(), textHash, content: issuedContent.parse(row.content) }
  }),
]
