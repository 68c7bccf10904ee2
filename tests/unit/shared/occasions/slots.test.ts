import { expect, test } from 'vitest';
import { onePerTime, slotInWords } from '../../../../src/shared/occasions/slots.ts';
import { sessionAt } from '../../features/calendar/made-up.ts';
import { stockholm } from '../time/instants.ts';

const now = stockholm('2027-01-10T12:00');
const slot = (at: string, form: 'digital' | 'physical' = 'physical') => sessionAt(stockholm(at), 1, { form });

test('a time is said by the clock, and by its day too where there are several', () => {
  const [friday, later, saturday] = [slot('2027-01-29T09:00'), slot('2027-01-29T23:30'), slot('2027-01-30T09:00')];
  expect([friday, later].map((one) => slotInWords(one, [friday, later], now))).toEqual(['kl. 9.00', 'kl. 23.30']);
  expect([friday, saturday].map((one) => slotInWords(one, [friday, later, saturday], now))).toEqual([
    'fredag 29 januari kl. 9.00',
    'lördag 30 januari kl. 9.00',
  ]);
});

test('where two meet families at once there is one choice: the one that is chosen already, or the first', () => {
  const [first, other] = [slot('2027-01-29T09:00'), slot('2027-01-29T09:00')];
  const [digital, later] = [slot('2027-01-29T09:00', 'digital'), slot('2027-01-29T10:00')];
  const all = [first, other, digital, later];
  expect(onePerTime(all)).toEqual([first, digital, later]);
  expect(onePerTime(all, [undefined, other.id])).toEqual([other, digital, later]);
});
