import type { Temporal } from 'temporal-polyfill';
import { facts } from '../../shared/facts/facts.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateTimeInWords } from '../../shared/time/words.ts';
import type { Staff } from './staff.schema.ts';

/** When somebody was last here. Sessions are forgotten after a time; a second factor says that there has been one. */
export function lastSeen(
  { lastSeenAt, hasSecondFactor }: Pick<Staff, 'lastSeenAt' | 'hasSecondFactor'>,
  now: Temporal.Instant,
): string {
  if (lastSeenAt) return dateTimeInWords(inStockholm(lastSeenAt), now);
  return hasSecondFactor ? `Inte de senaste ${facts.gallring.sparDagar} dagarna` : 'Inte än';
}
