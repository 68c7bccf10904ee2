import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { manyConnections } from './support/at-once.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { hash, registration } from './support/registration.ts';

const DAY = 86_400_000;

describe.each(grounds)('what is erased on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  /** Jonas registers once more, has left mails in every state, asks for erasure and is granted it. */
  const erase = async () => {
    const { email } = cast.people.other;
    const again = {
      p_email: email,
      p_first_name: 'Jonas',
      p_last_name: 'Provdal',
      p_phone: '+46701740677',
      p_question: 'Får vi ha hund?',
    };
    await given(
      ground.anon.rpc('register_interest', registration({ ...again, p_network_key: hash(randomUUID()), p_child_ages: [4, 9] })),
    );
    for (const state of ['waiting', 'sent', 'delivered', 'bounced', 'stopped', 'complained']) {
      await ground.sql(
        `insert into public.mail (template, recipient, household_id, state, payload) values ('interest_received', $1, $2, $3::text::public.mail_state, '{"way": "phone"}')`,
        [email.toUpperCase(), cast.freshId, state],
      );
    }
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure', p_wish: 'Jonas vill inte mer' }));
    const [request] = await given<{ id: string }[]>(cast.as('other').rpc('my_requests'));
    const decision = { p_request: request?.id ?? '', p_decision: 'granted', p_reason: 'Ni har bett om det' } as const;
    await given(cast.as('own').rpc('decide_request', { p_number: cast.fresh, ...decision }));
  };
  const rows = async (table: string, where = 'household_id = $1') =>
    JSON.stringify(await ground.sql(`select * from ${table} where ${where}`, [cast.freshId]));

  test('has no column left that says who it was, in any table of the home', async () => {
    await erase();
    const left = [
      await rows('public.household', 'id = $1'),
      ...(await Promise.all(
        ['household_member', 'interest', 'mail', 'household_event', 'data_request', 'access_log'].map((table) =>
          rows(`public.${table}`),
        ),
      )),
    ].join();
    expect(left).not.toMatch(/jonas|provdal|\+46|hund|vägen|vill inte mer/i);
    expect(left).toContain(cast.freshId);
    const ages = await ground.sql('select child_ages, digest from public.interest where household_id = $1', [cast.freshId]);
    expect(ages).toHaveLength(2);
    expect(ages).toEqual(ages.map(() => ({ child_ages: [], digest: expect.stringMatching(/^[0-9a-f]{64}$/) })));
  });

  test('is sent no more mail, and no mail of it can be sent again', async () => {
    await erase();
    const states = await ground.sql<{ state: string }>(
      `select distinct state from public.mail where household_id = $1 and recipient is not null order by state`,
      [cast.freshId],
    );
    expect(states.map(({ state }) => state).sort()).toEqual(['complained', 'delivered', 'sent', 'withheld']);
  });

  test('is no home any more: who registers again begins a new one', async () => {
    await erase();
    const { email } = cast.people.other;
    await given(ground.anon.rpc('register_interest', registration({ p_email: email, p_network_key: hash(randomUUID()) })));
    const [row] = await ground.sql<{ household_id: string; state: string }>(
      'select household_id, state from public.interest where email_key = $1',
      [email],
    );
    expect(row?.state).toBe('received');
    expect(row?.household_id).not.toBe(cast.freshId);
  });

  test('the last letter loses its address when it has had time to arrive', async () => {
    await erase();
    const letters = (at: number) =>
      given(ground.service.rpc('forget_traces', { p_days: 30, p_now: new Date(Date.now() + at * DAY).toISOString() })).then(() =>
        ground.sql(`select payload from public.mail where template = 'request_decided' and recipient = $1`, [
          cast.people.other.email,
        ]),
      );
    await ground.sql(`update public.mail set state = 'delivered' where template = 'request_decided'`);
    expect(await letters(29)).toHaveLength(1);
    expect(await letters(31)).toEqual([]);
  });

  test('the history stays, and says that it was erased', async () => {
    await erase();
    const kinds = await ground.sql<{ kind: string }>(
      'select kind from public.household_event where household_id = $1 order by id',
      [cast.freshId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'interest_registered',
      'interest_added',
      'request_made',
      'request_decided',
      'erased',
    ]);
  });
});

describe('registering at the moment when the home is erased', () => {
  test('begins a new home: nothing is written where nobody looks', async () => {
    const { ground, sql, stop } = await manyConnections(1);
    const cast = await castOn(ground);
    const held = Promise.withResolvers<void>();
    const erasing = sql.begin(async (tx) => {
      await tx`select from public.household where id = ${cast.freshId} for update`;
      await tx`select private.erase_registration(${cast.freshId}, 'system')`;
      held.resolve();
      // Held open, so that the registration meets a home that is about to be none.
      await tx`select pg_sleep(0.5)`;
    });
    await held.promise;
    const { email } = cast.people.other;
    await given(ground.anon.rpc('register_interest', registration({ p_email: email })));
    await erasing;
    const [row] = await ground.sql<{ state: string; home: string }>(
      'select state, household_id as home from public.interest where email_key = $1',
      [email],
    );
    expect(row?.state).toBe('received');
    expect(row?.home).not.toBe(cast.freshId);
    await stop();
  });
});
