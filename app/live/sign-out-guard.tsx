import { Suspense, useEffect, useState } from 'react'
import { sureLazy } from '#app/ui/sure-lazy.ts'
import { useLiveParts } from './live-context.ts'
import type { OpenDocuments } from './open-documents.ts'

const SignOutDialog = sureLazy(async () => (await import('./sign-out-dialog.tsx')).SignOutDialog)

const sendWithinMs = 15_000
const signOutPath = '/sign-out'

/** A sign-out that waits for an answer. */
interface Asked {
  readonly form: HTMLFormElement
  readonly unsent: number
  readonly step: 'asked' | 'sending' | 'not-all-sent'
}

/**
 * Stands before every sign-out form: offers to send what is not on the server, then removes everything that was kept on
 * this device (SEC-048). Without JavaScript the form is simply sent; there is nothing kept then.
 */
export function SignOutGuard() {
  const documents = useLiveParts()?.documents
  const [asked, setAsked] = useState<Asked | null>(null)

  useEffect(() => {
    if (!documents) return
    const onSubmit = async (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== signOutPath) return
      event.preventDefault()
      event.stopPropagation()
      const unsent = await documents.unsentEdits().catch(() => 0)
      if (unsent > 0) setAsked({ form, unsent, step: 'asked' })
      else await signOut(documents, form)
    }
    document.addEventListener('submit', onSubmit, { capture: true })
    return () => document.removeEventListener('submit', onSubmit, { capture: true })
  }, [documents])

  if (!asked || !documents) return null
  const stay = () => setAsked(null)
  const leave = () => signOut(documents, asked.form)
  const send = async () => {
    setAsked({ ...asked, step: 'sending' })
    const unsent = await documents.sendUnsent(sendWithinMs)
    if (unsent > 0) setAsked({ ...asked, unsent, step: 'not-all-sent' })
    else await leave()
  }
  return (
    <Suspense>
      <SignOutDialog unsent={asked.unsent} step={asked.step} send={send} leave={leave} stay={stay} />
    </Suspense>
  )
}

async function signOut(documents: OpenDocuments, form: HTMLFormElement): Promise<void> {
  // What cannot be removed here is removed by the answer's Clear-Site-Data.
  await documents.wipe().catch(() => undefined)
  form.submit()
}
