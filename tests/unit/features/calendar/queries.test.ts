import { beforeEach, expect, test, vi } from 'vitest';
import { occasionAt } from './made-up.ts';

let asked = 0;
const names = new Set<string>();
let answer: () => Promise<{ data: unknown; error: unknown }>;
vi.mock('../../../../src/shared/db/clients.ts', () => ({
  siteDb: () => ({
    rpc: (name: string) => ({
      abortSignal: () => {
        names.add(name);
        asked += 1;
        return answer();
      },
    }),
  }),
}));

const asTold = () => JSON.parse(JSON.stringify([occasionAt(['2027-01-29T12:00'])])) as unknown;
const logged = vi.spyOn(console, 'error').mockReturnValue();

/** As the process has it when it begins. */
const fresh = () => {
  vi.resetModules();
  return import('../../../../src/features/calendar/calendar.queries.ts');
};
const silent = () => Promise.reject(new TypeError('fetch failed'));
const tells = async () => ({ data: asTold(), error: null });

beforeEach(() => {
  asked = 0;
  logged.mockClear();
  vi.useFakeTimers({ now: new Date('2027-01-10T08:00:00Z') });
});

test('a hundred visitors at once are one question, and those some seconds later another', async () => {
  answer = tells;
  const { publicCalendar } = await fresh();
  const told = await Promise.all(Array.from({ length: 100 }, () => publicCalendar()));
  expect(asked).toBe(1);
  expect([...names]).toEqual(['calendar']);
  expect(told.every((occasions) => occasions?.length === 1)).toBe(true);
  vi.advanceTimersByTime(5_000);
  await publicCalendar();
  expect(asked).toBe(2);
});

test.each([
  ['answers with an error', async () => ({ data: null, error: { code: '57P03', message: 'starting up' } })],
  ['cannot be reached', silent],
  ['answers with something else', async () => ({ data: [{ number: 'one' }], error: null })],
])('a database that %s is silent: that is logged once, and it is asked again soon', async (_, failing) => {
  answer = failing;
  const { publicCalendar } = await fresh();
  expect(await Promise.all([publicCalendar(), publicCalendar()])).toEqual([undefined, undefined]);
  expect(logged).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  answer = tells;
  expect(await publicCalendar()).toHaveLength(1);
});

test('a page that can do without waits a little for a slow database, and who comes after has what it said', async () => {
  let tell: (told: { data: unknown; error: unknown }) => void = () => undefined;
  answer = () => new Promise((resolve) => (tell = resolve));
  const { publicDays } = await fresh();
  const first = publicDays();
  await vi.advanceTimersByTimeAsync(2_600);
  expect(await first).toBeUndefined();
  const second = publicDays();
  tell(await tells());
  expect(await second).toHaveLength(1);
  expect(asked).toBe(1);
});

test('a day that was decided a moment ago is told on while the database is silent, for five minutes', async () => {
  answer = tells;
  const { publicCalendar, publicDays } = await fresh();
  await publicDays();
  answer = silent;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await publicDays()).toHaveLength(1);
  expect(await publicCalendar()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(await publicDays()).toBeUndefined();
});
