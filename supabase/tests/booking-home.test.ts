import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, castOn, type Person } from './support/cast.ts';
import { GATE, type Ground, grounds } from './support/grounds.ts';
import { linkKey, occasionOn, visitor } from './support/occasions.ts';

describe.each(grounds)('a home books on %s', (_name, start) => {
  let ground: Ground;
  let cast: Cast;
  beforeAll(async () => {
    ground = await start();
    cast = await castOn(ground);
  });
  afterAll(() => ground?.stop());

  const book = async (who: Person, occasion: { number: number }, adults: ('adultA' | 'adultB')[], more: object = {}) => {
    const { data, error } = await cast.as(who).rpc('book_for_home', {
      p_id: randomUUID(),
      p_number: occasion.number,
      p_form: 'digital',
      p_people: JSON.stringify(adults.map((adult) => ({ member: cast.people[adult].id }))),
      p_needs: '{}',
      p_wait: false,
      p_despite: false,
      ...more,
    });
    if (error) throw new Error(`${error.code} ${error.message}`);
    return data as { ok: boolean; booking?: string; reason?: string; with?: { occasion: number }[] };
  };

  test('an adult is told of what clashes with their own bookings, and never of what another has booked for themselves', async () => {
    const [evening, same] = [await occasionOn(ground.sql), await occasionOn(ground.sql)];
    expect(await book('adultB', evening, ['adultB'])).toMatchObject({ ok: true });
    expect(await book('adultB', same, ['adultB'])).toMatchObject({
      ok: false,
      reason: 'overlaps',
      with: [{ occasion: evening.number }],
    });
    expect(await book('adultA', same, ['adultA', 'adultB'])).toMatchObject({ ok: true });
  });

  test('what is needed is read and said by who booked it, and by no other adult who is named in it', async () => {
    const booked = await book('adultA', await occasionOn(ground.sql), ['adultA', 'adultB'], {
      p_needs: '{"food":"Inga nötter"}',
      p_despite: true,
    });
    expect(booked).toMatchObject({ ok: true });
    const p_id = booked.booking ?? '';
    type View = { booking: string; isMine: boolean; needs: object | null };
    const seen = async (who: 'adultA' | 'adultB') => {
      const { data: one } = await cast.as(who).rpc('my_booking', { p_id });
      const { data: all } = await cast.as(who).rpc('my_bookings');
      const listed = (all as View[]).find(({ booking }) => booking === p_id);
      const { data: copy } = await cast.as(who).rpc('my_copy');
      return { one, listed, isCopied: JSON.stringify(copy).includes('Inga nötter') };
    };
    const mine = { isMine: true, needs: { food: 'Inga nötter' } };
    expect(await seen('adultA')).toMatchObject({ one: mine, listed: mine, isCopied: true });
    const theirs = { isMine: false, needs: null };
    expect(await seen('adultB')).toMatchObject({ one: theirs, listed: theirs, isCopied: false });
    const { error } = await cast.as('adultB').rpc('set_my_needs', { p_id, p_needs: '{}' });
    expect(error?.code).toBe('42501');
  });

  test('whom an adult can book for is told with names, themselves first, and to nobody else', async () => {
    const { data } = await cast.as('adultB').rpc('booking_adults');
    expect(data).toMatchObject([
      { id: cast.people.adultB.id, isMe: true },
      { id: cast.people.adultA.id, isMe: false },
    ]);
  });

  test('who has a slot changes its form where it is held in both, and otherwise chooses a slot that is', async () => {
    const slots = await occasionOn(ground.sql, { slotted: true, physical: 1, sessions: [240, 242, 244] });
    await ground.sql(`update public.occasion_session set form = 'digital' where id = $1`, [slots.sessions[1]]);
    const change = async (id: string, form: 'digital' | 'physical', session?: string) =>
      (
        await ground.anon.rpc('change_visitor_booking', {
          ...{
            p_gate: GATE,
            p_id: id,
            p_key: linkKey(id),
            p_form: form,
            p_people: '[{"name":"Vera Exempelgren"}]',
            p_wait: false,
          },
          ...(session && { p_session: session }),
        })
      ).data;
    const both = visitor(slots, 1, { p_session: slots.sessions[0] ?? '' });
    const digital = visitor(slots, 1, { p_session: slots.sessions[1] ?? '' });
    for (const args of [both, digital]) expect((await ground.anon.rpc('book_as_visitor', args)).data).toMatchObject({ ok: true });
    expect(await change(both.p_id, 'physical')).toMatchObject({ ok: true });
    expect(await change(digital.p_id, 'physical')).toMatchObject({ ok: false, reason: 'not_this_form' });
    expect(await change(digital.p_id, 'physical', slots.sessions[2])).toMatchObject({ ok: true });
  });
});
