import type { Locale } from '#app/kernel/actor.ts'

interface RefusalWords {
  readonly product: string
  readonly number: string
  readonly home: string
  readonly address: string
  readonly broken: string
  readonly crossSite: string
  readonly form: string
  readonly host: string
  readonly insecure: string
  readonly length: string
  readonly method: string
  readonly missing: string
  readonly parameters: string
  readonly tooLarge: string
  readonly tooLong: string
  readonly tooMany: string
  readonly unavailable: string
}

export type Reason = Exclude<keyof RefusalWords, 'product' | 'number' | 'home'>

/** What is said before any page can be made: by the gate, by a limit, or when a page could not be made at all. */
export const refusalWords: Readonly<Record<Locale, RefusalWords>> = {
  en: {
    product: 'Plenary',
    number: 'If you ask for help, quote this number:',
    home: 'Go to the first page',
    address: 'This address is not written correctly. Check it, or start from the first page.',
    broken: 'Something went wrong on our side. Nothing was half-saved. Try again, or start from the first page.',
    crossSite: 'This request came from another site, so it was not carried out. Open Plenary itself and try again.',
    form: 'This form was not sent in a way Plenary reads. Reload the page and try again.',
    host: 'Plenary does not answer under this name. Use the address you were given.',
    insecure: 'This connection is not encrypted. Use the address that begins with https.',
    length: 'This request does not say how long it is, so it was not read. Reload the page and try again.',
    method: 'Plenary does not answer this kind of request.',
    missing: 'There is nothing at this address.',
    parameters: 'The part of this address after the question mark cannot be used. Start from the first page.',
    tooLarge: 'This is more than can be sent at once: at most {limit}. Shorten or split it and send it again.',
    tooLong: 'This address is too long.',
    tooMany: 'Too many requests in a short time. Wait a few seconds, then try again.',
    unavailable: 'Plenary is not available for a moment. Your unsent text is kept on this device. Try again shortly.',
  },
  fr: {
    product: 'Plenary',
    number: 'Si vous demandez de l’aide, indiquez ce numéro :',
    home: 'Aller à la première page',
    address: 'Cette adresse est mal écrite. Vérifiez-la, ou repartez de la première page.',
    broken:
      'Une erreur est survenue de notre côté. Rien n’a été enregistré à moitié. Réessayez, ou repartez de la première page.',
    crossSite:
      'Cette demande vient d’un autre site ; elle n’a pas été exécutée. Ouvrez Plenary directement et réessayez.',
    form: 'Ce formulaire n’a pas été envoyé sous une forme que Plenary lit. Rechargez la page et réessayez.',
    host: 'Plenary ne répond pas sous ce nom. Utilisez l’adresse qui vous a été donnée.',
    insecure: 'Cette connexion n’est pas chiffrée. Utilisez l’adresse qui commence par https.',
    length: 'Cette demande n’indique pas sa longueur ; elle n’a pas été lue. Rechargez la page et réessayez.',
    method: 'Plenary ne répond pas à ce genre de demande.',
    missing: 'Il n’y a rien à cette adresse.',
    parameters:
      'La partie de cette adresse après le point d’interrogation est inutilisable. Repartez de la première page.',
    tooLarge:
      'L’envoi dépasse ce qui peut être transmis en une fois : {limit} au plus. Raccourcissez-le ou partagez-le, puis renvoyez-le.',
    tooLong: 'Cette adresse est trop longue.',
    tooMany: 'Trop de demandes en peu de temps. Attendez quelques secondes, puis réessayez.',
    unavailable:
      'Plenary est momentanément indisponible. Votre texte non envoyé est conservé sur cet appareil. Réessayez dans un instant.',
  },
  ar: {
    product: 'Plenary',
    number: 'إذا طلبتم المساعدة فاذكروا هذا الرقم:',
    home: 'الانتقال إلى الصفحة الأولى',
    address: 'هذا العنوان غير مكتوب على نحو صحيح. راجعوه، أو ابدؤوا من الصفحة الأولى.',
    broken: 'وقع خطأ من جانبنا. لم يُحفظ شيء ناقصًا. أعيدوا المحاولة، أو ابدؤوا من الصفحة الأولى.',
    crossSite: 'ورد هذا الطلب من موقع آخر، فلم يُنفَّذ. افتحوا Plenary مباشرة وأعيدوا المحاولة.',
    form: 'لم تُرسَل هذه الاستمارة بصيغة يقرؤها Plenary. أعيدوا تحميل الصفحة وحاولوا مجددًا.',
    host: 'لا يجيب Plenary تحت هذا الاسم. استخدموا العنوان الذي أُعطي لكم.',
    insecure: 'هذا الاتصال غير مشفَّر. استخدموا العنوان الذي يبدأ بـ https.',
    length: 'لا يبيّن هذا الطلب طوله، فلم يُقرأ. أعيدوا تحميل الصفحة وحاولوا مجددًا.',
    method: 'لا يجيب Plenary على هذا النوع من الطلبات.',
    missing: 'لا يوجد شيء في هذا العنوان.',
    parameters: 'لا يمكن استخدام ما يلي علامة الاستفهام في هذا العنوان. ابدؤوا من الصفحة الأولى.',
    tooLarge: 'هذا أكثر مما يمكن إرساله دفعة واحدة: {limit} على الأكثر. اختصروه أو قسّموه ثم أعيدوا إرساله.',
    tooLong: 'هذا العنوان طويل جدًا.',
    tooMany: 'طلبات كثيرة في وقت قصير. انتظروا بضع ثوانٍ ثم أعيدوا المحاولة.',
    unavailable: 'Plenary غير متاح للحظات. نصّكم الذي لم يُرسل محفوظ على هذا الجهاز. أعيدوا المحاولة بعد قليل.',
  },
}
