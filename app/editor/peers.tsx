import { nameIn } from '#app/i18n/names.ts'
import { useWords, type WordsOnPage } from '#app/i18n/words-provider.tsx'
import type { PresentPeer } from '#app/live/document-presence.ts'
import type { Bearer } from '#app/live/messages.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Menu } from '#app/ui/menu.tsx'

const mostShown = 5

/** How the server shows a member of the room: a person among colleagues, a delegation among delegations. */
export function bearerName(who: Bearer, { t, locale }: Pick<WordsOnPage, 't' | 'locale'>): string {
  switch (who.kind) {
    case 'person':
      return who.name
    case 'delegation':
      return nameIn(who.names, locale)
    case 'secretariat':
      return t('people.secretariat')
  }
}

/** Who else has the text open: initials, and the names in words on request. One that is here twice is shown once. */
export function Peers({ peers }: { peers: readonly PresentPeer[] }) {
  const words = useWords()
  const { t } = words
  const shown = [...new Map(peers.map((peer) => [bearerName(peer.who, words), (peer.palette % 12) + 1]))]
  if (shown.length === 0) return null
  const more = shown.length - mostShown
  const summary = (
    <>
      {shown.slice(0, mostShown).map(([name, palette]) => (
        <Avatar key={name} name={name} palette={palette} />
      ))}
      {more > 0 ? <span className="sm">+{words.format.number(more)}</span> : null}
    </>
  )
  const names = shown.map(([name]) => name).join(', ')
  return (
    <Menu summary={summary} label={t('editor.hereList', { names })} summaryClass="peers">
      <ul className="peer-list">
        {shown.map(([name, palette]) => (
          <li key={name}>
            <Avatar name={name} palette={palette} /> <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </Menu>
  )
}
