import { useLoaderData } from '@remix-run/react'
import { issueView } from '#app/features/force/contract.ts'
import { IssuePage } from '#app/features/force/requirement/issue-page.tsx'
import { missing } from '#app/kernel/errors.ts'
import { load } from '#app/kernel/remix.server.ts'
import type { PageHandle } from '#app/ui/page-handle.ts'

export const handle: PageHandle = { title: ({ t }) => t('shell.forces') }

export const loader = load(async ({ caller, params }) => {
  const number = Number(params.number)
  if (!/^[1-9]\d{0,4}$/.test(params.number ?? '')) throw missing()
  const issue = await caller.ask(issueView, { number })
  return { issue, before: number > 1 ? (await caller.ask(issueView, { number: number - 1 })).content : null }
})

export default function ForcesRequirementVersion() {
  return <IssuePage {...useLoaderData<typeof loader>()} />
}
