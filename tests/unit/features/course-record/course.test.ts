import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { choiceFrom } from '../../../../src/features/course-record/choice.ts';
import { makeUpsFor, NO_CHOICE, neededOf, outlookOf } from '../../../../src/features/course-record/course.rules.ts';
import type { Course, CoursePart } from '../../../../src/features/course-record/course-record.schema.ts';
import { progressInWords } from '../../../../src/features/course-record/course-record.text.ts';
import { planSchema, seatField } from '../../../../src/features/course-record/my-course.schema.ts';

const now = Temporal.Instant.from('2027-01-10T09:00:00Z');
const at = (hours: number) => now.add({ hours });
const part = (nr: number, state: CoursePart['state'], hours?: number): CoursePart => ({
  ...{ part: nr, state },
  ...(hours !== undefined && { startsAt: at(hours), endsAt: at(hours + 2) }),
});
const open = (nr: number, hours: number, seats = 4) => ({
  ...{ id: randomUUID(), part: nr, startsAt: at(hours), endsAt: at(hours + 2), form: 'digital' as const, place: null },
  ...{ digital: seats, physical: 0 },
});
const course = (parts: CoursePart[], sessions: ReturnType<typeof open>[] = []): Course => ({
  ...{ activity: 'ett-hem-att-vaxa-i', title: 'Ett hem att växa i', parts, beside: [] },
  rounds:
    sessions.length > 0 ? [{ occasion: 7, title: 'Ett hem att växa i', isWhole: false, digital: 4, physical: 0, sessions }] : [],
});
const look = (one: Course, choice = NO_CHOICE) => outlookOf(one, { busy: [] }, choice, now);

describe('where a course stands', () => {
  test('done, booked to its end, and not noted yet', () => {
    expect(look(course([part(1, 'attended', -90), part(2, 'attended', -60)]))).toEqual({ is: 'done' });
    expect(look(course([part(1, 'attended', -90), part(2, 'booked', 60), part(3, 'booked', 30)]))).toEqual({
      is: 'booked',
      finishesAt: at(62),
    });
    expect(look(course([part(1, 'attended', -90), part(2, 'unnoted', -3)]))).toEqual({ is: 'unnoted' });
  });

  test('by the plan, and never before what is booked already', () => {
    const one = course([part(1, 'missed', -90), part(2, 'booked', 100)], [open(1, 50)]);
    expect(neededOf(one)).toEqual([1]);
    expect(look(one)).toMatchObject({ is: 'plan', finishesAt: at(102), plan: { finishesAt: at(52) } });
  });

  test('with parts that lie nowhere ahead with room for as many as go', () => {
    const one = course([part(1, 'remaining'), part(2, 'remaining')], [open(1, 50, 1), open(2, 60)]);
    expect(look(one)).toMatchObject({ is: 'plan' });
    expect(look(one, { others: [randomUUID()], form: undefined })).toEqual({ is: 'nowhere', missing: [1] });
    expect(look(one, { others: [], form: 'physical' })).toEqual({ is: 'nowhere', missing: [1, 2] });
  });

  test('what was missed can be made up on three evenings at most, the nearest first', () => {
    const one = course([part(1, 'missed', -90)], [open(1, 80), open(1, 50), open(1, 110), open(1, 140)]);
    expect(makeUpsFor(1, one, { busy: [] }, NO_CHOICE, now).map(({ session }) => session.startsAt)).toEqual([
      at(50),
      at(80),
      at(110),
    ]);
  });

  test('in words', () => {
    expect(progressInWords(course([part(1, 'remaining'), part(2, 'remaining')]))).toBe('Ingen av två träffar är klar än.');
    expect(progressInWords(course([part(1, 'attended'), part(2, 'remaining')]))).toBe('En av två träffar är klar.');
    expect(progressInWords(course([part(1, 'attended'), part(2, 'attended'), part(3, 'missed')]))).toBe(
      'Två av tre träffar är klara.',
    );
    expect(progressInWords(course([part(1, 'attended'), part(2, 'attended')]))).toBe('Alla träffar är klara.');
    expect(progressInWords(course([part(1, 'attended')]))).toBe('Träffen är klar.');
    expect(progressInWords(course([part(1, 'remaining')]))).toBe('Träffen är inte klar än.');
  });
});

test('with whom and how is read from the address, of this home alone', () => {
  const [mine, other] = [randomUUID(), randomUUID()];
  const from = (query: string) =>
    choiceFrom(new URL(`https://gfo.example/mina-sidor/kurser?${query}`), { adults: [{ id: mine, name: 'Samir' }] });
  expect(from('')).toEqual(NO_CHOICE);
  expect(from(`med=${mine}&med=${other}&form=digital`)).toEqual({ others: [mine], form: 'digital' });
  expect(from('form=hybrid&med=allt')).toEqual(NO_CHOICE);
});

test('a plan goes to and fro in hidden fields, and nothing else comes through', () => {
  const [id, session] = [randomUUID(), randomUUID()];
  const plats = [seatField(id, { occasion: 7, form: 'digital', session }), seatField(id, { occasion: 8, form: 'physical' })];
  expect(planSchema.parse({ plats, med: [] }).plats).toEqual([
    { id, occasion: 7, form: 'digital', session },
    { id, occasion: 8, form: 'physical' },
  ]);
  for (const bad of ['', id, `${id}/x/digital`, `${id}/7/hybrid`, `${id}/7/digital/x`])
    expect(planSchema.safeParse({ plats: [bad], med: [] }).success).toBe(false);
  expect(planSchema.safeParse({ plats: [], med: [] }).success).toBe(false);
});
