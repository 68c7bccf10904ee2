import type { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import { type Entry, entriesOf, type Month, monthsOf, monthToShow, nextOfEach } from './calendar.rules.ts';
import { choicesIn, type Filter, filterFrom, isIn, type Kinds } from './filter.rules.ts';

/** The calendar as it is asked for: what is filtered by, and the list or one month of it. */
export type Calendar = {
  filter: Filter;
  /** What there is to choose between. */
  choices: Record<keyof Filter, string[]>;
  /** How many there are in all, whatever is filtered by. */
  all: number;
  /** Every occasion once, month by month. */
  list: Month[];
  /** Each of its days; undefined in the list. */
  month?: MonthShown | undefined;
};

export type MonthShown = Month & {
  /** The month that was asked for and has nothing. */
  instead?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
};

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `query` as it stands in the address: slag, form, kommun, vy=manad, manad=2027-01. */
export function calendarFrom(
  query: URLSearchParams,
  occasions: readonly Occasion[],
  kinds: Kinds,
  now: Temporal.Instant,
): Calendar {
  const filter = filterFrom(query, kinds);
  const ahead = entriesOf(occasions, now);
  const entries = ahead.filter(({ occasion }) => isIn(filter, occasion, kinds));
  const shown = [...new Set(ahead.map(({ occasion }) => occasion))];
  return {
    filter,
    choices: choicesIn(shown, filter, kinds),
    all: shown.length,
    list: monthsOf(nextOfEach(entries)),
    month: query.get('vy') === 'manad' ? monthFrom(query.get('manad'), entries, now) : undefined,
  };
}

function monthFrom(asked: string | null, entries: readonly Entry[], now: Temporal.Instant): MonthShown | undefined {
  const months = monthsOf(entries);
  const wanted = asked && MONTH.test(asked) ? asked : undefined;
  const shown = monthToShow(months, wanted, now);
  if (!shown) return undefined;
  return {
    ...shown,
    instead: wanted && wanted !== shown.month ? wanted : undefined,
    before: months.findLast(({ month }) => month < shown.month)?.month,
    after: months.find(({ month }) => month > shown.month)?.month,
  };
}
