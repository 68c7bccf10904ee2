import { Temporal } from 'temporal-polyfill';
import type { Home } from './my-home.schema.ts';
import { kindTexts, leadTexts } from './my-home.text.ts';
import type { Row } from './way.ts';

type Matter = Pick<Home, 'phase' | 'callBy' | 'pausedUntil'>;

/** Whether the time by which GFO would be in touch has passed, and nobody has noted that you have talked. */
export function isOverdue({ phase, callBy }: Matter, now: Temporal.Instant): boolean {
  return phase === 'interest' && callBy !== null && Temporal.Instant.compare(callBy, now) < 0;
}

/** Which sentence is true of the home now. */
export function situationOf(matter: Matter, now: Temporal.Instant): keyof typeof leadTexts {
  if (matter.phase === 'closed') return 'closed';
  if (matter.pausedUntil) return 'paused';
  if (matter.phase !== 'interest') return matter.phase;
  if (!matter.callBy) return 'unpromised';
  return isOverdue(matter, now) ? 'overdue' : 'promised';
}

/** Where the home is, in a sentence or two; `inWords` says a number. */
export function leadOf(matter: Matter, rows: readonly Row[], now: Temporal.Instant, inWords: (number: number) => string): string {
  const situation = situationOf(matter, now);
  const lead = leadTexts[situation];
  return situation === 'assessment' && rows.length > 0 ? `${lead} ${countOf(rows, inWords)}` : lead;
}

function countOf(rows: readonly Row[], inWords: (number: number) => string): string {
  const done = rows.filter(({ is }) => is === 'done').length;
  const left = rows.length - done;
  const words = (count: number) => (count === 1 ? 'ett' : inWords(count));
  const first = words(done).replace(/^./, (letter) => letter.toUpperCase());
  return `${first} steg är ${done === 1 ? 'klart' : 'klara'}, ${words(left)} är kvar.`;
}

export function kindOf({
  phase,
  isFosterHome,
  isEmergencyHome,
}: Pick<Home, 'phase' | 'isFosterHome' | 'isEmergencyHome'>): string {
  if (phase !== 'home') return kindTexts.other;
  if (isFosterHome && isEmergencyHome) return kindTexts.both;
  if (isFosterHome) return kindTexts.foster;
  return isEmergencyHome ? kindTexts.emergency : kindTexts.other;
}

/** Whether there is a way to pause on, or to leave: a home that cares for children speaks with its coordinator first. */
export function isOnTheWay({ phase }: Pick<Home, 'phase'>): boolean {
  return phase === 'interest' || phase === 'assessment';
}
