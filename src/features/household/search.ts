import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';

/** The database gives no more than this, newest first. */
export const MOST_FOUND = 20;

const rows = z.array(
  z.object({
    number: z.number(),
    phase: z.enum(Constants.public.Enums.household_phase),
    mayOpen: z.boolean(),
    protected: z.boolean(),
    names: z.array(z.string()),
  }),
);
export type FoundHome = z.infer<typeof rows>[number];

/** Homes by an adult's name or by number. Each that is found is written in the log by the same call. */
export async function searchHomes(db: Db, query: string): Promise<FoundHome[]> {
  const { data, error } = await db.rpc('search_households', { p_query: query });
  if (error) throw new Error(`search_households: ${error.code} ${error.message}`);
  return rows.parse(data);
}
