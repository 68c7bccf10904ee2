import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { linkComes } from '../../../../src/shared/occasions/link-comes.ts';

const startsAt = Temporal.Instant.from('2027-01-29T17:00:00Z');
const evening = (days = 0, more: object = {}) => ({
  ...{ form: 'hybrid' as const, startsAt: startsAt.add({ hours: 24 * days }), endsAt: startsAt.add({ hours: 24 * days + 2 }) },
  ...more,
});
const comes = (hoursBefore: number, sessions = [evening()], form: 'digital' | 'physical' = 'digital') =>
  linkComes({ form, sessions }, startsAt.subtract({ minutes: Math.round(hoursBefore * 60) }));

test('the link comes the day before, and who books later than that gets it an hour before', () => {
  expect(comes(24)).toBe('day_before');
  expect(comes(23.5)).toBe('hour_before');
  expect(comes(1)).toBe('hour_before');
  expect(comes(0.5)).toBe('on_page');
  expect(comes(-1)).toBe('on_page');
});

test('nothing comes when it is here, when it has been, or to who comes to the place', () => {
  expect(comes(10, [evening(0, { link: 'https://mote.example/1' })])).toBeUndefined();
  expect(comes(-2)).toBeUndefined();
  expect(comes(48, [evening()], 'physical')).toBeUndefined();
});

test('of a course it is the next evening that counts', () => {
  expect(comes(-3, [evening(), evening(7)])).toBe('day_before');
  expect(comes(30, [evening(0, { form: 'physical' }), evening(7)])).toBe('day_before');
  expect(comes(10, [evening(), evening(7)])).toBe('hour_before');
});
