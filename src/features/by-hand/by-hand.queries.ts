import { z } from 'zod';
import type { Db } from '../../shared/db/clients.ts';
import { Constants } from '../../shared/db/database.types.ts';
import type { RowState } from './by-hand.text.ts';

const row = z.object({
  line: z.number(),
  name: z.string(),
  faults: z.array(z.string()),
  reference: z.string().optional(),
  municipality: z.enum(Constants.public.Enums.municipality).optional(),
  foster: z.boolean(),
  emergency: z.boolean(),
});
const said = z.object({
  state: z.enum(['new', 'there', 'double', 'fault', 'no_colleague', 'staff_address'] satisfies RowState[]),
  number: z.number().optional(),
});
const made = z.object({
  number: z.number(),
  mayOpen: z.boolean(),
  /** How many adults could be told that they can sign in. */
  invites: z.number(),
});
const draft = z.discriminatedUnion('done', [
  z.object({ done: z.literal(false), rows: z.array(row), said: z.array(said) }),
  z.object({ done: z.literal(true), made: z.array(made) }),
]);

/** A row of the file and what would become of it. `number`: the home that is there already. */
export type JudgedRow = z.infer<typeof row> & z.infer<typeof said>;
export type Made = z.infer<typeof made>;
export type Draft = { done: false; rows: JudgedRow[] } | { done: true; made: Made[] };

/** One's own draft; undefined when there is none by that name, or none any more. */
export async function importDraft(db: Db, id: string | undefined): Promise<Draft | undefined> {
  const read = z.uuid().safeParse(id);
  if (!read.success) return undefined;
  const { data, error } = await db.rpc('import_draft', { p_draft: read.data });
  if (error) throw new Error(`import_draft: ${error.code} ${error.message}`);
  if (data === null) return undefined;
  const parsed = draft.parse(data);
  if (parsed.done) return parsed;
  // The database says one thing of each row, in the rows' order.
  const rows = parsed.rows.map((one, at) => ({ ...one, ...(parsed.said[at] ?? ({ state: 'fault' } as const)) }));
  return { done: false, rows };
}
