import { useNavigate } from '@remix-run/react'
import { type ReactNode, useCallback } from 'react'
import { useWords } from '#app/i18n/words-provider.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { useAnnounce } from '#app/ui/live-region.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

interface PanelProps {
  readonly title: ReactNode
  /** Where one is without it. */
  readonly back: string
  readonly children: ReactNode
}

/** What is being added or changed, at an address of its own: over the page, or on top of it where no script runs. */
export function Panel({ title, back, children }: PanelProps) {
  const { t } = useWords()
  const close = useClose(back)
  if (useHydrated())
    return (
      <Dialog isOpen isWide title={title} onClose={() => close()}>
        {children}
      </Dialog>
    )
  return (
    <section className="sec">
      <div className="sech">
        <h2>{title}</h2>
        <LinkButton kind="quiet" to={back}>
          {t('common.close')}
        </LinkButton>
      </div>
      {children}
    </section>
  )
}

/** Goes back to the page below, and says what was done. */
export function useClose(back: string): (said?: string) => void {
  const navigate = useNavigate()
  const announce = useAnnounce()
  return useCallback(
    (said) => {
      if (said) announce(said)
      navigate(back, { preventScrollReset: true })
    },
    [navigate, announce, back],
  )
}
