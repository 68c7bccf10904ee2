import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

const reason = { p_reason: 'Maja är sjuk och ett möte är i dag' };

describe.each(grounds)('who may open which home on %s', (_name, start) => {
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

  test('a registration is every coordinator’s, until an assessment begins', async () => {
    expect(await page('colleague', cast.fresh)).toMatchObject({ ok: true, ground: 'registration' });
    await given(cast.as('own').rpc('begin_assessment', { p_number: cast.fresh }));
    expect(await page('colleague', cast.fresh)).toEqual({ ok: false, reason: 'needs_reason', number: cast.fresh });
    expect(await page('own', cast.fresh)).toMatchObject({ ok: true, ground: 'coordinator', phase: 'assessment' });
    expect(await page('head', cast.fresh)).toMatchObject({ ok: true, ground: 'head' });
    expect(await isRefused(cast.as('colleague').rpc('set_address', { p_number: cast.fresh, p_address: 'Vägen 1' }))).toBe(true);
  });

  test('a coordinator who is taken from the home is outside at the next request', async () => {
    await given(cast.as('own').rpc('remove_coordinator', { p_number: cast.home, p_staff: cast.people.own.id }));
    expect(await page('own', cast.home)).toMatchObject({ ok: false, reason: 'needs_reason' });
  });

  test('the last coordinator of an assessment stays', async () => {
    const take = (person: Person, p_staff: string) =>
      given(cast.as(person).rpc('remove_coordinator', { p_number: cast.home, p_staff }));
    await take('own', cast.people.door.id);
    expect(await take('own', cast.people.own.id)).toEqual({ ok: false, reason: 'last_coordinator' });
    expect(await take('head', cast.people.own.id)).toEqual({ ok: false, reason: 'last_coordinator' });
  });

  test('who gives a reason reads for a day, and no longer', async () => {
    expect(await glass('colleague')).toMatchObject({ ok: true });
    expect(await page('colleague', cast.home)).toMatchObject({ ok: true, ground: 'break_glass' });
    expect(await given(cast.as('colleague').rpc('household_requests', { p_number: cast.home }))).toMatchObject({
      requests: [{ kind: expect.any(String) }],
    });
    const [row] = await ground.sql<{ hours: number }>(
      `select extract(epoch from until - asked_at)::int / 3600 as hours from public.break_glass where staff_id = $1`,
      [cast.people.colleague.id],
    );
    expect(row?.hours).toBe(24);
    await ground.sql(
      `update public.break_glass set asked_at = asked_at - interval '24 hours', until = until - interval '24 hours' where staff_id = $1`,
      [cast.people.colleague.id],
    );
    expect(await page('colleague', cast.home)).toMatchObject({ ok: false, reason: 'needs_reason' });
  });

  test('a reason that says nothing opens nothing', async () => {
    const { error } = await cast.as('colleague').rpc('ask_access', { p_number: cast.home, p_reason: 'vill' });
    expect(error).toBeTruthy();
    expect(await page('colleague', cast.home)).toMatchObject({ ok: false });
  });

  test('who reads by a reason changes nothing, and cannot make the day into more', async () => {
    await glass('colleague');
    const db = cast.as('colleague');
    const home = { p_number: cast.home };
    const changes = [
      db.rpc('add_coordinator', { ...home, p_staff: cast.people.colleague.id }),
      db.rpc('remove_coordinator', { ...home, p_staff: cast.people.own.id }),
      db.rpc('set_address', { ...home, p_address: 'Vägen 1' }),
      db.rpc('mark_related', { ...home, p_staff: cast.people.own.id }),
      db.rpc('protect_household', { ...home, p_on: true }),
      db.rpc('invite_adult', { ...home, p_first_name: 'A', p_last_name: 'B' }),
      db.rpc('remove_adult', { ...home, p_member: cast.people.adultB.id }),
      db.rpc('set_adult_silence', { ...home, p_member: cast.people.adultB.id, p_times: 'Torsdagar' }),
      db.rpc('flag_interest_question', { ...home, p_interest: cast.interest }),
      db.rpc('change_adult', { ...home, p_member: cast.people.adultB.id, p_first_name: 'A', p_last_name: 'B' }),
      db.rpc('log_call', { ...home, p_reached: true }),
      db.rpc('set_step', { ...home, p_step: cast.step }),
      db.rpc('pause_household', home),
      db.rpc('ask_again', home),
      db.rpc('message_adult', { ...home, p_member: cast.people.adultA.id, p_body: 'Hej' }),
      db.rpc('close_household', { ...home, p_why: 'not_now' }),
      db.rpc('reopen_household', home),
      db.rpc('hand_over', { ...home, p_to: cast.people.colleague.id }),
      db.rpc('decide_request', { ...home, p_request: cast.request, p_decision: 'granted', p_reason: 'Skickas med brev' }),
    ];
    expect(await Promise.all(changes.map(isRefused))).toEqual(changes.map(() => true));
    // Reading a conversation does not take it over: it still waits for its coordinator.
    await given(db.rpc('adult_messages', { ...home, p_member: cast.people.adultA.id }));
    expect(
      await ground.sql('select from public.message where household_id = $1 and read_at is null', [cast.homeId]),
    ).toHaveLength(1);
  });

  test('the head is told by number alone, reads the reason and ends it at once', async () => {
    await glass('colleague');
    const mails = await ground.sql(`select payload from public.mail where template = 'break_glass_notice' and recipient = $1`, [
      cast.people.head.email,
    ]);
    expect(mails).toEqual([{ payload: { householdNumber: cast.home } }]);
    const list = await given<{ id: string; reason: string; number: number }[]>(cast.as('head').rpc('break_glass_list'));
    const asked = list.find(({ number, reason: given }) => number === cast.home && given === reason.p_reason);
    expect(asked).toMatchObject({ staff: 'Daniel Medarbetarsson', seenAt: null });
    expect(await given(cast.as('head').rpc('see_break_glass', { p_id: asked?.id ?? '', p_end: true }))).toBe(true);
    expect(await page('colleague', cast.home)).toMatchObject({ ok: false, reason: 'needs_reason' });
  });
});
