import { useWords } from '#app/i18n/words-provider.tsx'
import { Dialog } from '../dialog.tsx'
import { ShortcutsTable } from './shortcuts-table.tsx'

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog isOpen title={t('shell.shortcuts')} onClose={onClose}>
      <ShortcutsTable />
    </Dialog>
  )
}
