import type { French } from '../../message-types.ts'
import type { forceRefusals as en } from '../en/force-refusals.ts'

export const forceRefusals: French<typeof en> = {
  'force/not-the-force-generator':
    'Le responsable de la génération de force et l’organisateur tiennent l’état des besoins et acceptent les offres. Vous pouvez le suivre ici.',
  'force/no-right-to-edit': 'Votre chef de délégation ne vous a pas donné le droit de rédiger.',
  'force/head-releases':
    'Seul le chef de délégation peut communiquer une offre à d’autres ou modifier une offre que d’autres voient, ou un adjoint auquel il en a donné le droit.',
  'force/deputy-without-right': 'Votre chef de délégation ne vous a pas donné le droit de promettre des contributions.',
  'force/not-your-offer': 'Seule la délégation dont émane cette offre peut la modifier.',
  'force/not-released': 'Cette offre n’a pas été communiquée. Communiquez-la d’abord.',
  'force/released-already': 'D’autres ont vu cette offre. Retirez-la : son historique est conservé.',
  'force/not-an-offer': 'Une offre commence par un intérêt, une annonce, une promesse ou un engagement plus ferme.',
  'force/offer-is-over': 'Cette offre est close. Pour revenir, faites-en une nouvelle.',
  'force/same-status': 'L’offre a déjà ce statut.',
  'force/commitment-needs-document':
    'Un engagement repose sur une lettre d’engagement ou un mémorandum d’entente. Indiquez le document.',
  'force/wrong-basis': 'Ce statut ne peut pas reposer sur ce fondement. Choisissez-en un autre.',
  'force/basis-needs-reference': 'Indiquez la référence du document : sa cote, son numéro ou sa date.',
  'force/nothing-offered':
    'Cette offre ne dit pas encore ce qui est offert. Ajoutez un élément, un montant ou une mesure, puis communiquez-la.',
  'force/say-status': 'Dites avec quel statut elle est communiquée, et sur quoi il repose.',
  'force/changed-since-reviewed':
    'Un collègue a modifié cette offre après que vous l’avez vérifiée. Vérifiez-la encore, puis communiquez-la.',
  'force/element-gone': 'Cette offre nomme un élément qui n’est plus requis. Retirez-le, puis communiquez-la.',
  'force/name-recipients': 'Choisissez au moins une délégation destinataire.',
  'force/no-strength':
    'Seules les troupes et la police sont offertes à des éléments. Cette offre est décrite par ses propres mesures.',
  'force/accepted-already':
    'Effectif déjà accepté : {accepted}. Demandez d’abord au responsable de la génération de force d’en accepter moins, ou retirez l’offre.',
  'force/currency': 'Indiquez la monnaie par ses trois lettres : EUR.',
  'force/nothing-promised': 'Seul ce qui est promis, engagé ou déployé peut être accepté.',
  'force/more-than-offered': 'C’est plus que ce qui a été offert : {offered}. Acceptez l’offre, ou une partie.',
  'force/too-many-contributors': 'Le nombre d’États qui peuvent se partager cet élément est atteint : {most}.',
  'force/indivisible': 'Cet élément est indivisible : acceptez ce qui le pourvoit en entier, soit {required}, ou rien.',
  'force/more-than-lacking':
    'C’est plus que le manque, qui est de {lacking}. Acceptez ce nombre, ou décidez de conserver un excédent.',
  'force/together-more-than-lacking':
    'Avec les phases précédentes, cela fait {together} au jalon, où il manque {lacking}. Acceptez-en moins, ou décidez de conserver un excédent.',
  'force/accepted-meanwhile': 'Un collègue a changé ce qui est accepté de cette ligne. Revoyez-la.',
  'force/say-why': 'Indiquez pourquoi l’excédent est conservé. Le motif est consigné avec l’acceptation.',
  'force/kind-mismatch': 'Ce type ne convient pas à l’élément. Pour l’accepter malgré tout, indiquez pourquoi.',
  'force/hangs-on-itself': 'Une condition ne peut pas dépendre de sa propre offre.',
  'force/fund-has-money':
    'Des montants ont été offerts à ce fonds dans sa monnaie. Ouvrez un autre fonds pour une autre monnaie.',
  'force/not-yet': 'Ce moment n’est pas encore venu. Indiquez quand cela a eu lieu.',
  'force/no-totals': 'Aucun total n’est communiqué aux observateurs.',
  'force/no-statement': 'Il n’y a pas encore d’état des besoins. Le responsable de la génération de force l’établit.',
  'force/figures-stated':
    'Des effectifs ont déjà été saisis. Le choix d’inclure ou non les phases antérieures ne peut changer qu’avant le premier d’entre eux.',
  'force/phases-out-of-order':
    'Une phase est atteinte après celle qui la précède. Choisissez une date postérieure, ou modifiez d’abord l’autre phase.',
  'force/not-the-last-phase': 'Seule la dernière phase peut être supprimée.',
  'force/phase-in-use':
    'Des éléments requièrent des effectifs dans cette phase, ou des États en offrent. Ramenez d’abord ces chiffres à 0.',
  'force/off-the-ceiling':
    'Les éléments de {phase} totalisent {required}, son plafond est de {ceiling}. Corrigez l’un ou l’autre, puis publiez.',
  'force/serial-taken': 'Le numéro {serial} est celui de {name}. Choisissez un autre numéro.',
  'force/too-many-elements': 'Il ne reste plus de numéros.',
  'force/split-needs-parts': 'Nommez au moins deux parties, ou laissez l’élément entier.',
  'force/merge-needs-two': 'Choisissez au moins deux éléments à fusionner.',
  'force/element-exists': 'Un autre élément occupe déjà cette place. Regardez de nouveau, puis continuez.',
  'force/parts-differ':
    'Les parties requièrent ensemble {together}, l’élément {undivided} : écart de {difference}. Rendez-les égaux.',
  'force/offer-without-element': 'Indiquez, pour chaque offre faite à cet élément, vers lequel elle est reportée.',
  'force/goes-nowhere': 'Une offre serait reportée vers un élément qui n’existe pas. Choisissez-en un autre.',
  'force/shares-of-offer-differ':
    'Les parts de cette offre totalisent {together}, elle apporte {undivided} : écart de {difference}. Rendez-les égales.',
  'force/shares-of-acceptance-differ':
    'Les parts de ce qui est accepté totalisent {together} sur {undivided} : écart de {difference}. Rendez-les égales.',
  'force/share-beyond-offer': 'D’une part qui offre {offered}, {accepted} seraient acceptés. Répartissez-les de même.',
  'force/not-a-strength': 'Un effectif est un nombre entier de personnes, supérieur ou égal à 0.',
  'force/strength-negative': 'Un effectif est supérieur ou égal à 0.',
  'force/strength-decimal': 'Un effectif est un nombre entier de personnes.',
  'force/strength-exponent': 'Écrivez le nombre en entier, en chiffres.',
  'force/strength-too-many': 'Cela fait plus d’un million de personnes. Vérifiez le nombre.',
  'force/strength-ambiguous': 'Ce nombre peut se lire de deux façons. Écrivez-le sans séparateurs.',
  'force/strength-unreadable': 'Saisissez un nombre entier, en chiffres.',
  'force/amount-empty': 'Saisissez le montant.',
  'force/amount-negative': 'Un montant est supérieur ou égal à 0.',
  'force/amount-ambiguous':
    'Ce montant peut se lire de deux façons. Écrivez-le sans séparateurs et avec deux décimales : 1200.00.',
  'force/amount-too-large': 'Ce montant est trop élevé. Vérifiez-le.',
  'force/amount-unreadable': 'Écrivez le montant en chiffres, avec deux décimales au plus.',
  'force/table-problems': 'Rien n’a été repris : des lignes doivent d’abord être corrigées.',
  'force/table-empty': 'Il ne contient aucun élément.',
  'force/table-no-column': 'Le tableau n’a pas cette colonne. Partez de l’exemple.',
  'force/table-column': 'Ce n’est ni une colonne de l’exemple ni une phase.',
  'force/table-column-twice': 'Deux colonnes disent la même chose. Supprimez-en une.',
  'force/table-capability': 'Écrivez une capacité comme dans l’exemple, ou son code.',
  'force/table-priority': 'Écrivez essentiel, important ou souhaitable.',
  'force/table-yes-no': 'Écrivez oui ou non.',
  'force/table-serial-twice': 'La ligne {first} porte déjà ce numéro.',
  'force/table-unclosed': 'Un guillemet n’est pas fermé.',
  'force/table-long': 'Cette ligne est trop longue pour une ligne d’éléments.',
  'force/table-many': 'Plus de {most} lignes sont tenues pour une erreur.',
  'force/milestones-order':
    'La pleine capacité opérationnelle est atteinte après la capacité initiale, et non avant. Vérifiez les deux dates.',
  'force/too-many-names': 'Pas plus de 500 noms à la fois. Ajoutez les autres ensuite.',
  'force/struck-already': 'Cette entrée est déjà rayée.',
  'force/table-cells':
    'Il y a plus de cellules que d’en-têtes. Un nombre avec une virgule se met entre guillemets : "1,200".',
}
