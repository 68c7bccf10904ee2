import type { Temporal } from 'temporal-polyfill';
import type { Facts } from '../../shared/facts/facts.schema.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';

type Rule = Pick<Facts['begaran'], 'svarManader'>;

/** The last day for the answer to what was asked for then: the same day of a later month, or that month's last. */
export function answerBy(askedAt: Temporal.Instant, { svarManader }: Rule): Temporal.PlainDate {
  return inStockholm(askedAt).toPlainDate().add({ months: svarManader });
}

/** Whether that day has passed. It is not late on the day itself. */
export function isLate(askedAt: Temporal.Instant, now: Temporal.Instant, rule: Rule): boolean {
  return inStockholm(now).toPlainDate().since(answerBy(askedAt, rule)).sign > 0;
}
