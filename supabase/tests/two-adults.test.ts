import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Home = { others: { name: string; email: string | null; phone: string | null }[]; me: Record<string, unknown> };

describe.each(grounds)('two adults of one home on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const home = (person: 'adultA' | 'adultB') => given<Home>(cast.as(person).rpc('my_home'));
  const share = (person: 'adultA' | 'adultB', p_on: boolean) => given(cast.as(person).rpc('share_contact', { p_on }));

  test('see each other’s names, and telephone and e-mail only while both share', async () => {
    const hidden = { email: null, phone: null };
    expect((await home('adultA')).others).toMatchObject([{ name: expect.stringContaining('Samir'), ...hidden }]);
    await share('adultA', true);
    expect((await home('adultA')).others).toMatchObject([hidden]);
    expect((await home('adultB')).others).toMatchObject([hidden]);
    await share('adultB', true);
    expect((await home('adultA')).others).toMatchObject([{ email: cast.people.adultB.email, phone: '+46701740605' }]);
    expect((await home('adultB')).others).toMatchObject([{ email: cast.people.adultA.email }]);
    await share('adultA', false);
    expect((await home('adultB')).others).toMatchObject([hidden]);
  });

  test('never learn of each other’s requests, silence, times, account or telephone', async () => {
    const before = JSON.stringify([await home('adultA'), await given(cast.as('adultA').rpc('my_requests'))]);
    const db = cast.as('adultB');
    await given(db.rpc('set_own_silence', { p_times: 'Bara torsdagar', p_takes_codes: true }));
    await given(db.rpc('make_request', { p_kind: 'erasure', p_wish: 'Ta bort mig' }));
    await given(db.rpc('change_phone', { p_phone: '+46701740699' }));
    await share('adultB', true);
    expect(JSON.stringify([await home('adultA'), await given(cast.as('adultA').rpc('my_requests'))])).toBe(before);
  });

  test('get a copy of their own, without the other’s address, telephone, wish or registration', async () => {
    await given(cast.as('adultB').rpc('set_own_silence', { p_times: 'Bara torsdagar' }));
    await given(cast.as('adultB').rpc('change_phone', { p_phone: '+46701740699' }));
    await given(cast.as('adultB').rpc('make_request', { p_kind: 'erasure', p_wish: 'Ta bort mig' }));
    await given(cast.as('own').rpc('household_page', { p_number: cast.home }));
    const a = await given<{ registrations: object[]; mails: object[]; sessions: object[]; opened: object[] }>(
      cast.as('adultA').rpc('my_copy'),
    );
    expect(a.registrations).toMatchObject([{ question: 'Hur lång tid tar det?' }]);
    expect([a.mails.length, a.sessions.length, a.opened.length]).toEqual([1, 1, 1]);
    expect(JSON.stringify(a)).not.toMatch(/samir|torsdagar|46701740699|Ta bort mig/i);
    const b = await given<{ registrations: object[]; mails: object[] }>(cast.as('adultB').rpc('my_copy'));
    expect(b).toMatchObject({ registrations: [], mails: [], me: { phone: '+46701740699', silentTimes: 'Bara torsdagar' } });
    expect(JSON.stringify(b)).not.toMatch(/amira|Allt ni har|Hur lång tid tar/i);
  });

  test('one who has left sees nothing more, and is seen no more', async () => {
    await given(cast.as('own').rpc('remove_adult', { p_number: cast.home, p_member: cast.people.adultB.id }));
    expect((await cast.as('adultB').rpc('my_home')).error?.code).toBe('42501');
    expect((await cast.as('adultB').rpc('my_copy')).error?.code).toBe('42501');
    expect(await given(cast.as('adultB').rpc('visit'))).toEqual({ here: false });
    expect((await home('adultA')).others).toEqual([]);
  });

  test('a copy tells nothing of what happened to the other', async () => {
    await given(cast.as('adultA').rpc('set_own_silence', { p_times: 'Bara torsdagar' }));
    await ground.sql(
      `insert into public.mail (template, recipient, member_id, household_id) select 'adult_invited', email, id, household_id
       from public.household_member where id = $1`,
      [cast.people.adultA.id],
    );
    await given(cast.as('own').rpc('mark_related', { p_number: cast.home, p_staff: cast.people.colleague.id }));
    await given(cast.as('own').rpc('log_call', { p_number: cast.home, p_reached: true }));
    const kinds = async (person: 'adultA' | 'adultB') =>
      (await given<{ events: { kind: string }[] }>(cast.as(person).rpc('my_copy'))).events.map(({ kind }) => kind);
    expect(await kinds('adultA')).toEqual(expect.arrayContaining(['silence_began', 'mail_withheld']));
    const other = await kinds('adultB');
    for (const kind of ['silence_began', 'mail_withheld', 'staff_related', 'call_reached', 'interest_registered', 'request_made'])
      expect(other).not.toContain(kind);
  });

  test('one without an address of their own is there by name', async () => {
    const invited = await given(
      cast.as('own').rpc('invite_adult', { p_number: cast.home, p_first_name: 'Pa', p_last_name: 'Pappersson' }),
    );
    expect(invited).toMatchObject({ ok: true });
    expect((await home('adultA')).others.map(({ name }) => name)).toContain('Pa Pappersson');
    const mails = await ground.sql(`select from public.mail where household_id = $1 and template = 'adult_invited'`, [
      cast.homeId,
    ]);
    expect(mails).toHaveLength(1);
  });
});
