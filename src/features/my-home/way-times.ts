import { Temporal } from 'temporal-polyfill';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { dateInWords, dateTimeInWords, nearMonthInWords } from '../../shared/time/words.ts';
import type { WayStep } from '../../shared/way.ts';
import { whenTexts } from './my-home.text.ts';

type At = {
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  /** The first call is promised to the hour, the others to the day. */
  callBy: Temporal.Instant | null;
};

/** Whether the time has passed. A guess is never late, and a time that is agreed stands instead of the day. */
export function isLate(step: WayStep, { now, today, callBy }: At): boolean {
  if (step.doneOn || step.rough || step.agreedAt) return false;
  if (isCall(step) && callBy) return Temporal.Instant.compare(callBy, now) < 0;
  return step.dueOn !== null && Temporal.PlainDate.compare(step.dueOn, today) < 0;
}

/** By when, in words; undefined when there is nothing to say about it yet. */
export function whenOf(step: WayStep, at: At & { isNow: boolean; isPaused: boolean }): string | undefined {
  const { now, isNow, isPaused } = at;
  if (step.doneOn) return whenTexts.done(dateInWords(Temporal.PlainDate.from(step.doneOn), now));
  if (isPaused) return isNow ? whenTexts.paused : undefined;
  if (step.agreedAt) return agreed(parseTimestamp(step.agreedAt), now);
  const due = dueInWords(step, at);
  if (due) return due;
  if (step.doers[0] === 'family') return whenTexts.asYouLike;
  return isNow ? whenTexts.undecided : undefined;
}

function agreed(time: Temporal.Instant, now: Temporal.Instant): string {
  const words = dateTimeInWords(inStockholm(time), now);
  return Temporal.Instant.compare(time, now) < 0 ? whenTexts.wasAgreed(words) : whenTexts.agreed(words);
}

function dueInWords(step: WayStep, at: At): string | undefined {
  const { now, today, callBy } = at;
  if (isCall(step) && callBy) return sayBy(isLate(step, at), dateTimeInWords(inStockholm(callBy), now));
  if (!step.dueOn) return undefined;
  const day = Temporal.PlainDate.from(step.dueOn);
  if (!step.rough) return sayBy(isLate(step, at), dateInWords(day, now));
  const isPast = Temporal.PlainDate.compare(day, today.with({ day: 1 })) < 0;
  return isPast ? undefined : whenTexts.roughly(nearMonthInWords(day, now));
}

const isCall = ({ key }: WayStep) => key === 'first_call';
const sayBy = (late: boolean, words: string) => (late ? whenTexts.lateSince(words) : whenTexts.by(words));
