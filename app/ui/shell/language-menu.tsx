import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { nativeNames } from '#app/i18n/native-names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Icon } from '../icon.tsx'
import { check, down } from '../icons.ts'
import { Menu } from '../menu.tsx'

/** The interface's languages, each in its own form, without flags; the page comes back in the chosen one. */
export function LanguageChoices() {
  const { t, locale } = useWords()
  return (
    <LanguageForm>
      <p className="head">{t('shell.language')}</p>
      {nativeNames.map(({ locale: each, name }) => (
        <button
          key={each}
          type="submit"
          name="locale"
          value={each}
          lang={each}
          aria-current={each === locale ? 'true' : undefined}
        >
          <span className="grow">
            <bdi>{name}</bdi>
          </span>
          {each === locale ? <Icon of={check} /> : null}
        </button>
      ))}
    </LanguageForm>
  )
}

export function LanguageMenu() {
  const { t, locale } = useWords()
  const current = nativeNames.find((each) => each.locale === locale)?.name
  return (
    <Menu
      className="lang"
      summaryClass="row lang-now"
      label={`${t('shell.language')}: ${current}`}
      summary={
        <>
          {current}
          <Icon of={down} />
        </>
      }
    >
      <LanguageChoices />
    </Menu>
  )
}

/** All in sight, for pages outside the shell: sign-in, invitation. */
export function LanguageBar() {
  const { t, locale } = useWords()
  return (
    <LanguageForm className="l6" label={t('shell.language')}>
      {nativeNames.map(({ locale: each, name }) => (
        <button
          key={each}
          type="submit"
          name="locale"
          value={each}
          lang={each}
          aria-current={each === locale ? 'true' : undefined}
        >
          {name}
        </button>
      ))}
    </LanguageForm>
  )
}

interface LanguageFormProps {
  readonly className?: string
  readonly label?: string
  readonly children: ReactNode
}

/** A plain form: the whole page is made anew, since its language, direction and words all change. */
function LanguageForm({ className, label, children }: LanguageFormProps) {
  const { pathname, search } = useLocation()
  return (
    <form method="post" action="/language" className={className} aria-label={label}>
      <input type="hidden" name="next" value={`${pathname}${search}`} />
      {children}
    </form>
  )
}
