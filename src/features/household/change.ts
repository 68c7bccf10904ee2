import { z } from 'zod';

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
] as const;
export type Reason = (typeof REASONS)[number];
/** `id`: whom or what the step made. */
export type Changed = { ok: true; id?: string | undefined } | { ok: false; reason: Reason };

/** A call of one of the database's functions that change a home. */
export type Call = PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>;

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.uuid().optional() }),
  z.object({ ok: z.literal(false), reason: z.enum(REASONS) }),
]);

/** Takes one step in a home: the step, its line in the history and its line in the log are one call. */
export async function change(call: Call): Promise<Changed> {
  const { data, error } = await call;
  if (error?.code === '42501') return { ok: false, reason: 'closed' };
  if (error) throw new Error(`change: ${error.code} ${error.message}`);
  return answer.parse(data);
}
