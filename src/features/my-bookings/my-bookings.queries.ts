import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type BookingView, bookingViewSchema } from '../../shared/occasions/booking.ts';

/** What the signed-in adult has booked or is named in. Throws when the database cannot be reached. */
export async function myBookings(db: Db): Promise<BookingView[]> {
  const { data, error } = await db.rpc('my_bookings');
  if (error) throw new Error(`my_bookings: ${error.code} ${error.message}`);
  return z.array(bookingViewSchema).parse(data);
}
