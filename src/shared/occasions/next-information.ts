import { Temporal } from 'temporal-polyfill';
import type { Occasion } from './occasion.ts';

/** The name that Så funkar det has among the activities; its page is not one of theirs. */
export const INFORMATION = 'sa-funkar-det';

/**
 * The next ones that one can still come along to, if only by standing in line, the nearest first. Of a day cut into times: while
 * one of them lies ahead.
 */
export function nextInformation(occasions: readonly Occasion[], now: Temporal.Instant): Occasion[] {
  return occasions.filter(
    ({ activity, notBookable, isSlotted, startsAt, sessions }) =>
      activity === INFORMATION &&
      (notBookable === null || notBookable === 'not_open_yet') &&
      [startsAt, ...(isSlotted ? sessions.map((slot) => slot.startsAt) : [])].some(
        (start) => Temporal.Instant.compare(start, now) > 0,
      ),
  );
}
