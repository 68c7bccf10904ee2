import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

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

  const write = async (recipient: string | null, state = 'waiting') => {
    const [row] = await ground.sql<{ id: string }>(
      `insert into public.mail (template, recipient, household_id, state) values ('adult_invited', $1, $2, $3::text::public.mail_state) returning id`,
      [recipient, cast.homeId, state],
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
    const id = await write(cast.people.adultA.email.toUpperCase());
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toEqual([{ mail: id, actor: 'system' }]);
    expect(await claim()).toEqual([]);
  });

  test.each([
    ['silent', silence],
    ['protected', protect],
  ])('is withheld when it was waiting already: %s', async (_why, begin) => {
    const id = await write(cast.people.adultA.email);
    await begin();
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toEqual([{ mail: id, actor: 'system' }]);
  });

  test('is withheld when it would have been tried again', async () => {
    const id = await write(cast.people.adultA.email);
    const [taken] = await given<{ id: string; claim: string }[]>(ground.service.rpc('claim_mails', { p_limit: 1 }));
    await silence();
    await given(
      ground.service.rpc('stamp_mail_failed', { p_mail: id, p_claim: taken?.claim ?? '', p_error: 'e', p_failure: 'temporary' }),
    );
    expect(await stateOf(id)).toBe('withheld');
  });

  test('is withheld when who was sending it died', async () => {
    const id = await write(cast.people.adultA.email);
    await claim();
    await silence();
    expect(await stateOf(id)).toBe('claimed');
    expect(await claim(new Date(Date.now() + 180_000))).toEqual([]);
    expect(await stateOf(id)).toBe('withheld');
    expect(await withheld()).toHaveLength(1);
  });

  test('is withheld when a person sends it again', async () => {
    const id = await write(cast.people.adultA.email, 'stopped');
    await silence();
    await given(ground.service.rpc('retry_mail', { p_mail: id }));
    expect(await stateOf(id)).toBe('withheld');
  });

  test('of a protected home stays, whatever address stands on it; of a silent adult only theirs', async () => {
    await silence();
    expect(await stateOf(await write(cast.people.adultB.email))).toBe('waiting');
    await protect();
    expect(await stateOf(await write('nagon@exempel.example'))).toBe('withheld');
  });

  test('goes on to GFO’s own address', async () => {
    await protect();
    expect(await stateOf(await write(null))).toBe('waiting');
  });

  test('goes again when silence and protection have ended', async () => {
    await silence();
    await protect();
    await given(cast.as('adultA').rpc('set_own_silence', {}));
    await given(cast.as('own').rpc('protect_household', { p_number: cast.home, p_on: false }));
    expect(await stateOf(await write(cast.people.adultA.email))).toBe('waiting');
  });

  test('silence asked for by telephone counts the same', async () => {
    const asked = { p_number: cast.home, p_member: cast.people.adultA.id, p_times: 'Torsdagar' };
    expect(await given(cast.as('own').rpc('set_adult_silence', asked))).toEqual({ ok: true });
    expect(await stateOf(await write(cast.people.adultA.email))).toBe('withheld');
  });
});
