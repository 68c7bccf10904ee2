import type { Db } from '../../shared/db/clients.ts';
import { type BookingAnswer, bookingAnswerSchema } from '../../shared/occasions/booking.ts';
import { myCourseRecord } from './course-record.queries.ts';
import type { Plan } from './my-course.schema.ts';

/** Books all of it for the signed-in adult and those who come along, or nothing. */
export async function bookPlan({ plats, med }: Plan, { db }: { db: Db }): Promise<BookingAnswer> {
  const { me } = await myCourseRecord(db);
  const { data, error } = await db.rpc('book_plan', {
    p_plan: JSON.stringify(plats),
    p_people: JSON.stringify([me, ...med].map((member) => ({ member }))),
  });
  if (error) throw new Error(`book_plan: ${error.code} ${error.message}`);
  return bookingAnswerSchema.parse(data);
}
