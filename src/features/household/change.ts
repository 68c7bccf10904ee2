import { z } from 'zod';
import { Constants } from '../../shared/db/database.types.ts';

/** Why a step was not taken. `closed`: the home is not, or no longer, this person's to change. */
export const REASONS = [
  'closed',
  'begun_already',
  'erasure_waits',
  'coordinators_only',
  'not_this_one',
  'last_coordinator',
  'head_only',
  'too_many',
  'address_taken',
  'staff_address',
  'last_adult',
  'missing',
  'changed_meanwhile',
  'closed_already',
  'not_a_month',
  'not_ahead',
  'settled_already',
  'same_home',
  'joined_already',
  'is_case',
  'holds_joined',
  'erasure_first',
  'too_many_together',
  'coordinator_related',
  'try_again',
  'parted_already',
  'case_together',
] as const;
export type Reason = (typeof REASONS)[number];

const meanwhile = z.object({
  /** Null: the family did it. */
  by: z.string().nullable(),
  at: z.string(),
  kind: z.enum(Constants.public.Enums.household_event_kind),
});
/** What somebody else did in the home after the form was opened. */
export type Meanwhile = z.infer<typeof meanwhile>;

/**
 * `id`: whom or what the step made. `undone`: it is as if the step before had never been taken. `invited`: how many were told
 * that they can sign in.
 */
export type Changed =
  | { ok: true; id?: string | undefined; undone?: boolean | undefined; invited?: number | undefined }
  | { ok: false; reason: Reason; meanwhile?: Meanwhile | undefined };

/** A call of one of the database's functions that change a home. */
export type Call = PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>;

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.uuid().optional(), undone: z.boolean().optional(), invited: z.number().optional() }),
  z.object({ ok: z.literal(false), reason: z.enum(REASONS) }),
]);

/** Takes one step in a home: the step, its line in the history and its line in the log are one call. */
export async function change(call: Call): Promise<Changed> {
  const { data, error } = await call;
  if (error?.code === '42501') return { ok: false, reason: 'closed' };
  if (error) throw new Error(`change: ${error.code} ${error.message}`);
  const changed = answer.parse(data);
  return !changed.ok && changed.reason === 'changed_meanwhile' ? { ...changed, meanwhile: meanwhile.parse(data) } : changed;
}
