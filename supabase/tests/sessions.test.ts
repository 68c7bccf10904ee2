import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { clientOf, signIn, signInVerified } from './support/people.ts';

describe.each(grounds)('what makes a token count on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const age = (session: string, column: 'last_seen_at' | 'began_at' | 'verified_at', by: string) =>
    ground.sql(`update private.sign_in_session set ${column} = ${column} - $2::text::interval where id = $1`, [session, by]);
  const isHere = async (person: 'own' | 'adultA') => (await given(cast.as(person).rpc('visit'))).here;
  const ended = async (session: string) =>
    (await ground.sql<{ why: string | null }>('select ended_why as why from private.sign_in_session where id = $1', [session]))[0]
      ?.why;

  const leaving = (session: string, everywhere = false) => ({ p_gate: GATE, p_session: session, p_everywhere: everywhere });
  const leave = (session: string, everywhere = false) => given(ground.anon.rpc('end_session', leaving(session, everywhere)));

  test('the real way in leaves what the tests’ own people have', async () => {
    await given(
      cast
        .as('head')
        .rpc('list_staff', { p_name: 'Ny', p_email: 'ny@a.example', p_email_key: 'ny@a.example', p_role: 'coordinator' }),
    );
    const staff = await signInVerified(ground, 'ny@a.example');
    expect(await given(staff.db.rpc('household_page', { p_number: cast.fresh }))).toMatchObject({ ok: true });
    const adult = await signIn(ground, cast.people.adultB.email);
    expect(await given(adult.db.rpc('my_home'))).toMatchObject({ number: cast.home });
    const shape = (session: string) =>
      ground.sql('select assurance, verified_at is not null as verified, ended_at from private.sign_in_session where id = $1', [
        session,
      ]);
    expect(await shape(staff.session)).toEqual(await shape(cast.people.own.session));
    expect(await shape(adult.session)).toEqual(await shape(cast.people.adultA.session));
  });

  test('a session that the website never recorded opens nothing, whoever the token says it is', async () => {
    const stray = clientOf(ground, { ...cast.people.head, session: randomUUID() });
    expect(await isRefused(stray.rpc('staff_list'))).toBe(true);
    expect(await isRefused(stray.rpc('second_factors', { p_gate: GATE }))).toBe(true);
    expect(await given(stray.rpc('visit'))).toEqual({ here: false });
  });

  test('another’s session does not help, nor one’s own session in another’s name', async () => {
    const borrowed = clientOf(ground, { ...cast.people.adultB, session: cast.people.own.session });
    expect(await isRefused(borrowed.rpc('household_page', { p_number: cast.home }))).toBe(true);
    expect(await isRefused(borrowed.rpc('my_home'))).toBe(true);
    await given(borrowed.rpc('visit'));
    expect(await isRefused(borrowed.rpc('end_session', leaving(cast.people.own.session)))).toBe(true);
    expect(await ended(cast.people.own.session)).toBeNull();
  });

  test('an address in other letters than the token’s begins nothing', async () => {
    const { db } = await signIn(ground, cast.people.adultA.email.toUpperCase());
    const begin = db.rpc('begin_session', {
      p_gate: GATE,
      p_network_key: 'n',
      p_address_key: 'k',
      p_email_key: cast.people.adultB.email,
    });
    expect(await isRefused(begin)).toBe(true);
  });

  test('an ended session is over at once, and a token of it begins none', async () => {
    await leave(cast.people.adultA.session);
    expect(await isRefused(cast.as('adultA').rpc('my_home'))).toBe(true);
    const again = await signIn(ground, cast.people.adultA.email, cast.people.adultA);
    expect(await isRefused(again.db.rpc('my_home'))).toBe(true);
    expect(await ended(cast.people.adultA.session)).toBe('signed_out');
  });

  test('leaving ends this session; leaving everywhere all of one’s own, and nobody else’s', async () => {
    const second = await signIn(ground, cast.people.adultA.email, { user: cast.people.adultA.user });
    await leave(cast.people.adultA.session);
    expect(await given(second.db.rpc('my_home'))).toBeTruthy();
    const third = await signIn(ground, cast.people.adultA.email, { user: cast.people.adultA.user });
    await leave(third.session, true);
    expect(await isRefused(second.db.rpc('my_home'))).toBe(true);
    expect(await given(cast.as('adultB').rpc('my_home'))).toBeTruthy();
  });

  test.each([
    ['own', 'last_seen_at', '29 minutes', '2 minutes'],
    ['adultA', 'last_seen_at', '6 days 23 hours', '2 hours'],
    ['own', 'began_at', '11 hours 59 minutes', '2 minutes'],
    ['adultA', 'began_at', '29 days 23 hours', '2 hours'],
  ] as const)('%s is here until %s is older than %s and %s', async (person, column, within, beyond) => {
    const { session } = cast.people[person];
    const open = () => cast.as(person).rpc(person === 'own' ? 'colleagues' : 'my_home');
    await age(session, column, within);
    expect(await isRefused(open())).toBe(false);
    await age(session, column, beyond);
    expect(await isRefused(open())).toBe(true);
    expect(await isHere(person)).toBe(false);
    expect(await ended(session)).toBe('idle');
    // What is ended stays ended, also if the clock should go back.
    await ground.sql('update private.sign_in_session set last_seen_at = now(), began_at = now() where id = $1', [session]);
    expect(await isHere(person)).toBe(false);
  });

  test('a visit keeps a session from being idle', async () => {
    const { session } = cast.people.own;
    for (let turn = 0; turn < 3; turn += 1) {
      await age(session, 'last_seen_at', '29 minutes');
      expect(await isHere('own')).toBe(true);
    }
  });

  test('who is both staff and an adult has the staff’s time', async () => {
    await ground.sql('update public.household_member set user_id = $1 where id = $2', [
      cast.people.own.user,
      cast.people.other.id,
    ]);
    await age(cast.people.own.session, 'last_seen_at', '31 minutes');
    expect(await isRefused(cast.as('own').rpc('my_home'))).toBe(true);
  });

  test('a second factor counts for twelve hours at most', async () => {
    await ground.sql(`update private.session_rule set longest = '2 days' where audience = 'staff'`);
    await age(cast.people.own.session, 'verified_at', '11 hours 59 minutes');
    expect(await isRefused(cast.as('own').rpc('colleagues'))).toBe(false);
    await age(cast.people.own.session, 'verified_at', '2 minutes');
    expect(await isRefused(cast.as('own').rpc('colleagues'))).toBe(true);
    expect(await given(cast.as('own').rpc('visit'))).toMatchObject({ here: true, staff: { verified: false } });
    await ground.sql(`update private.session_rule set longest = '12 hours' where audience = 'staff'`);
  });

  describe('a form that was being filled in when a session ended', () => {
    const path = '/arbetsyta/hem/1';
    const keep = (p_session: string) =>
      given(ground.anon.rpc('keep_form', { p_gate: GATE, p_session, p_path: path, p_sealed: 'sealed' }));
    const take = (person: 'own' | 'colleague') => given<string | null>(cast.as(person).rpc('take_form', { p_path: path }));

    test('is given back once, to the same person alone', async () => {
      const { session, user, email } = cast.people.own;
      await age(session, 'last_seen_at', '31 minutes');
      expect(await keep(session)).toBe(true);
      expect(await take('own')).toBeNull();
      expect(await take('colleague')).toBeNull();
      const { db } = await signIn(ground, email, { user });
      const give = () => given(db.rpc('take_form', { p_path: path }));
      expect([await give(), await give()]).toEqual(['sealed', null]);
    });

    test('is not kept for who left by themselves, or is unknown', async () => {
      await leave(cast.people.own.session);
      expect(await keep(cast.people.own.session)).toBe(false);
      expect(await keep(randomUUID())).toBe(false);
    });
  });
});
