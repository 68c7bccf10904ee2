import { Temporal } from 'temporal-polyfill';
import { isPublished, type Publication } from '../../shared/content/published.ts';

/** So many days before a consent ends it is warned of, once each; the nearest first. */
export const WARNED_BEFORE = [7, 30] as const;
export type DaysBefore = (typeof WARNED_BEFORE)[number];

type Agreed = Publication & { samtycke: { till: string } };

/**
 * The warnings that are due on that day (`2026-11-29`, Stockholm's): for each text that shows, the nearest that has been
 * reached. A day on which nothing ran is thus caught up with, and what has been passed by is never sent afterwards. Which of
 * them have been given already, the database knows.
 */
export function dueWarnings<Text extends Agreed>(texts: readonly Text[], today: string): { text: Text; days: DaysBefore }[] {
  return texts
    .filter((text) => isPublished(text, today))
    .flatMap((text) => {
      const left = Temporal.PlainDate.from(today).until(text.samtycke.till).days;
      const days = WARNED_BEFORE.find((before) => left <= before);
      return days === undefined ? [] : [{ text, days }];
    });
}
