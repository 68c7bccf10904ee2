import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { note, roundOn, wasBooked } from '../../supabase/tests/support/courses.ts';
import { startOwnSite } from './own-site.ts';
import { castOf } from './routes.ts';

/**
 * A site of its own, as a process, where adult A has missed the second of a course's three evenings and another round lies ahead.
 * Says in JSON where it is and with which cookies; then does what it is told, a word a line: see below.
 */
const site = await startOwnSite();
const run = site.supabase.sql;
const cast = await castOf(site);
const { adultA, adultB } = cast.people;
const course = { title: 'Ett hem att växa i', parts: 3 };

const past = await roundOn(run, 'ett-hem-att-vaxa-i', { ...course, sessions: [-500, -332, -164] });
const [a, b] = await wasBooked(run, past, [adultA.id, adultB.id]);
for (const [at, session] of past.sessions.entries()) {
  await note(run, session, a, at === 1 ? 'absent' : 'attended');
  await note(run, session, b, 'attended');
}
// Well past what the cast has booked already.
const ahead = await roundOn(run, 'ett-hem-att-vaxa-i', { ...course, digital: 4, physical: 4, sessions: [800, 824, 848] });
await roundOn(run, 'ett-hem-att-vaxa-i', { ...course, sessions: [1100, 1124, 1148] });
await roundOn(run, 'traumamedveten-omsorg', { title: 'Traumamedveten omsorg', sessions: [950, 974] });

const TOLD: Record<string, () => Promise<unknown>> = {
  /** Somebody books every seat of the evening ahead that was missed. */
  fill: () =>
    run(
      `insert into public.booking (id, occasion_id, session_id, state, form, seats, name, booked_at)
       select gen_random_uuid(), $1, $2, 'booked', form::public.seat_form, 4, 'Vera Exempelgren', now() from unnest(array['digital', 'physical']) form`,
      [ahead.id, ahead.sessions[1]],
    ),
  free: () =>
    run(
      `update public.booking set state = 'cancelled', ended_at = now(), ended_why = 'by_staff' where name = 'Vera Exempelgren' and occasion_id = $1`,
      [ahead.id],
    ),
  /** Whoever stands at the door notes that adult A came to what they made up for. */
  attend: () =>
    run(
      `insert into public.attendance (session_id, person_id, state)
       select b.session_id, p.id, 'attended' from public.booking b join public.booking_person p on p.booking_id = b.id
       where b.member_id = $1 and b.session_id is not null and b.state = 'booked'`,
      [adultA.id],
    ),
  /** A place in line that has become an offer, a booking that was moved, and one that was cancelled. */
  bookings: async () => {
    for (const [title, hours] of [
      ['Connect', 300],
      ['Nätverksträff', 400],
      ['Grillkväll', 500],
    ] as const) {
      const occasion = await roundOn(run, `prov-${hours}`, { title, certificate: false, sessions: [hours] });
      await wasBooked(run, occasion, [adultA.id]);
    }
    await run(
      `update public.booking set state = 'waiting' where occasion_id in (select id from public.occasion where activity = 'prov-300')`,
    );
    await run(
      `insert into public.seat_wish (booking_id, occasion_id, form, people, need, state, offered_at, offer_until)
       select b.id, b.occasion_id, 'digital', $1::jsonb, 1, 'offered', now(), now() + interval '30 hours' from public.booking b
       join public.occasion o on o.id = b.occasion_id where o.activity = 'prov-300'`,
      [JSON.stringify([{ member: adultA.id }])],
    );
    await run(
      `update public.booking set moved_at = now() where occasion_id in (select id from public.occasion where activity = 'prov-400')`,
    );
    await run(
      `update public.booking set state = 'cancelled', ended_at = now(), ended_why = 'by_booker'
       where occasion_id in (select id from public.occasion where activity = 'prov-500')`,
    );
    const full = await roundOn(run, `prov-${randomUUID()}`, { title: 'Föreläsning', certificate: false, sessions: [700] });
    await wasBooked(run, full, [adultA.id]);
    await run(`update public.booking set state = 'waiting' where occasion_id = $1`, [full.id]);
    await run(
      `insert into public.seat_wish (booking_id, occasion_id, form, people, need)
       select id, occasion_id, 'digital', $2::jsonb, 1 from public.booking where occasion_id = $1`,
      [full.id, JSON.stringify([{ member: adultA.id }])],
    );
  },
};

process.stdout.write(`${JSON.stringify({ url: site.url, cookies: cast.cookies, surname: cast.surname })}\n`);
for await (const line of createInterface(process.stdin)) {
  await TOLD[line]?.();
  process.stdout.write(`${line}\n`);
}
