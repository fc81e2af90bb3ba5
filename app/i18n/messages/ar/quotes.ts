import type { Arabic } from '../../message-types.ts'
import type { quotes as en } from '../en/quotes.ts'

export const quotes: Arabic<typeof en> = {
  insert: 'إدراج رقم',
  hint: 'ما يظهر لجميع الدول عن القوة في هذه اللحظة. يحتفظ به النص ويشير بجانبه إلى تغيّره.',
  which: 'أي رقم',
  reads: 'نصه:',
  put: 'إدراج',
  asOf: 'حتى',
  now: 'الآن {now}',
  take: 'كتابة القيمة الحالية',
  gone: 'لم يعد في اللوحة',
  total: 'القوة كلها',
  names: 'العناصر بأسمائها',
  figureOf: '{what}: {measure}، {phase}',
}
