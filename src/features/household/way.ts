import { Temporal } from 'temporal-polyfill';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords } from '../../shared/time/words.ts';
import type { WayStep } from '../../shared/way.ts';
import type { Home } from './home.ts';
import { monthWithYear } from './matter.text.ts';

type Doer = { who: 'ni' | 'gfo' | 'kommun' | 'myndighet'; name?: string | undefined };
type Standing = { is: 'done' | 'late' | 'ahead'; when: string };
type Matter = Pick<Home, 'phase' | 'pausedUntil' | 'coordinators'>;

/** Who does a step: an adult's own by their name, ours by its coordinators. */
export function doersOf({ doers, adult, doerName }: WayStep, { coordinators }: Matter): Doer[] {
  const ours = coordinators.map(({ name }) => name).join(' och ');
  const known: Record<WayStep['doers'][number], Doer> = {
    family: { who: 'ni', name: 'Familjen' },
    adult: { who: 'ni', name: adult ?? 'En vuxen' },
    gfo: { who: 'gfo', name: ours ? `GFO, ${ours}` : undefined },
    municipality: { who: 'kommun' },
    authority: { who: 'myndighet', name: doerName ?? undefined },
  };
  return doers.map((doer) => known[doer]);
}

/** How a step stands. Nothing is late where the family has paused or the matter is closed, nor what nobody knows the time of. */
export function standingOf(step: WayStep, { phase, pausedUntil }: Matter, now: Temporal.Instant): Standing {
  const day = (date: string) => dateInWords(Temporal.PlainDate.from(date), now);
  const { doneOn, agreedAt, dueOn, rough } = step;
  if (doneOn) return { is: 'done', when: `Klart ${day(doneOn)}` };
  const today = inStockholm(now).toPlainDate().toString();
  const waits = !pausedUntil && phase !== 'closed';
  const agreed = agreedAt && `Tid ${dateTimeInWords(inStockholm(parseTimestamp(agreedAt)), now)}`;
  if (waits && dueOn && !rough && dueOn < today) {
    return { is: 'late', when: agreed ? `sedan ${day(dueOn)}. ${agreed}` : `sedan ${day(dueOn)}` };
  }
  if (agreed) return { is: 'ahead', when: agreed };
  if (!dueOn) return { is: 'ahead', when: 'Ingen dag än' };
  return { is: 'ahead', when: rough ? `Ungefär i ${monthWithYear(dueOn)}` : `Senast ${day(dueOn)}` };
}

/** What the form of a step begins with, as its fields have it. */
export function fieldsOf({ doneOn, dueOn, agreedAt }: WayStep): Record<'klar' | 'senast' | 'dag' | 'klocka', string> {
  const agreed = agreedAt ? inStockholm(parseTimestamp(agreedAt)) : undefined;
  return {
    klar: doneOn ?? '',
    senast: dueOn ?? '',
    dag: agreed?.toPlainDate().toString() ?? '',
    klocka: agreed?.toPlainTime().toString().slice(0, 5) ?? '',
  };
}
