import type { Arabic } from '../../message-types.ts'
import type { notes as en } from '../en/notes.ts'

export const notes: Arabic<typeof en> = {
  onItem: 'ملاحظات البند {number}',
  delegation: 'ملاحظات الوفد',
  personal: 'ملاحظاتي',
  session: 'ملاحظات الجلسة',
  sessionFromSecretariat: 'ملاحظات الأمانة عن الجلسة',
  editorLabel: 'ملاحظات، البند {number}، الوفد فقط',
  personalLabel: 'ملاحظاتي، البند {number}، أنتم فقط',
  sessionLabel: 'ملاحظات الجلسة، البند {number}، جميع الوفود',
  empty: 'لا ملاحظات على البند {number} بعد. ابدؤوا الكتابة — لن يراها إلا وفدكم.',
  emptyPersonal: 'لا ملاحظات لكم على البند {number} بعد. ابدؤوا الكتابة — لن يراها أحد غيركم.',
  emptySession: 'لم تكتب الأمانة ملاحظات على البند {number} بعد.',
  secretariat: 'ملاحظات الأمانة',
  startWriting: 'ابدأوا الكتابة',
  emptySecretariat: 'لا ملاحظات على البند {number} بعد. ابدأوا الكتابة — لن تراها إلا الأمانة.',
  secretariatLabel: 'ملاحظات، البند {number}، للأمانة فقط',
}
