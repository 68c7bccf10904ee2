import type { Temporal } from 'temporal-polyfill';
import { STOCKHOLM } from '../../shared/time/stockholm.ts';
import type { WayStep } from '../../shared/way.ts';
import type { Home } from './my-home.schema.ts';
import { isLate, whenOf } from './way-times.ts';

type Doer = { who: 'ni' | 'gfo' | 'kommun' | 'myndighet'; name?: string };
/** A step as the family reads it. */
export type Row = {
  id: string;
  heading: string;
  about: string | undefined;
  is: 'done' | 'now' | 'late' | 'ahead';
  /** The first that is not done, late or not. */
  isNow: boolean;
  by: Doer[];
  when: string | undefined;
  /** Who can do something about it: the reader alone, or the family together. */
  turn: 'du' | 'ni' | undefined;
};
export type Matter = Pick<Home, 'phase' | 'way' | 'callBy' | 'pausedUntil' | 'coordinators'> & {
  me: Pick<Home['me'], 'firstName'>;
};

const ORDER: readonly Home['phase'][] = ['interest', 'assessment', 'home', 'closed'];

/** The home's way, out of the rows that it has: what is done, what happens now, what is late and what can come. */
export function wayOf(matter: Matter, now: Temporal.Instant): Row[] {
  const steps = matter.way.filter((step) => step.doneOn || isAhead(step, matter));
  const first = steps.find(({ doneOn }) => !doneOn);
  return steps.map((step) => rowOf(step, step === first, matter, now));
}

/** What a home has gone past without doing it is not on its way any more. */
function isAhead({ stage }: WayStep, { phase }: Matter): boolean {
  return ORDER.indexOf(stage) >= ORDER.indexOf(phase);
}

/** The steps that wait for the family: what happens now, and what is late, when it is theirs to do. */
export function waitingForFamily(rows: readonly Row[]): Row[] {
  return rows.filter(({ is, isNow, turn }) => turn && (isNow || is === 'late'));
}

function rowOf(step: WayStep, isNow: boolean, matter: Matter, now: Temporal.Instant): Row {
  const at = { now, today: now.toZonedDateTimeISO(STOCKHOLM).toPlainDate(), callBy: matter.callBy };
  const isPaused = matter.pausedUntil !== null;
  const late = !isPaused && isLate(step, at);
  return {
    id: step.id,
    heading: step.heading,
    about: step.doneOn ? undefined : (late && step.lateAbout) || step.about || undefined,
    is: step.doneOn ? 'done' : late ? 'late' : isNow ? 'now' : 'ahead',
    isNow,
    by: step.doers.map((doer) => inWords(doer, step, matter)),
    when: whenOf(step, { ...at, isNow, isPaused }),
    turn: step.doneOn || isPaused ? undefined : turnOf(step, late),
  };
}

/** One's own step, unless it is late for somebody else's sake; a common one when it is the family's alone or has no day. */
function turnOf({ doers, dueOn, agreedAt }: WayStep, late: boolean): Row['turn'] {
  if (doers[0] === 'adult') return late && doers.length > 1 ? undefined : 'du';
  if (doers[0] !== 'family') return undefined;
  return doers.length === 1 || !(dueOn || agreedAt) ? 'ni' : undefined;
}

function inWords(doer: WayStep['doers'][number], { doerName }: WayStep, { coordinators, me }: Matter): Doer {
  switch (doer) {
    case 'family':
      return { who: 'ni' };
    case 'adult':
      return { who: 'ni', name: `Du, ${me.firstName}` };
    case 'gfo':
      return { who: 'gfo', name: ['GFO', coordinators.join(' och ')].filter(Boolean).join(', ') };
    case 'municipality':
      return { who: 'kommun' };
    case 'authority':
      return { who: 'myndighet', ...(doerName && { name: doerName }) };
  }
}
