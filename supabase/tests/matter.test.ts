import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given } from './support/answers.ts';
import { type Cast, castOn } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { signIn } from './support/people.ts';
import { hash, registration } from './support/registration.ts';

type Step = { id: string; key: string; dueOn: string | null; doneOn: string | null; own: boolean };
type Home = {
  way: Step[];
  others: { name: string }[];
  asked: { id: string; name: string }[];
  pausedUntil: string | null;
  unread: number;
};
type Said = { body: string; mine?: boolean; fromAdult?: boolean; readAt: string | null }[];
type Page = { phase: string; lastEvent: number; way: Step[]; callBy: string | null; notes: { body: string | null }[] };

describe.each(grounds)('a home’s matter on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const home = (person: 'adultA' | 'adultB' | 'other') => given<Home>(cast.as(person).rpc('my_home'));
  const page = (number = cast.home) => given<Page>(cast.as('own').rpc('household_page', { p_number: number }));
  const mails = (template: string, member: string) =>
    ground.sql<{ state: string }>(
      `select state from public.mail where template = $1::text::public.mail_template and member_id = $2`,
      [template, member],
    );
  const month = (ahead: number) => {
    const now = new Date();
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 10);
  };

  test('has its way from the template, and each adult sees their own steps alone', async () => {
    const [a, b] = [await home('adultA'), await home('adultB')];
    const own = (of: Home) => of.way.filter((step) => step.own).map(({ id }) => id);
    expect(own(a)).toHaveLength(4);
    expect(own(b)).toHaveLength(4);
    expect(own(a).some((id) => own(b).includes(id))).toBe(false);
    expect((await page()).way.filter((step) => step.own)).toHaveLength(8);
  });

  test('begins with the registration, goes on with the first call, and takes its next stage when the assessment begins', async () => {
    const email = `${hash(String(Math.random())).slice(0, 12)}@exempel.example`;
    await given(ground.anon.rpc('register_interest', registration({ p_email: email, p_network_key: hash(email) })));
    const me = await signIn(ground, email);
    const way = async () => (await given<Home>(me.db.rpc('my_home'))).way;
    expect((await way()).map(({ key, doneOn, dueOn }) => [key, doneOn !== null, dueOn !== null])).toEqual([
      ['registered', true, false],
      ['first_call', false, true],
      ['decide', false, false],
    ]);
    const [row] = await ground.sql<{ number: string }>(
      `select h.number from public.household h join public.household_member m on m.household_id = h.id where m.email_key = $1`,
      [email],
    );
    const number = Number(row?.number);
    expect((await page(number)).callBy).not.toBeNull();
    await given(cast.as('own').rpc('log_call', { p_number: number, p_reached: false, p_note: 'Ingen svarade' }));
    expect((await page(number)).callBy).not.toBeNull();
    await given(cast.as('own').rpc('log_call', { p_number: number, p_reached: true }));
    expect((await page(number)).callBy).toBeNull();
    expect((await page(number)).notes.map(({ body }) => body)).toEqual([null, 'Ingen svarade']);
    await given(cast.as('own').rpc('begin_assessment', { p_number: number }));
    const later = await way();
    expect(later.filter(({ doneOn }) => doneOn !== null).map(({ key }) => key)).toEqual(['registered', 'first_call', 'decide']);
    expect(later).toHaveLength(12);
  });

  test('another adult comes in when they have said yes themselves, and sees nothing before', async () => {
    const email = `ny-${cast.home}-${Math.random()}@exempel.example`;
    const asked = { p_first_name: 'Ny', p_last_name: 'Nysson', p_email: email, p_email_key: email };
    expect(await given(cast.as('adultA').rpc('ask_adult', asked))).toEqual({ ok: true });
    expect((await home('adultB')).asked).toMatchObject([{ name: 'Ny Nysson', byMe: false }]);
    expect((await home('adultB')).others.map(({ name }) => name)).not.toContain('Ny Nysson');
    const guest = await signIn(ground, email);
    expect(await given(guest.db.rpc('visit'))).toMatchObject({ here: true, invited: true, adult: null });
    for (const call of ['my_home', 'my_copy', 'my_messages', 'resume_own', 'withdraw_own'] as const)
      expect((await guest.db.rpc(call)).error?.code, call).toBe('42501');
    expect(await given(guest.db.rpc('my_invitation'))).toMatchObject({
      firstName: 'Ny',
      askedBy: expect.stringContaining('Amira'),
    });
    expect(await given(guest.db.rpc('answer_invitation', { p_yes: true }))).toBe(true);
    const mine = await given<Home>(guest.db.rpc('my_home'));
    expect(mine.way.filter((step) => step.own)).toHaveLength(4);
    expect((await home('adultA')).others.map(({ name }) => name)).toContain('Ny Nysson');
  });

  test('an asking is answered with no, or taken back by who made it alone', async () => {
    const ask = async () => {
      const email = `nej-${Math.random()}@exempel.example`;
      await given(
        cast.as('adultA').rpc('ask_adult', { p_first_name: 'Nej', p_last_name: 'Nejsson', p_email: email, p_email_key: email }),
      );
      return { email, id: (await home('adultA')).asked[0]?.id ?? '' };
    };
    const first = await ask();
    expect(await given(cast.as('adultB').rpc('take_back_asking', { p_member: first.id }))).toBe(false);
    expect(await given(cast.as('adultA').rpc('take_back_asking', { p_member: first.id }))).toBe(true);
    const second = await ask();
    const guest = await signIn(ground, second.email);
    await given(guest.db.rpc('answer_invitation', { p_yes: false }));
    expect(await given(guest.db.rpc('visit'))).toEqual({ here: false });
    expect((await home('adultA')).asked).toEqual([]);
  });

  test('an address that is known elsewhere looks the same to who asks, and gets no mail', async () => {
    const { email } = cast.people.other;
    const asked = { p_first_name: 'Jonas', p_last_name: 'Annansson', p_email: email, p_email_key: email };
    expect(await given(cast.as('adultA').rpc('ask_adult', asked))).toEqual({ ok: true });
    const [row] = (await home('adultA')).asked;
    expect(row).toMatchObject({ name: 'Jonas Annansson', byMe: true });
    expect(await mails('adult_invited', row?.id ?? '')).toEqual([]);
    expect(await given(cast.as('other').rpc('visit'))).toMatchObject({ adult: expect.anything() });
  });

  test('is paused by either adult and taken up where it was, with as many days left', async () => {
    const due = async () => (await home('adultA')).way.find(({ key }) => key === 'first_visit')?.dueOn ?? '';
    const before = await due();
    await given(cast.as('adultB').rpc('pause_own', { p_month: month(2) }));
    expect((await home('adultA')).pausedUntil).toBe(month(2));
    expect(await mails('matter_changed', cast.people.adultA.id)).toHaveLength(1);
    await ground.sql(`update public.household set paused_at = now() - interval '10 days' where id = $1`, [cast.homeId]);
    await given(cast.as('adultA').rpc('resume_own'));
    expect((await home('adultB')).pausedUntil).toBeNull();
    expect(Math.round((Date.parse(await due()) - Date.parse(before)) / 86_400_000)).toBe(10);
  });

  test('withdrawing ends that adult’s part; with the last one the matter is closed', async () => {
    await given(cast.as('adultA').rpc('withdraw_own'));
    expect(await given(cast.as('adultA').rpc('visit'))).toEqual({ here: false });
    expect(await mails('withdrawn', cast.people.adultA.id)).toEqual([{ state: 'waiting' }]);
    expect((await page()).phase).toBe('assessment');
    await given(cast.as('adultB').rpc('withdraw_own'));
    expect((await page()).phase).toBe('closed');
    await given(cast.as('own').rpc('reopen_household', { p_number: cast.home }));
    expect((await page()).phase).toBe('assessment');
  });

  test('what is written between one adult and GFO no other adult reads', async () => {
    await given(
      cast.as('own').rpc('message_adult', { p_number: cast.home, p_member: cast.people.adultA.id, p_body: 'Hej Amira' }),
    );
    expect((await home('adultA')).unread).toBe(1);
    expect((await home('adultB')).unread).toBe(0);
    expect(await given<Said>(cast.as('adultB').rpc('my_messages'))).toEqual([]);
    const mine = await given<Said>(cast.as('adultA').rpc('my_messages'));
    expect(mine.map(({ body, mine: own }) => [body, own])).toEqual([
      ['Amiras ord till GFO', true],
      ['Hej Amira', false],
    ]);
    expect((await home('adultA')).unread).toBe(0);
    const copy = JSON.stringify(await given(cast.as('adultB').rpc('my_copy')));
    expect(copy).not.toMatch(/Amiras ord|Hej Amira/);
    const theirs = await given<Said>(
      cast.as('own').rpc('adult_messages', { p_number: cast.home, p_member: cast.people.adultA.id }),
    );
    expect(theirs.map(({ fromAdult }) => fromAdult)).toEqual([true, false]);
  });

  test('a slip with the button writes once', async () => {
    for (let turn = 0; turn < 2; turn += 1) await given(cast.as('adultB').rpc('send_message', { p_body: 'Hej hej' }));
    expect(await given<Said>(cast.as('adultB').rpc('my_messages'))).toHaveLength(1);
  });

  test('asked to Så funkar det, a family has that as a step at its time, once, until it is asked anew', async () => {
    const invite = (at: string, more: object = {}) =>
      given<{ ok: boolean; reason?: string }>(
        cast.as('own').rpc('invite_to_information', { p_number: cast.fresh, p_at: at, p_seen: 999_999_999, ...more }),
      );
    const step = async () => (await home('other')).way.filter(({ key }) => key === 'information');
    const [first, second] = [`${month(2)}T11:00:00Z`, `${month(3)}T23:30:00Z`];
    expect(await step()).toEqual([]);
    expect(await invite(first)).toEqual({ ok: true });
    expect(await invite(first)).toEqual({ ok: true });
    expect(await step()).toMatchObject([{ dueOn: month(2), doneOn: null }]);
    expect(await mails('matter_changed', cast.people.other.id)).toHaveLength(1);
    const events = await ground.sql(
      `select from public.household_event where household_id = $1 and kind = 'information_invited'`,
      [cast.freshId],
    );
    expect(events).toHaveLength(1);
    // Half past eleven at night in London is the day after in Sweden.
    expect(await invite(second)).toEqual({ ok: true });
    expect(await step()).toMatchObject([{ dueOn: `${month(3).slice(0, 8)}02`, doneOn: null }]);
    await given(cast.as('colleague').rpc('log_call', { p_number: cast.fresh, p_reached: true }));
    expect(await invite(first, { p_seen: 0 })).toMatchObject({ ok: false, reason: 'changed_meanwhile' });
  });

  test('two coordinators do not overwrite each other: the later sees what the first did', async () => {
    const { lastEvent } = await page();
    const set = (person: 'own' | 'head', p_due_on: string) =>
      given(cast.as(person).rpc('set_step', { p_number: cast.home, p_step: cast.step, p_due_on, p_seen: lastEvent }));
    expect(await set('head', '2027-01-15')).toEqual({ ok: true });
    expect(await set('own', '2027-02-15')).toMatchObject({
      ok: false,
      reason: 'changed_meanwhile',
      by: expect.stringContaining('Helena'),
    });
    expect((await page()).way.find(({ id }) => id === cast.step)?.dueOn).toBe('2027-01-15');
    const now = await page();
    const again = { p_number: cast.home, p_step: cast.step, p_due_on: '2027-02-15', p_seen: now.lastEvent };
    expect(await given(cast.as('own').rpc('set_step', again))).toEqual({ ok: true });
  });

  test('closing is undone in ten seconds as if nothing had happened, and later only opened again', async () => {
    const close = () =>
      given(cast.as('own').rpc('close_household', { p_number: cast.home, p_why: 'not_now', p_body: 'Tack för den här tiden.' }));
    const reopen = () => given(cast.as('own').rpc('reopen_household', { p_number: cast.home }));
    expect(await close()).toMatchObject({ ok: true, undoUntil: expect.anything() });
    const held = await ground.sql<{ late: boolean }>(
      `select next_attempt_at > now() + interval '5 seconds' as late from public.mail where template = 'message_waits' and member_id = $1`,
      [cast.people.adultA.id],
    );
    expect(held).toEqual([{ late: true }]);
    expect(await reopen()).toEqual({ ok: true, undone: true });
    expect(await mails('message_waits', cast.people.adultA.id)).toEqual([]);
    expect((await home('adultA')).unread).toBe(0);
    await close();
    await ground.sql(`update public.household set closed_at = closed_at - interval '11 seconds' where id = $1`, [cast.homeId]);
    expect(await reopen()).toEqual({ ok: true, undone: false });
    expect((await home('adultA')).unread).toBe(1);
  });

  test('handed over it has the other as coordinator in the same step, and its adults are told that something is new', async () => {
    await given(
      cast.as('own').rpc('hand_over', { p_number: cast.home, p_from: cast.people.own.id, p_to: cast.people.colleague.id }),
    );
    expect((await cast.as('own').rpc('log_call', { p_number: cast.home, p_reached: true })).error?.code).toBe('42501');
    expect(await given(cast.as('colleague').rpc('log_call', { p_number: cast.home, p_reached: true }))).toEqual({ ok: true });
    expect(await mails('matter_changed', cast.people.adultB.id)).toHaveLength(1);
  });

  test('whoever asks many is told to wait, and learns nothing of an address that is hidden from them', async () => {
    const ask = (email: string) =>
      given(
        cast.as('adultA').rpc('ask_adult', { p_first_name: 'Ny', p_last_name: 'Nysson', p_email: email, p_email_key: email }),
      );
    const { adultA, adultB } = cast.people;
    expect(await ask(adultA.email)).toEqual({ ok: false, reason: 'here_already' });
    expect(await ask(adultB.email)).toEqual({ ok: true });
    for (const person of ['adultA', 'adultB'] as const) await given(cast.as(person).rpc('share_contact', { p_on: true }));
    expect(await ask(adultB.email)).toEqual({ ok: false, reason: 'here_already' });
    for (let turn = 0; turn < 4; turn += 1) {
      await ask(`${Math.random()}@exempel.example`);
      const [row] = (await home('adultA')).asked;
      await given(cast.as('adultA').rpc('take_back_asking', { p_member: row?.id ?? '' }));
    }
    expect(await ask('en-till@exempel.example')).toEqual({ ok: false, reason: 'asked_many' });
  });

  test('who registers again after it was closed is promised a call that shows', async () => {
    await given(cast.as('own').rpc('close_household', { p_number: cast.fresh, p_why: 'not_now' }));
    expect((await page(cast.fresh)).callBy).toBeNull();
    const { email } = cast.people.other;
    await given(ground.anon.rpc('register_interest', registration({ p_email: email, p_network_key: hash(email) })));
    expect((await page(cast.fresh)).callBy).not.toBeNull();
    const day = await given<{ number: number; what: string }[]>(cast.as('own').rpc('my_day', {}));
    expect(day).toContainEqual(expect.objectContaining({ number: cast.fresh, what: 'call' }));
  });

  test('a home already ends in a talk, and neither pauses nor withdraws by a press', async () => {
    await ground.sql(`update public.household set phase = 'home', is_foster_home = true where id = $1`, [cast.homeId]);
    expect(await given(cast.as('adultA').rpc('withdraw_own'))).toEqual({ ok: false, reason: 'not_this_way' });
    expect(await given(cast.as('adultA').rpc('pause_own', { p_month: month(2) }))).toMatchObject({ ok: false });
    expect(await given(cast.as('adultA').rpc('visit'))).toMatchObject({ here: true });
  });

  test('what is closed is neither paused nor begun', async () => {
    await given(cast.as('own').rpc('close_household', { p_number: cast.fresh, p_why: 'not_now' }));
    const closed = { ok: false, reason: 'closed_already' };
    expect(await given(cast.as('own').rpc('pause_household', { p_number: cast.fresh, p_month: month(2) }))).toEqual(closed);
    expect(await given(cast.as('own').rpc('begin_assessment', { p_number: cast.fresh }))).toEqual(closed);
  });

  test.each(['withdrawn', 'joined'] as const)('nobody closes a home with the word that is another’s: %s', async (why) => {
    const { error } = await cast.as('own').rpc('close_household', { p_number: cast.fresh, p_why: why });
    expect(error?.code).toBe('22023');
    expect((await page(cast.fresh)).phase).toBe('interest');
  });

  test('an erased registration leaves no word that anybody wrote', async () => {
    const { other } = cast.people;
    await given(cast.as('other').rpc('send_message', { p_body: 'Ord som ska bort' }));
    await given(cast.as('own').rpc('log_call', { p_number: cast.fresh, p_note: 'Anteckning som ska bort' }));
    await ground.sql(`update public.household_step set late_note = 'Besked som ska bort' where household_id = $1`, [
      cast.freshId,
    ]);
    await given(cast.as('other').rpc('make_request', { p_kind: 'erasure' }));
    const [request] = await ground.sql<{ id: string }>('select id from public.data_request where member_id = $1', [other.id]);
    const decision = { p_request: request?.id ?? '', p_decision: 'granted' as const, p_reason: 'Så som du har bett om' };
    await given(cast.as('own').rpc('decide_request', { p_number: cast.fresh, ...decision }));
    const left = await ground.sql<{ words: string }>(
      `select body as words from public.message where household_id = $1 and body is not null
       union all select body from public.contact_note where household_id = $1 and body is not null
       union all select late_note from public.household_step where household_id = $1 and late_note is not null`,
      [cast.freshId],
    );
    expect(left).toEqual([]);
  });
});
