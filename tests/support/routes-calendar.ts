import { EVERYBODY, PORTAL } from './routes-columns.ts';
import type { Page } from './routes-pages.ts';

/** The calendar and what can be booked: open to all, and at the portal for a signed-in home. */
export const calendarPages: Page[] = [
  ['kalender/index.astro', () => '/kalender', EVERYBODY],
  ['kalender.ics.ts', () => '/kalender.ics', EVERYBODY],
  ['kalender/[nummer]/index.astro', (c) => `/kalender/${c.occasion}`, EVERYBODY],
  ['kalender/[nummer]/platser.ts', (c) => `/kalender/${c.occasion}/platser`, EVERYBODY],
  ['mina-sidor/kalender/index.astro', () => '/mina-sidor/kalender', PORTAL],
  ['mina-sidor/kalender/[nummer]/index.astro', (c) => `/mina-sidor/kalender/${c.occasion}`, PORTAL],
  ['mina-sidor/kalender/[nummer]/platser.ts', (c) => `/mina-sidor/kalender/${c.occasion}/platser`, PORTAL],
];
