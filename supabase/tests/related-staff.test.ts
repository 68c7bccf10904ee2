import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash, registration } from './support/registration.ts';

const reason = { p_reason: 'Maja är sjuk och ett möte är i dag' };

describe.each(grounds)('staff who are related to a home on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const page = (person: Person, number: number) => given(cast.as(person).rpc('household_page', { p_number: number }));
  const glass = (person: Person) => given(cast.as(person).rpc('ask_access', { p_number: cast.home, ...reason }));

  test.each(['home', 'fresh', 'hidden'] as const)('never meet it: %s', async (which) => {
    const db = cast.as('related');
    const number = cast[which];
    const surname = { home: cast.surname, hidden: cast.hiddenSurname, fresh: cast.surname.replace('exempelsson', 'provdal') };
    expect(await page('related', number)).toEqual({ ok: false, reason: 'missing' });
    expect(await given(db.rpc('search_households', { p_query: String(number) }))).toEqual([]);
    expect(await given(db.rpc('search_households', { p_query: surname[which] }))).toEqual([]);
    expect(await given(cast.as('own').rpc('search_households', { p_query: surname[which] }))).toHaveLength(1);
    const numbers = await given<{ number: number }[]>(db.rpc('household_list', {}));
    expect(numbers.map((row) => row.number)).not.toContain(number);
    const waiting = await given<{ number: number }[]>(db.rpc('waiting_requests'));
    expect(waiting.map((row) => row.number)).not.toContain(number);
    expect(await given(db.rpc('ask_access', { p_number: number, ...reason }))).toEqual({ ok: false, reason: 'missing' });
  });

  test('are no longer its coordinators, lose a day that was asked for, and are not let in again', async () => {
    await glass('colleague');
    for (const who of ['colleague', 'door'] as const) {
      await given(cast.as('own').rpc('mark_related', { p_number: cast.home, p_staff: cast.people[who].id }));
    }
    expect(await page('colleague', cast.home)).toEqual({ ok: false, reason: 'missing' });
    const left = await ground.sql('select from public.household_coordinator where staff_id = $1 and household_id = $2', [
      cast.people.door.id,
      cast.homeId,
    ]);
    expect(left).toEqual([]);
    expect(await given(cast.as('own').rpc('add_coordinator', { p_number: cast.home, p_staff: cast.people.door.id }))).toEqual({
      ok: false,
      reason: 'not_this_one',
    });
  });

  test('also when they have signed in to it as an adult', async () => {
    await ground.sql('update public.household_member set user_id = $1 where id = $2', [
      cast.people.own.user,
      cast.people.other.id,
    ]);
    expect(await page('own', cast.fresh)).toEqual({ ok: false, reason: 'missing' });
  });

  test('stay so when they are removed from the list and come back to it', async () => {
    await given(cast.as('head').rpc('remove_staff', { p_staff: cast.people.related.id }));
    const { email } = cast.people.related;
    const listed = await given<{ id: string }>(
      cast.as('head').rpc('list_staff', { p_name: 'Rut', p_email: email, p_email_key: email, p_role: 'coordinator' }),
    );
    const marks = await ground.sql('select from public.related_staff where staff_id = $1', [listed.id]);
    expect(marks).toHaveLength(4);
  });

  test('are not made so by whoever writes their address into a home', async () => {
    for (const who of ['head', 'colleague'] as const) {
      const { email } = cast.people[who];
      expect(await given(cast.as('own').rpc('invite_adult', invited(cast.home, email)))).toEqual({
        ok: false,
        reason: 'staff_address',
      });
      await given(ground.anon.rpc('register_interest', registration({ p_email: email, p_network_key: hash(email) })));
      const [made] = await ground.sql<{ number: number; address: string | null }>(
        `select h.number, m.email as address from public.interest i join public.household h on h.id = i.household_id
         join public.household_member m on m.household_id = h.id where i.email_key = $1`,
        [email],
      );
      expect(made?.address).toBeNull();
      await signIn(ground, email, { user: cast.people[who].user });
      expect(await page(who, Number(made?.number))).toMatchObject({ ok: true });
    }
  });

  test('an address in a home that nobody has signed in to as an adult says nothing of whose it is', async () => {
    const { email } = cast.people.colleague;
    await ground.sql('update public.household_member set email = $1, email_key = $1, user_id = null where id = $2', [
      email,
      cast.people.other.id,
    ]);
    expect(await page('colleague', cast.fresh)).toMatchObject({ ok: true });
  });

  test('nobody is listed with the address of a home’s adult', async () => {
    const { email } = cast.people.adultA;
    const listed = cast
      .as('head')
      .rpc('list_staff', { p_name: 'Rut', p_email: email, p_email_key: email, p_role: 'coordinator' });
    expect(await given(listed)).toEqual({ ok: false, reason: 'is_adult' });
  });

  test('can be the head too, who then sees neither page, log nor reasons', async () => {
    await glass('colleague');
    await given(cast.as('head').rpc('mark_related', { p_number: cast.home, p_staff: cast.people.head.id }));
    expect(await page('head', cast.home)).toEqual({ ok: false, reason: 'missing' });
    expect(await given(cast.as('head').rpc('access_log_list', { p_number: cast.home }))).toEqual([]);
    const reasons = await given<{ number: number }[]>(cast.as('head').rpc('break_glass_list'));
    expect(reasons.map(({ number }) => number)).not.toContain(cast.home);
    expect(await given(cast.as('head').rpc('see_break_glass', { p_id: cast.breakGlass, p_end: false }))).toBe(false);
    const unmark = cast.as('head').rpc('unmark_related', { p_number: cast.home, p_staff: cast.people.head.id });
    expect(await isRefused(unmark)).toBe(true);
  });
});

const invited = (p_number: number, email: string) => ({
  p_number,
  p_first_name: 'Ny',
  p_last_name: 'Vuxensson',
  p_email: email,
  p_email_key: email,
});
