import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';
import { derivedKey } from '../../shared/env.ts';
import { seal, unseal } from '../../shared/seal.ts';

/** The database gives no more than this, newest first. */
export const MOST_FOUND = 20;

const rows = z.array(
  z.object({
    number: z.number(),
    phase: z.enum(Constants.public.Enums.household_phase),
    mayOpen: z.boolean(),
    protected: z.boolean(),
    /** Numbers of homes that are joined into it. */
    joined: z.array(z.number()),
    names: z.array(z.string()),
  }),
);
export type FoundHome = z.infer<typeof rows>[number];

/** What is searched for, for the page's address: a name stands in none, nor in any server's log. */
export function sealQuery(query: string): string {
  return seal(query, derivedKey('search'));
}

/** Undefined for anything that we did not seal. */
export function openQuery(sealed: string | null): string | undefined {
  const query = unseal(sealed ?? '', derivedKey('search'));
  return typeof query === 'string' ? query : undefined;
}

/** Homes by an adult's name or by number. Each that is found is written in the log by the same call. */
export async function searchHomes(db: Db, query: string): Promise<FoundHome[]> {
  const { data, error } = await db.rpc('search_households', { p_query: query });
  if (error) throw new Error(`search_households: ${error.code} ${error.message}`);
  return rows.parse(data);
}
