import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash, registration } from './support/registration.ts';

type Copy = { registrations: { question: string }[]; mails: { template: string }[]; opened: { action: string }[] };

// An address can be given up by one and taken over by another. Whose something is must not follow it.
describe.each(grounds)('what belongs to a person on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const copyOf = (person: 'adultA' | 'adultB' | 'other') => given<Copy>(cast.as(person).rpc('my_copy'));
  const change = (number: number, id: string, email: string) =>
    given(
      cast.as('own').rpc('change_adult', {
        ...{ p_number: number, p_member: id, p_first_name: 'Amira', p_last_name: 'Exempelsson' },
        ...{ p_email: email, p_email_key: email },
      }),
    );
  const register = (email: string, question: string) =>
    given(
      ground.anon.rpc(
        'register_interest',
        registration({ p_email: email, p_network_key: hash(randomUUID()), p_question: question, p_first_name: 'Jonas' }),
      ),
    );
  const askedBy = async (member: string) =>
    (await ground.sql<{ id: string }>('select id from public.data_request where member_id = $1', [member]))[0]?.id ?? '';
  const erase = async (number: number, member: string, person: 'own' | 'colleague' = 'own') =>
    given(
      cast.as(person).rpc('decide_request', {
        ...{ p_number: number, p_request: await askedBy(member), p_decision: 'granted' as const },
        p_reason: 'Så som du har bett om',
      }),
    );

  test('stays theirs when they change address, and is no other’s who takes the old one over', async () => {
    const { adultA, adultB } = cast.people;
    await change(cast.home, adultA.id, `${randomUUID()}@exempel.example`);
    await change(cast.home, adultB.id, adultA.email);
    const heir = await signIn(ground, adultA.email, { user: randomUUID() });
    const copy = await given<Copy>(heir.db.rpc('my_copy'));
    expect(copy.registrations).toEqual([]);
    expect(copy.mails.filter(({ template }) => template === 'adult_invited')).toEqual([]);
  });

  test('the address that was signed in with until now hears that it is replaced, and its account goes', async () => {
    const { adultA } = cast.people;
    await change(cast.home, adultA.id, `${randomUUID()}@exempel.example`);
    expect(await given(cast.as('adultA').rpc('visit'))).toEqual({ here: false });
    const told = await ground.sql(
      `select recipient, state from public.mail where template = 'address_replaced' and member_id = $1`,
      [adultA.id],
    );
    expect(told).toEqual([{ recipient: adultA.email, state: 'waiting' }]);
    expect(await ground.sql('select from private.account_to_erase where user_id = $1', [adultA.user])).toHaveLength(1);
  });

  test('who leaves is signed out, also when somebody else is invited with the address', async () => {
    const { adultB } = cast.people;
    await given(cast.as('own').rpc('remove_adult', { p_number: cast.home, p_member: adultB.id }));
    await given(
      cast.as('own').rpc('invite_adult', {
        ...{ p_number: cast.home, p_first_name: 'Ny', p_last_name: 'Nysson' },
        ...{ p_email: adultB.email, p_email_key: adultB.email },
      }),
    );
    await signIn(ground, adultB.email, { user: adultB.user });
    expect(await given(cast.as('adultB').rpc('visit'))).toEqual({ here: false });
  });

  test('is erased whole: under an address they no longer have, and in a home they have moved from', async () => {
    const { other } = cast.people;
    const question = `Fråga ${randomUUID()}`;
    await register(other.email, question);
    await given(cast.as('own').rpc('remove_adult', { p_number: cast.fresh, p_member: other.id }));
    const [name] = await ground.sql<{ first_name: string; last_name: string }>(
      'select first_name, last_name from public.household_member where id = $1',
      [other.id],
    );
    const moved = await given<{ id: string }>(
      cast.as('own').rpc('invite_adult', {
        ...{ p_number: cast.hidden, p_first_name: name?.first_name ?? '', p_last_name: name?.last_name ?? '' },
        ...{ p_email: other.email, p_email_key: other.email },
      }),
    );
    const here = await signIn(ground, other.email, { user: other.user });
    const { registrations } = await given<Copy>(here.db.rpc('my_copy'));
    expect(registrations.map((one) => one.question)).toContain(question);
    await given(here.db.rpc('make_request', { p_kind: 'erasure' }));
    expect(await erase(cast.hidden, moved.id)).toEqual({ ok: true });
    const left = await ground.sql('select from public.interest where question = $1', [question]);
    expect(left).toEqual([]);
    const rows = await ground.sql('select from public.household_member where email_key = $1', [other.email]);
    expect(rows).toEqual([]);
    expect((await given<Copy>(cast.as('adultA').rpc('my_copy'))).registrations).toHaveLength(1);
  });

  test('one who is erased takes nobody else’s session with them, nor that of who has come back', async () => {
    const back = randomUUID();
    await ground.sql('insert into private.account_to_erase (user_id) values ($1), ($2)', [cast.people.adultA.user, back]);
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure' }));
    await erase(cast.fresh, cast.people.other.id, 'colleague');
    expect(await given(cast.as('adultA').rpc('visit'))).toMatchObject({ here: true });
    expect(await given(cast.as('other').rpc('visit'))).toEqual({ here: false });
    await signIn(ground, cast.people.adultB.email, { user: back });
    expect(await ground.sql('select from private.account_to_erase where user_id = $1', [back])).toEqual([]);
  });

  test('what the home’s last adult still asked for ends with them', async () => {
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure' }));
    await given(cast.as('other').rpc('make_request', { p_kind: 'insight', p_wish: 'Allt' }));
    const [request] = await ground.sql<{ id: string }>(
      `select id from public.data_request where member_id = $1 and kind = 'erasure'`,
      [cast.people.other.id],
    );
    await given(
      cast.as('colleague').rpc('decide_request', {
        ...{ p_number: cast.fresh, p_request: request?.id ?? '', p_decision: 'granted' as const },
        p_reason: 'Så som du har bett om',
      }),
    );
    const waiting = await given<{ number: number }[]>(cast.as('head').rpc('waiting_requests'));
    expect(waiting.map(({ number }) => number)).not.toContain(cast.fresh);
  });

  test('who asks for erasure is answered before an assessment begins', async () => {
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure' }));
    const begin = () => given(cast.as('colleague').rpc('begin_assessment', { p_number: cast.fresh }));
    expect(await begin()).toEqual({ ok: false, reason: 'erasure_waits' });
    await given(cast.as('other').rpc('withdraw_request', { p_request: await askedBy(cast.people.other.id) }));
    expect(await begin()).toEqual({ ok: true });
  });

  test('what is done about one adult shows to that one alone', async () => {
    const { adultA } = cast.people;
    const before = (await copyOf('adultB')).opened.length;
    await given(cast.as('own').rpc('set_adult_silence', { p_number: cast.home, p_member: adultA.id, p_times: 'Torsdagar' }));
    await given(cast.as('own').rpc('household_requests', { p_number: cast.home }));
    await given(
      cast.as('own').rpc('decide_request', {
        ...{ p_number: cast.home, p_request: cast.request, p_decision: 'refused' as const },
        p_reason: 'Det finns inget att läsa',
      }),
    );
    expect((await copyOf('adultB')).opened).toHaveLength(before);
    expect((await copyOf('adultA')).opened.map(({ action }) => action)).toEqual(['changed', 'opened', 'changed']);
    const opened = await given<object[]>(cast.as('adultB').rpc('who_opened', {}));
    expect(opened).toEqual([]);
  });

  test('an address that is tried leaves its line with the home that has it', async () => {
    await given(
      cast.as('colleague').rpc('invite_adult', {
        ...{ p_number: cast.fresh, p_first_name: 'Ny', p_last_name: 'Nysson' },
        ...{ p_email: cast.people.adultA.email, p_email_key: cast.people.adultA.email },
      }),
    );
    const log = await given<{ action: string; details: string; ground: string | null }[]>(
      cast.as('head').rpc('access_log_list', { p_number: cast.home }),
    );
    expect(log).toMatchObject([{ action: 'found', details: 'address', ground: null }]);
  });
});
