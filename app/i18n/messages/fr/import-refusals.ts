import type { French } from '../../message-types.ts'
import type { importRefusals as en } from '../en/import-refusals.ts'

export const importRefusals: French<typeof en> = {
  'imports/empty-file': 'Ce fichier est vide. Choisissez-le à nouveau.',
  'imports/too-large': 'Ce fichier dépasse {maximum} Mo. Divisez-le.',
  'imports/spreadsheet':
    'C’est un classeur, pas un tableau de texte. Ouvrez-le dans le tableur et enregistrez la feuille en « CSV UTF-8 ».',
  'imports/binary':
    'Ce fichier ne contient pas de texte. Choisissez un tableau CSV ou un fichier de conférence (JSON).',
  'imports/not-utf8':
    'Les lettres de ce fichier ne sont pas en UTF-8 : les noms seraient illisibles. Enregistrez-le à nouveau en choisissant « CSV UTF-8 » ou le jeu de caractères « Unicode (UTF-8) ».',
  'imports/unclosed-quote':
    'Un guillemet ouvert à la ligne {row} n’est jamais fermé. Fermez-le, ou doublez-le s’il fait partie du texte.',
  'imports/json-named-twice': '« {name} » figure deux fois, la seconde à la ligne {line}. Supprimez l’un des deux.',
  'imports/line-too-long':
    'La ligne {line} contient un texte de plus de {maximum} caractères. Raccourcissez-le, ou cherchez-y un guillemet manquant.',
  'imports/too-many-lines':
    'Ce tableau compte plus de {maximum} lignes. Divisez-le en plusieurs, ou supprimez-en les lignes vides.',
  'imports/too-much':
    'Jusqu’à la ligne {line}, il y a plus que ce que compte une conférence. Vérifiez que c’est le bon fichier.',
  'imports/json-too-deep': 'La ligne {line} est imbriquée trop profondément.',
  'imports/json-syntax':
    'La ligne {line} n’est pas du JSON. Cherchez une virgule, un crochet ou un guillemet manquant à cet endroit ou juste avant.',
  'imports/no-file': 'Choisissez un fichier.',
  'imports/file-stands-alone': 'Un fichier de conférence donne une conférence à part. Envoyez-le seul.',
  'imports/which-conference': 'Indiquez à quelle conférence ces tableaux appartiennent.',
  'imports/still-to-correct': 'Des corrections sont d’abord nécessaires ; rien n’a été écrit. L’aperçu les indique.',
  'imports/column-missing': 'Le tableau n’a pas de colonne « {column} ». Partez du modèle.',
  'imports/column-twice': 'Deux colonnes du tableau disent « {column} ». Supprimez l’une des deux.',
  'imports/column-unknown': 'La colonne « {column} » n’est pas connue et n’est pas reprise.',
  'imports/choice': 'Écrivez l’une de ces valeurs : {values}.',
  'imports/code-form': 'Un code compte de 2 à 8 lettres ou chiffres, par exemple IKD.',
  'imports/time-zone':
    'Ce n’est pas un fuseau horaire. Écrivez-le comme un lieu, par exemple Asia/Qatar ou Europe/Paris.',
  'imports/symbol-form':
    'Une racine de cotes se compose de lettres, chiffres, points, traits d’union et barres, par exemple TSF/PC.1.',
  'imports/list': 'C’est une liste : mettez-la entre [crochets].',
  'imports/not-a-conference-file':
    'Ce n’est pas un fichier de conférence. Il commence par "format": "plenary-conference" et "version": 1.',
  'imports/yes-or-no': 'Écrivez oui ou non.',
  'imports/number-twice':
    'Le point {number} existe déjà sous un autre titre. Les délégations citent les numéros : donnez-lui le sien.',
  'imports/new-body': 'La conférence n’a pas encore cet organe ; il est créé : {name}.',
  'imports/time-incomplete': 'Un horaire du programme a une date, un début et une fin.',
  'imports/date': 'Écrivez la date dans l’ordre année, mois, jour : 2026-10-20.',
  'imports/time': 'Écrivez l’heure avec les minutes : 14:30.',
  'imports/meeting-number': 'Écrivez le numéro de la séance : 1, 2, 3.',
  'imports/two-rooms':
    'Plus haut, cette séance est dans une autre salle. Donnez-lui une seule salle, ou un numéro de séance à part.',
  'imports/code-taken': 'La conférence a déjà une délégation dont le code est {code}.',
  'imports/code-twice': 'Le code {code} figure déjà à la ligne {row}.',
  'imports/similar-names':
    '{name} ({code}) et {otherName} ({otherCode}) ont des noms semblables. Les listes montrent le code à côté du nom.',
  'imports/similar-codes': '{name} ({code}) et {otherName} ({otherCode}) ont des codes faciles à confondre.',
  'imports/unknown-delegation': 'Aucune délégation n’a le code {code}.',
  'imports/role-of-another-side': 'Cette fonction relève d’un autre type de délégation, ou du secrétariat.',
  'imports/rights-of-another-side': 'Ces droits ne vont pas avec cette fonction.',
  'imports/two-names': 'Plus haut, cette adresse est celle de {name}. Deux personnes ont besoin de deux adresses.',
  'imports/already-member': 'Cette personne est déjà membre.',
  'imports/person-twice': 'Cette personne a déjà cette place, plus haut.',
  'imports/already-invited': 'Cette personne est déjà invitée à cette place. Voir la page Participants.',
  'imports/second-head': '{code} a déjà un chef. Une délégation en a un seul.',
  'imports/badge-twice': 'Le numéro {badge} est déjà attribué.',
  'imports/unknown-body': 'Aucun organe ne s’appelle {name}.',
  'imports/no-head': '{code} n’a pas de chef de délégation : personne ne peut présenter de texte ni parler en son nom.',
  'imports/two-places': '{name} agit pour {codes}, une seule à la fois.',
  'imports/unknown-room': 'Aucune salle ne s’appelle {name}.',
  'imports/unknown-officer': 'Personne au secrétariat n’a l’adresse {email}.',
  'imports/nothing-above': 'Il n’y a pas de point {parent} dont {number} relèverait.',
  'imports/third-level': 'Il y a des points et des points subsidiaires, pas de troisième niveau.',
  'imports/agenda-adopted':
    'L’ordre du jour de cette conférence est adopté. Ajoutez des points au pupitre, avec la décision de l’organe.',
  'imports/given-twice': 'C’est déjà attribué à un autre.',
  'imports/unknown-parent': 'Il n’y a pas de point {parent} dont il puisse relever.',
  'imports/circle': 'Il relèverait de lui-même. Regardez de quoi il relève.',
  'imports/unknown-item': 'Il n’y a pas de point {number}.',
  'imports/outside-the-meeting': 'Cet horaire est en dehors de la séance.',
  'imports/collision': 'Une autre séance de cet organe, ou dans cette salle, a lieu à la même heure.',
  'imports/outside-the-conference': 'Cette séance tombe un jour en dehors de la conférence.',
  'imports/clash': 'Un autre point de cette séance est à la même heure.',
  'imports/too-many-rows': 'On importe au plus {maximum} lignes à la fois ; il y en a {rows}.',
  'imports/nothing': 'Il n’y a rien à importer : les fichiers ont des en-têtes et aucune ligne.',
  'imports/same-root': 'Vous avez déjà une conférence {symbolRoot} ; ce sera une seconde.',
}
