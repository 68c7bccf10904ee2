import { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import type { Waiting } from './my-day.schema.ts';
import { type Group, groupTexts, whatTexts } from './my-day.text.ts';

/** The day in its groups, each with what waits longest first, as the database gives it. */
export function dayIn(waiting: readonly Waiting[], now: Temporal.Instant): [Group, Waiting[]][] {
  const groups = Object.keys(groupTexts) as Group[];
  return groups.map((group) => [group, waiting.filter((row) => groupOf(row, now) === group)]);
}

/** What is late comes first whatever it is; a promised call of another day can wait until then. */
export function groupOf({ what, due, late }: Waiting, now: Temporal.Instant): Group {
  if (late) return 'late';
  if (what === 'silent') return 'silent';
  if (!due || whatTexts[what].time !== 'until') return 'waiting';
  const today = inStockholm(now).toPlainDate();
  return Temporal.PlainDate.compare(inStockholm(due).toPlainDate(), today) <= 0 ? 'today' : 'later';
}
