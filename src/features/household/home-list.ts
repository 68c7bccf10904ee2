import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants, type Database } from '../../shared/db/database.types.ts';
import type { Filter, Place } from './filter.ts';

type Args = Database['public']['Functions']['household_list']['Args'];

const { Enums } = Constants.public;
/** The database gives one row more than a page holds: that there are more, without counting them. */
const PAGE = 50;

const rows = z.array(
  z.object({
    number: z.number(),
    phase: z.enum(Enums.household_phase),
    registeredAt: z.string(),
    protected: z.boolean(),
    /** Null: it is hidden where they live. */
    municipality: z.enum(Enums.municipality).nullable(),
    /** Null: nobody waits for a first call any more. */
    callBy: z.string().nullable(),
    /** The first day of the month in which the family wants to be asked again. */
    pausedUntil: z.iso.date().nullable(),
    mayOpen: z.boolean(),
    kind: z.object({ considering: z.enum(Enums.considering).nullable(), fosterHome: z.boolean(), emergencyHome: z.boolean() }),
    coordinators: z.array(z.string()),
  }),
);
export type HomeRow = z.infer<typeof rows>[number];

/** One page of the homes, those that wait for a call first; `next` is the filter's place for the page after. */
export async function listHomes(db: Db, filter: Filter): Promise<{ homes: HomeRow[]; next: Place | undefined }> {
  const { data, error } = await db.rpc('household_list', {
    p_phase: filter.phase,
    p_municipality: filter.municipality,
    p_kind: filter.kind,
    p_coordinator: filter.coordinator,
    p_since: filter.since,
    p_turn: filter.after?.call,
    p_before: filter.after?.number,
  } satisfies Args);
  if (error) throw new Error(`household_list: ${error.code} ${error.message}`);
  const found = rows.parse(data);
  const homes = found.slice(0, PAGE);
  const last = found.length > PAGE ? homes.at(-1) : undefined;
  return { homes, next: last && { number: last.number, call: last.callBy ?? undefined } };
}
