import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseEmail } from '../../src/shared/form/email.ts';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';

type Answer = { ok: boolean; reason?: string };
const address = () => `${randomUUID()}@exempel.example`;

describe.each(grounds)('one’s own address on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  type Adult = 'adultA' | 'adultB' | 'other';
  const ask = (email: string, person: Adult = 'adultA') =>
    given<Answer>(cast.as(person).rpc('ask_own_address', { p_email: email, p_email_key: email.toLowerCase() }));
  const change = (token: string, person: Adult = 'adultA') =>
    given<Answer>(cast.as(person).rpc('change_own_address', { p_token: token }));
  const mailsTo = (email: string, template: string) =>
    ground.sql<{ token: string | null; state: string }>(
      `select payload ->> 'token' as token, state from public.mail where recipient = $1 and template = $2::text::public.mail_template`,
      [email, template],
    );
  const tokenFor = async (email: string) => (await mailsTo(email, 'address_asked')).at(-1)?.token ?? randomUUID();
  const emailOf = async (person: Adult = 'adultA') =>
    (await ground.sql<{ email: string }>('select email from public.household_member where id = $1', [cast.people[person].id]))[0]
      ?.email;

  test('is changed by who has read the mail to it, signed in as themselves, and the old one hears of it', async () => {
    const { adultA } = cast.people;
    const fresh = `Ny-${randomUUID()}@exempel.example`;
    expect(await ask(fresh)).toEqual({ ok: true });
    expect(await emailOf()).toBe(adultA.email);
    expect(await change(await tokenFor(fresh))).toEqual({ ok: true });
    expect(await emailOf()).toBe(fresh);
    expect(await given(cast.as('adultA').rpc('visit'))).toEqual({ here: false });
    expect(await ground.sql('select from private.account_to_erase where user_id = $1', [adultA.user])).toHaveLength(1);
    expect(await mailsTo(adultA.email, 'address_replaced')).toHaveLength(1);
    const again = await signIn(ground, fresh.toLowerCase(), { user: randomUUID() });
    expect(await given(again.db.rpc('my_home'))).toMatchObject({ number: cast.home, me: { email: fresh } });
    expect(await isRefused(cast.as('adultA').rpc('my_home'))).toBe(true);
  });

  test('is changed by nobody else, by no guess, only by the latest mail, and once', async () => {
    const [first, second] = [address(), address()];
    await ask(first);
    const old = await tokenFor(first);
    await ask(second);
    const token = await tokenFor(second);
    expect(await change(token, 'adultB')).toEqual({ ok: false, reason: 'old' });
    expect(await change(old)).toEqual({ ok: false, reason: 'old' });
    expect(await change(randomUUID())).toEqual({ ok: false, reason: 'old' });
    expect(await emailOf()).toBe(cast.people.adultA.email);
    expect(await change(token)).toEqual({ ok: true });
    const again = await signIn(ground, second, { user: randomUUID() });
    expect(await given(again.db.rpc('change_own_address', { p_token: token }))).toEqual({ ok: false, reason: 'old' });
  });

  test('is recognised by the same key here as on the website, and taken with no other', async () => {
    for (const written of ['ÅSA.Öberg', 'ΟΔΟΣ', 'İNCİ', 'ẞTRASSE']) {
      const email = parseEmail(`${written}-${randomUUID()}@exempel.example`);
      if (!email.ok) throw new Error(written);
      const [row] = await ground.sql<{ key: string }>('select lower($1::text) as key', [email.address]);
      expect(row?.key).toBe(email.key);
    }
    const other = { p_email: address(), p_email_key: address() };
    expect((await cast.as('adultA').rpc('ask_own_address', other)).error?.code).toBe('22023');
  });

  test('holds for a day, and is then forgotten', async () => {
    const fresh = address();
    await ask(fresh);
    await ground.sql(`update public.household_member set wished_at = now() - interval '25 hours' where id = $1`, [
      cast.people.adultA.id,
    ]);
    expect(await change(await tokenFor(fresh))).toEqual({ ok: false, reason: 'old' });
    await given(ground.service.rpc('forget_traces', { p_days: 30 }));
    const [row] = await ground.sql('select wished_email from public.household_member where id = $1', [cast.people.adultA.id]);
    expect(row).toEqual({ wished_email: null });
  });

  test.each([
    ['another adult', () => cast.people.adultB.email],
    ['another home', () => cast.people.other.email],
    ['staff', () => cast.people.own.email],
  ])('is answered alike when it is that of %s, who gets no mail', async (_whose, email) => {
    expect(await ask(email())).toEqual({ ok: true });
    expect(await mailsTo(email(), 'address_asked')).toEqual([]);
  });

  test('changed, what they wrote in a home that they have moved from is still theirs, to read and to have erased', async () => {
    const { other } = cast.people;
    const own = cast.as('own');
    const [row] = await ground.sql<{ first_name: string; last_name: string }>(
      `update public.interest i set member_id = m.id from public.household_member m
      where m.id = $1 and i.household_id = m.household_id returning m.first_name, m.last_name`,
      [other.id],
    );
    await given(own.rpc('remove_adult', { p_number: cast.fresh, p_member: other.id }));
    const name = { p_first_name: row?.first_name ?? '', p_last_name: row?.last_name ?? '' };
    await given(own.rpc('invite_adult', { p_number: cast.twin, ...name, p_email: other.email, p_email_key: other.email }));
    let here = await signIn(ground, other.email, { user: other.user });
    const registrations = async () => (await given<{ registrations: object[] }>(here.db.rpc('my_copy'))).registrations;
    expect(await registrations()).toHaveLength(1);
    for (const fresh of [address(), address()]) {
      await given(here.db.rpc('ask_own_address', { p_email: fresh, p_email_key: fresh }));
      expect(await given(here.db.rpc('change_own_address', { p_token: await tokenFor(fresh) }))).toEqual({ ok: true });
      here = await signIn(ground, fresh);
      expect(await registrations()).toHaveLength(1);
    }
    await given(here.db.rpc('make_request', { p_kind: 'erasure' }));
    const [request] = await ground.sql<{ id: string }>('select id from public.data_request order by asked_at desc limit 1');
    const decision = { p_decision: 'granted', p_reason: 'Vi raderar det du ber om.' } as const;
    await given(own.rpc('decide_request', { p_number: cast.twin, p_request: request?.id ?? '', ...decision }));
    expect(await ground.sql('select from public.household_member where id = $1 and erased_at is null', [other.id])).toEqual([]);
  });

  test('is known or not, and one’s own copy does not tell', async () => {
    const copied = async () => (await given<{ mails: { template: string }[] }>(cast.as('adultA').rpc('my_copy'))).mails;
    const before = await copied();
    await ask(cast.people.other.email);
    await ask(address());
    expect(await copied()).toEqual(before);
  });

  test('is recognised by nothing but itself, or a mail that one reads would prove somebody else’s', async () => {
    const [mine, theirs] = [address(), address()];
    const both = { p_email: mine, p_email_key: theirs };
    expect((await cast.as('adultA').rpc('ask_own_address', both)).error?.code).toBe('22023');
    const asked = cast.as('adultA').rpc('ask_adult', { p_first_name: 'Nils', p_last_name: 'Exempelsson', ...both });
    expect((await asked).error?.code).toBe('22023');
    expect(await mailsTo(mine, 'address_asked')).toEqual([]);
  });

  test('is not changed to one that has become somebody’s meanwhile', async () => {
    const fresh = address();
    await ask(fresh);
    await given(
      cast.as('own').rpc('change_adult', {
        ...{ p_number: cast.home, p_member: cast.people.adultB.id, p_first_name: 'Samir', p_last_name: 'Exempelsson' },
        ...{ p_email: fresh, p_email_key: fresh },
      }),
    );
    expect(await change(await tokenFor(fresh))).toEqual({ ok: false, reason: 'taken' });
    expect(await emailOf()).toBe(cast.people.adultA.email);
  });

  test('asked for is forgotten when staff put the address right', async () => {
    const fresh = address();
    await ask(fresh);
    await given(
      cast.as('own').rpc('change_adult', {
        ...{ p_number: cast.home, p_member: cast.people.adultA.id, p_first_name: 'Amira', p_last_name: 'Exempelsson' },
        ...{ p_email: cast.people.adultA.email, p_email_key: cast.people.adultA.email },
      }),
    );
    expect(await change(await tokenFor(fresh))).toEqual({ ok: false, reason: 'old' });
  });

  test('is asked for five times a day at most, and is another than the one they have', async () => {
    expect(await ask(cast.people.adultA.email)).toEqual({ ok: false, reason: 'same' });
    for (let time = 0; time < 5; time += 1) expect(await ask(address())).toEqual({ ok: true });
    expect(await ask(address())).toEqual({ ok: false, reason: 'many' });
  });

  test('is not asked for by who takes no mail', async () => {
    await given(cast.as('adultA').rpc('set_own_silence', { p_times: 'Torsdagar' }));
    expect(await ask(address())).toEqual({ ok: false, reason: 'no_mail' });
  });
});
