import type { French } from '../../message-types.ts'
import type { agendaRefusals as en } from '../en/agenda-refusals.ts'

export const agendaRefusals: French<typeof en> = {
  'agenda/item-is-pending': 'Le point {number} n’a pas encore été abordé.',
  'agenda/item-is-open': 'Le point {number} est en discussion.',
  'agenda/item-is-suspended': 'Le point {number} est suspendu.',
  'agenda/item-is-closed': 'Le point {number} est clos. Il ne peut être rouvert que par décision.',
  'agenda/item-is-deferred': 'Le point {number} est reporté.',
  'agenda/item-is-withdrawn': 'Le point {number} a été retiré.',
  'agenda/item-is-over': 'Le point {number} est clos ou retiré.',
  'agenda/sub-item-open': 'Closez d’abord le {subItem} : le point {number} ne peut finir avant ses alinéas.',
  'agenda/parent-is-over': 'Le point {parent} n’est plus ouvert. Rouvrez-le avant le {number}.',
  'agenda/needs-decision':
    'L’ordre du jour est adopté. Indiquez la décision de l’organe sur laquelle repose cette modification.',
  'agenda/reopen-needs-decision': 'Un point clos n’est rouvert que par décision. Indiquez-la.',
  'agenda/withdrawal-needs-agreement':
    'L’ordre du jour est adopté : le retrait du point demande l’accord de l’organe. Priez la présidence de le lui soumettre.',
  'agenda/already-adopted': 'L’ordre du jour est déjà adopté.',
  'agenda/adopted-in-plenary':
    'La plénière adopte l’ordre du jour : ouvrez d’abord sa séance, ou indiquez la décision par laquelle il a été adopté.',
  'agenda/no-plenary': 'La conférence n’a pas encore de plénière. Créez-la d’abord.',
  'agenda/one-plenary': 'La conférence a déjà sa plénière.',
  'agenda/no-meeting':
    'Aucune séance où le point {number} puisse être abordé n’est en cours. Ouvrez la séance, puis le point.',
  'agenda/meeting-not-open': 'La séance n’est pas en cours.',
  'agenda/meeting-is-open': 'La séance est en cours.',
  'agenda/meeting-is-suspended': 'La séance est suspendue.',
  'agenda/meeting-is-closed': 'La séance est levée. Son compte rendu demeure ; prévoyez une autre séance.',
  'agenda/meeting-is-cancelled': 'La séance a été annulée.',
  'agenda/body-in-session': 'Cet organe tient une autre séance. Levez-la avant d’ouvrir la suivante.',
  'agenda/not-at-this-desk':
    'Cela revient à la présidence de cet organe et au pupitre du secrétariat. Vous pouvez suivre ici.',
  'agenda/not-an-organiser': 'L’organisateur et le secrétaire de la conférence s’en chargent.',
  'agenda/not-announcing': 'Le pupitre, le responsable des documents et le protocole font les annonces.',
  'agenda/head-declares': 'Le chef de délégation ou un adjoint déclare la délégation présente.',
  'agenda/opened-meanwhile': '{name} a ouvert le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/suspended-meanwhile': '{name} a suspendu le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/resumed-meanwhile': '{name} a repris le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/deferred-meanwhile': '{name} a reporté le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/closed-meanwhile': '{name} a clos le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/reopened-meanwhile': '{name} a rouvert le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/withdrawn-meanwhile': '{name} a retiré le point {number} à {time}, avant vous. Rien d’autre n’a été fait.',
  'agenda/changed-meanwhile': 'Le point {number} vient d’être modifié. Regardez-le de nouveau.',
  'agenda/meeting-changed-meanwhile': 'La séance vient d’être modifiée. Regardez-la de nouveau.',
  'agenda/neighbour-moved': 'Ce point a été déplacé entre-temps. Regardez de nouveau, puis déplacez.',
  'agenda/two-levels': 'Un ordre du jour a des points et des alinéas, pas de troisième niveau.',
  'agenda/number-taken': 'Un autre point porte le numéro {number}. Choisissez un numéro libre.',
  'agenda/room-name-taken': 'Il y a déjà une salle {name}. Donnez un autre nom à celle-ci.',
  'agenda/collides':
    '{body} siège de {from} à {to}, dans la même salle ou avec les mêmes délégations. Choisissez un autre horaire, ou confirmez que vous le souhaitez.',
  'agenda/slots-clash':
    'Les points {first} et {second} seraient examinés en même temps. Décalez aussi les créneaux suivants, ou confirmez que vous le souhaitez.',
  'agenda/slots-outside':
    'Le dernier point finirait après la séance. Prolongez la séance, ou changez d’abord l’horaire des points.',
  'agenda/ends-before-start': 'La fin doit suivre le début.',
  'agenda/longer-than-a-day': 'Rien ne dure plus d’un jour. Vérifiez la date.',
  'agenda/cannot-undo': 'Cela ne peut être annulé.',
  'agenda/already-undone': 'Cela a déjà été annulé.',
  'agenda/undo-too-late': 'Une minute est passée. Ce qui a été fait demeure ; passez à l’étape suivante.',
  'agenda/undo-overtaken': 'Il s’est passé autre chose depuis. Ce qui a été fait demeure.',
}
