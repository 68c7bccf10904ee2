import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import type { HistoryEvent } from './home.ts';

export type Happening = HistoryEvent & { times: number };

/** The same thing done by the same on the same day is one line: at its latest time, and how often. The order stays. */
export function grouped(events: readonly HistoryEvent[]): Happening[] {
  const found = new Map<string, Happening>();
  for (const event of events) {
    const day = inStockholm(parseTimestamp(event.at)).toPlainDate().toString();
    const key = JSON.stringify([day, event.kind, event.actor, event.by, event.adult, event.request]);
    const earlier = found.get(key);
    if (earlier) earlier.times += 1;
    else found.set(key, { ...event, times: 1 });
  }
  return [...found.values()];
}
