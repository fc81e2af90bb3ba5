import type { Arabic } from '../../message-types.ts'
import type { delegation as en } from '../en/delegation.ts'

export const delegation: Arabic<typeof en> = {
  title: 'الوفد',
  members: 'الأعضاء',
  inviteMember: 'دعوة عضو',
  recordEmpty: 'لم يُسجَّل شيء بعد.',
  newsTitle: 'من انضم ومن غادر',
  sealed:
    'جلس آخرون في هذا الوفد من قبل. وما كتبوه ولم يقدّموه خُتم في {time} عند مغادرة آخرهم، ولم يعد بإمكان أحد فتحه.',
  news: {
    invited: {
      delegation: 'دعا وفدكم {name}.',
      secretariat: 'دعت الأمانة {name}.',
    },
    'awaiting-head': 'دعت الأمانة {name} وطلبت موافقة وفدكم.',
    joined: {
      delegation: 'انضم {name} بدعوة من وفدكم.',
      secretariat: 'انضم {name} بدعوة من الأمانة.',
    },
    'signed-in': 'سجّل {name} الدخول أول مرة.',
    declined: 'رفض وفدكم انضمام {name} الذي دعته الأمانة.',
    'access-declined': 'رفض وفدكم منح {name} رابط كلمة مرور أولى.',
    revoked: {
      delegation: 'سحب وفدكم دعوة {name}.',
      secretariat: 'سحبت الأمانة دعوة {name}.',
    },
    ended: {
      delegation: 'أنهى وفدكم اعتماد {name}.',
      secretariat: 'أنهت الأمانة اعتماد {name}.',
    },
    left: 'غادر {name}.',
  },
}
