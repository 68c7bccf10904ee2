import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, castOn } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { linkKey, type Occasion, occasionOn, visitor } from './support/occasions.ts';

const vera = { name: 'Vera Exempelgren' };
const many = (length: number, what: unknown) => Array.from({ length }, () => what);

const oddPeople: [about: string, people: unknown][] = [
  ['an object', vera],
  ['a text', 'age'],
  ['null', null],
  ['numbers', [1]],
  ['texts', [vera, 'age']],
  ['lists', [[]]],
  ['somebody with a name and an age', [vera, { name: 'Alma', age: 5 }]],
  ['an age as a text', [vera, { age: '5' }]],
  ['half an age', [vera, { age: 5.5 }]],
  ['an age below none', [vera, { age: -1 }]],
  ['an age of a grown-up', [vera, { age: 26 }]],
  ['an age beyond all numbers', [vera, { age: 1e300 }]],
  ['no name', [{ name: '' }]],
  ['a name of spaces', [{ name: '  ' }]],
  ['a name without end', [{ name: 'a'.repeat(101) }]],
  ['a name that is none', [{ name: { first: 'Vera' } }]],
  ['what nobody asked for', [{ ...vera, nick: 'V' }]],
];

const oddNeeds: [about: string, needs: unknown][] = [
  ['a list', []],
  ['a text', 'access'],
  ['null', null],
  ['a need that is no list', { access: 'hearing_loop' }],
  ['a need that is not known', { access: ['lift'] }],
  ['needs without end', { access: many(6, 'other') }],
  ['needs that are numbers', { access: [1] }],
  ['a text without end', { accessText: 'a'.repeat(501) }],
  ['food that is no text', { food: { nuts: false } }],
  ['a question without end', { question: 'a'.repeat(1001) }],
  ['what nobody asked for', { diagnosis: 'hemlig' }],
];

describe.each(grounds)('what a booking is made of, on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  let occasion: Occasion;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
    occasion = await occasionOn(ground.sql, { digital: 1000, children: true });
  });
  afterAll(() => ground?.stop());

  const booking = () => ground.sql('select from public.booking where occasion_id = $1', [occasion.id]);

  test.each(oddPeople)('people who are %s are refused, as something that is not asked', async (_about, people) => {
    const { error, status } = await ground.anon.rpc(
      'book_as_visitor',
      visitor(occasion, 1, { p_people: JSON.stringify(people) }),
    );
    expect([error?.code, status]).toEqual(['22023', 400]);
  });

  test.each(oddNeeds)('needs that are %s are refused', async (_about, needs) => {
    const { error, status } = await ground.anon.rpc('book_as_visitor', visitor(occasion, 1, { p_needs: JSON.stringify(needs) }));
    expect([error?.code, status]).toEqual(['22023', 400]);
    expect(await booking()).toEqual([]);
  });

  test('a crowd is too many, and nobody at all is no adult', async () => {
    const people = (list: unknown[]) => visitor(occasion, 1, { p_people: JSON.stringify(list) });
    expect((await ground.anon.rpc('book_as_visitor', people(many(100_000, vera)))).data).toEqual({
      ok: false,
      reason: 'too_many',
    });
    expect((await ground.anon.rpc('book_as_visitor', people([]))).data).toEqual({ ok: false, reason: 'no_adult' });
    expect((await ground.anon.rpc('book_as_visitor', people([{ age: 5 }]))).data).toEqual({ ok: false, reason: 'no_adult' });
  });

  test('a stranger names no adult of a home, and cannot book without a link', async () => {
    const named = visitor(occasion, 1, { p_people: JSON.stringify([{ member: cast.people.adultA.id }]) });
    expect((await ground.anon.rpc('book_as_visitor', named)).error?.code).toBe('42501');
    const unlinked = visitor(occasion, 1, { p_key_hash: null as never });
    expect((await ground.anon.rpc('book_as_visitor', unlinked)).error?.code).toBe('22023');
    expect(await booking()).toEqual([]);
  });

  test('an adult has one seat, and a plan books each part once', async () => {
    const me = { member: cast.people.adultA.id };
    const asked = {
      p_id: crypto.randomUUID(),
      p_number: occasion.number,
      p_form: 'digital' as const,
      p_people: JSON.stringify([me, me]),
      p_needs: '{}',
      p_wait: false,
      p_despite: false,
    };
    expect((await cast.as('adultA').rpc('book_for_home', asked)).error?.code).toBe('22023');
    const part = { id: crypto.randomUUID(), occasion: occasion.number, form: 'digital' };
    const plan = (parts: unknown, people: unknown = [me]) =>
      cast.as('adultA').rpc('book_plan', { p_plan: JSON.stringify(parts), p_people: JSON.stringify(people) });
    expect((await plan([part, part])).error?.code).toBe('22023');
    expect((await plan(part)).error?.code).toBe('22023');
    expect((await plan([])).error?.code).toBe('22023');
    expect((await plan(many(31, part))).error?.code).toBe('22023');
    expect((await plan([part], [me, me])).error?.code).toBe('22023');
    expect(await booking()).toEqual([]);
  });

  test('what changes a booking is looked at as well', async () => {
    const args = visitor(occasion);
    await ground.anon.rpc('book_as_visitor', args);
    const link = { p_gate: GATE, p_id: args.p_id, p_key: linkKey(args.p_id) };
    const change = (people: unknown) =>
      ground.anon.rpc('change_visitor_booking', {
        ...link,
        p_form: 'digital',
        p_people: JSON.stringify(people),
        p_wait: false,
      });
    for (const [, people] of oddPeople) expect((await change(people)).error?.code).toBe('22023');
    for (const [, needs] of oddNeeds)
      expect((await ground.anon.rpc('set_visitor_needs', { ...link, p_needs: JSON.stringify(needs) })).error?.code).toBe('22023');
    expect((await ground.anon.rpc('act_on_visitor_booking', { ...link, p_act: 'dance' })).error?.code).toBe('22023');
  });

  test('one press is one booking: its id is nobody else’s, and no other occasion’s', async () => {
    const args = visitor(occasion);
    expect((await ground.anon.rpc('book_as_visitor', args)).data).toMatchObject({ ok: true });
    const other = await occasionOn(ground.sql);
    expect((await ground.anon.rpc('book_as_visitor', { ...args, p_number: other.number })).error?.code).toBe('42501');
    const theirs = visitor(occasion, 1, { p_id: args.p_id, p_key_hash: 'a'.repeat(64) });
    expect((await ground.anon.rpc('book_as_visitor', theirs)).error?.code).toBe('42501');
    for (const p_key of ['', 'a'.repeat(64), null as never]) {
      const { error } = await ground.anon.rpc('visitor_booking', { p_gate: GATE, p_id: args.p_id, p_key });
      expect(error?.code).toBe('42501');
    }
  });
});
