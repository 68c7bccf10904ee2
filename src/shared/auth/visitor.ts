import { z } from 'zod';
import type { Db } from '../db/clients.ts';
import { Constants } from '../db/database.types.ts';

export const STAFF_ROLES = Constants.public.Enums.staff_role;

/** What `visit()` tells of who is here. */
const schema = z.discriminatedUnion('here', [
  z.object({ here: z.literal(false) }),
  z.object({
    here: z.literal(true),
    assurance: z.enum(Constants.public.Enums.assurance),
    /** When the session ends by itself if nothing more is asked for. */
    idleAt: z.string(),
    staff: z.object({ id: z.uuid(), name: z.string(), role: z.enum(STAFF_ROLES), verified: z.boolean() }).nullable(),
    /** Asked to come into a home as an adult, and has not answered. */
    invited: z.boolean(),
    adult: z.object({ id: z.uuid(), firstName: z.string() }).nullable(),
  }),
]);
export type Visitor = Extract<z.infer<typeof schema>, { here: true }>;

/** Who the token's person is to us, now; undefined when the session no longer counts. It counts as a sign of life. */
export async function askVisitor(db: Db): Promise<Visitor | undefined> {
  const { data, error } = await db.rpc('visit');
  // The token itself is no longer good: signed out elsewhere.
  if (error?.code === 'PGRST301' || error?.code === 'PGRST303' || error?.code === '42501') return undefined;
  if (error) throw new Error(`visit: ${error.code} ${error.message}`);
  const told = schema.parse(data);
  return told.here ? told : undefined;
}
