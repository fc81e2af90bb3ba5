import type { PlainKey } from '#app/i18n/message-types.ts'
import { useWords } from '#app/i18n/words-provider.tsx'
import { Table } from '../table.tsx'

const shortcuts: readonly { keys: string; what: PlainKey }[] = [
  { keys: 'Ctrl K', what: 'shell.shortcut.palette' },
  { keys: 'Ctrl /', what: 'shell.shortcut.list' },
  { keys: 'Alt Shift 1 … 8', what: 'shell.shortcut.rail' },
  { keys: 'F6', what: 'shell.shortcut.regions' },
  { keys: 'Ctrl S', what: 'shell.shortcut.save' },
  { keys: 'Esc', what: 'shell.shortcut.escape' },
  { keys: 'Esc Tab', what: 'shell.shortcut.leaveEditor' },
]

/** Every key of the frame and what it does. */
export function ShortcutsTable() {
  const { t } = useWords()
  return (
    <Table
      caption={t('shell.shortcuts')}
      isCaptionHidden
      isDense
      head={
        <>
          <th scope="col">{t('shell.shortcut.keys')}</th>
          <th scope="col" className="x">
            {t('shell.shortcut.what')}
          </th>
        </>
      }
    >
      {shortcuts.map(({ keys, what }) => (
        <tr key={keys}>
          <td className="nw">
            <kbd className="kbd" dir="ltr">
              {keys}
            </kbd>
          </td>
          <td>{t(what)}</td>
        </tr>
      ))}
    </Table>
  )
}
