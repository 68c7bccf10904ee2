import { Temporal } from 'temporal-polyfill';
import { SEAT_FORMS, type SeatForm } from '../../shared/occasions/occasion.ts';
import type { Course, CourseRecord } from './course-record.schema.ts';
import { earliestFinish, type Finish, type Pick as Picked, sessionsFor } from './earliest-finish.rules.ts';

/** How somebody wants to go: together with whom, and in what form. */
export type Choice = { others: readonly string[]; form: SeatForm | undefined };

type Found = Extract<Finish, { ok: true }>;
/** Where a course stands: done, booked to its end, possible to finish by booking, or with parts that lie nowhere ahead. */
export type Outlook =
  | { is: 'done' }
  | { is: 'booked'; finishesAt: Temporal.Instant }
  | { is: 'unnoted' }
  | { is: 'plan'; finishesAt: Temporal.Instant; plan: Found }
  | { is: 'nowhere'; missing: number[] };

/** The page in content/activities of the course that a home should have before the first child comes. */
export const BASIC_COURSE = 'ett-hem-att-vaxa-i';
export const NO_CHOICE: Choice = { others: [], form: undefined };
/** How many ways to make up for a part are shown. */
const MOST = 3;

export function neededOf({ parts }: Pick<Course, 'parts'>): number[] {
  return parts.filter(({ state }) => state === 'missed' || state === 'remaining').map(({ part }) => part);
}

function wishOf(course: Course, { busy }: Pick<CourseRecord, 'busy'>, { others, form }: Choice, now: Temporal.Instant) {
  return { rounds: course.rounds, busy, seats: 1 + others.length, forms: form ? [form] : SEAT_FORMS, now };
}

export function outlookOf(course: Course, record: Pick<CourseRecord, 'busy'>, choice: Choice, now: Temporal.Instant): Outlook {
  const needed = neededOf(course);
  const booked = course.parts.filter(({ state }) => state === 'booked').flatMap(({ endsAt }) => endsAt ?? []);
  const last = booked.toSorted((one, other) => Temporal.Instant.compare(one, other)).at(-1);
  if (needed.length === 0) {
    if (last) return { is: 'booked', finishesAt: last };
    return { is: course.parts.every(({ state }) => state === 'attended') ? 'done' : 'unnoted' };
  }
  const plan = earliestFinish({ needed, ...wishOf(course, record, choice, now) });
  if (!plan.ok) return { is: 'nowhere', missing: plan.missing };
  const finishesAt = last && Temporal.Instant.compare(last, plan.finishesAt) > 0 ? last : plan.finishesAt;
  return { is: 'plan', finishesAt, plan };
}

/** Where a part that was missed can be had, beside what the plan proposes. */
export function makeUpsFor(
  part: number,
  course: Course,
  record: Pick<CourseRecord, 'busy'>,
  choice: Choice,
  now: Temporal.Instant,
): Picked[] {
  return sessionsFor(part, wishOf(course, record, choice, now)).slice(0, MOST);
}

/** Whether some of it can be had in one form and some in the other. */
export const hasBothForms = ({ rounds }: Pick<Course, 'rounds'>) =>
  SEAT_FORMS.every((form) => rounds.some(({ sessions }) => sessions.some((session) => session[form] > 0)));
