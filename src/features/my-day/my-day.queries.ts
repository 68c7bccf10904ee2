import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type Load, loadSchema, type Waiting, waitingSchema } from './my-day.schema.ts';

/** Whose day: one's own, a colleague's by id, or that of all homes. The latter two for the head alone. */
export type Whose = 'own' | 'all' | { staff: string };

/** What waits, the most urgent first, by number and without a name. Throws when it is not this person's to ask. */
export async function myDay(db: Db, whose: Whose): Promise<Waiting[]> {
  const args = whose === 'own' ? {} : whose === 'all' ? { p_all: true } : { p_staff: whose.staff };
  const { data, error } = await db.rpc('my_day', args);
  if (error) throw new Error(`my_day: ${error.code} ${error.message}`);
  return z.array(waitingSchema).parse(data);
}

/** How much waits for each coordinator, the latest first. For the head. */
export async function daysOfAll(db: Db): Promise<Load[]> {
  const { data, error } = await db.rpc('days_of_all');
  if (error) throw new Error(`days_of_all: ${error.code} ${error.message}`);
  return z.array(loadSchema).parse(data);
}
