import type { French } from '../../message-types.ts'
import type { live as en } from '../en/live.ts'

export const live: French<typeof en> = {
  saved: 'Enregistré sur le serveur à {time}',
  nothingToSave: 'Rien à enregistrer',
  saving: 'Enregistrement…',
  slow: {
    one: 'Enregistrement lent — {count} modification n’est pas encore sur le serveur',
    other: 'Enregistrement lent — {count} modifications ne sont pas encore sur le serveur',
  },
  offline: {
    zero: 'Hors ligne depuis {time}',
    one: 'Hors ligne depuis {time} — {count} modification conservée sur cet appareil',
    other: 'Hors ligne depuis {time} — {count} modifications conservées sur cet appareil',
  },
  atRisk: 'Hors ligne — les modifications ne sont que dans cet onglet. Ne le fermez pas.',
  refused: 'Une modification a été refusée : {reason}',
  copyText: 'Copier votre texte',
  readOnlyBecause: 'Lecture seule — {reason}',
  reconnecting: 'Connexion perdue. Nouvelle tentative…',
  connected: 'Connexion rétablie',
  polling: 'Connexion par une voie plus lente, car ce réseau bloque la voie habituelle. Tout fonctionne.',
  offlineRead: 'Hors ligne. Ce que vous voyez date de {time}.',
  retryNow: 'Réessayer maintenant',
  leaveWarning: 'Certaines modifications ne sont pas encore sur le serveur. Quitter quand même ?',
  newVersion:
    'Plenary a été mis à jour. Rechargez cette page quand vous le souhaitez ; le texte non envoyé est conservé.',
  reload: 'Recharger',
  recovered: {
    one: '{count} modification de votre dernière visite n’était pas sur le serveur ; elle a été envoyée.',
    other: '{count} modifications de votre dernière visite n’étaient pas sur le serveur ; elles ont été envoyées.',
  },
  opening: 'Ouverture…',
  upToDate: 'À jour',
  readOnlyReason: {
    reader: 'vous pouvez lire ce texte, non le modifier',
    closed: 'ce document n’accepte plus de modifications',
    'editor-version': 'rechargez la page pour écrire de nouveau',
    'too-large': 'ce document a atteint sa taille maximale',
    unconfirmed: 'votre accès ne peut pas être confirmé pour le moment',
  },
  refusedReason: {
    'read-only': 'vous n’avez plus le droit d’écrire.',
    closed: 'le document n’accepte plus de modifications.',
    'too-large': 'elle dépasse la taille d’une modification. Ajoutez-la par parties.',
    'document-full': 'le document a atteint sa taille maximale.',
    malformed: 'elle n’a pas pu être lue.',
    'foreign-client': 'elle vient d’une visite antérieure qui ne peut pas être poursuivie.',
    'forbidden-content': 'elle contient un élément qui n’a pas sa place dans un document.',
    gap: 'ce sur quoi elle s’appuie manque sur le serveur.',
    gone: 'vous n’avez plus accès au document.',
  },
  refusedKept: 'Voici votre texte qui n’est pas sur le serveur. Copiez-le avant d’y renoncer.',
  refusedText: 'Votre texte',
  giveUp: 'Renoncer à ce texte',
  giveUpSure: 'Y renoncer définitivement',
  copied: 'Votre texte a été copié',
  notCopied: 'Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le vous-même.',
  tooManyOpenings: 'Vous avez ouvert ce texte dans trop de fenêtres. Fermez-en une, et il s’ouvrira ici.',
  damaged:
    'Une partie de l’historique de ce document est endommagée. Vous voyez son dernier état correct ; les organisateurs ont été avertis.',
  resynced: 'Votre copie de ce document s’était écartée de celle du serveur. Les deux ont été réunies.',
  massDeletion:
    'La plus grande partie de ce document vient d’être supprimée. Son état antérieur a été conservé et peut être rétabli.',
  documentEnded: {
    gone: 'Ce document ne peut pas être ouvert. Il n’existe pas, ou vous n’y avez plus accès.',
    access:
      'Votre accès à ce document a pris fin. S’il s’agit d’une erreur, adressez-vous au chef de votre délégation ou au secrétariat.',
    closed: 'Ce document a été clos.',
    'taken-over': 'Vous avez ouvert ce document dans une autre fenêtre. Il se poursuit là.',
    reload: 'Ce document doit être rechargé.',
    broken:
      'Cette copie du document n’est plus fiable. Rechargez la page ; ce que la page disait enregistré est enregistré.',
  },
  leaveTitle: 'Quitter cette page ?',
  leave: 'Quitter',
  stay: 'Rester ici',
  signOutTitle: 'Se déconnecter ?',
  signOutUnsent: {
    one: '{count} de vos modifications n’est pas encore sur le serveur. La déconnexion l’efface de cet appareil.',
    other: '{count} de vos modifications ne sont pas encore sur le serveur. La déconnexion les efface de cet appareil.',
  },
  signOutSend: 'Les envoyer, puis se déconnecter',
  signOutLose: 'Se déconnecter et les perdre',
  sending: 'Envoi…',
  notAllSent: {
    one: '{count} modification n’a pas pu être envoyée.',
    other: '{count} modifications n’ont pas pu être envoyées.',
  },
  endedTitle: 'Cette page est fermée',
  ended: {
    'signed-out': 'Votre connexion a pris fin. Connectez-vous de nouveau pour continuer.',
    access:
      'Votre accès a pris fin ou a changé. S’il s’agit d’une erreur, adressez-vous au chef de votre délégation ou au secrétariat.',
    'acting-changed':
      'Vous agissez maintenant en une autre qualité. Rechargez la page pour voir ce qu’elle permet de voir.',
    unconfirmed:
      'Votre accès n’a pas pu être confirmé pendant un certain temps ; cette page a donc été fermée. Rien de ce qui a été enregistré n’est perdu.',
    rate: 'Cette page a envoyé plus qu’elle ne le peut et a été déconnectée. Rechargez-la pour continuer.',
  },
  keptOnDevice: {
    one: '{count} modification qui n’est pas sur le serveur est gardée sur cet appareil. Elle est envoyée dès que vous vous y êtes connecté de nouveau.',
    other:
      '{count} modifications qui ne sont pas sur le serveur sont gardées sur cet appareil. Elles sont envoyées dès que vous vous y êtes connecté de nouveau.',
  },
  keptInTab: {
    one: '{count} modification n’est pas sur le serveur. Elle est gardée dans ce seul onglet, pendant une heure.',
    other:
      '{count} modifications ne sont pas sur le serveur. Elles sont gardées dans ce seul onglet, pendant une heure.',
  },
  keptInTabHow:
    'Connectez-vous de nouveau dans un autre onglet, au même titre, puis revenez ici : ce qui est gardé est alors envoyé. Fermer ou recharger cet onglet, c’est le perdre.',
  keptReturn: {
    nobody: 'Personne n’est encore connecté.',
    somebodyElse:
      'Une autre personne est connectée, ou vous agissez à un autre titre. Ce qui est gardé ici n’a pas été envoyé.',
  },
  openAnother: 'Se connecter dans un autre onglet',
  sendKept: 'Envoyer maintenant',
  deleteKept: 'Supprimer ce qui est gardé',
  deleteKeptSure: 'Supprimer définitivement',
  keptDeleted: 'Ce qui était gardé dans cet onglet a été supprimé.',
  crowded: 'Trop de vos pages sont ouvertes en même temps. Fermez-en une, et celle-ci se remettra à jour.',
  loadAgain: 'Recharger la page',
}
