import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Audience } from '../../shared/occasions/occasion.ts';
import { FORM_WORDS, spanInWords } from '../../shared/occasions/words.ts';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { dateTimeInWords } from '../../shared/time/words.ts';
import { WHOM } from './list-words.ts';
import type { EVENT_KINDS, OccasionEvent } from './run-occasions.schema.ts';
import { STATE_WORDS } from './run-occasions.text.ts';

type Kind = (typeof EVENT_KINDS)[number];
type Details = OccasionEvent['details'];

const bookings = (count: unknown) => (count === 1 ? '1 bokning' : `${Number(count)} bokningar`);
const toldOf = ({ told }: Details) => (told === undefined ? '' : ` Mejl till ${bookings(told)}.`);

/** What somebody has done, after their name. */
const KIND_WORDS: Record<Kind, (details: Details) => string> = {
  made: () => 'gjorde utkastet',
  saved: () => 'ändrade',
  copied: ({ from }) => `kopierade tillfälle ${Number(from)}`,
  made_by_rule: () => 'gjorde det med årets regel',
  published: () => 'publicerade',
  back_to_draft: () => 'gjorde det till utkast igen',
  booking_closed: () => 'stängde bokningen',
  booking_opened: () => 'öppnade bokningen igen',
  discarded: () => 'tog bort utkastet',
  restored: () => 'tog tillbaka utkastet',
  link_renewed: () => 'bytte länken för inbjudna',
  cancelled: (details) => `ställde in.${toldOf(details)}`,
  moved: (details) => `flyttade.${toldOf(details)}`,
  capacity: ({ offered }) =>
    `ändrade antalet platser${Number(offered) > 0 ? `, och kön fick ${offered === 1 ? 'ett erbjudande' : `${Number(offered)} erbjudanden`}` : ''}`,
  offered_by_hand: ({ booking }) => `erbjöd bokning ${Number(booking)} en plats utanför turordningen`,
  messaged: ({ subject, ...details }) => `mejlade: ”${String(subject)}”.${toldOf(details)}`,
};

export const eventInWords = ({ kind, details }: OccasionEvent): string => KIND_WORDS[kind](details);

const FIELD_WORDS: Record<string, string> = {
  state: 'läge',
  title: 'namn',
  theme: 'tema',
  about: 'beskrivning',
  audience: 'vilka det är för',
  municipalities: 'vilka kommuners hem',
  municipality: 'kommun',
  place: 'plats',
  address: 'adress',
  digital_link: 'digital länk',
  digital_seats: 'platser digitalt',
  physical_seats: 'platser på plats',
  is_slotted: 'egna tider',
  takes_children: 'barn',
  gives_certificate: 'intyg',
  largest_party: 'största sällskap',
  booking_opens_at: 'bokningen öppnar',
  booking_closes_at: 'bokningen stänger',
  switch_until: 'byta form senast',
  sessions: 'träffar',
};

/** What was changed, field by field: "namn: Connect → Connect för er". */
export function differencesIn({ kind, details }: OccasionEvent, now: Temporal.Instant): string[] {
  if (kind === 'moved') return [`${spanOf(details.was, now)} → ${spanOf(details.to, now)}`];
  if (kind === 'capacity') return [`${seatsOf(details.was)} → ${seatsOf(details.to)}`];
  if (kind !== 'saved') return [];
  return Object.entries(details).map(([field, pair]) => {
    const word = FIELD_WORDS[field] ?? field;
    if (!Array.isArray(pair) || pair.length < 2 || field.startsWith('municipalit')) return `${word}: ändrat`;
    return `${word}: ${worded(field, pair[0], now)} → ${worded(field, pair[1], now)}`;
  });
}

function worded(field: string, value: unknown, now: Temporal.Instant): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'inget';
  if (field === 'sessions' && Array.isArray(value)) return value.map((one) => spanOf(one, now)).join('; ');
  if (field === 'state') return STATE_WORDS[value as keyof typeof STATE_WORDS].toLowerCase();
  if (field === 'audience')
    return [value]
      .flat()
      .map((one) => WHOM[one as Audience])
      .join(', ');
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (field.endsWith('_at') || field === 'switch_until') return whenOf(value, now);
  return plain(value);
}

/** Words and numbers, one or several. */
const plain = (value: unknown): string =>
  z
    .array(z.union([z.string(), z.number()]))
    .parse([value].flat())
    .join(', ');

type Part = {
  startsAt?: string;
  endsAt?: string;
  place?: string;
  address?: string;
  form?: keyof typeof FORM_WORDS;
  link?: string;
};

/** A session as it was or is; `now` says which year goes without saying. */
function spanOf(value: unknown, now: Temporal.Instant): string {
  const { startsAt, endsAt, place, address, form, link } = Object(value) as Part;
  const when = startsAt && endsAt && spanInWords({ startsAt: parseTimestamp(startsAt), endsAt: parseTimestamp(endsAt) }, now);
  const where = [place, address].filter(Boolean).join(', ') || (form && FORM_WORDS[form]);
  return [when, where, link].filter(Boolean).join(', ') || 'samma plats för alla';
}

const whenOf = (value: unknown, now: Temporal.Instant) => dateTimeInWords(inStockholm(parseTimestamp(String(value))), now);

function seatsOf(value: unknown): string {
  const { digital, physical } = Object(value) as { digital?: number; physical?: number };
  return [digital !== undefined && `${digital} digitalt`, physical !== undefined && `${physical} på plats`]
    .filter(Boolean)
    .join(', ');
}
