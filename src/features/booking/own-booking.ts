import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type BookingAnswer, type BookingView, bookingAnswerSchema, bookingViewSchema } from '../../shared/occasions/booking.ts';
import { type Act, type Change, changeArgs, GONE } from './visitor-booking.ts';

const adultSchema = z.object({ id: z.uuid(), name: z.string(), isMe: z.boolean() });
export type Adult = z.output<typeof adultSchema>;

/** Whom the signed-in adult can book for, themselves first. */
export async function bookingAdults(db: Db): Promise<Adult[]> {
  const { data, error } = await db.rpc('booking_adults');
  if (error) throw new Error(`booking_adults: ${error.code} ${error.message}`);
  return z.array(adultSchema).parse(data);
}

type New = Change & { id: string; number: number; needs: string; despite: boolean };

/** Books for adults of the home. The same id again is the same booking. */
export async function bookForHome({ id, number, needs, despite, ...change }: New, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('book_for_home', {
    p_id: id,
    p_number: number,
    p_needs: needs,
    p_despite: despite,
    ...changeArgs(change),
  });
  if (error) throw new Error(`book_for_home: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

/** A booking that one has made or is named in; undefined when it is nobody's or somebody else's. */
export async function ownBooking(id: string, db: Db): Promise<BookingView | undefined> {
  const { data, error } = await db.rpc('my_booking', { p_id: id });
  if (error?.code === '42501') return undefined;
  if (error) throw new Error(`my_booking: ${error.code} ${error.message}`);
  return bookingViewSchema.parse(data);
}

export async function actOnOwnBooking(id: string, act: Act, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('act_on_my_booking', { p_id: id, p_act: act });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`act_on_my_booking: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

export async function changeOwnBooking(id: string, change: Change, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('change_my_booking', { p_id: id, ...changeArgs(change) });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`change_my_booking: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}

export async function setOwnNeeds(id: string, needs: string, db: Db): Promise<BookingAnswer> {
  const { data, error } = await db.rpc('set_my_needs', { p_id: id, p_needs: needs });
  if (error?.code === '42501') return GONE;
  if (error) throw new Error(`set_my_needs: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}
