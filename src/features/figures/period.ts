import { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { monthInWords } from '../../shared/time/words.ts';
import { faultTexts, partTexts } from './figures.text.ts';

/** Whole tertials and whole years alone: of periods that overlap in other ways one could be taken from the other. */
export type Period = { year: number; part: Tertial | undefined };
export type Tertial = 1 | 2 | 3;
export const TERTIALS = [1, 2, 3] as const;

/** GFO opened that year. */
const FIRST_YEAR = 2019;

/** As they stand in an address, in the order of the year. */
const PARTS = Object.keys(partTexts) as (keyof typeof partTexts)[];

export type Asked = { ar?: string | undefined; del?: string | undefined };
type Read = { period: Period; faults: { name: 'ar' | 'del'; text: string }[] };

/** What the address asks for. Without anything asked, or with faults: this year, as far as it has come. */
export function readPeriod({ ar = '', del = '' }: Asked, now: Temporal.Instant): Read {
  const thisYear = inStockholm(now).year;
  const year = ar.trim() === '' ? thisYear : /^\d{4}$/.test(ar.trim()) ? Number(ar) : undefined;
  const part = del === '' ? undefined : (PARTS as readonly string[]).indexOf(del) + 1 || undefined;
  const fault = (name: 'ar' | 'del', text: string): Read => ({
    period: { year: thisYear, part: undefined },
    faults: [{ name, text }],
  });
  if (year === undefined) return fault('ar', faultTexts.year);
  if (year < FIRST_YEAR) return fault('ar', faultTexts.tooEarly(FIRST_YEAR));
  if (year > thisYear) return fault('ar', faultTexts.notYet(year));
  if (del !== '' && !part) return fault('del', faultTexts.part);
  const period: Period = { year, part: part as Tertial | undefined };
  return hasBegun(period, now) ? { period, faults: [] } : fault('del', faultTexts.partNotYet(nameOf(period)));
}

/** As an address has it. */
export const askedFor = ({ year, part }: Period): Asked => ({ ar: String(year), del: part && PARTS[part - 1] });

/** The months of it, 1 to 12. */
export function monthsOf({ part }: Pick<Period, 'part'>): number[] {
  const [first, length] = part ? [part * 4 - 3, 4] : [1, 12];
  return Array.from({ length }, (_, at) => first + at);
}

const hasBegun = (period: Period, now: Temporal.Instant) => hasCome({ year: period.year, month: monthsOf(period)[0] ?? 1 }, now);

export function isOver({ year, part }: Period, now: Temporal.Instant): boolean {
  const after = Temporal.PlainYearMonth.from({ year, month: monthsOf({ part }).at(-1) ?? 12 }).add({ months: 1 });
  return hasCome(after, now);
}

/** Whether the month has begun in Sweden. */
export function hasCome({ year, month }: { year: number; month: number }, now: Temporal.Instant): boolean {
  const today = inStockholm(now);
  return year < today.year || (year === today.year && month <= today.month);
}

/** The latest tertial that is over. */
export function lastTertial(now: Temporal.Instant): Period {
  const { year, month } = inStockholm(now);
  const ended = Math.floor((month - 1) / 4);
  return ended === 0 ? { year: year - 1, part: 3 } : { year, part: ended as Tertial };
}

/** "januari–april 2026", "2026" */
export function nameOf({ year, part }: Period): string {
  const months = monthsOf({ part });
  const [first, last] = [months[0], months.at(-1)].map((month = 1) => monthInWords({ month }));
  return part ? `${first}–${last} ${year}` : String(year);
}
