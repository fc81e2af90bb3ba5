import type { French } from '../../message-types.ts'
import type { today as en } from '../en/today.ts'

export const today: French<typeof en> = {
  title: 'Aujourd’hui',
  titleWithDate: 'Aujourd’hui, {date}',
  now: 'Maintenant',
  next: 'Ensuite',
  nowAndNext: 'Maintenant et ensuite',
  nothingNow: 'Aucun point n’est ouvert.',
  nothingNext: 'Rien d’autre n’est prévu aujourd’hui.',
  openWorkspace: 'Ouvrir l’espace de travail',
  programme: 'Programme',
  noProgramme: 'Rien n’est prévu aujourd’hui.',
  announcements: 'Annonces',
  noAnnouncements: 'Aucune annonce.',
  dayOfTwo: 'Jour {day} sur {total} · {place}',
  inBreak: 'La séance est suspendue.',
  tabledLately: 'Textes présentés récemment',
  minutesLately: 'Comptes rendus publiés récemment',
  noneTabled: 'Aucun texte n’a été présenté récemment.',
  noneMinutes: 'Aucun compte rendu n’a encore été publié.',
  allTabled: 'Tous les textes présentés',
  allMinutes: 'Tous les comptes rendus',
  declare: 'Déclarer votre délégation présente',
  declareHint:
    'Être connecté ne déclare rien : l’appel compte ce que disent les chefs de délégation et leurs adjoints.',
  present: 'Présente',
  left: 'Nous avons quitté la salle',
  declaredAt: 'Déclarée présente à {time}',
  leftAt: 'Partie à {time}',
  openDesk: 'Ouvrir le pupitre',
  fullProgramme: 'Programme complet',
}
