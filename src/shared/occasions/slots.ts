import type { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../time/stockholm.ts';
import { dateTimeInWords, timeInWords } from '../time/words.ts';
import type { OccasionSession } from './occasion.ts';

type Slot = Pick<OccasionSession, 'id' | 'startsAt' | 'endsAt' | 'form'>;
type Begins = Pick<Slot, 'startsAt'>;

/** Slots by the day on which they are, `2027-01-29`; an occasion may have several such days. */
export const byDay = <T extends Begins>(slots: readonly T[]): Map<string, T[]> =>
  Map.groupBy(slots, ({ startsAt }) => inStockholm(startsAt).toPlainDate().toString());

/** "kl. 9.00"; among those of several days, "fredag 29 januari kl. 9.00". */
export function slotInWords({ startsAt }: Begins, among: readonly Begins[], now: Temporal.Instant): string {
  const at = inStockholm(startsAt);
  return byDay(among).size > 1 ? dateTimeInWords(at, now) : `kl. ${timeInWords(at)}`;
}

/**
 * One for each time and form, where several meet families at once and it does not matter who: the first, or the one that has been
 * chosen (`kept`).
 */
export function onePerTime<T extends Slot>(slots: readonly T[], kept: readonly (string | undefined)[] = []): T[] {
  const alike = Map.groupBy(slots, ({ startsAt, endsAt, form }) => `${startsAt} ${endsAt} ${form}`);
  return [...alike.values()].flatMap((same) => same.find(({ id }) => kept.includes(id)) ?? same.slice(0, 1));
}
