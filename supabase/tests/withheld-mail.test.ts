import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { hash, registration } from './support/registration.ts';

describe.each(grounds)('mail to who takes none on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
    await ground.sql(
      `update public.mail set state = 'delivered', claim = null, claimed_until = null where state in ('waiting', 'claimed')`,
    );
  });
  afterAll(() => ground?.stop());

  const write = async (to: { id?: string; email: string | null }, state = 'waiting') => {
    const [row] = await ground.sql<{ id: string }>(
      `insert into public.mail (template, recipient, member_id, household_id, state)
       values ('adult_invited', $1, $2, $3, $4::text::public.mail_state) returning id`,
      [to.email, to.id ?? null, cast.homeId, state],
    );
    return row?.id ?? '';
  };
  const stateOf = async (id: string) =>
    (await ground.sql<{ state: string }>('select state from public.mail where id = $1', [id]))[0]?.state;
  const withheld = () =>
    ground.sql(
      `select details ->> 'mail' as mail, actor from public.household_event where household_id = $1 and kind = 'mail_withheld'`,
      [cast.homeId],
    );
  const claim = (at = new Date(Date.now() + 1000)) =>
    given<{ id: string }[]>(ground.service.rpc('claim_mails', { p_limit: 50, p_now: at.toISOString() }));
  const silence = () => given(cast.as('adultA').rpc('set_own_silence', { p_times: 'Bara torsdagar' }));
  const protect = () => given(cast.as('own').rpc('protect_household', { p_number: cast.home, p_on: true }));

  test.each([
    ['silent', silence],
    ['protected', protect],
  ])('is withheld when it is written, and the history says so: %s', async (_why, begin) => {
    await begin();
    const id = await write(cast.people.adultA);
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toEqual([{ mail: id, actor: 'system' }]);
    expect(await claim()).toEqual([]);
  });

  test.each([
    ['silent', silence],
    ['protected', protect],
  ])('is withheld when it was waiting already: %s', async (_why, begin) => {
    const id = await write(cast.people.adultA);
    await begin();
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toEqual([{ mail: id, actor: 'system' }]);
  });

  test('is withheld when it would have been tried again', async () => {
    const id = await write(cast.people.adultA);
    const [taken] = await given<{ id: string; claim: string }[]>(ground.service.rpc('claim_mails', { p_limit: 1 }));
    await silence();
    await given(
      ground.service.rpc('stamp_mail_failed', { p_mail: id, p_claim: taken?.claim ?? '', p_error: 'e', p_failure: 'temporary' }),
    );
    expect(await stateOf(id)).toBe('withheld');
  });

  test('is withheld when who was sending it died', async () => {
    const id = await write(cast.people.adultA);
    await claim();
    await silence();
    expect(await stateOf(id)).toBe('claimed');
    expect(await claim(new Date(Date.now() + 180_000))).toEqual([]);
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toHaveLength(1);
  });

  test('is withheld when a person sends it again', async () => {
    const id = await write(cast.people.adultA, 'stopped');
    await silence();
    await given(ground.service.rpc('retry_mail', { p_mail: id }));
    expect(await stateOf(id)).toBe('withheld');
  });

  test('of a protected home stays, whatever address stands on it; of a silent adult only theirs', async () => {
    await silence();
    expect(await stateOf(await write(cast.people.adultB))).toBe('waiting');
    await protect();
    expect(await stateOf(await write({ email: 'nagon@exempel.example' }))).toBe('withheld');
  });

  test('goes on to GFO’s own address', async () => {
    await protect();
    expect(await stateOf(await write({ email: null }))).toBe('waiting');
  });

  test('goes again when silence and protection have ended', async () => {
    await silence();
    await protect();
    await given(cast.as('adultA').rpc('set_own_silence', {}));
    await given(cast.as('own').rpc('protect_household', { p_number: cast.home, p_on: false }));
    expect(await stateOf(await write(cast.people.adultA))).toBe('waiting');
  });

  test('silence asked for by telephone counts the same', async () => {
    const asked = { p_number: cast.home, p_member: cast.people.adultA.id, p_times: 'Torsdagar' };
    expect(await given(cast.as('own').rpc('set_adult_silence', asked))).toEqual({ ok: true });
    expect(await stateOf(await write(cast.people.adultA))).toBe('withheld');
  });

  test('holds for who has left the home too, and for no one who took over the address', async () => {
    await silence();
    await given(cast.as('own').rpc('remove_adult', { p_number: cast.home, p_member: cast.people.adultA.id }));
    expect(await stateOf(await write(cast.people.adultA))).toBe('withheld');
    const invited = await given<{ id: string }>(
      cast.as('own').rpc('invite_adult', {
        ...{ p_number: cast.home, p_first_name: 'Ny', p_last_name: 'Nysson' },
        ...{ p_email: cast.people.adultA.email, p_email_key: cast.people.adultA.email },
      }),
    );
    expect(await stateOf(await write({ id: invited.id, email: cast.people.adultA.email }))).toBe('waiting');
  });

  test('also the answer to who was erased in a protected home', async () => {
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure' }));
    const [request] = await ground.sql<{ id: string }>('select id from public.data_request where household_id = $1', [
      cast.freshId,
    ]);
    await given(cast.as('own').rpc('protect_household', { p_number: cast.fresh, p_on: true }));
    const decision = { p_request: request?.id ?? '', p_decision: 'granted' as const, p_reason: 'Så som du har bett om' };
    await given(cast.as('own').rpc('decide_request', { p_number: cast.fresh, ...decision }));
    const mails = await ground.sql(`select state from public.mail where member_id = $1 and template = 'request_decided'`, [
      cast.people.other.id,
    ]);
    expect(mails).toEqual([{ state: 'withheld' }]);
  });

  test('never of staff, whoever writes their address where', async () => {
    const { email } = cast.people.head;
    await given(ground.anon.rpc('register_interest', registration({ p_email: email, p_network_key: hash(email) })));
    await ground.sql(
      `update public.household_member set silent_since = now(), silent_times = 'Torsdagar' where erased_at is null`,
    );
    const asked = { p_number: cast.home, p_reason: 'Maja är sjuk och ett möte är i dag' };
    await given(cast.as('colleague').rpc('ask_access', asked));
    const [notice] = await ground.sql<{ state: string }>(
      `select state from public.mail where template = 'break_glass_notice' and recipient = $1`,
      [email],
    );
    expect(notice).toEqual({ state: 'waiting' });
  });
});
