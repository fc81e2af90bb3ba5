import type { Arabic } from '../../message-types.ts'
import type { roles as en } from '../en/roles.ts'

export const roles: Arabic<typeof en> = {
  ORGANISER: 'المنظِّم',
  CHAIR: 'الرئيس',
  CO_CHAIR: 'الرئيس المشارك',
  SECRETARY: 'أمين المؤتمر',
  RAPPORTEUR: 'المقرر',
  FLOOR_MANAGER: 'مسؤول الجلسة',
  DOCUMENTS_OFFICER: 'مسؤول الوثائق',
  PROTOCOL_OFFICER: 'مسؤول المراسم',
  LEGAL_OFFICER: 'المسؤول القانوني',
  INFORMATION_SECURITY_OFFICER: 'مسؤول أمن المعلومات',
  FORCE_GENERATION_OFFICER: 'مسؤول توليد القوات',
  INTERPRETER: 'المترجم الشفوي',
  TECHNICAL_OFFICER: 'المسؤول التقني',
  HEAD: 'رئيس الوفد',
  DEPUTY_HEAD: 'نائب رئيس الوفد',
  MILITARY_ADVISER: 'المستشار العسكري',
  DRAFTER: 'المحرر',
  LEGAL_ADVISER: 'المستشار القانوني',
  LOGISTICS_ADVISER: 'مستشار اللوجستيات',
  POLICY_ADVISER: 'مستشار السياسات',
  NOTE_TAKER: 'مدوّن الملاحظات',
  OBSERVER_HEAD: 'رئيس وفد المراقبين',
  OBSERVER: 'مراقب',
}
