import { plainWord } from '#app/kernel/folded.ts'
import { otherHeadings } from './headings.ts'

export const tableNames = ['delegations', 'participants', 'agenda'] as const
/** The three tables a secretariat keeps. */
export type TableName = (typeof tableNames)[number]

export interface Column {
  /** The name of the field in the conference file: `names.en`. */
  readonly field: string
  /** As the template has it. */
  readonly en: string
  readonly fr: string
  /** What the template's two example rows say. */
  readonly examples: readonly [string, string]
}

const column = (field: string, en: string, fr: string, first = '', second = ''): Column => ({
  field,
  en,
  fr,
  examples: [first, second],
})

const delegations = [
  column('code', 'Code', 'Code', 'IKD', 'RCO'),
  column('kind', 'Kind', 'Catégorie', 'State', 'Observer'),
  column('names.en', 'Name (English)', 'Nom (anglais)', 'Iskandra', 'Regional Concord Organisation'),
  column('names.fr', 'Name (French)', 'Nom (français)', 'Iskandra', 'Organisation régionale de concorde'),
  column('names.ar', 'Name (Arabic)', 'Nom (arabe)', 'إسكندرا', 'منظمة الوفاق الإقليمي'),
  column('formalNames.en', 'Formal name (English)', 'Nom officiel (anglais)', 'Republic of Iskandra'),
  column('formalNames.fr', 'Formal name (French)', 'Nom officiel (français)', 'République d’Iskandra'),
  column('formalNames.ar', 'Formal name (Arabic)', 'Nom officiel (arabe)'),
  column('sortKeys.en', 'Sorted under (English)', 'Classé sous (anglais)'),
  column('sortKeys.fr', 'Sorted under (French)', 'Classé sous (français)'),
  column('article', 'Article', 'Article'),
  column('timeZone', 'Time zone of the capital', 'Fuseau de la capitale', 'Asia/Jakarta', 'Africa/Addis_Ababa'),
  column('language', 'Language', 'Langue', 'English', 'French'),
  column('categories', 'Contributor categories', 'Catégories de contribution', 'TCN', 'OBSERVER'),
  column('credentials', 'Credentials', 'Pouvoirs', 'Accepted', 'Awaited'),
]

const participants = [
  column('name', 'Name', 'Nom', 'Amina Qassar', 'Étienne Marsault'),
  column('firstName', 'First name', 'Prénom'),
  column('title', 'Rank or title', 'Grade ou titre', 'Ambassador', 'Major General'),
  column('email', 'E-mail', 'Courriel', 'amina.qassar@ikd.example', 'etienne.marsault@rco.example'),
  column('delegation', 'Delegation', 'Délégation', 'IKD', 'RCO'),
  column('role', 'Role', 'Rôle', 'Head of delegation', 'Observer'),
  column('bodies', 'Bodies', 'Organes', 'Plenary, WG.1', 'Plenary'),
  column('language', 'Language', 'Langue', 'English', 'French'),
  column('badge', 'Badge', 'Badge', 'IKD-01', 'RCO-01'),
]

const agenda = [
  column('number', 'Number', 'Numéro', '6', '6(a)'),
  column('parent', 'Under item', 'Sous le point', '', '6'),
  column('names.en', 'Title (English)', 'Titre (anglais)', 'Structure of the Force', 'Statement of requirements'),
  column('names.fr', 'Title (French)', 'Titre (français)', 'Structure de la Force', 'État des besoins'),
  column('names.ar', 'Title (Arabic)', 'Titre (arabe)', 'هيكل القوة', 'بيان الاحتياجات'),
  column('body', 'Body', 'Organe', 'Working Group 1', 'Working Group 1'),
  column('kind', 'Kind', 'Nature', 'Substantive', 'Substantive'),
  column('outcome', 'Expected outcome', 'Suite attendue', '', 'Recommendation'),
  column('allottedMinutes', 'Minutes', 'Minutes', '', '75'),
  column('isOpenToObservers', 'Open to observers', 'Ouvert aux observateurs', 'no', 'yes'),
  column('proposer', 'Proposed by', 'Proposé par'),
  column('meeting', 'Meeting', 'Séance', '', '1'),
  column('date', 'Date', 'Date', '', '2026-10-20'),
  column('start', 'Start', 'Début', '', '14:00'),
  column('end', 'End', 'Fin', '', '15:15'),
  column('room', 'Room', 'Salle', '', 'Lantern Room'),
]

export const columnsOf: Readonly<Record<TableName, readonly Column[]>> = { delegations, participants, agenda }

/** Without these a table says nothing. */
export const neededIn: Readonly<Record<TableName, readonly string[]>> = {
  delegations: ['code'],
  participants: ['name', 'email', 'delegation', 'role'],
  agenda: ['number'],
}

/** The column a heading means, in English, French or as secretariats write it; capitals, accents and signs do not matter. */
export function columnFor(table: TableName, heading: string): Column | undefined {
  const wanted = plainWord(heading)
  const columns = columnsOf[table]
  return (
    columns.find(({ field, en, fr }) => [field, en, fr].some((name) => plainWord(name) === wanted)) ??
    columns.find(({ field }) => otherHeadings[table][field]?.split(' ').some((name) => plainWord(name) === wanted))
  )
}
