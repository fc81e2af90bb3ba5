import type { Arabic } from '../../message-types.ts'
import type { settings as en } from '../en/settings.ts'

export const settings: Arabic<typeof en> = {
  title: 'الإعدادات',
  language: 'اللغة',
  languageHint: 'لغة الواجهة. أما النصوص فتبقى باللغة التي كُتبت بها.',
  appearance: 'المظهر',
  theme: 'السمة',
  themes: { system: 'كما في هذا الجهاز', light: 'فاتحة', dark: 'داكنة' },
  contrast: 'التباين',
  contrasts: { system: 'كما في هذا الجهاز', more: 'تباين أعلى' },
  digits: 'الأرقام في العربية',
  digit: { latn: 'لاتينية (123)', arab: 'عربية مشرقية (١٢٣)' },
  apply: 'تطبيق',
  shortcuts: 'اختصارات لوحة المفاتيح',
  security: 'الأمان',
}
