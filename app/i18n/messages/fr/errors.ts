import type { French } from '../../message-types.ts'
import type { errors as en } from '../en/errors.ts'

export const errors: French<typeof en> = {
  notShown: 'La page ne peut pas être affichée',
  notFoundTitle: 'Page introuvable',
  notFound:
    'Nous n’avons pas trouvé cette page, ou vous n’y avez pas accès. Si un collègue vous a envoyé ce lien, adressez-vous au secrétariat.',
  goToday: 'Aller à Aujourd’hui',
  goSignIn: 'Se connecter',
  title: 'Une erreur s’est produite',
  what: 'La page n’a pas pu être affichée. La faute est de notre côté, non du vôtre.',
  kept: 'Ce que la page disait enregistré l’est. Le texte que vous écriviez est conservé sur cet appareil et sera envoyé à la réouverture de la page.',
  todo: 'Réessayez. Si cela se reproduit, signalez-le au secrétariat en citant ce numéro :',
  offlineTitle: 'Pas de connexion',
  offline: 'Le serveur est injoignable. Vérifiez votre connexion et réessayez.',
  limitedTitle: 'Trop de tentatives',
  limited: 'Attendez un peu, puis réessayez.',
  unavailableTitle: 'Indisponible pour le moment',
  unavailable: 'Le serveur démarre ou est en réparation. Rien n’est perdu. Réessayez dans une minute.',
  deniedTitle: 'Non autorisé',
  signedOutTitle: 'Connectez-vous pour continuer',
  signedOut: 'Votre session a pris fin.',
}
