import type { French } from '../../message-types.ts'
import type { notes as en } from '../en/notes.ts'

export const notes: French<typeof en> = {
  onItem: 'Notes sur le point {number}',
  delegation: 'Notes de la délégation',
  personal: 'Mes notes',
  session: 'Notes de séance',
  sessionFromSecretariat: 'Notes de séance du secrétariat',
  editorLabel: 'Notes, point {number}, délégation seulement',
  personalLabel: 'Mes notes, point {number}, vous seulement',
  sessionLabel: 'Notes de séance, point {number}, toutes les délégations',
  empty: 'Pas encore de notes sur le point {number}. Commencez à écrire — seule votre délégation les verra.',
  emptyPersonal:
    'Pas encore de notes personnelles sur le point {number}. Commencez à écrire — personne d’autre ne les verra.',
  emptySession: 'Le secrétariat n’a pas encore de notes sur le point {number}.',
  secretariat: 'Notes du secrétariat',
  startWriting: 'Commencer à écrire',
  emptySecretariat: 'Aucune note sur le point {number}. Commencez à écrire — seul le secrétariat les verra.',
  secretariatLabel: 'Notes, point {number}, secrétariat seulement',
}
