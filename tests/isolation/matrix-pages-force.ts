import { yes } from './expectation.ts'
import { type PageMay, type PageRow, page } from './page-row.ts'
import type { Stage } from './stage.ts'

const delegates: PageMay = { A: yes, B: yes, C: yes, secretariat: yes }
const everyDelegate: PageMay = { ...delegates, elsewhere: yes }
const secretariats: PageMay = { secretariat: yes, 'elsewhere organiser,elsewhere secretary': yes }
const heads = 'IKD.head,IKD.deputy'

type Offers = Stage['force']['offers']
const offer =
  (which: keyof Offers, then = '') =>
  ({ force }: Stage) =>
    `/forces/offers/${force.offers[which]}${then}`
const release = (which: keyof Offers) => offer(which, '/release')

/** Every page on the force. */
export const forcePages: readonly PageRow[] = [
  page('routes/forces', '/forces', { ...everyDelegate, observer: yes }),
  page('routes/forces.offers', '/forces/offers', everyDelegate),
  page('routes/forces.offers.new', '/forces/offers/new', {
    'IKD.reader': 'no',
    A: yes,
    B: yes,
    C: yes,
    'elsewhere ZEM.head': yes,
  }),
  page('routes/forces.offer', offer('own'), { A: yes }, 'an offer of A'),
  page('routes/forces.offer', offer('toSecretariat'), { A: yes, secretariat: yes }, 'an offer of A to the secretariat'),
  page('routes/forces.offer', offer('named'), { A: yes, B: yes, secretariat: yes }, 'an offer of A to B'),
  page('routes/forces.offer', offer('toStates'), delegates, 'an offer of A to states'),
  page('routes/forces.offer', offer('withdrawn'), delegates, 'a withdrawn offer of A'),
  page('routes/forces.offer', offer('ownOfB'), { B: yes }, 'an offer of B'),
  page('routes/forces.offer.release', release('own'), { [heads]: yes, A: 'no' }, 'an offer of A'),
  page(
    'routes/forces.offer.release',
    release('named'),
    { [heads]: yes, A: 'no', B: 'no', secretariat: 'no' },
    'an offer of A to B',
  ),
  page('routes/forces.support', '/forces/support', everyDelegate),
  page('routes/forces.limits', '/forces/limits', everyDelegate),
  page('routes/forces.pictures', '/forces/pictures', everyDelegate),
  page('routes/forces.document', '/forces/document', everyDelegate),
  page('routes/forces.export', '/forces/export/offers', everyDelegate, 'offers'),
  page('routes/forces.export', '/forces/export/balance', everyDelegate, 'the balance'),
  page('routes/forces.requirement', '/forces/requirement', everyDelegate),
  page('routes/forces.requirement.table', '/forces/requirement/table/present', everyDelegate),
  page('routes/forces.requirement.version', '/forces/requirement/versions/1', delegates),
  page('routes/forces.requirement.import', '/forces/requirement/import', {
    'generator,organiser,elsewhere organiser': yes,
    A: 'no',
    B: 'no',
    C: 'no',
    secretariat: 'no',
    elsewhere: 'no',
  }),
  page('routes/forces.accept', '/forces/accept', secretariats),
  page('routes/forces.observers', '/forces/observers', secretariats),
  page('routes/forces.outreach', '/forces/outreach', secretariats),
  page('routes/forces.outreach.table', '/forces/outreach/table', secretariats),
]
