import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { hash, type RegisterArgs, registration } from './support/registration.ts';

const DAY = 86_400_000;
const ahead = (days: number) => new Date(Date.now() + days * DAY).toISOString();

describe.each(grounds)('an addition on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let email: string;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    email = cast.people.other.email;
  });
  afterAll(() => ground?.stop());

  type Row = { id: string; state: string; number: string };
  const register = async (changes: Partial<RegisterArgs> = {}) => {
    const sent = registration({ p_email: email, p_network_key: hash(email), p_call_by: ahead(5), ...changes });
    expect(await given<boolean>(ground.anon.rpc('register_interest', sent))).toBe(true);
    const rows = await ground.sql<Row>(
      `select i.id, i.state, h.number from public.interest i join public.household h on h.id = i.household_id
       where i.email_key = $1 order by i.registered_at desc, i.state = 'discarded' limit 1`,
      [sent.p_email_key],
    );
    return rows[0] as Row;
  };
  const settle = (interest: string, p_accept: boolean, more: object = {}, who: Person = 'own', p_number = cast.fresh) =>
    given(cast.as(who).rpc('settle_addition', { p_number, p_interest: interest, p_accept, ...more }));
  const restore = (interest: string, p_number = cast.fresh) =>
    given(cast.as('own').rpc('restore_addition', { p_number, p_interest: interest }));
  const home = async (number = cast.fresh) => {
    const [row] = await ground.sql<{ call: Date | string | null; municipality: string }>(
      'select call_by as call, municipality from public.household where number = $1',
      [number],
    );
    return { municipality: row?.municipality, callBy: row?.call ? new Date(row.call).toISOString() : null };
  };
  const page = (number = cast.fresh) =>
    given<{ lastEvent: number; interests: { id: string; state: string; restorableUntil: string | null }[] }>(
      cast.as('own').rpc('household_page', { p_number: number }),
    );
  const keep = (days: number) => given(ground.service.rpc('keep_time', { p_months: 1200, p_days: 30, p_now: ahead(days) }));
  const age = (interest: string, days: number) =>
    ground.sql(`update public.interest set discarded_at = now() - make_interval(days => $2) where id = $1`, [interest, days]);

  test('is accepted, and counts as the adult’s own from then on, with the municipality when that is said', async () => {
    const { id, state } = await register({ p_municipality: 'ange' });
    expect(state).toBe('unconfirmed_addition');
    expect(await settle(id, true)).toEqual({ ok: true });
    expect((await home()).municipality).toBe('kramfors');
    expect(await settle(id, false)).toEqual({ ok: false, reason: 'settled_already' });
    const another = await register({ p_municipality: 'ange', p_adults: 3 });
    expect(await settle(another.id, true, { p_take_municipality: true })).toEqual({ ok: true });
    expect((await home()).municipality).toBe('ange');
    const mine = await given<{ registrations: unknown[]; events: { kind: string }[] }>(cast.as('other').rpc('my_copy'));
    expect(mine.registrations).toHaveLength(3);
    expect(mine.events.map(({ kind }) => kind)).toContain('addition_accepted');
  });

  test('promises no more when it is thrown away, and again when it is taken back', async () => {
    const before = (await home()).callBy;
    const promised = ahead(5);
    const { id } = await register({ p_call_by: promised });
    expect((await home()).callBy).toBe(promised);
    expect(await settle(id, false)).toEqual({ ok: true });
    expect((await home()).callBy).toBe(before);
    expect(await restore(id)).toEqual({ ok: true });
    expect((await home()).callBy).toBe(promised);
    expect(await restore(id)).toEqual({ ok: false, reason: 'settled_already' });
  });

  test('takes along what sending it again promised', async () => {
    const before = (await home()).callBy;
    const one = await register({ p_call_by: ahead(5) });
    await register({ p_call_by: ahead(9) });
    await settle(one.id, false);
    expect((await home()).callBy).toBe(before);
  });

  test('leaves what another one promised', async () => {
    const one = await register({ p_call_by: ahead(5) });
    const promised = ahead(6);
    await register({ p_call_by: promised, p_adults: 3 });
    await settle(one.id, false);
    expect((await home()).callBy).toBe(promised);
  });

  test('promises nothing that a call has answered, thrown away or taken back', async () => {
    const { id } = await register();
    await given(cast.as('own').rpc('log_call', { p_number: cast.fresh, p_reached: true }));
    await settle(id, false);
    expect((await home()).callBy).toBeNull();
    await restore(id);
    expect((await home()).callBy).toBeNull();
    // And the registrations from before the call promise nothing either when a later one goes.
    const later = await register({ p_adults: 3 });
    await settle(later.id, false);
    expect((await home()).callBy).toBeNull();
  });

  test('moved by a pause, what is left is moved as far, and to a working day', async () => {
    await ground.sql(
      `update public.interest set call_by = '2031-03-03 11:00+01', registered_at = '2031-03-01' where household_id = $1`,
      [cast.freshId],
    );
    await ground.sql(`update public.household set call_by = '2031-03-03 11:00+01' where id = $1`, [cast.freshId]);
    const { id } = await register({ p_call_by: '2031-03-05T10:00:00.000Z' });
    // The pause moved it five days on: from the Wednesday to the Monday after. The Monday then becomes a Saturday, and a Monday.
    await ground.sql(`update public.household set call_by = call_by + interval '5 days' where id = $1`, [cast.freshId]);
    await settle(id, false);
    expect((await home()).callBy).toBe('2031-03-10T10:00:00.000Z');
  });

  test('thrown away, its address is known here no more, and the same again is new', async () => {
    // An address that is no adult's: the home was known by what had come from it before.
    email = `flyttad-${randomUUID()}@exempel.example`;
    await ground.sql(`update public.interest set email = $1, email_key = $1, member_id = null where household_id = $2`, [
      email,
      cast.freshId,
    ]);
    const one = await register();
    expect(one).toMatchObject({ state: 'unconfirmed_addition', number: cast.fresh });
    await ground.sql(`update public.interest set email = 'x@y', email_key = 'x@y' where household_id = $1 and id <> $2`, [
      cast.freshId,
      one.id,
    ]);
    await settle(one.id, false);
    const again = await register();
    expect(again.state).toBe('received');
    expect(Number(again.number)).not.toBe(cast.fresh);
  });

  test('of an adult of the home, the same again is a new addition and not a silence', async () => {
    const one = await register();
    await settle(one.id, false);
    const again = await register();
    expect(again.state).toBe('unconfirmed_addition');
    expect(again.id).not.toBe(one.id);
  });

  test('can be taken back for thirty days, is blanked then, and stands in the adult’s copy until it is', async () => {
    const { id } = await register({ p_question: 'Ord som kastades' });
    await settle(id, false);
    const shown = (await page()).interests.find((one) => one.id === id);
    expect(shown?.state).toBe('discarded');
    expect(Math.round((Date.parse(shown?.restorableUntil ?? '') - Date.now()) / DAY)).toBe(30);
    await keep(29);
    expect(JSON.stringify(await given(cast.as('other').rpc('my_copy')))).toContain('Ord som kastades');
    await keep(31);
    expect(JSON.stringify(await given(cast.as('other').rpc('my_copy')))).not.toContain('Ord som kastades');
    expect((await page()).interests.map((one) => one.id)).not.toContain(id);
    expect(await restore(id)).toEqual({ ok: false, reason: 'settled_already' });
  });

  test('is not taken back after thirty days, even when nobody has blanked it yet', async () => {
    const { id } = await register();
    await settle(id, false);
    await age(id, 31);
    expect(await restore(id)).toEqual({ ok: false, reason: 'settled_already' });
  });

  test('blanked, it leaves no address in the mail that answered it, and every other mail as it was', async () => {
    const { discarded } = cast;
    const [row] = await ground.sql<{ email: string }>('select email_key as email from public.interest where id = $1', [
      discarded,
    ]);
    await ground.sql(
      `insert into public.mail (template, recipient, household_id, state) values ('interest_received', $1, $2, 'sent')`,
      [row?.email, cast.homeId],
    );
    await age(discarded, 31);
    await keep(0);
    const left = await ground.sql<{ recipient: string }>(
      'select recipient from public.mail where household_id = $1 and recipient is not null order by created_at',
      [cast.homeId],
    );
    expect(left.map(({ recipient }) => recipient).sort()).toEqual([cast.people.adultA.email, 'erased@invalid']);
  });

  test('who does not see where a protected home is does not say that it has moved', async () => {
    email = cast.tuva.email;
    const { id } = await register({ p_municipality: 'ange' });
    const take = { p_take_municipality: true };
    expect(await settle(id, true, take, 'head', cast.hidden)).toEqual({ ok: false, reason: 'coordinators_only' });
    expect(await settle(id, true, take, 'own', cast.hidden)).toEqual({ ok: true });
  });

  test('two coordinators do not settle it against each other', async () => {
    const { id } = await register();
    const { lastEvent } = await page();
    expect(await settle(id, true, { p_seen: lastEvent }, 'head')).toEqual({ ok: true });
    expect(await settle(id, false, { p_seen: lastEvent })).toMatchObject({ ok: false, reason: 'changed_meanwhile' });
  });
});
