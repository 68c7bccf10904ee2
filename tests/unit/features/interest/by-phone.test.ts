import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readByPhone } from '../../../../src/features/interest/by-phone.schema.ts';

const now = Temporal.Instant.from('2026-11-24T12:00:00Z');
const sound = {
  firstName: ['Åsa'],
  lastName: ['Exempelsson'],
  phone: ['070-174 06 05'],
  municipality: ['timra'],
  considering: ['not_sure'],
  adults: ['två'],
  children: ['1'],
  ages: ['7'],
  talked: ['nej'],
  callOn: ['2026-11-26'],
};
const read = (typed: Record<string, string[]> = {}) => readByPhone({ ...sound, ...typed }, '16:00', now);
const faulty = (typed: Record<string, string[]>) => {
  const one = read(typed);
  return one.ok ? [] : one.faults.map(({ name }) => name);
};
const callBy = (typed: Record<string, string[]>) => {
  const one = read(typed);
  return one.ok ? one.registration.callBy : one.faults;
};

test('a call is promised by the hour that all promises have, in Sweden', () => {
  expect(callBy({})).toBe('2026-11-26T15:00:00Z');
  expect(callBy({ callOn: ['2027-06-01'] })).toBe('2027-06-01T14:00:00Z');
});

test('who has been talked with waits for no call', () => {
  expect(callBy({ talked: ['ja'] })).toBeUndefined();
  expect(callBy({ talked: ['ja'], callOn: [''] })).toBeUndefined();
});

test.each<[Record<string, string[]>, string[]]>([
  [{ callOn: ['2026-11-23'] }, ['callOn']],
  [{ callOn: ['i morgon'] }, ['callOn']],
  [{ callOn: [''] }, ['callOn']],
  [{ talked: [] }, ['talked']],
  [{ phone: [''] }, ['phone']],
  [{ phone: [''], email: ['asa@exempel.example'] }, []],
  [{ invite: ['ja'] }, ['email']],
  [{ firstName: [''], phone: [''], callOn: [''], adults: [''] }, ['firstName', 'phone', 'adults', 'callOn']],
  [{ invite: ['ja'], email: ['asa@exempel.example'], protected: ['ja'] }, ['invite']],
  [{ municipality: ['elsewhere'] }, ['municipality']],
  [{ municipality: [], considering: [] }, ['considering', 'municipality']],
  [{ children: ['2'] }, ['ages']],
  [{ firstName: [' '], adults: ['x'] }, ['firstName', 'adults']],
])('%j', (typed, names) => expect(faulty(typed)).toEqual(names));

test('several answers to one question are all kept', () => {
  const one = read({ heard: ['friend', 'media', 'nonsense'], times: ['morning', 'afternoon'] });
  expect(one.ok).toBe(false);
  const both = read({ heard: ['friend', 'media'], times: ['morning', 'afternoon'] });
  expect(both.ok && both.registration).toMatchObject({
    heard: ['friend', 'media'],
    times: ['morning', 'afternoon'],
    adults: 2,
    ages: [7],
  });
});
