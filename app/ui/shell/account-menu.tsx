import { Link } from '@remix-run/react'
import { nameIn, nameInSentence } from '#app/i18n/names.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Avatar } from '../avatar.tsx'
import { Icon } from '../icon.tsx'
import { down } from '../icons.ts'
import { Menu } from '../menu.tsx'
import type { ShellView } from './shell-view.ts'

/** Who one is and for whom one acts, always in sight; under it, the way to another capacity and out. */
export function AccountMenu({ view, onShortcuts }: { view: ShellView; onShortcuts: () => void }) {
  const { t, locale } = useWords()
  const { person, acting, conference, capacities } = view
  const short = useCapacityName(view)
  return (
    <Menu
      summaryClass="me"
      label={`${t('shell.accountOf', { name: person.name })}${short ? `, ${short}` : ''}`}
      summary={
        <>
          <Avatar name={person.name} />
          <b>{short ?? person.name}</b>
          <span className="code">{acting?.delegation?.code}</span>
          <Icon of={down} className="hide-s" />
        </>
      }
    >
      <p className="who">
        <b>{person.name}</b>
        {acting ? t(`roles.${acting.role}`) : null}
        <br />
        {acting?.delegation
          ? t('shell.actingAs', { delegation: nameInSentence(acting.delegation, locale, conference?.language) })
          : null}
        {acting && !acting.delegation ? t('shell.actingInSecretariat') : null}
      </p>
      <hr />
      {capacities > 1 ? <Link to="/capacity">{t('shell.switchCapacity')}</Link> : null}
      <Link to="/settings">{t('shell.settings')}</Link>
      <button type="button" onClick={onShortcuts}>
        {t('shell.shortcuts')}
      </button>
      <hr />
      <form method="post" action="/sign-out">
        <button type="submit">{t('shell.signOut')}</button>
      </form>
    </Menu>
  )
}

/** The delegation's name, or the role in the secretariat. */
function useCapacityName({ acting, conference }: ShellView): string | undefined {
  const { t, locale } = useWords()
  if (!acting) return undefined
  return acting.delegation ? nameIn(acting.delegation.names, locale, conference?.language) : t(`roles.${acting.role}`)
}
