import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { leadTexts, stepTexts } from '../../../../src/features/my-home/my-home.text.ts';
import { isOverdue, situationOf, wayOf } from '../../../../src/features/my-home/way.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const registered = {
  phase: 'interest',
  registeredAt: Temporal.Instant.from('2026-11-23T20:00:00Z'),
  callBy: Temporal.Instant.from('2026-11-25T15:00:00Z'),
  coordinators: [],
} as const;
const matter = (changed: object = {}) => ({ ...registered, coordinators: [] as string[], ...changed });

test('before the assessment GFO is to be in touch by the promised time', () => {
  const [first, call] = wayOf(matter(), now);
  expect(first).toMatchObject({ step: 'registered', is: 'done', when: 'Klart måndag 23 november' });
  expect(call).toMatchObject({ step: 'call', is: 'now', when: 'Senast onsdag 25 november kl. 16.00' });
});

test('a time that has passed is not called the latest any more, and counts as overdue from the next moment on', () => {
  const callBy = Temporal.Instant.from('2026-11-24T09:00:00Z');
  expect(isOverdue(matter({ callBy }), now)).toBe(false);
  const later = now.add({ milliseconds: 1 });
  expect(isOverdue(matter({ callBy }), later)).toBe(true);
  expect(wayOf(matter({ callBy }), later)[1]?.when).toBe('Skulle ske senast tisdag 24 november kl. 10.00');
});

test('without a promised time, by invitation or because you have talked, nobody promises to be in touch', () => {
  const [, talk, visit] = wayOf(matter({ callBy: null }), now);
  expect(isOverdue(matter({ callBy: null }), now)).toBe(false);
  expect(talk).toMatchObject({ step: 'talk', is: 'now', when: 'Har ni redan pratat med oss är nästa steg ert' });
  expect(visit).toMatchObject({ step: 'visit', is: 'ahead', when: 'När ni vill' });
  expect(leadTexts[situationOf(matter({ callBy: null }), now)]).not.toMatch(/vår tur|skulle höra/);
  expect(situationOf(matter(), now)).toBe('promised');
  expect(situationOf(matter(), now.add({ hours: 48 }))).toBe('overdue');
  expect(situationOf(matter({ phase: 'assessment', callBy: null }), now)).toBe('assessment');
});

test('in an assessment the promised call is over, and its coordinators are named', () => {
  const assessed = matter({ phase: 'assessment', coordinators: ['Maja Påhittsson', 'Daniel Exempelby'] });
  expect(isOverdue(assessed, now.add({ hours: 24 * 30 }))).toBe(false);
  const steps = wayOf(assessed, now);
  expect(steps.map(({ step }) => step)).toEqual(['registered', 'assessment', 'reading', 'bank']);
  expect(steps[1]?.by).toContainEqual({ who: 'gfo', name: 'GFO, Maja Påhittsson och Daniel Exempelby' });
});

test('an assessment without a coordinator is still GFO’s', () => {
  expect(wayOf(matter({ phase: 'assessment' }), now)[1]?.by).toContainEqual({ who: 'gfo' });
});

test('exactly one step happens now', () => {
  for (const phase of ['interest', 'assessment'])
    expect(wayOf(matter({ phase }), now).filter(({ is }) => is === 'now')).toHaveLength(1);
});

test('nothing is approved or promised', () => {
  expect(JSON.stringify([stepTexts, leadTexts])).not.toMatch(/godkän|lova|garant|blir familjehem/i);
});
