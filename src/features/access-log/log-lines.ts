import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords, timeInWords } from '../../shared/time/words.ts';
import type { Line } from './access-log.schema.ts';

/** Lines that say the same of the same day: the latest of them, when the first was, and how many they are. */
export type LineGroup = { last: Line; first: Line; times: number };

/** What one person did again and again with one home in a day, as one line. The newest stays first. */
export function grouped(lines: readonly Line[]): LineGroup[] {
  const found = new Map<string, LineGroup>();
  for (const line of lines) {
    const { staff, role, number, action, ground, details } = line;
    const day = inStockholm(line.at).toPlainDate().toString();
    const key = JSON.stringify([day, staff, role, number, action, ground, details]);
    const group = found.get(key);
    if (group) Object.assign(group, { first: line, times: group.times + 1 });
    else found.set(key, { last: line, first: line, times: 1 });
  }
  return [...found.values()];
}

/** "onsdag 25 november kl. 9.12", and "onsdag 25 november kl. 9.12–14.30" for several. */
export function timeOf({ first, last }: LineGroup, now: Line['at']): string {
  const [from, to] = [inStockholm(first.at), inStockholm(last.at)];
  if (timeInWords(from) === timeInWords(to)) return dateTimeInWords(to, now);
  return `${dateInWords(to, now)} kl. ${timeInWords(from)}–${timeInWords(to)}`;
}
