import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manyConnections } from './support/at-once.ts';
import { newCast } from './support/cast.ts';
import { note, roundOn, wasBooked } from './support/courses.ts';

let many: Awaited<ReturnType<typeof manyConnections>>;
beforeAll(async () => {
  many = await manyConnections(8);
});
afterAll(() => many?.stop());

/** Adult A has been to all but the last two of a course's evenings; `noted` notes one of those. */
async function lastTwo() {
  const { sql } = many.ground;
  const activity = `kurs-${randomUUID()}`;
  const { people } = await newCast(sql);
  const round = await roundOn(sql, activity, { parts: 4, sessions: [-600, -500, -400, -300] });
  const [person = ''] = await wasBooked(sql, round, [people.adultA.id]);
  await note(sql, round.sessions[0], person, 'attended');
  await note(sql, round.sessions[1], person, 'attended');
  const issued = () =>
    sql<{ withdrawn_at: unknown }>('select withdrawn_at from public.certificate where activity = $1', [activity]);
  return { activity, person, third: round.sessions[2] ?? '', last: round.sessions[3] ?? '', issued };
}
async function somebodyWaits() {
  for (let waiting = 0; waiting === 0; ) {
    const [row] = await many.sql<{ n: number }[]>`select count(*)::int as n from pg_locks where not granted`;
    waiting = row?.n ?? 0;
  }
}
const noted = (tx: typeof many.sql, session: string, person: string) =>
  tx`insert into public.attendance (session_id, person_id, state) values (${session}, ${person}, 'attended')`;

test('two who note the last two evenings at the same time issue one: whoever comes second sees what the first has noted', async () => {
  const { person, third, last, issued } = await lastTwo();
  const one = await many.sql.reserve();
  const other = await many.sql.reserve();
  await one`begin`;
  await other`begin`;
  await noted(one, third, person);
  const second = noted(other, last, person).then(() => other`commit`);
  // The second stands in line, or else has already finished without having seen the first.
  await Promise.race([second, somebodyWaits()]);
  await one`commit`;
  await second;
  one.release();
  other.release();
  expect(await issued()).toEqual([{ withdrawn_at: null }]);
});

test('many who note and take back at once leave one certificate that is true, and one mail', async () => {
  const { activity, person, third, last, issued } = await lastTwo();
  await Promise.all(
    Array.from({ length: 24 }, (_, nr) => {
      const session = nr % 2 ? third : last;
      return nr % 3 === 2
        ? many.sql`delete from public.attendance where session_id = ${session} and person_id = ${person}`
        : many.sql`insert into public.attendance (session_id, person_id, state) values (${session}, ${person}, 'attended')
            on conflict (session_id, person_id) do update set state = excluded.state`;
    }),
  );
  const [rows] = await many.sql<{ n: number }[]>`
    select count(*)::int as n from public.attendance where person_id = ${person} and state = 'attended'`;
  const certificates = await issued();
  expect(certificates.filter(({ withdrawn_at }) => withdrawn_at === null)).toHaveLength(rows?.n === 4 ? 1 : 0);
  expect(certificates.length).toBeLessThanOrEqual(1);
  const mails = await many.sql`
    select from public.mail where template = 'certificate_issued' and payload ->> 'activity' = ${activity}`;
  expect(mails).toHaveLength(certificates.length);
});
