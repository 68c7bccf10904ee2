import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { type MadeHome, madeHome, rowsOf } from './support/home-rows.ts';

const anyHome = fc.record({
  closed: fc.boolean(),
  called: fc.boolean(),
  paused: fc.boolean(),
  askAgain: fc.boolean(),
  partner: fc.constantFrom('none', 'silent', 'asked', 'left'),
  stray: fc.constantFrom('none', 'unconfirmed_addition', 'discarded'),
  written: fc.boolean(),
  coordinator: fc.constantFrom('none', 'own', 'colleague'),
  isProtected: fc.boolean(),
});
type Made = typeof anyHome extends fc.Arbitrary<infer T> ? T : never;

describe.each(grounds)('joined and parted on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  /** Each thing that can be so of a home, and what makes it so; $1 is the home. */
  const things = (home: MadeHome, made: Made): [boolean, string, ...string[]][] => [
    [made.called, 'update public.household set call_by = null where id = $1'],
    [made.askAgain, `update public.household set ask_again_on = '2030-01-07' where id = $1`],
    [made.paused, `update public.household set paused_at = now(), paused_until = '2030-02-01' where id = $1`],
    [
      made.closed,
      `update public.household set phase = 'closed', phase_before = 'interest', closed_at = now(), closed_why = 'not_now' where id = $1`,
    ],
    [made.isProtected, 'update public.household set protected_at = now() where id = $1'],
    [
      made.partner !== 'none',
      `insert into public.household_member (household_id, first_name, last_name, silent_since, silent_times, accepted_at, asked_by, left_at)
       select $1, 'Andra', 'Provsson', case when $2::text = 'silent' then now() end, case when $2::text = 'silent' then 'Torsdagar' end,
         case when $2::text <> 'asked' then now() end, case when $2::text = 'asked' then $3::uuid end, case when $2::text = 'left' then now() end`,
      made.partner,
      home.adult,
    ],
    [
      made.stray !== 'none',
      'select tests.addition($1, $2::text::public.interest_state, $3)',
      made.stray,
      home.email.slice(-25, -16),
    ],
    [
      made.coordinator !== 'none',
      'insert into public.household_coordinator (household_id, staff_id) values ($1, $2)',
      cast.people[made.coordinator === 'own' ? 'own' : 'colleague'].id,
    ],
    [made.written, `insert into public.message (household_id, member_id, body) values ($1, $2, 'Ord')`, home.adult],
    [made.written, `insert into public.data_request (household_id, member_id, kind) values ($1, $2, 'insight')`, home.adult],
    [
      made.written,
      'insert into public.contact_note (household_id, staff_id, reached) values ($1, $2, false)',
      cast.people.own.id,
    ],
    [
      made.written,
      `insert into public.mail (template, recipient, member_id, household_id)
       values ('interest_received', $3, $2, $1), ('interest_notice', null, null, $1)`,
      home.adult,
      home.email,
    ],
  ];

  async function make(first: string, made: Made): Promise<MadeHome> {
    const home = await madeHome(ground.sql, first);
    for (const [is, statement, ...values] of things(home, made)) if (is) await ground.sql(statement, [home.id, ...values]);
    return home;
  }

  test('two homes are as they were, whatever they were, and neither has lost a protection', { timeout: 120_000 }, async () => {
    const head = cast.as('head');
    await fc.assert(
      fc.asyncProperty(anyHome, anyHome, async (one, other) => {
        const source = await make('Astrid', one);
        const target = await make('Birger', other);
        const both = [source.id, target.id];
        const before = await rowsOf(ground.sql, both);
        const numbers = { p_number: source.number, p_into: target.number };
        expect(await given(head.rpc('join_homes', numbers))).toEqual({ ok: true });
        const left = await rowsOf(ground.sql, [source.id]);
        for (const kind of ['members', 'interests', 'mails', 'messages', 'notes', 'requests']) expect(left[kind]).toEqual([]);
        const back = { p_number: target.number, p_from: source.number };
        expect(await given(head.rpc('part_homes', back))).toEqual({ ok: true });
        const after = await rowsOf(ground.sql, both);
        const isProtected = one.isProtected || other.isProtected;
        const said = await ground.sql<{ count: number }>(
          'select count(protected_at)::int as count from public.household where id = any ($1::uuid[])',
          [`{${both.join(',')}}`],
        );
        expect(said[0]?.count).toBe(isProtected ? 2 : 0);
        // Mails of who is protected now have stayed, and a home that is newly hidden is somebody's.
        const kept = isProtected ? { mails: 0, coordinators: 0 } : {};
        expect({ ...after, ...kept }).toEqual({ ...before, ...kept });
      }),
      { numRuns: 25 },
    );
  });
});
