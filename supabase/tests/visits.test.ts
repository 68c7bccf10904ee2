import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { occasionOn } from './support/occasions.ts';
import { hash } from './support/registration.ts';
import { visitRequest } from './support/visits.ts';

type Asked = {
  number: number;
  state: string;
  organisation: string;
  email: string;
  occasion: number | null;
  occasionState: string | null;
  answeredBy: string | null;
};

describe.each(grounds)('visits on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const ask = async (args: ReturnType<typeof visitRequest>) => {
    const { data, error } = await ground.anon.rpc('request_visit', args);
    if (error) throw new Error(`${error.code} ${error.message}`);
    return data;
  };
  const asked = async (email: string) => {
    const { data } = await cast.as('own').rpc('visit_requests');
    return (data as Asked[]).find((one) => one.email === email);
  };
  const answer = async (who: Person, number: number, p_state: 'asked' | 'agreed' | 'declined', p_occasion?: number) =>
    (await cast.as(who).rpc('answer_visit', { p_number: number, p_state, ...(p_occasion && { p_occasion }) })).data;
  const newVisit = async () => {
    const args = visitRequest();
    await ask(args);
    return { args, number: (await asked(args.p_email))?.number ?? 0 };
  };
  const mails = (number: number) =>
    ground.sql<{ template: string; recipient: string | null; payload: object }>(
      `select template, recipient, payload from public.mail where (payload ->> 'visit')::bigint = $1 order by template`,
      [number],
    );

  test('a request is one however often it is sent, and its mails say nothing that was typed', async () => {
    const args = visitRequest({ p_message: 'Köp våra piller' });
    expect(await ask(args)).toEqual({ ok: true });
    expect(await ask({ ...args, p_organisation: 'En annan' })).toEqual({ ok: true });
    const one = await asked(args.p_email);
    expect(one).toMatchObject({ state: 'asked', organisation: 'Bruket', occasion: null });
    expect(await mails(one?.number ?? 0)).toEqual([
      { template: 'visit_received', recipient: args.p_email, payload: { visit: one?.number, people: 25, municipality: 'timra' } },
      { template: 'visit_notice', recipient: null, payload: { visit: one?.number } },
    ]);
  });

  test('many from one address are stopped', async () => {
    const p_address_key = hash(`much ${cast.surname}`);
    for (let turn = 1; turn <= 5; turn += 1) expect(await ask(visitRequest({ p_address_key }))).toEqual({ ok: true });
    expect(await ask(visitRequest({ p_address_key }))).toEqual({ ok: false, reason: 'too_often' });
  });

  test('it becomes an occasion, and who answers after somebody else is told so', async () => {
    const { args, number } = await newVisit();
    const [one, other] = [await occasionOn(ground.sql, { audience: ['guests'] }), await occasionOn(ground.sql)];
    expect(await answer('own', number, 'agreed')).toEqual({ ok: true });
    expect(await answer('head', number, 'declined')).toEqual({ ok: false, reason: 'answered_already', state: 'agreed' });
    expect(await answer('colleague', number, 'agreed', one.number)).toEqual({ ok: true });
    expect(await answer('head', number, 'agreed', other.number)).toMatchObject({ ok: false, reason: 'answered_already' });
    expect(await answer('own', number, 'agreed', 99_999_999)).toEqual({ ok: false, reason: 'no_occasion' });
    expect(await asked(args.p_email)).toMatchObject({ state: 'agreed', occasion: one.number });
  });

  test.each(['cancelled by us', 'a draft that was thrown away'])('what came of it, %s, is no answer', async (how) => {
    const { args, number } = await newVisit();
    const [one, other] = [await occasionOn(ground.sql, { audience: ['guests'] }), await occasionOn(ground.sql)];
    expect(await answer('own', number, 'agreed', one.number)).toEqual({ ok: true });
    expect(await asked(args.p_email)).toMatchObject({ occasion: one.number, occasionState: 'published' });
    await ground.sql(
      `update public.occasion set state = 'cancelled', cancelled_at = now(), published_at = case when $2 then published_at end where id = $1`,
      [one.id, how === 'cancelled by us'],
    );
    expect(await asked(args.p_email)).toMatchObject({ occasionState: 'cancelled' });
    expect(await answer('colleague', number, 'agreed', other.number)).toEqual({ ok: true });
    expect(await asked(args.p_email)).toMatchObject({ occasion: other.number, occasionState: 'published' });
    const [row] = await ground.sql<{ answered_by: string }>('select answered_by from public.visit_request where number = $1', [
      number,
    ]);
    expect(row?.answered_by).toBe(cast.people.colleague.id);
    expect(await answer('head', number, 'declined')).toMatchObject({ ok: false, reason: 'answered_already' });
  });

  test('a visit that came to nothing can be declined', async () => {
    const { args, number } = await newVisit();
    const one = await occasionOn(ground.sql, { audience: ['guests'] });
    await answer('own', number, 'agreed', one.number);
    await ground.sql(`update public.occasion set state = 'cancelled', cancelled_at = now() where id = $1`, [one.id]);
    expect(await answer('head', number, 'declined')).toEqual({ ok: true });
    expect(await asked(args.p_email)).toMatchObject({ state: 'declined', occasion: null });
  });

  test('an answer is taken back', async () => {
    const { args, number } = await newVisit();
    expect(await answer('own', number, 'declined')).toEqual({ ok: true });
    expect(await answer('own', number, 'asked')).toEqual({ ok: true });
    expect(await asked(args.p_email)).toMatchObject({ state: 'asked', answeredBy: null });
  });

  test('who asked is forgotten when the time has passed, with their mail; that somebody did stays', async () => {
    const { args, number } = await newVisit();
    const forget = async (months: number) => {
      const now = new Date();
      now.setUTCMonth(now.getUTCMonth() + months);
      return (await ground.service.rpc('forget_visits', { p_months: 24, p_now: now.toISOString() })).data ?? 0;
    };
    expect(await forget(23)).toBe(0);
    expect(await asked(args.p_email)).toBeDefined();
    expect(await forget(25)).toBeGreaterThan(0);
    expect(await asked(args.p_email)).toBeUndefined();
    const [row] = await ground.sql<object>(
      'select organisation, name, email, wished, people, municipality from public.visit_request where number = $1',
      [number],
    );
    expect(row).toEqual({ organisation: null, name: null, email: null, wished: null, people: 25, municipality: 'timra' });
    const [left] = await ground.sql<{ count: string }>('select count(*) from public.mail where recipient = $1', [args.p_email]);
    expect(Number(left?.count)).toBe(0);
    expect(await forget(25)).toBe(0);
  });
});
