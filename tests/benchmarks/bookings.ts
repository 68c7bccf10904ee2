import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import type postgres from 'postgres';
import { derivedKey } from '../../src/shared/env.ts';
import { seal } from '../../src/shared/seal.ts';
import type { Ground } from '../../supabase/tests/support/grounds.ts';
import { type Occasion, occasionOn, visitor } from '../../supabase/tests/support/occasions.ts';
import { RESIZE, visitorActs } from '../../supabase/tests/support/visitor-acts.ts';
import { type Measured, measure } from './measure.ts';

const SEATS = 1_000_000;
const OFFERED = 1_000;

const runOn = (sql: postgres.Sql) =>
  (async (text: string, params: unknown[] = []) => await sql.unsafe(text, params as never[])) as Ground['sql'];

/** The last press of a booking that somebody began a while ago: its address, and what the form sends. */
function lastPress(secret: string, { number }: Occasion): { address: string; body: URLSearchParams } {
  const typed = { form: ['digital'], tid: [], vuxna: ['2'], aldrar: [] };
  const draft = { kind: 'booking', id: randomUUID(), begun: Date.now() - 10_000, saved: Date.now(), number, typed };
  const fields = { tillfalle: String(number), namn: 'Vera Exempelgren', epost: `${draft.id}@exempel.example` };
  return {
    address: `/kalender/${number}/boka?a=${seal(draft, derivedKey('seal', secret))}&_action=booking.book`,
    body: new URLSearchParams(fields),
  };
}

/** One hot occasion that all book at once through the whole site. Before the gate is set to the benchmark's own. */
export async function bookingsThroughSite(
  sql: postgres.Sql,
  times: number,
  { siteUrl, secret, headers }: { siteUrl: string; secret: string; headers: () => Record<string, string> },
): Promise<{ row: Measured; hot: Occasion }> {
  const hot = await occasionOn(runOn(sql), { digital: SEATS });
  const row = await measure('a booking, the whole site', times, async () => {
    const { address, body } = lastPress(secret, hot);
    const answer = await fetch(siteUrl + address, { method: 'POST', headers: headers(), body, redirect: 'manual' });
    await answer.arrayBuffer();
    if (!answer.headers.get('location')?.includes('/kalender/tack')) {
      throw new Error(`The site answered ${answer.status} ${answer.headers.get('location')}.`);
    }
  });
  return { row, hot };
}

/** The same by the function alone, through the API and called directly, on the same occasion. */
export async function bookingsInDatabase(
  sql: postgres.Sql,
  times: number,
  { hot, api, gate }: { hot: Occasion; api: Pick<SupabaseClient, 'rpc'>; gate: string },
): Promise<{ rows: Measured[]; kept: string }> {
  const acts = visitorActs(runOn(sql));
  const rows = [
    await measure('a booking, the function through the API', times, async () => {
      const { error } = await api.rpc('book_as_visitor', visitor(hot, 2, { p_gate: gate }));
      if (error) throw new Error(error.message);
    }),
    await measure('a booking, the function called directly', times, async () => {
      const { ok, reason } = await acts.book(visitor(hot, 2, { p_gate: gate }));
      if (!ok) throw new Error(reason);
    }),
  ];
  const [stored] = await sql<
    { seats: number }[]
  >`select sum(seats)::int as seats from public.booking where occasion_id = ${hot.id}`;
  return { rows, kept: `${stored?.seats} seats booked, ${times * 6} asked for.` };
}

/** A thousand who wait, and as many seats that free: how long until each has an offer and its mail. */
export async function offersOfFreedSeats(sql: postgres.Sql, rounds: number, gate: string): Promise<string> {
  const run = runOn(sql);
  const acts = visitorActs(run);
  await sql.unsafe(RESIZE);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const occasion = await occasionOn(run, { digital: 0 });
    await measure('waiting', OFFERED, async () => {
      const { ok, reason } = await acts.book(visitor(occasion, 1, { p_gate: gate, p_wait: true }));
      if (!ok) throw new Error(reason);
    });
    const began = performance.now();
    await sql`select tests.resize(${occasion.number}, ${OFFERED}, null)`;
    took.push(performance.now() - began);
    const [offers] = await sql<{ mails: number }[]>`
      select count(*)::int as mails from public.seat_wish w
      join public.mail m on m.payload ? 'booking' and m.payload ->> 'booking' = w.booking_id::text and m.template = 'booking_offer'
      where w.occasion_id = ${occasion.id} and w.state = 'offered'`;
    if (offers?.mails !== OFFERED) throw new Error(`${offers?.mails} were offered a seat.`);
  }
  took.sort((a, b) => a - b);
  return `${OFFERED} freed seats offered, each with its mail, in ${took.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}.`;
}
