import type { Temporal } from 'temporal-polyfill';
import type { Figures, Part } from './figures.schema.ts';
import { FEW, hideParts, isFew, isOpen, type Shown, shownAlone, sum } from './hide.ts';
import { hideYear } from './hide-year.ts';
import { hasCome, isOver, monthsOf, type Period, TERTIALS } from './period.ts';

export type Row = { key: string; shown: Shown };
/** A table, or why there is none. */
export type Breakdown = { rows: Row[] } | { missing: 'running' | 'few' };

/** What may be shown of a period. */
export type Report = {
  registered: Shown;
  /** Those that have begun. */
  months: { month: number; shown: Shown }[];
  municipalities: Breakdown;
  sources: Breakdown;
  /** Of those whose promised time has come, in whole percent; undefined when they are few. */
  inTime: number | undefined;
  /** Days to the first call; undefined when those who were called are few. */
  median: number | undefined;
  ninth: number | undefined;
};

/** The keys in the order in which the tables have them. */
type Keys = { municipalities: readonly string[]; sources: readonly string[] };

export function reportOf(figures: Figures, period: Period, keys: Keys, now: Temporal.Instant): Report {
  const { promised, inTime, called, median, ninth } = partOf(figures, period.part);
  // A share and a wait say how we work and nothing of a family, as long as they stand for several.
  const ofCalled = (days: number | null) => (called < FEW ? undefined : (days ?? undefined));
  return {
    registered: registeredIn(figures, period),
    months: monthsIn(figures, period, now),
    municipalities: breakdown(figures, period, keys.municipalities, 'municipalities', now),
    sources: breakdown(figures, period, keys.sources, 'sources', now),
    inTime: promised < FEW ? undefined : Math.round((100 * inTime) / promised),
    median: ofCalled(median),
    ninth: ofCalled(ninth),
  };
}

const NOTHING: Omit<Part, 'part'> = {
  registered: 0,
  promised: 0,
  inTime: 0,
  called: 0,
  median: null,
  ninth: null,
  municipalities: {},
  sources: {},
};
const partOf = ({ parts }: Figures, part: number | undefined) => parts.find((other) => other.part === (part ?? null)) ?? NOTHING;

/** A year is a sum too, of its tertials, which are shown each by itself. */
function registeredIn(figures: Figures, { part }: Period): Shown {
  const whole = shownAlone(partOf(figures, part).registered);
  if (part || whole === 'few') return whole;
  const few = TERTIALS.map((tertial) => partOf(figures, tertial).registered).filter(isFew);
  return few.length === 0 || isOpen(few.length, sum(few)) ? whole : 'hidden';
}

/** The same in a year as in its tertials. A tertial's months are the parts of its sum. */
function monthsIn({ months }: Figures, { year, part }: Period, now: Temporal.Instant): Report['months'] {
  return TERTIALS.filter((tertial) => !part || tertial === part).flatMap((tertial) => {
    const begun = monthsOf({ part: tertial }).filter((month) => hasCome({ year, month }, now));
    const shown = hideParts(begun.map((month) => months[month - 1] ?? 0));
    return begun.map((month, at) => ({ month, shown: shown[at] ?? 'hidden' }));
  });
}

type What = 'municipalities' | 'sources';

/** Each registration has one municipality, and any number of sources, whose sum says nothing. */
const hiders = { municipalities: hideParts, sources: (counts: readonly number[]) => counts.map(shownAlone) };

function breakdown(figures: Figures, period: Period, keys: readonly string[], what: What, now: Temporal.Instant): Breakdown {
  if (!isOver(period, now)) return { missing: 'running' };
  const tertials = TERTIALS.map((tertial) => partOf(figures, tertial));
  const asked = period.part ? [partOf(figures, period.part)] : tertials;
  if (asked.some(({ registered }) => isFew(registered))) return { missing: 'few' };
  const columns = asked.map((part) => {
    const counts = keys.map((key) => part[what][key] ?? 0);
    return { counts, shown: hiders[what](counts) };
  });
  const rows = keys.map((_, row) => ({
    counts: columns.map(({ counts }) => counts[row] ?? 0),
    shown: columns.map(({ shown }) => shown[row] ?? 'hidden'),
  }));
  const shown = period.part ? rows.map((row) => row.shown[0] ?? 'hidden') : hideYear(rows, what === 'municipalities');
  if (shown.every((cell) => typeof cell !== 'number')) return { missing: 'few' };
  return { rows: keys.map((key, row) => ({ key, shown: shown[row] ?? 'hidden' })) };
}
