import type { French } from '../../message-types.ts'
import type { tabled as en } from '../en/tabled.ts'

export const tabled: French<typeof en> = {
  title: 'Textes déposés',
  texts: { zero: 'Aucun texte déposé', one: '{count} texte déposé', other: '{count} textes déposés' },
  empty: 'Aucun texte n’a encore été déposé.',
  withdrawn: 'Retiré',
  withdrawnStub: 'Ce texte a été retiré. Sa cote et ses dates restent consignées.',
  supersededBy: 'Remplacé par {symbol}',
  replaces: 'Remplace {symbol}',
  by: 'Déposé par',
  secretariat: 'Secrétariat',
  offersDepend: { one: '{count} offre dépend de ce texte', other: '{count} offres dépendent de ce texte' },
}
