import { randomUUID } from 'node:crypto';
import type { Action } from './routes-actions.ts';
import { all, EVERYBODY, PORTAL } from './routes-columns.ts';
import type { Page } from './routes-pages.ts';

const NO_CODE = '222222222222';

/** A home's own bookings, courses and certificates, and where anybody checks a certificate. */
export const coursePages: Page[] = [
  ['mina-sidor/bokningar/index.astro', () => '/mina-sidor/bokningar', PORTAL],
  ['mina-sidor/kurser.astro', () => '/mina-sidor/kurser', PORTAL],
  ['mina-sidor/intyg/[kod].pdf.ts', () => `/mina-sidor/intyg/${NO_CODE}.pdf`, all(PORTAL, 'in', '404')],
  ['bokning/[id]/[key]/intyg/[kod].pdf.ts', () => `/bokning/${randomUUID()}/x/intyg/${NO_CODE}.pdf`, all(EVERYBODY, 'in', '404')],
  ['intyg/index.astro', () => '/intyg', EVERYBODY],
  ['intyg/[kod].astro', () => `/intyg/${NO_CODE}`, all(EVERYBODY, 'in', '404')],
];

export const courseActions: Action[] = [
  {
    name: 'myCourse.book',
    on: () => '/mina-sidor/kurser',
    empty: all(PORTAL, 'in', '>kurser'),
    // Adult A has a seat there already.
    may: ['other', 'adultB'],
    filled: (c) => ({ plats: `${randomUUID()}/${c.occasion}/digital` }),
  },
  { name: 'certificate.askName', on: () => `/intyg/${NO_CODE}`, empty: all(EVERYBODY, 'in', '>intyg'), may: [] },
];
