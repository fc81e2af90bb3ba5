import type { French } from '../../message-types.ts'
import type { forcePictures as en } from '../en/force-pictures.ts'

export const forcePictures: French<typeof en> = {
  firm: 'Ferme',
  conditional: 'Sous condition',
  indicated: 'Annoncé, non compté',
  gap: 'Manque',
  surplus: 'Excédent',
  required: 'Requis',
  filled: 'Pourvu',
  legend: 'Lecture des barres',
  ofRequired: 'sur {required}',
  met: 'pourvu à {share}',
  byDate: 'au {date}',
  bar: '{filled} sur {required}, dont {conditional} sous condition, {indicated} annoncés et non comptés, manque {gap}',
  barOver:
    '{filled} sur {required}, dont {conditional} sous condition, {indicated} annoncés et non comptés, manque {gap}, excédent {surplus}',
  asTable: 'Les mêmes données en tableau',
  persons: 'Effectifs, tous grades confondus',
  timeline: 'Effectifs disponibles par date',
  timelineAt:
    'Au {date}, date cible ({phase}) : {available} pour un plafond de {ceiling}, dont {conditional} sous condition.',
  lines: 'Lecture des lignes',
  dating:
    'À compter du jour indiqué dans l’offre, sinon de la date cible de sa phase. Ce qui s’y ajoute ensuite compte à partir de la date cible de la phase suivante.',
  allLine: 'Ferme et sous condition',
  ceiling: 'Plafond',
  ceilingOf: '{phase} : {ceiling}',
  date: 'À partir du',
  gaps: 'Manques par capacité',
  gapsSummary: {
    one: '{count} capacité présente un manque : {gap} au total.',
    other: '{count} capacités présentent un manque : {gap} au total. En tête : {name}, {largest}.',
  },
  noGaps: 'Aucune capacité ne présente de manque.',
  capability: 'Capacité',
  critical: 'Critique',
  kinds: 'Contributions par nature',
  kindsSummary: 'En effectifs : {list}.',
  kindOf: '{kind} {filled}',
  kind: 'Nature',
  amount: 'Montant ou quantité',
  amountOf: '{amount} {unit}',
  offers: { one: '{count} offre', other: '{count} offres' },
  otherUnits: 'Dans leurs propres unités',
  noKinds: 'Aucune offre pour le moment.',
}
