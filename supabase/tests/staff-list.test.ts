import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn, signInVerified } from './support/people.ts';

describe.each(grounds)('the list of staff on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    // Every cast has a head of its own: here the one is the last.
    await ground.sql(`update public.staff_member set role = 'coordinator' where role = 'head' and id <> $1`, [
      cast.people.head.id,
    ]);
  });
  afterAll(() => ground?.stop());

  const head = () => cast.as('head');
  const events = (staff: string) =>
    ground.sql('select kind, role, done_by from private.staff_event where staff_id = $1 order by id', [staff]);

  test('a role that is changed counts at the next request, in the same session', async () => {
    expect(await isRefused(cast.as('own').rpc('household_page', { p_number: cast.home }))).toBe(false);
    await given(head().rpc('change_role', { p_staff: cast.people.own.id, p_role: 'communicator' }));
    expect(await isRefused(cast.as('own').rpc('household_page', { p_number: cast.home }))).toBe(true);
    expect(await given(cast.as('own').rpc('visit'))).toMatchObject({ staff: { role: 'communicator' } });
    expect(await events(cast.people.own.id)).toEqual([
      { kind: 'role_changed', role: 'communicator', done_by: cast.people.head.id },
    ]);
  });

  test('who is removed is out at the next request, and cannot come back with the same address', async () => {
    await given(head().rpc('remove_staff', { p_staff: cast.people.own.id }));
    expect(await isRefused(cast.as('own').rpc('colleagues'))).toBe(true);
    expect(await given(cast.as('own').rpc('visit'))).toEqual({ here: false });
    const { email, user } = cast.people.own;
    expect((await signIn(ground, email, { user })).begun).toEqual({ ok: false });
  });

  test('who is listed again begins anew, with a second factor of their own', async () => {
    const { email, user, id } = cast.people.own;
    await given(head().rpc('remove_staff', { p_staff: id }));
    await given(head().rpc('list_staff', { p_name: 'Maja', p_email: email, p_email_key: email, p_role: 'coordinator' }));
    const again = await signIn(ground, email, { user });
    expect(await isRefused(again.db.rpc('colleagues'))).toBe(true);
    const verified = await signInVerified(ground, email, { user });
    expect(await given(verified.db.rpc('household_page', { p_number: cast.home }))).toMatchObject({ reason: 'needs_reason' });
  });

  test('the last head can neither be removed nor step down, until there is another', async () => {
    const { id } = cast.people.head;
    const last = { ok: false, reason: 'last_head' };
    expect(await given(head().rpc('remove_staff', { p_staff: id }))).toEqual(last);
    expect(await given(head().rpc('change_role', { p_staff: id, p_role: 'coordinator' }))).toEqual(last);
    await given(head().rpc('change_role', { p_staff: cast.people.own.id, p_role: 'head' }));
    expect(await given(head().rpc('change_role', { p_staff: id, p_role: 'coordinator' }))).toEqual({ ok: true });
    expect(await isRefused(head().rpc('staff_list'))).toBe(true);
  });

  test('a head who is only a name on the list is no other head either, and a head who is shut out begins anew by hand', async () => {
    const { id, email } = cast.people.head;
    const ghost = { p_name: 'Skriven Fel', p_email: `x-${email}`, p_email_key: `x-${email}`, p_role: 'head' as const };
    await given(head().rpc('list_staff', ghost));
    expect(await given(head().rpc('change_role', { p_staff: id, p_role: 'coordinator' }))).toEqual({
      ok: false,
      reason: 'last_head',
    });
    const [anew] = await ground.sql<{ done: boolean }>('select private.let_head_begin_anew($1) as done', [email]);
    expect(anew?.done).toBe(true);
    expect(await isRefused(head().rpc('staff_list'))).toBe(true);
    expect(await ground.sql('select from private.factor where staff_id = $1 and removed_at is null', [id])).toEqual([]);
  });

  test('a removed head is no other head', async () => {
    await given(head().rpc('change_role', { p_staff: cast.people.own.id, p_role: 'head' }));
    await given(head().rpc('remove_staff', { p_staff: cast.people.own.id }));
    expect(await given(head().rpc('remove_staff', { p_staff: cast.people.head.id }))).toMatchObject({ reason: 'last_head' });
  });

  test('who is listed gets a mail that says nothing but that', async () => {
    const listed = { p_name: 'Ny Nysson', p_email: 'ny@a.example', p_email_key: 'ny@a.example', p_role: 'communicator' } as const;
    await given(head().rpc('list_staff', listed));
    expect(await ground.sql(`select payload, household_id from public.mail where recipient = 'ny@a.example'`)).toEqual([
      { payload: {}, household_id: null },
    ]);
  });

  test('the history of the list cannot be changed, not even by its owner', async () => {
    await given(head().rpc('change_role', { p_staff: cast.people.own.id, p_role: 'head' }));
    await expect(ground.sql('update private.staff_event set kind = kind')).rejects.toThrow(/append-only/);
    await expect(ground.sql('delete from private.staff_event')).rejects.toThrow(/append-only/);
    await expect(ground.sql('truncate private.staff_event')).rejects.toThrow(/append-only/);
  });
});

describe.each(grounds)('the first head on %s', (_name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());

  const first = (email: string) =>
    given(ground.service.rpc('ensure_first_head', { p_name: 'Chef', p_email: email, p_email_key: email }));

  test('comes from the environment once, and never again', async () => {
    expect([await first('chef@a.example'), await first('chef@a.example'), await first('annan@a.example')]).toEqual([
      true,
      false,
      false,
    ]);
    const { db } = await signInVerified(ground, 'chef@a.example');
    expect(await given(db.rpc('staff_list'))).toHaveLength(1);
    // Also when somebody should have ended every head past the API.
    await ground.sql('update public.staff_member set ended_at = now()');
    expect(await first('annan@a.example')).toBe(false);
  });
});

describe('two heads who leave the list at the same moment', () => {
  test.each(['remove_staff', 'change_role'])('leave one head: %s', async (how) => {
    const { ground, sql, stop } = await manyConnections(2);
    const { people } = await castOn(ground);
    await sql`update public.staff_member set role = 'head' where id = ${people.own.id}`;
    const leave = (who: typeof people.own) =>
      speakingAs(sql, who, async (tx) => {
        if (how === 'remove_staff') await tx`select public.remove_staff(${who.id})`;
        else await tx`select public.change_role(${who.id}, 'coordinator')`;
        // Held open, so that the other one is waiting for it.
        await tx`select pg_sleep(0.2)`;
      });
    await Promise.all([leave(people.own), leave(people.head)]);
    const [count] = await sql`select count(*)::int as n from public.staff_member where role = 'head' and ended_at is null`;
    expect(count).toEqual({ n: 1 });
    await stop();
  });
});
