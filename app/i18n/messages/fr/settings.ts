import type { French } from '../../message-types.ts'
import type { settings as en } from '../en/settings.ts'

export const settings: French<typeof en> = {
  title: 'Réglages',
  language: 'Langue',
  languageHint: 'De l’interface. Les textes restent dans la langue où ils sont écrits.',
  appearance: 'Apparence',
  theme: 'Thème',
  themes: { system: 'Comme cet appareil', light: 'Clair', dark: 'Sombre' },
  contrast: 'Contraste',
  contrasts: { system: 'Comme cet appareil', more: 'Contraste renforcé' },
  digits: 'Chiffres en arabe',
  digit: { latn: 'Latins (123)', arab: 'Indo-arabes (١٢٣)' },
  apply: 'Appliquer',
  shortcuts: 'Raccourcis clavier',
  security: 'Sécurité',
}
