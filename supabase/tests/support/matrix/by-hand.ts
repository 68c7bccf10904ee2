import { randomUUID } from 'node:crypto';
import type { Cast } from '../cast.ts';
import { address, at, but, DESK, HOME, OPEN, type Row } from './columns.ts';

const adult = (email: string) => ({
  first: 'Ny',
  last: `Handsson${randomUUID()}`,
  email,
  email_key: email,
  phone: '+46701740605',
});
const call = { p_kind: 'registration', p_municipality: 'timra', p_considering: 'not_sure' };
const home = { p_kind: 'home', p_municipality: 'timra', p_is_foster_home: true };
const with1 = (email: string, more: object) => ({ p_adults: JSON.stringify([adult(email)]), ...more });
const all = (word: string) => [word, word, word, word];

export const byHand: Row[] = [
  ['enter_by_hand', 'a registration', () => with1(address(), call), DESK],
  ['enter_by_hand', 'a home', () => with1(address(), home), DESK],
  [
    'enter_by_hand',
    'a home that is of no kind',
    () => with1(address(), { ...home, p_is_foster_home: false }),
    but(DESK, ...all('no_kind')),
  ],
  [
    'enter_by_hand',
    'with an address of another home',
    (c) => with1(c.people.other.email, call),
    but(DESK, ...all('address_taken')),
  ],
  ['enter_by_hand', 'with an address of staff', (c) => with1(c.people.head.email, call), but(DESK, ...all('staff_address'))],
  [
    'enter_by_hand',
    'for who cannot coordinate',
    (c) => with1(address(), { ...home, p_coordinator: c.people.communicator.id }),
    but(DESK, ...all('not_this_one')),
  ],
  ['invite_adults', '', (c: Cast) => at(c.home), HOME],
  ['invite_adults', 'only registered', (c) => at(c.fresh), OPEN],
  ['invite_adults', 'of a protected home', (c) => at(c.hidden), but(OPEN, 'yes', 'coordinators_only', 'yes')],
  ['keep_import', '', () => ({ p_rows: '[]' }), DESK],
  ['import_draft', '', (c) => ({ p_draft: c.draft }), but(DESK, 'yes', 'nothing', 'nothing', 'nothing')],
  ['confirm_import', '', (c) => ({ p_draft: c.draft }), but(DESK, 'yes', 'missing', 'missing', 'missing')],
  ['invite_imported', 'that is not entered', (c) => ({ p_draft: c.draft }), but(DESK, ...all('missing'))],
  ['import_draft', 'that is nobody’s', () => ({ p_draft: randomUUID() }), but(DESK, ...all('nothing'))],
  ['confirm_import', 'that is nobody’s', () => ({ p_draft: randomUUID() }), but(DESK, ...all('missing'))],
  ['invite_imported', 'that is nobody’s', () => ({ p_draft: randomUUID() }), but(DESK, ...all('missing'))],
];
