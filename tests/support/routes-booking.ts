import { randomUUID } from 'node:crypto';
import type { Action } from './routes-actions.ts';
import { all, but, EVERYBODY, PORTAL } from './routes-columns.ts';
import type { Page } from './routes-pages.ts';

const nowhere = `/bokning/${randomUUID()}/${'0'.repeat(64)}`;

/** Where one books, and the pages of a booking: a visitor's by its link, a home's to whoever made it or is named in it. */
export const bookingPages: Page[] = [
  ['kalender/[nummer]/boka.astro', (c) => `/kalender/${c.occasion}/boka`, EVERYBODY],
  ['kalender/tack.astro', () => '/kalender/tack', all(EVERYBODY, 'in', '>kalender')],
  ['kalender/tack.ics.ts', () => '/kalender/tack.ics', all(EVERYBODY, 'in', '404')],
  ['bokning/[...lank].astro', (c) => c.visitorLink, EVERYBODY, () => 'Er bokning'],
  ['bokning/[...lank].astro', () => nowhere, all(EVERYBODY, 'in', '404')],
  ['bokning/[id]/[key]/kalender.ics.ts', (c) => `${c.visitorLink}/kalender.ics`, EVERYBODY],
  ['bokning/[id]/[key]/kalender.ics.ts', () => `${nowhere}/kalender.ics`, all(EVERYBODY, 'in', '404')],
  ['sa-funkar-det/bjud-in-oss.astro', () => '/sa-funkar-det/bjud-in-oss', EVERYBODY],
  ['mina-sidor/kalender/[nummer]/boka.astro', (c) => `/mina-sidor/kalender/${c.occasion}/boka`, PORTAL],
  ['mina-sidor/bokningar/[id]/[...steg].astro', (c) => `/mina-sidor/bokningar/${c.booking}`, but(PORTAL, 'in', '404', '404')],
  [
    'mina-sidor/bokningar/[id]/kalender.ics.ts',
    (c) => `/mina-sidor/bokningar/${c.booking}/kalender.ics`,
    but(PORTAL, 'in', '404', '404'),
  ],
];

const TO_CALENDAR = all(EVERYBODY, 'in', '>kalender');
const own = (step: string): Pick<Action, 'on' | 'empty' | 'may'> => ({
  on: (c) => `/mina-sidor/bokningar/${c.booking}${step}`,
  empty: all(PORTAL, 'in', '>bokningar'),
  may: ['adultA'],
});

/** Whoever is not signed in books with what the form holds, and changes a booking with its link: an empty form does neither. */
export const bookingActions: Action[] = [
  { name: 'booking.choose', on: (c) => `/kalender/${c.occasion}/boka`, empty: TO_CALENDAR, may: [] },
  { name: 'booking.book', on: (c) => `/kalender/${c.occasion}/boka`, empty: TO_CALENDAR, may: [] },
  { name: 'booking.act', on: () => nowhere, empty: TO_CALENDAR, may: [] },
  { name: 'booking.change', on: () => nowhere, empty: TO_CALENDAR, may: [] },
  { name: 'booking.setNeeds', on: () => nowhere, empty: TO_CALENDAR, may: [] },
  { name: 'visit.ask', on: () => '/sa-funkar-det/bjud-in-oss', empty: all(EVERYBODY, 'in', '422'), may: [] },
  {
    name: 'myBooking.book',
    on: (c) => `/mina-sidor/kalender/${c.occasion}/boka`,
    empty: all(PORTAL, 'in', '>kalender'),
    may: ['adultB', 'adultA', 'other'],
    filled: (c) => ({ tillfalle: String(c.occasion), bokning: randomUUID(), vuxna: c.people.adultB.id }),
  },
  { name: 'myBooking.act', ...own(''), filled: (c) => ({ bokning: c.booking, gor: 'cancel' }) },
  {
    name: 'myBooking.change',
    ...own('/andra'),
    filled: (c) => ({ bokning: c.booking, form: 'digital', vuxna: c.people.adultB.id }),
  },
  { name: 'myBooking.setNeeds', ...own('/behov'), filled: (c) => ({ bokning: c.booking, fraga: 'Får hunden vara med?' }) },
];
