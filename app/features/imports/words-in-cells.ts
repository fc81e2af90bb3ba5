import type { Role } from '#app/kernel/actor.ts'
import { plainWord } from '#app/kernel/folded.ts'

type Spellings<T extends string> = Readonly<Record<T, readonly string[]>>

/** What a cell means by its word; the cell itself where it is none of them, so that the schema can say what it takes. */
function meanings<T extends string>(spellings: Spellings<T>): (cell: string) => string {
  const meant = new Map<string, string>()
  for (const [value, words] of Object.entries<readonly string[]>(spellings)) {
    for (const word of [value, ...words].map(plainWord)) if (!meant.has(word)) meant.set(word, value)
  }
  return (cell) => meant.get(plainWord(cell)) ?? cell
}

const roleNamed = meanings<Role>({
  ORGANISER: ['organizer', 'organisateur', 'organisatrice', 'المنظم'],
  CHAIR: ['chairman', 'chairperson', 'chairwoman', 'president', 'presidente', 'الرئيس'],
  CO_CHAIR: ['cochair', 'vicechair', 'copresident', 'copresidente', 'الرئيس المشارك'],
  SECRETARY: ['secretary of the conference', 'secretaire', 'secretaire de la conference', 'أمين المؤتمر'],
  RAPPORTEUR: ['rapporteuse', 'المقرر'],
  FLOOR_MANAGER: ['responsable de seance', 'مسؤول الجلسة'],
  DOCUMENTS_OFFICER: ['documents', 'responsable des documents', 'مسؤول الوثائق'],
  PROTOCOL_OFFICER: ['protocol', 'protocole', 'responsable du protocole', 'مسؤول المراسم'],
  LEGAL_OFFICER: ['juriste', 'المسؤول القانوني'],
  INFORMATION_SECURITY_OFFICER: [
    'information security',
    'responsable de la securite de l’information',
    'مسؤول أمن المعلومات',
  ],
  FORCE_GENERATION_OFFICER: ['force generation', 'responsable de la generation de force', 'مسؤول توليد القوات'],
  INTERPRETER: ['interprete', 'المترجم الشفوي'],
  TECHNICAL_OFFICER: ['technician', 'responsable technique', 'المسؤول التقني'],
  HEAD: ['head of delegation', 'hod', 'chef de delegation', 'chef', 'رئيس الوفد'],
  DEPUTY_HEAD: [
    'deputy',
    'deputy head of delegation',
    'alternate head',
    'chef adjoint',
    'chef adjoint de delegation',
    'suppleant',
    'نائب رئيس الوفد',
  ],
  MILITARY_ADVISER: ['military advisor', 'conseiller militaire', 'المستشار العسكري'],
  DRAFTER: ['redacteur', 'redactrice', 'المحرر'],
  LEGAL_ADVISER: ['legal advisor', 'conseiller juridique', 'conseillere juridique', 'المستشار القانوني'],
  LOGISTICS_ADVISER: ['logistics advisor', 'conseiller logistique', 'مستشار اللوجستيات'],
  POLICY_ADVISER: [
    'adviser',
    'advisor',
    'policy advisor',
    'delegate',
    'conseiller',
    'conseiller politique',
    'delegue',
    'مستشار السياسات',
  ],
  NOTE_TAKER: ['notetaker', 'preneur de notes', 'preneuse de notes', 'مدون الملاحظات'],
  OBSERVER_HEAD: [
    'head of observer delegation',
    'head of the observer delegation',
    'chef de la delegation observatrice',
    'رئيس وفد المراقبين',
  ],
  OBSERVER: ['observateur', 'observatrice', 'مراقب'],
})

/** A head of an observer organisation is its head by another name. */
export function roleIn(cell: string, delegationKind: 'STATE' | 'OBSERVER' | undefined): string {
  const role = roleNamed(cell)
  return role === 'HEAD' && delegationKind === 'OBSERVER' ? 'OBSERVER_HEAD' : role
}

export const kindIn = meanings({
  STATE: ['member state', 'participant', 'etat', 'دولة'],
  OBSERVER: [
    'observer organisation',
    'observer organization',
    'organisation observatrice',
    'observateur',
    'مراقب',
    'منظمة لها صفة المراقب',
  ],
})

export const credentialsIn = meanings({
  AWAITED: ['pending', 'attendus', 'en attente', 'منتظرة'],
  PROVISIONAL: ['provisoires', 'مؤقتة'],
  ACCEPTED: ['acceptes', 'accepted', 'مقبولة'],
  CONTESTED: ['contestes', 'موضع اعتراض'],
  REJECTED: ['rejetes', 'مرفوضة'],
})

export const languageIn = meanings({
  en: ['english', 'anglais', 'الإنجليزية', 'الإنكليزية'],
  fr: ['french', 'francais', 'الفرنسية'],
  ar: ['arabic', 'arabe', 'العربية'],
  es: ['spanish', 'espagnol', 'الإسبانية'],
  ru: ['russian', 'russe', 'الروسية'],
  zh: ['chinese', 'chinois', 'الصينية'],
})

export const itemKindIn = meanings({
  PROCEDURAL: ['procedure', 'procedural', 'إجرائي'],
  SUBSTANTIVE: ['substance', 'fond', 'de fond', 'موضوعي'],
})

export const outcomeIn = meanings({
  DECISION: ['for decision', 'pour decision', 'قرار'],
  RECOMMENDATION: ['for recommendation', 'recommandation', 'توصية'],
  TAKE_NOTE: ['to take note', 'note', 'for information', 'prendre note', 'pour information', 'للعلم', 'الإحاطة علمًا'],
})

const yes = ['yes', 'y', 'true', 'x', '1', 'oui', 'o', 'vrai', 'نعم']
const no = ['no', 'n', 'false', '0', 'non', 'faux', 'لا', '']

/** Yes, no, or undefined for what is neither. */
export function yesOrNo(cell: string): boolean | undefined {
  const word = plainWord(cell)
  if (yes.includes(word)) return true
  return no.includes(word) ? false : undefined
}

const secretariat = ['secretariat', 'sec', 'organisers', 'organizers', 'الامانة']
/** No delegation: the secretariat. */
export const isSecretariat = (cell: string): boolean => secretariat.includes(plainWord(cell))

/** Several things in one cell, with commas, semicolons or bars between them. */
export const severalIn = (cell: string): string[] =>
  cell
    .split(/[,;|،]/)
    .map((each) => each.trim())
    .filter(Boolean)
