import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { given, isRefused } from './support/answers.ts';
import { manyConnections, speakingAs } from './support/at-once.ts';
import { type Cast, castOn, newCast, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';

type Answer = {
  ok: boolean;
  reason?: string;
  number?: number;
  adult?: number;
  mayOpen?: boolean;
  made?: number;
  invited?: number;
  again?: boolean;
};
type Draft = {
  done: boolean;
  said: { state: string; number?: number }[];
  made: { number: number; mayOpen: boolean; invites: number }[];
};

const name = () => `Handsson${randomUUID().slice(0, 8)}`;
const address = () => `${randomUUID()}@exempel.example`;
const adult = (email?: string, last = name()) => ({
  first: 'Ny',
  last,
  phone: '+46701740605',
  ...(email && { email, email_key: email }),
});
const row = (more: object = {}) => ({
  faults: [],
  foster: true,
  emergency: false,
  municipality: 'timra',
  address: 'Påhittade vägen 1',
  adults: [adult(address())],
  ...more,
});
const call = { p_kind: 'registration', p_municipality: 'timra', p_considering: 'not_sure' } as const;
const home = { p_kind: 'home', p_municipality: 'timra', p_is_foster_home: true } as const;

describe.each(grounds)('entering by hand on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
  });
  beforeEach(async () => {
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const enter = (about: typeof call | typeof home, adults: object[], more: object = {}, person: Person = 'own') =>
    given<Answer>(cast.as(person).rpc('enter_by_hand', { ...about, p_adults: JSON.stringify(adults), ...more }));
  const keep = (rows: object[], person: Person = 'own') =>
    given<string>(cast.as(person).rpc('keep_import', { p_rows: JSON.stringify(rows) }));
  const draft = (id: string, person: Person = 'own') => given<Draft | null>(cast.as(person).rpc('import_draft', { p_draft: id }));
  const confirm = (id: string, person: Person = 'own') => given<Answer>(cast.as(person).rpc('confirm_import', { p_draft: id }));
  const states = async (id: string) => (await draft(id))?.said.map(({ state }) => state);
  const mailsTo = (email: string) =>
    ground.sql<{ template: string; state: string }>('select template, state from public.mail where recipient = $1', [email]);
  const homeOf = async (number = 0) =>
    (
      await ground.sql<Record<string, unknown> & { kinds: string[] }>(
        `select h.*, array(select e.kind::text from public.household_event e where e.household_id = h.id order by e.id) as kinds,
        array(select c.staff_id from public.household_coordinator c where c.household_id = h.id) as coordinators
      from public.household h where h.number = $1`,
        [number],
      )
    )[0];

  test('a registration by telephone keeps its promise of a call, is somebody’s word, and mails nobody', async () => {
    const email = address();
    const by = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const made = await enter(call, [adult(email)], { p_call_by: by, p_contact_times: [], p_heard_from: ['friend', 'poster'] });
    expect(made).toMatchObject({ ok: true, mayOpen: true });
    const there = await homeOf(made.number);
    expect(there).toMatchObject({ phase: 'interest', considering: 'not_sure', case_since: null, coordinators: [] });
    expect(there?.kinds).toEqual(['interest_registered']);
    expect(new Date(String(there?.call_by)).toISOString()).toBe(by);
    const [interest] = await ground.sql<{ taken_by: string; member_id: string }>(
      'select taken_by, member_id from public.interest where household_id = $1',
      [there?.id],
    );
    expect(interest?.taken_by).toBe(cast.people.own.id);
    expect(interest?.member_id).not.toBeNull();
    expect(await mailsTo(email)).toEqual([]);
  });

  test('where the talk was had nobody waits for a call, and an address may be missing', async () => {
    const made = await enter(call, [adult()]);
    const there = await homeOf(made.number);
    expect(there).toMatchObject({ call_by: null });
    expect(there?.kinds).toEqual(['interest_registered', 'call_reached']);
  });

  test('a home is a case from now on, with a coordinator: oneself or who was named', async () => {
    const own = await homeOf((await enter(home, [adult()])).number);
    expect(own).toMatchObject({
      phase: 'home',
      is_foster_home: true,
      coordinators: [cast.people.own.id],
      kinds: ['entered_by_hand'],
    });
    expect(own?.case_since).not.toBeNull();
    const other = await enter(home, [adult()], { p_coordinator: cast.people.colleague.id });
    expect(other).toMatchObject({ ok: true, mayOpen: false });
    expect(await homeOf(other.number)).toMatchObject({ coordinators: [cast.people.colleague.id] });
  });

  test('nobody promises a call in the past', async () => {
    const by = new Date(Date.now() - 60_000).toISOString();
    expect(await enter(call, [adult()], { p_call_by: by })).toEqual({ ok: false, reason: 'not_ahead' });
  });

  test('the same twice is one home, and much later it is said to be there', async () => {
    for (const about of [call, home] as const) {
      const adults = [adult(address())];
      const first = await enter(about, adults);
      expect(await enter(about, adults)).toEqual(first);
    }
    const adults = [adult()];
    const { number } = await enter(home, adults);
    await ground.sql(`update public.household set created_at = now() - interval '1 hour' where number = $1`, [number]);
    expect(await enter(home, adults)).toEqual({ ok: false, reason: 'home_is_there', number });
  });

  test('nobody is told that something is entered when what was there before says otherwise', async () => {
    for (const about of [call, home] as const) {
      const adults = [adult()];
      const { number } = await enter(about, adults);
      const there = { ok: false, reason: 'home_is_there', number };
      expect(await enter(about, adults, { p_protected: true })).toEqual(there);
      expect((await homeOf(number))?.protected_at).toBeNull();
    }
    const adults = [adult()];
    const { number } = await enter(home, adults);
    const there = { ok: false, reason: 'home_is_there', number };
    expect(await enter(home, [{ ...adults[0], email: 'a@b.example', email_key: 'a@b.example' }])).toEqual(there);
    expect(await enter(home, adults, { p_is_emergency_home: true })).toEqual(there);
    expect(await enter(home, adults, { p_coordinator: cast.people.colleague.id })).toEqual(there);
    expect(await enter(home, adults)).toMatchObject({ ok: true, number });
  });

  test('the same once more with an invitation invites, once', async () => {
    for (const about of [call, home] as const) {
      const email = address();
      const adults = [adult(email)];
      for (const p_invite of [false, true, true]) await enter(about, adults, { p_invite });
      expect(await mailsTo(email)).toEqual([{ template: 'adult_invited', state: 'waiting' }]);
    }
  });

  test('what is no kind, has nobody or never comes is no home to enter', async () => {
    const refused = async (more: object) =>
      (await cast.as('own').rpc('enter_by_hand', { ...call, p_adults: JSON.stringify([adult()]), ...more } as never)).error?.code;
    expect(await refused({ p_kind: null })).toBe('22023');
    expect(await refused({ p_adults: null })).toBe('22023');
    expect(await refused({ p_adults: '[]' })).toBe('22023');
    expect(await enter(call, [adult()], { p_call_by: 'infinity' })).toEqual({ ok: false, reason: 'not_ahead' });
  });

  const logged = (number: number | undefined, action: string) =>
    ground.sql<{ details: string | null; staff_id: string }>(
      `select l.details, l.staff_id from public.access_log l join public.household h on h.id = l.household_id
      where h.number = $1 and l.action = $2::public.access_action order by l.id`,
      [number, action],
    );

  test('whose home somebody comes upon by an address or in a file can read that they did', async () => {
    const before = await logged(cast.fresh, 'found');
    await enter(call, [adult(cast.people.other.email)]);
    await states(await keep([row({ adults: [adult(cast.people.other.email)] })]));
    const since = (await logged(cast.fresh, 'found')).slice(before.length);
    expect(since).toEqual(['address', 'entered'].map((details) => ({ details, staff_id: cast.people.own.id })));
    const adults = [adult()];
    const { number } = await enter(home, adults);
    await ground.sql(`update public.household set created_at = now() - interval '1 hour' where number = $1`, [number]);
    await enter(home, adults);
    expect(await logged(number, 'found')).toHaveLength(1);
  });

  test('what is entered and who is invited stands in the history and in the log', async () => {
    const { number } = await enter(home, [adult(address())], { p_invite: true });
    expect((await homeOf(number))?.kinds).toEqual(['entered_by_hand', 'adult_invited']);
    expect((await logged(number, 'changed')).map(({ details }) => details)).toEqual(['entered_by_hand', 'adult_invited']);
  });

  test('an address that is taken is told at its adult, with the home, and never to who is related to it', async () => {
    const adults = [adult(address()), adult(cast.people.other.email)];
    expect(await enter(call, adults)).toEqual({ ok: false, reason: 'address_taken', adult: 2, number: cast.fresh });
    expect(await enter(call, adults, {}, 'related')).toEqual({ ok: false, reason: 'address_taken', adult: 2 });
    const twice = address();
    expect(await enter(call, [adult(twice), adult(twice)])).toMatchObject({ reason: 'same_address', adult: 2 });
  });

  test('whose identity is protected is hidden at once and gets no mail', async () => {
    const email = address();
    const made = await enter(call, [adult(email)], { p_protected: true, p_invite: true });
    const there = await homeOf(made.number);
    expect(there?.protected_at).not.toBeNull();
    expect(there).toMatchObject({ coordinators: [cast.people.own.id] });
    expect(await mailsTo(email)).toEqual([]);
  });

  test('who was not invited is invited later, and once', async () => {
    const email = address();
    const { number = 0 } = await enter(home, [adult(email), adult()]);
    const invite = () => given<Answer>(cast.as('own').rpc('invite_adults', { p_number: number }));
    expect(await invite()).toMatchObject({ invited: 1 });
    expect(await invite()).toMatchObject({ invited: 0 });
    expect(await mailsTo(email)).toEqual([{ template: 'adult_invited', state: 'waiting' }]);
  });

  test('whose invitation was held back, or went to an address that was wrong, is invited when that is over', async () => {
    const { number = 0 } = await enter(home, [adult()], { p_protected: true });
    const invite = () => given<Answer>(cast.as('own').rpc('invite_adults', { p_number: number }));
    const [wrong, right] = [address(), address()];
    const who = { p_number: number, p_first_name: 'Ny', p_last_name: name() };
    const at = (email: string) => ({ ...who, p_email: email, p_email_key: email });
    const { id } = await given<{ id: string }>(cast.as('own').rpc('invite_adult', at(wrong)));
    expect(await mailsTo(wrong)).toEqual([{ template: 'adult_invited', state: 'withheld' }]);
    expect(await invite()).toMatchObject({ invited: 0 });
    await given(cast.as('own').rpc('protect_household', { p_number: number, p_on: false }));
    expect(await invite()).toMatchObject({ invited: 1 });
    await given(cast.as('own').rpc('change_adult', { ...at(right), p_member: id }));
    expect(await invite()).toMatchObject({ invited: 1 });
    expect(await invite()).toMatchObject({ invited: 0 });
    expect(await mailsTo(right)).toEqual([{ template: 'adult_invited', state: 'waiting' }]);
  });

  test('a file’s sound rows are entered, once, and the rest is said to be what it is', async () => {
    const [one, two] = [row({ reference: `A${randomUUID()}` }), row()];
    const rows = [
      one,
      two,
      { ...one },
      row({ adults: [adult(cast.people.other.email)] }),
      row({ faults: [{ column: 'Kommun', text: 'x' }] }),
      row({ coordinator: 'Ingen Alls' }),
      row({ coordinator: cast.people.colleague.email }),
      row({ adults: [adult(cast.people.head.email)] }),
    ];
    const id = await keep(rows);
    expect(await states(id)).toEqual(['new', 'new', 'double', 'there', 'fault', 'no_colleague', 'new', 'staff_address']);
    expect((await draft(id))?.said[3]?.number).toBe(cast.fresh);
    expect(await confirm(id)).toEqual({ ok: true, again: false, made: 3 });
    expect(await confirm(id)).toEqual({ ok: true, again: true, made: 3 });
    expect((await draft(id))?.made.map(({ mayOpen, invites }) => [mayOpen, invites])).toEqual([
      [true, 1],
      [true, 1],
      [false, 1],
    ]);
    const again = await keep(rows);
    expect((await states(again))?.filter((state) => state === 'new')).toEqual([]);
    expect(await confirm(again)).toMatchObject({ made: 0 });
    const invite = () => given<Answer>(cast.as('own').rpc('invite_imported', { p_draft: id }));
    expect(await invite()).toMatchObject({ invited: 3 });
    expect(await invite()).toMatchObject({ invited: 0 });
  });

  test('a home without any address is known again by what it is called, or by its people and where they live', async () => {
    const rows = [row({ reference: `A${randomUUID()}`, adults: [adult()] }), row({ adults: [adult()] })];
    await confirm(await keep(rows));
    expect(await states(await keep(rows))).toEqual(['there', 'there']);
    const renamed = [
      { ...rows[0], adults: [adult()] },
      { ...rows[1], address: '  påhittade   VÄGEN 1 ' },
    ];
    expect(await states(await keep(renamed))).toEqual(['there', 'there']);
    expect(await states(await keep([{ ...rows[1], address: 'Någon annanstans 2' }]))).toEqual(['new']);
  });

  test('a draft is its maker’s own, and gone after a day', async () => {
    const id = await keep([row()]);
    expect(await draft(id, 'head')).toBeNull();
    expect(await confirm(id, 'colleague')).toEqual({ ok: false, reason: 'missing' });
    expect(await isRefused(cast.as('communicator').rpc('confirm_import', { p_draft: id }))).toBe(true);
    await ground.sql(`update private.import_draft set made_at = now() - interval '25 hours' where id = $1`, [id]);
    expect(await draft(id)).toBeNull();
    await given(ground.service.rpc('forget_traces', { p_days: 30 }));
    expect(await ground.sql('select from private.import_draft where id = $1', [id])).toEqual([]);
  });
});

test('two who enter the same file at once make each home once', async () => {
  const { ground, sql, stop } = await manyConnections(4);
  try {
    const cast = await newCast(ground.sql);
    // Without addresses, whose locks would keep them apart anyway.
    const rows = Array.from({ length: 40 }, () => row({ adults: [adult()] }));
    const make = (who: 'own' | 'colleague') =>
      speakingAs(sql, cast.people[who], async (tx) => {
        const [kept] = await tx<{ id: string }[]>`select public.keep_import(${JSON.stringify(rows)}) as id`;
        return kept?.id ?? '';
      });
    const ids = [await make('own'), await make('own'), await make('colleague'), await make('colleague')];
    const people = ['own', 'own', 'colleague', 'colleague'] as const;
    const made = await Promise.all(
      ids.map((id, at) =>
        speakingAs(sql, cast.people[people[at] ?? 'own'], async (tx) => {
          const [said] = await tx<{ made: Answer }[]>`select public.confirm_import(${id}) as made`;
          return said?.made.made;
        }),
      ),
    );
    expect(made.toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 0, 0, 40]);
  } finally {
    await stop();
  }
});
