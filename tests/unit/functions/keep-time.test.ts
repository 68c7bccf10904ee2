import { expect, test } from 'vitest';
import { keepTime } from '../../../functions/jobs/keep-time.ts';
import type { Db } from '../../../src/shared/db/clients.ts';

const rule = { registreringManader: 24, forvarningDagar: 30, sparDagar: 30, bekraftad: 'nej' } as const;

type Answers = { accounts?: string[]; failing?: string; deleteStatus?: number };

/** A database that writes down what it is asked. */
function fakeDb({ accounts = [], failing, deleteStatus }: Answers = {}) {
  const asked: [string, unknown][] = [];
  const left = [...accounts];
  const answerTo = (name: string, args?: { p_user?: string }) => {
    if (name === failing) return { data: null, error: { code: 'XX000', message: 'broken' } };
    if (name === 'accounts_to_erase') return { data: [...left], error: null };
    if (name === 'account_erased') left.splice(left.indexOf(args?.p_user ?? ''), 1);
    const said: Record<string, object> = {
      keep_time: { announced: 2, erased: 1 },
      forget_booking_needs: { needs: 4, visitors: 3 },
    };
    return { data: said[name] ?? null, error: null };
  };
  const db = {
    rpc: (name: string, args?: { p_user?: string }) => {
      asked.push([name, args]);
      return Promise.resolve(answerTo(name, args));
    },
    auth: {
      admin: {
        deleteUser: (user: string) => {
          asked.push(['deleteUser', user]);
          return Promise.resolve({ error: deleteStatus ? { status: deleteStatus, code: 'x', message: 'no' } : null });
        },
      },
    },
  };
  return { db: db as unknown as Db, asked, left };
}

test('GFO’s own numbers decide, and the database’s clock', async () => {
  const { db, asked } = fakeDb();
  expect(await keepTime({ db, rule })).toEqual({ announced: 2, erased: 1, accounts: 0, needs: 4, visitors: 3 });
  expect(asked).toEqual([
    ['keep_time', { p_months: 24, p_days: 30 }],
    ['forget_traces', { p_days: 30 }],
    ['forget_booking_needs', {}],
    ['forget_visits', { p_months: 24 }],
    ['accounts_to_erase', undefined],
  ]);
});

test('a time that is handed in is the same for all', async () => {
  const { db, asked } = fakeDb();
  await keepTime({ db, rule, now: () => new Date('2028-11-24T09:00:00Z') });
  expect(asked.slice(0, 4).map(([, args]) => args)).toEqual([
    { p_months: 24, p_days: 30, p_now: '2028-11-24T09:00:00.000Z' },
    { p_days: 30, p_now: '2028-11-24T09:00:00.000Z' },
    { p_now: '2028-11-24T09:00:00.000Z' },
    { p_months: 24, p_now: '2028-11-24T09:00:00.000Z' },
  ]);
});

test('an account is deleted at Supabase before it is struck off the list', async () => {
  const { db, asked, left } = fakeDb({ accounts: ['a', 'b'] });
  expect((await keepTime({ db, rule })).accounts).toBe(2);
  expect(asked.slice(5)).toEqual([
    ['deleteUser', 'a'],
    ['account_erased', { p_user: 'a' }],
    ['deleteUser', 'b'],
    ['account_erased', { p_user: 'b' }],
  ]);
  expect(left).toEqual([]);
});

test('an account that an earlier run deleted is struck off all the same', async () => {
  const { db, left } = fakeDb({ accounts: ['a'], deleteStatus: 404 });
  await keepTime({ db, rule });
  expect(left).toEqual([]);
});

test('an account that cannot be deleted stays on the list', async () => {
  const { db, left } = fakeDb({ accounts: ['a'], deleteStatus: 500 });
  await expect(keepTime({ db, rule })).rejects.toThrow(/^deleteUser/);
  expect(left).toEqual(['a']);
});

test.each(['keep_time', 'forget_traces', 'forget_booking_needs', 'forget_visits', 'accounts_to_erase'])(
  'a failing %s stops the run and says its name',
  async (failing) => {
    const { db, asked } = fakeDb({ failing });
    await expect(keepTime({ db, rule })).rejects.toThrow(new RegExp(`^${failing}: XX000`));
    expect(asked.at(-1)?.[0]).toBe(failing);
  },
);
