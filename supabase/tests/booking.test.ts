import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { linkKey, occasionOn, visitor } from './support/occasions.ts';

describe.each(grounds)('booking on %s', (_name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());

  const book = async (args: ReturnType<typeof visitor>) => {
    const { data, error } = await ground.anon.rpc('book_as_visitor', args);
    if (error) throw new Error(`${error.code} ${error.message}`);
    return data as { ok: boolean; state?: string; reason?: string; inLine?: number };
  };
  const act = async (id: string, p_act: string) =>
    (await ground.anon.rpc('act_on_visitor_booking', { p_gate: GATE, p_id: id, p_key: linkKey(id), p_act })).data;
  const view = async (id: string) =>
    (await ground.anon.rpc('visitor_booking', { p_gate: GATE, p_id: id, p_key: linkKey(id) })).data as Record<string, unknown>;
  const mailsTo = async (email: string) =>
    (
      await ground.sql<{ template: string }>('select template from public.mail where recipient = $1 order by created_at, id', [
        email,
      ])
    ).map(({ template }) => template);

  test('a visitor gets a seat, once for the same press, and the mail of it', async () => {
    const occasion = await occasionOn(ground.sql);
    const args = visitor(occasion, 2);
    expect(await book(args)).toMatchObject({ ok: true, state: 'booked' });
    expect(await book(args)).toMatchObject({ ok: true, state: 'booked' });
    expect(await mailsTo(args.p_email)).toEqual(['booking_confirmed']);
    expect(await view(args.p_id)).toMatchObject({
      state: 'booked',
      seats: 2,
      isFor: true,
      about: { digital: { seats: 4, free: 2, inLine: 0 } },
    });
  });

  test('who books when it is full asks to wait, is offered what frees, and takes it', async () => {
    const occasion = await occasionOn(ground.sql, { digital: 1 });
    const [first, second, third] = [visitor(occasion), visitor(occasion), visitor(occasion)];
    await book(first);
    expect(await book(second)).toEqual({ ok: false, reason: 'full', inLine: 0 });
    expect(await book({ ...second, p_wait: true })).toMatchObject({ ok: true, state: 'waiting' });
    expect(await book({ ...third, p_wait: true })).toMatchObject({ ok: true, state: 'waiting' });
    expect(await view(third.p_id)).toMatchObject({ line: { state: 'waiting', place: 2 } });
    expect(await act(first.p_id, 'cancel')).toEqual({ ok: true });
    expect(await view(second.p_id)).toMatchObject({ state: 'waiting', line: { state: 'offered' } });
    expect(await view(third.p_id)).toMatchObject({ line: { state: 'waiting', place: 1 } });
    expect(await mailsTo(second.p_email)).toEqual(['booking_waiting', 'booking_offer']);
    expect(await act(second.p_id, 'accept')).toMatchObject({ ok: true, state: 'booked' });
    expect(await act(second.p_id, 'accept')).toMatchObject({ ok: true, state: 'booked' });
    expect(await mailsTo(second.p_email)).toEqual(['booking_waiting', 'booking_offer', 'booking_confirmed']);
    expect(await act(second.p_id, 'pass')).toMatchObject({ ok: false, reason: 'no_offer', state: 'booked' });
    expect(await view(second.p_id)).toMatchObject({ state: 'booked' });
  });
});
