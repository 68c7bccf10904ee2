import { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords } from '../../shared/time/words.ts';
import type { Home } from './my-home.schema.ts';
import type { leadTexts, StepName } from './my-home.text.ts';

type Doer = { who: 'ni' | 'gfo' | 'kommun'; name?: string };
export type Step = { step: StepName; is: 'done' | 'now' | 'ahead'; by: Doer[]; when: string };

type Matter = Pick<Home, 'phase' | 'registeredAt' | 'callBy' | 'coordinators'>;

/** Whether the time by which GFO would be in touch has passed, and nobody has noted that you have talked. */
export function isOverdue({ phase, callBy }: Matter, now: Temporal.Instant): boolean {
  return phase === 'interest' && callBy !== null && Temporal.Instant.compare(callBy, now) < 0;
}

/** Which sentence is true of the home now. */
export function situationOf(matter: Matter, now: Temporal.Instant): keyof typeof leadTexts {
  if (matter.phase === 'assessment') return 'assessment';
  if (!matter.callBy) return 'unpromised';
  return isOverdue(matter, now) ? 'overdue' : 'promised';
}

/** The home's way: what is done, what happens now, and what can come. Times only where one is known. */
export function wayOf(matter: Matter, now: Temporal.Instant): Step[] {
  const { phase, registeredAt } = matter;
  const registered: Step = {
    step: 'registered',
    is: 'done',
    by: [{ who: 'ni' }],
    when: `Klart ${dateInWords(inStockholm(registeredAt), now)}`,
  };
  return [registered, ...(phase === 'interest' ? beforeAssessment(matter, now) : inAssessment(matter))];
}

function beforeAssessment(matter: Matter, now: Temporal.Instant): Step[] {
  return [firstTalk(matter, now), { step: 'visit', is: 'ahead', by: [{ who: 'ni' }, { who: 'gfo' }], when: 'När ni vill' }];
}

/** Without a promised time you have either talked already or come by invitation, and what it says is true of both. */
function firstTalk(matter: Matter, now: Temporal.Instant): Step {
  const gfo: Doer = { who: 'gfo', name: 'GFO, en familjehemssamordnare' };
  if (!matter.callBy) {
    return { step: 'talk', is: 'now', by: [{ who: 'ni' }, gfo], when: 'Har ni redan pratat med oss är nästa steg ert' };
  }
  const by = dateTimeInWords(inStockholm(matter.callBy), now);
  return { step: 'call', is: 'now', by: [gfo], when: `${isOverdue(matter, now) ? 'Skulle ske senast' : 'Senast'} ${by}` };
}

function inAssessment({ coordinators }: Matter): Step[] {
  const gfo: Doer = coordinators.length > 0 ? { who: 'gfo', name: `GFO, ${coordinators.join(' och ')}` } : { who: 'gfo' };
  return [
    { step: 'assessment', is: 'now', by: [{ who: 'ni' }, gfo], when: 'Tiderna bestämmer ni tillsammans' },
    { step: 'reading', is: 'ahead', by: [{ who: 'ni' }, { who: 'gfo' }], when: 'När samtalen är klara' },
    { step: 'bank', is: 'ahead', by: [{ who: 'gfo' }, { who: 'kommun' }], when: 'Efter bedömningen' },
  ];
}
