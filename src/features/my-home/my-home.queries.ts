import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { type Home, homeSchema, type Opening, openingSchema } from './my-home.schema.ts';
import { wholeDays } from './openings.ts';

/** How many lines of the log a page reads at most; the database hands out one more when there are older ones. */
const PAGE = 50;

/** The signed-in adult's own matter. Throws when the database cannot be reached. */
export async function myHome(db: Db): Promise<Home> {
  const { data, error } = await db.rpc('my_home');
  if (error) throw new Error(`my_home: ${error.code} ${error.message}`);
  return homeSchema.parse(data);
}

/** Which roles have opened the home, the newest first. `older` is where the next page begins, when there is one. */
export async function whoOpened(db: Db, before?: number): Promise<{ openings: readonly Opening[]; older: number | undefined }> {
  const { data, error } = await db.rpc('who_opened', before === undefined ? {} : { p_before: before });
  if (error) throw new Error(`who_opened: ${error.code} ${error.message}`);
  const rows = z.array(openingSchema).parse(data);
  const openings = wholeDays(rows, PAGE);
  return { openings, older: rows.length > PAGE ? openings.at(-1)?.id : undefined };
}
