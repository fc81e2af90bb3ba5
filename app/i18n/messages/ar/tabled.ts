import type { Arabic } from '../../message-types.ts'
import type { tabled as en } from '../en/tabled.ts'

export const tabled: Arabic<typeof en> = {
  title: 'النصوص المقدَّمة',
  texts: {
    zero: 'لا نصوص مقدَّمة',
    one: 'نص مقدَّم واحد',
    two: 'نصان مقدَّمان',
    few: '{count} نصوص مقدَّمة',
    many: '{count} نصًا مقدَّمًا',
    other: '{count} نص مقدَّم',
  },
  empty: 'لم يُقدَّم أي نص بعد.',
  withdrawn: 'مسحوب',
  withdrawnStub: 'سُحب هذا النص، ويبقى رمزه وتواريخه في السجل.',
  supersededBy: 'حل محله {symbol}',
  replaces: 'يحل محل {symbol}',
  by: 'مقدَّم من',
  secretariat: 'الأمانة',
  offersDepend: {
    zero: 'لا عرض يتوقف على هذا النص',
    one: 'عرض واحد يتوقف على هذا النص',
    two: 'عرضان يتوقفان على هذا النص',
    few: '{count} عروض تتوقف على هذا النص',
    many: '{count} عرضًا يتوقف على هذا النص',
    other: '{count} عرض يتوقف على هذا النص',
  },
}
