import type { French } from '../../message-types.ts'
import type { quotes as en } from '../en/quotes.ts'

export const quotes: French<typeof en> = {
  insert: 'Insérer un chiffre',
  hint: 'Ce que tous les États peuvent voir de la force, à cet instant. Le texte le garde et signale à côté quand il a changé.',
  which: 'Quel chiffre',
  reads: 'Il se lit :',
  put: 'Insérer',
  asOf: 'au',
  now: 'à présent {now}',
  take: 'Écrire la valeur actuelle',
  gone: 'ne figure plus au tableau',
  total: 'Toute la force',
  names: 'Éléments par leur nom',
  figureOf: '{what} : {measure}, {phase}',
}
