/** A line of the record as far as the minutes tell it. `time` is the venue's clock, `item` the item's number. */
export interface ToldLine {
  readonly kind: string
  readonly time: string
  readonly item?: string | null
  readonly symbol?: string | null
  /** As it stands in a sentence of the record's language, with its article. */
  readonly delegation?: string | null
}

type Language = 'en' | 'fr' | 'ar'
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
type Sentence = (line: ToldLine) => string

const en: Record<string, Sentence> = {
  'meeting-opened': ({ time }) => `The meeting was called to order at ${time}.`,
  'meeting-suspended': ({ time }) => `The meeting was suspended at ${time}.`,
  'meeting-resumed': ({ time }) => `The meeting was resumed at ${time}.`,
  'meeting-closed': ({ time }) => `The meeting rose at ${time}.`,
  'item-opened': ({ time, item }) => `Item ${item} was taken up at ${time}.`,
  'item-suspended': ({ time, item }) => `Consideration of item ${item} was suspended at ${time}.`,
  'item-resumed': ({ time, item }) => `Consideration of item ${item} was resumed at ${time}.`,
  'item-closed': ({ time, item }) => `Consideration of item ${item} was concluded at ${time}.`,
  'item-deferred': ({ item }) => `It was decided to defer item ${item}.`,
  'item-reopened': ({ time, item }) => `It was decided to reopen item ${item} at ${time}.`,
  'item-withdrawn': ({ item }) => `Item ${item} was withdrawn.`,
  'agenda-adopted': () => 'The agenda was adopted.',
  'text-tabled': ({ symbol, delegation }) => `${capital(delegation ?? 'the secretariat')} tabled ${symbol}.`,
  'text-issued': ({ symbol }) => `The secretariat issued ${symbol}.`,
  'text-withdrawn': ({ symbol, delegation }) => `${capital(delegation ?? 'the secretariat')} withdrew ${symbol}.`,
}

const fr: Record<string, Sentence> = {
  'meeting-opened': ({ time }) => `La séance est ouverte à ${time}.`,
  'meeting-suspended': ({ time }) => `La séance est suspendue à ${time}.`,
  'meeting-resumed': ({ time }) => `La séance est reprise à ${time}.`,
  'meeting-closed': ({ time }) => `La séance est levée à ${time}.`,
  'item-opened': ({ time, item }) => `L’examen du point ${item} commence à ${time}.`,
  'item-suspended': ({ time, item }) => `L’examen du point ${item} est suspendu à ${time}.`,
  'item-resumed': ({ time, item }) => `L’examen du point ${item} reprend à ${time}.`,
  'item-closed': ({ time, item }) => `L’examen du point ${item} est achevé à ${time}.`,
  'item-deferred': ({ item }) => `Il est décidé de reporter le point ${item}.`,
  'item-reopened': ({ time, item }) => `Il est décidé de rouvrir le point ${item} à ${time}.`,
  'item-withdrawn': ({ item }) => `Le point ${item} est retiré.`,
  'agenda-adopted': () => 'L’ordre du jour est adopté.',
  // A French name wants an article that nobody registered: it stands by itself.
  'text-tabled': ({ symbol, delegation }) =>
    delegation
      ? `Présentation du document ${symbol} par la délégation suivante : ${delegation}.`
      : `Le secrétariat présente le document ${symbol}.`,
  'text-issued': ({ symbol }) => `Le secrétariat publie le document ${symbol}.`,
  'text-withdrawn': ({ symbol, delegation }) =>
    delegation
      ? `Retrait du document ${symbol} par la délégation suivante : ${delegation}.`
      : `Le secrétariat retire le document ${symbol}.`,
}

const ar: Record<string, Sentence> = {
  'meeting-opened': ({ time }) => `افتُتحت الجلسة الساعة ${time}.`,
  'meeting-suspended': ({ time }) => `عُلّقت الجلسة الساعة ${time}.`,
  'meeting-resumed': ({ time }) => `استؤنفت الجلسة الساعة ${time}.`,
  'meeting-closed': ({ time }) => `رُفعت الجلسة الساعة ${time}.`,
  'item-opened': ({ time, item }) => `بدأ النظر في البند ${item} الساعة ${time}.`,
  'item-suspended': ({ time, item }) => `عُلّق النظر في البند ${item} الساعة ${time}.`,
  'item-resumed': ({ time, item }) => `استؤنف النظر في البند ${item} الساعة ${time}.`,
  'item-closed': ({ time, item }) => `اختُتم النظر في البند ${item} الساعة ${time}.`,
  'item-deferred': ({ item }) => `تقرر إرجاء البند ${item}.`,
  'item-reopened': ({ time, item }) => `تقررت إعادة فتح البند ${item} الساعة ${time}.`,
  'item-withdrawn': ({ item }) => `سُحب البند ${item}.`,
  'agenda-adopted': () => 'أُقرّ جدول الأعمال.',
  'text-tabled': ({ symbol, delegation }) =>
    delegation ? `قدّم وفد ${delegation} الوثيقة ${symbol}.` : `قدّمت الأمانة الوثيقة ${symbol}.`,
  'text-issued': ({ symbol }) => `أصدرت الأمانة الوثيقة ${symbol}.`,
  'text-withdrawn': ({ symbol, delegation }) =>
    delegation ? `سحب وفد ${delegation} الوثيقة ${symbol}.` : `سحبت الأمانة الوثيقة ${symbol}.`,
}

const sentences: Record<Language, Record<string, Sentence>> = { en, fr, ar }

/** The procedural sentence of a line in the record's language, or null where a line is not told in minutes. */
export function sentenceOf(line: ToldLine, language: string): string | null {
  const known = language === 'fr' || language === 'ar' ? language : 'en'
  return sentences[known][line.kind]?.(line) ?? null
}
