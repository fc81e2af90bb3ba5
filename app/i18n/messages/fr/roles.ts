import type { French } from '../../message-types.ts'
import type { roles as en } from '../en/roles.ts'

export const roles: French<typeof en> = {
  ORGANISER: 'Organisateur',
  CHAIR: 'Président',
  CO_CHAIR: 'Coprésident',
  SECRETARY: 'Secrétaire de la Conférence',
  RAPPORTEUR: 'Rapporteur',
  FLOOR_MANAGER: 'Responsable de séance',
  DOCUMENTS_OFFICER: 'Responsable des documents',
  PROTOCOL_OFFICER: 'Responsable du protocole',
  LEGAL_OFFICER: 'Juriste',
  INFORMATION_SECURITY_OFFICER: 'Responsable de la sécurité de l’information',
  FORCE_GENERATION_OFFICER: 'Responsable de la génération de force',
  INTERPRETER: 'Interprète',
  TECHNICAL_OFFICER: 'Responsable technique',
  HEAD: 'Chef de délégation',
  DEPUTY_HEAD: 'Chef adjoint de délégation',
  MILITARY_ADVISER: 'Conseiller militaire',
  DRAFTER: 'Rédacteur',
  LEGAL_ADVISER: 'Conseiller juridique',
  LOGISTICS_ADVISER: 'Conseiller logistique',
  POLICY_ADVISER: 'Conseiller politique',
  NOTE_TAKER: 'Preneur de notes',
  OBSERVER_HEAD: 'Chef de la délégation observatrice',
  OBSERVER: 'Observateur',
}
