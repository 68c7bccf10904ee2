import { z } from 'zod';
import { type Db, siteDb } from '../../shared/db/clients.ts';
import { logFault } from '../../shared/http/log.ts';
import { bookingViewSchema } from '../../shared/occasions/booking.ts';
import { type Occasion, occasionSchema } from '../../shared/occasions/occasion.ts';

const calendarSchema = z.array(occasionSchema);

type Answer = readonly Occasion[] | undefined;

/** In milliseconds. For so long all visitors are told the same, so that a much visited page is one question and not a thousand. */
const KEPT = 3_000;
/** In milliseconds. The calendar's own page waits so long for an answer, and a page that can do without it so long. */
const LONGEST = 15_000;
const PATIENCE = 2_500;
/** In milliseconds. A day that was decided so lately is told on when the database is silent: no seats stand beside it. */
const LATELY = 300_000;

let kept: { until: number; answer: Promise<Answer> } | undefined;
let lately: { at: number; occasions: readonly Occasion[] } | undefined;

/** All that a stranger may book, and what of it is cancelled. Undefined when the database is silent, which is logged. */
export function publicCalendar(): Promise<Answer> {
  if (!kept || kept.until < performance.now()) kept = { until: Number.POSITIVE_INFINITY, answer: keepPublic() };
  return kept.answer;
}

/** The same for a page that tells of a day among other things, without its seats: it neither waits for long nor fails. */
export async function publicDays(): Promise<Answer> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE, undefined).unref());
  const occasions = await Promise.race([publicCalendar(), late]);
  return occasions ?? (lately && performance.now() - lately.at < LATELY ? lately.occasions : undefined);
}

async function keepPublic(): Promise<Answer> {
  const occasions = await askPublic();
  const now = performance.now();
  if (kept) kept.until = now + KEPT;
  if (occasions) lately = { at: now, occasions };
  return occasions;
}

async function askPublic(): Promise<Answer> {
  try {
    const { data, error } = await siteDb().rpc('calendar').abortSignal(AbortSignal.timeout(LONGEST));
    if (error) throw new Error(`calendar: ${error.code} ${error.message}`);
    return calendarSchema.parse(data);
  } catch (error) {
    logFault(error);
    return undefined;
  }
}

/** All that the signed-in adult's home may book. Throws when the database cannot be reached. */
export async function homeCalendar(db: Db): Promise<readonly Occasion[]> {
  const { data, error } = await db.rpc('calendar');
  if (error) throw new Error(`calendar: ${error.code} ${error.message}`);
  return calendarSchema.parse(data);
}

/** What this adult has a seat or a place in line at, by the occasion's number. */
export type Ours = ReadonlyMap<number, { booking: string; state: 'booked' | 'waiting' }>;

export async function ourBookings(db: Db): Promise<Ours> {
  const { data, error } = await db.rpc('my_bookings');
  if (error) throw new Error(`my_bookings: ${error.code} ${error.message}`);
  const live = z.array(bookingViewSchema.pick({ booking: true, state: true, occasion: true })).parse(data);
  return new Map(live.flatMap(({ booking, state, occasion }) => (state === 'cancelled' ? [] : [[occasion, { booking, state }]])));
}
