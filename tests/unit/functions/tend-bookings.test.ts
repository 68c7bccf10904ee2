import { expect, test } from 'vitest';
import { tendBookings } from '../../../functions/jobs/tend-bookings.ts';
import type { Db } from '../../../src/shared/db/clients.ts';

const STEPS = ['give_back_seats', 'pass_on_offers', 'remind_of_bookings'];

/** A database that writes down what it is asked. */
function fakeDb(failing?: string) {
  const asked: [string, unknown][] = [];
  const rpc = (name: string, args: unknown) => {
    asked.push([name, args]);
    const error = name === failing ? { code: 'XX000', message: 'broken' } : null;
    return Promise.resolve({ data: error ? null : STEPS.indexOf(name) + 1, error });
  };
  return { db: { rpc } as unknown as Db, asked };
}

test('seats that are given back and passed on come before anyone is reminded of them', async () => {
  const { db, asked } = fakeDb();
  expect(await tendBookings({ db })).toEqual({ givenBack: 1, passedOn: 2, reminded: 3 });
  expect(asked).toEqual(STEPS.map((step) => [step, {}]));
});

test('a time that is handed in is the same for all', async () => {
  const { db, asked } = fakeDb();
  await tendBookings({ db, now: () => new Date('2027-01-28T17:00:00Z') });
  expect(asked.map(([, args]) => args)).toEqual(STEPS.map(() => ({ p_now: '2027-01-28T17:00:00.000Z' })));
});

test.each(STEPS)('a failing %s stops the run and says its name', async (failing) => {
  const { db, asked } = fakeDb(failing);
  await expect(tendBookings({ db })).rejects.toThrow(`${failing}: XX000`);
  expect(asked.at(-1)?.[0]).toBe(failing);
});
