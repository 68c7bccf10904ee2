import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, timeInWords } from '../../shared/time/words.ts';
import type { Opening } from './my-home.schema.ts';
import { openingTexts } from './my-home.text.ts';
import { roleInWords } from './my-home.ts';

/** Who did what, how often and when on one day: `what` goes on where `who` ends. */
type Line = { who: string; what: string };
export type OpenedDay = { day: string; lines: Line[] };
/** At least one, the latest first. */
type Group = [Opening, ...Opening[]];

/** The log as a person reads it, day by day: the same role doing the same thing is one line a day. The newest comes first. */
export function openedByDay(openings: readonly Opening[], now: Temporal.Instant): OpenedDay[] {
  const days = grouped(openings, ({ at }) => dateInWords(inStockholm(at), now));
  return days.map(([day, thatDay]) => ({
    day,
    lines: grouped(thatDay, (one) => `${roleInWords(one)} ${one.action}`).map(([, same]) => lineOf(same)),
  }));
}

/** At most so many, ending with a whole day when more come after: a day is counted on one page where that can be. */
export function wholeDays(openings: readonly Opening[], most: number): readonly Opening[] {
  const page = openings.slice(0, most);
  const next = openings[most];
  if (!next) return page;
  const dayOf = ({ at }: Opening) => inStockholm(at).toPlainDate().toString();
  const whole = page.filter((opening) => dayOf(opening) !== dayOf(next));
  return whole.length > 0 ? whole : page;
}

function grouped(openings: readonly Opening[], keyOf: (opening: Opening) => string): [string, Group][] {
  const groups = new Map<string, Group>();
  for (const opening of openings) {
    const key = keyOf(opening);
    const group = groups.get(key);
    if (group) group.push(opening);
    else groups.set(key, [opening]);
  }
  return [...groups];
}

function lineOf(same: Group): Line {
  const latest = same[0];
  const [from, to] = [same.at(-1) ?? latest, latest].map(({ at }) => timeInWords(inStockholm(at)));
  const times = from === to ? `kl. ${to}` : `kl. ${from}–${to}`;
  const what = openingTexts[latest.action];
  return { who: roleInWords(latest), what: same.length === 1 ? `${what} ${times}` : `${what} ${same.length} gånger, ${times}` };
}
