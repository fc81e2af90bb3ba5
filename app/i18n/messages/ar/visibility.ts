import type { Arabic } from '../../message-types.ts'
import type { visibility as en } from '../en/visibility.ts'

export const visibility: Arabic<typeof en> = {
  label: 'من يمكنه رؤية هذا',
  delegation: 'الوفد فقط',
  delegationOf: 'الوفد فقط — {delegation}',
  tabled: 'مقدَّم',
  tabledAll: 'مقدَّم — جميع الوفود',
  published: 'منشور',
  publishedAll: 'منشور — الوفود والمراقبون',
  draftingGroup: 'فريق الصياغة',
  draftingGroupOf: 'فريق الصياغة فقط — {delegations}',
  secretariat: 'الأمانة فقط',
  secretariatAll: 'الأمانة فقط',
  conference: 'جميع الوفود',
  conferenceAll: 'من الأمانة — جميع الوفود',
  personal: 'أنتم فقط',
  personalAll: 'أنتم فقط — لا يراه حتى وفدكم',
  present: 'الوفود الحاضرة',
  presentAll: 'معمَّم — الوفود التي كانت حاضرة',
  notVisibleToSecretariat: 'غير ظاهر للأمانة',
  nothingHasLeft: 'لم يخرج شيء من وفدكم',
  printDelegation: 'الوفد فقط',
  printDraftingGroup: 'فريق الصياغة فقط',
  printSecretariat: 'الأمانة فقط',
  printPersonal: 'ملاحظات شخصية',
}
