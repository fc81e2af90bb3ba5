import type { Arabic } from '../../message-types.ts'
import type { delegation as en } from '../en/delegation.ts'

export const delegation: Arabic<typeof en> = {
  title: 'الوفد',
  members: 'الأعضاء',
  inviteMember: 'دعوة عضو',
  head: 'رئيس الوفد',
  deputies: 'النواب',
  record: 'سجل وفدكم',
  recordHint: 'ما فعله أعضاء وفدكم. لا يراه أحد من خارجه.',
  recordEmpty: 'لم يُسجَّل شيء بعد.',
  who: 'من',
  what: 'ماذا',
  when: 'متى',
  restore: 'استعادة',
  toConfirm: 'للتأكيد',
  toConfirmHint: 'تقترح الأمانة هؤلاء الأعضاء، ولا وصول لهم إلا بعد تأكيدكم.',
  newsTitle: 'من انضم ومن غادر',
  news: {
    invited: 'دُعي {name}',
    'awaiting-head': '{name} بانتظار تأكيد الوفد',
    joined: 'انضم {name}',
    left: 'غادر {name}',
    declined: 'رُفض {name}',
    revoked: 'سُحبت دعوة {name}',
  },
  newsBy: { delegation: 'من وفدكم', secretariat: 'من الأمانة' },
}
