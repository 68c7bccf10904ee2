import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/shared/db/database.types.ts';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Kind = Database['public']['Enums']['household_event_kind'];
type Part = {
  part: number | null;
  registered: number;
  promised: number;
  inTime: number;
  called: number;
  median: number | null;
  ninth: number | null;
  municipalities: Record<string, number>;
  sources: Record<string, number>;
};
type Figures = { since: number; months: number[]; parts: Part[] | null };
type Made = {
  at: string;
  callBy?: string | null;
  place?: string;
  heard?: string[];
  way?: string;
  state?: string;
  joinedInto?: string;
};

describe.each(grounds)('the head’s figures on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  /** Each test has a year of its own, long ago, so that every promise has run out. */
  let year = 2000;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
  });
  beforeEach(() => {
    year += 1;
  });
  afterAll(() => ground?.stop());

  const figures = (of = year) => given<Figures>(cast.as('head').rpc('head_figures', { p_year: of }));
  const whole = async () => (await figures()).parts?.find(({ part }) => part === null);
  /** `day`: the day of March and the clock in Stockholm, as `3 08:00`. */
  const on = (day: string) => `${year}-03-${day.padStart(8, '0')} Europe/Stockholm`;

  async function register({ at, callBy, place = 'timra', heard = ['friend'], way = 'phone', state = 'received' }: Made) {
    const [home] = await ground.sql<{ id: string }>(
      `insert into public.household (municipality, created_at) values ($1::text::public.municipality, $2::text::timestamptz) returning id`,
      [place, at],
    );
    const email = `${randomUUID()}@exempel.example`;
    await ground.sql(
      `insert into public.interest (
        household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
        contact_way, contact_times, heard_from, registered_at, call_by, taken_by, discarded_at
      ) values (
        $1, $2::text::public.interest_state, 'd', 'foster_home', $3::text::public.municipality, 2, '{}', 'Amira', 'Exempelsson', $4, $4, '+46701740605',
        $5::text::public.contact_way, '{}', string_to_array($6, ',')::public.heard_from[], $7::text::timestamptz, $8::text::timestamptz, $9,
        case when $2::text = 'discarded' then now() end
      )`,
      [home?.id, state, place, email, way, heard.join(','), at, callBy ?? null, callBy ? null : cast.people.own.id],
    );
    return home?.id ?? '';
  }
  const happen = (home: string, at: string, kind: Kind, details: object = {}, actor = 'staff') =>
    ground.sql(
      `insert into public.household_event (household_id, happened_at, kind, actor, details)
       values ($1, $2::text::timestamptz, $3::text::public.household_event_kind, $4::text::public.actor_kind, $5::text::jsonb)`,
      [home, at, kind, actor, JSON.stringify(details)],
    );
  /** Registered at eight on the third of March and promised a call by four on the fifth. */
  const promised = (more: Partial<Made> = {}) => register({ at: on('3 08:00'), callBy: on('5 16:00'), ...more });

  test('a year without registrations has nothing, and says since when there are any', async () => {
    const { months, parts, since } = await figures(1990);
    expect(months).toEqual(Array(12).fill(0));
    expect(parts?.filter(({ registered }) => registered > 0) ?? []).toEqual([]);
    expect(since).toBeLessThanOrEqual(new Date().getFullYear());
  });

  test('counts by month as the clock in Stockholm has it, in winter and in summer', async () => {
    const utc = (text: string) => register({ at: `${text}+00`, callBy: `${year + 1}-02-01 12:00+00` });
    await utc(`${year - 1}-12-31 22:59`); // the year before
    await utc(`${year - 1}-12-31 23:00`); // January
    await utc(`${year}-04-30 21:59`); // April: summer time
    await utc(`${year}-04-30 22:00`); // May
    await utc(`${year}-10-31 22:59`); // October: winter time again
    await utc(`${year}-10-31 23:00`); // November
    await utc(`${year}-12-31 23:00`); // the year after
    const { months, parts } = await figures();
    expect(months).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0]);
    expect(parts?.map(({ part, registered }) => [part, registered])).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
      [null, 5],
    ]);
    await ground.sql(`delete from public.interest where registered_at > $1::text::timestamptz`, [`${year}-12-31 22:59:59+00`]);
  });

  test('counts by municipality, and by each source that was named', async () => {
    await promised({ place: 'ange', heard: ['friend', 'poster'] });
    await promised({ place: 'ange', heard: [] });
    await register({ at: `${year}-09-02 12:00+00`, callBy: `${year}-09-04 12:00+00`, place: 'timra', heard: ['poster'] });
    const { parts } = await figures();
    expect(parts).toMatchObject([
      { part: 1, municipalities: { ange: 2 }, sources: { friend: 1, poster: 1 } },
      { part: 3, municipalities: { timra: 1 }, sources: { poster: 1 } },
      { part: null, municipalities: { ange: 2, timra: 1 }, sources: { friend: 1, poster: 2 } },
    ]);
    expect(parts?.[0]?.sources).toEqual({ friend: 1, poster: 1 });
  });

  test('counts registrations: erased ones and two of one home, and no addition and nothing discarded', async () => {
    const kept = await promised();
    const joined = await promised();
    await promised({ state: 'unconfirmed_addition' });
    await promised({ state: 'discarded' });
    const erased = await promised();
    await ground.sql('select private.erase_registration($1, $2::text::public.actor_kind)', [erased, 'system']);
    await ground.sql('update public.interest set household_id = $1 where household_id = $2', [kept, joined]);
    expect(await whole()).toMatchObject({ registered: 3, municipalities: { timra: 3 } });
  });

  test('in time is a call that was made or tried when the first promise ran out', async () => {
    await happen(await promised(), on('5 16:00'), 'call_reached');
    await happen(await promised(), on('4 09:00'), 'call_missed');
    await happen(await promised(), on('4 09:00'), 'assessment_began');
    await happen(await promised(), on('5 16:01'), 'call_reached'); // late
    await promised(); // never
    await happen(await promised(), on('4 09:00'), 'note_written'); // no call
    // What came again later and promised another day changes nothing.
    const again = await promised();
    await happen(again, on('4 09:00'), 'interest_repeated', { callBy: on('8 16:00') }, 'family');
    await happen(again, on('6 09:00'), 'call_reached');
    expect(await whole()).toMatchObject({ promised: 7, inTime: 3, called: 5 });
  });

  test('who asked us to write first is called with a message from staff, and nobody else', async () => {
    await happen(await promised({ way: 'email_first' }), on('4 09:00'), 'message_written');
    await happen(await promised({ way: 'email_first' }), on('4 09:00'), 'message_written', {}, 'family');
    await happen(await promised(), on('4 09:00'), 'message_written');
    expect(await whole()).toMatchObject({ promised: 3, inTime: 1, called: 1 });
  });

  test('a promise that has not run out is neither kept nor broken', async () => {
    const home = await register({ at: `${year}-03-03 08:00+00`, callBy: '2999-03-05 16:00+00' });
    await happen(home, on('4 09:00'), 'call_reached');
    expect(await whole()).toMatchObject({ registered: 1, promised: 0, inTime: 0, called: 1 });
  });

  test('who paused, closed or was erased before anybody called is left out, and who did so after is not', async () => {
    const quiet: [Kind, object?][] = [['paused'], ['closed', { why: 'withdrawn' }], ['erased']];
    for (const [kind, details] of quiet) {
      const home = await promised();
      await happen(home, on('4 09:00'), kind, details);
      await happen(home, on('20 09:00'), 'call_reached');
    }
    expect(await whole()).toMatchObject({ registered: 3, promised: 0, called: 0, median: null });
    const after = await promised();
    await happen(after, on('4 09:00'), 'call_reached');
    await happen(after, on('4 10:00'), 'paused');
    const late = await promised();
    await happen(late, on('6 09:00'), 'paused');
    await happen(late, on('7 09:00'), 'call_reached');
    expect(await whole()).toMatchObject({ registered: 5, promised: 2, inTime: 1, called: 1 });
  });

  test('what was closed by a slip of the hand was never closed, and what was opened again later was', async () => {
    const slip = await promised();
    await happen(slip, on('4 09:00'), 'closed', { why: 'not_now' });
    await happen(slip, on('4 09:00'), 'reopened', { undone: true });
    await happen(slip, on('5 09:00'), 'call_reached');
    expect(await whole()).toMatchObject({ promised: 1, inTime: 1, called: 1 });
    const meant = await promised();
    await happen(meant, on('4 09:00'), 'closed', { why: 'not_now' });
    await happen(meant, on('4 12:00'), 'reopened', { undone: false });
    await happen(meant, on('4 13:00'), 'closed', { why: 'not_now' });
    await happen(meant, on('4 13:00'), 'reopened', { undone: true });
    await happen(meant, on('5 09:00'), 'call_reached');
    expect(await whole()).toMatchObject({ registered: 2, promised: 1, called: 1 });
  });

  test('a registration taken by telephone with the talk had is counted, and was promised nothing', async () => {
    const home = await register({ at: on('3 08:00'), callBy: null });
    await happen(home, on('3 08:00'), 'call_reached');
    expect(await whole()).toMatchObject({ registered: 1, promised: 0, called: 0, median: null });
  });

  test('a call to the home that a registration was joined with, before or after, is a call', async () => {
    const pair = async (calls: (kept: string, joined: string) => Promise<unknown>) => {
      const kept = await promised();
      const joined = await promised();
      await happen(joined, on('4 09:00'), 'closed', { why: 'joined' });
      await calls(kept, joined);
      await ground.sql('update public.household set joined_into = $1 where id = $2', [kept, joined]);
      await ground.sql('update public.interest set household_id = $1 where household_id = $2', [kept, joined]);
    };
    await pair((_kept, joined) => happen(joined, on('4 08:00'), 'call_reached'));
    await pair((kept) => happen(kept, on('4 10:00'), 'call_reached'));
    expect(await whole()).toMatchObject({ registered: 4, promised: 4, inTime: 4, called: 4 });
  });

  test('the time to the first call is the whole wait, nights, weekends and the lost hour of spring counted', async () => {
    for (const days of [1, 2, 3, 4, 10]) {
      const home = await promised();
      await happen(home, on(`${3 + days} 08:00`), 'call_missed');
      await happen(home, on(`${3 + days} 12:00`), 'call_reached');
    }
    const { median, ninth } = (await whole()) ?? {};
    expect(Number(median)).toBeCloseTo(3, 6);
    // Between the fourth and the fifth of five: 4 + 0.6 × (10 − 4).
    expect(Number(ninth)).toBeCloseTo(7.6, 6);
    await ground.sql(`delete from public.interest where registered_at between $1::text::timestamptz and $2::text::timestamptz`, [
      on('1 00:00'),
      on('9 00:00'),
    ]);
    // From noon to noon over the night when the clock goes forward.
    const [sunday] = await ground.sql<{ at: string; next: string }>(
      `select ((d - 1) + time '12:00')::text as at, (d + time '12:00')::text as next
       from (select make_date($1::int, 3, 31) - extract(dow from make_date($1::int, 3, 31))::int as d) last`,
      [year],
    );
    const home = await register({ at: `${sunday?.at} Europe/Stockholm`, callBy: `${sunday?.next} Europe/Stockholm` });
    await happen(home, `${sunday?.next} Europe/Stockholm`, 'call_reached');
    expect(Number((await whole())?.median)).toBeCloseTo(23 / 24, 6);
  });
});
