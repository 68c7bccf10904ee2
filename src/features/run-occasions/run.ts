import type { Db } from '../../shared/db/clients.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { OccasionColumns } from './columns.ts';
import { type Answer, answerSchema, type Reason } from './run-occasions.schema.ts';

/** `since` as the database wrote it: a point in time cannot ride in a form's answer. */
export type RunFailed = { ok: false; typed: Lists; faults: Fault[]; reason?: Reason; since?: unknown[] | undefined };
export type RunResult = { ok: true; next: string } | RunFailed;
type Call = PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>;

/** What a function that changes an occasion answered. */
export async function answered(call: Call): Promise<Answer> {
  const { data, error } = await call;
  if (error) throw new Error(`running an occasion: ${error.code} ${error.message}`);
  return answerSchema.parse(data);
}

/** `seen`: how often it had been changed when the form was opened; without it, it is a new one. */
export function saveOccasion(
  db: Db,
  { id, activity, columns, seen }: { id: string; activity?: string; columns: OccasionColumns; seen?: number | undefined },
): Promise<Answer> {
  return answered(
    db.rpc('save_occasion', {
      p_id: id,
      p_occasion: JSON.stringify({ ...(activity && { activity }), ...columns }),
      ...(seen !== undefined && { p_seen: seen }),
    }),
  );
}

/** Which field a refusal is about, when it is about one. */
const FIELDS: Partial<Record<Reason, string>> = {
  no_place: 'plats',
  form_without_seats: 'digitalt',
  not_ahead: 'dag',
  backwards: 'till',
};

export const mended = (typed: Lists, issues: Parameters<typeof faultsOf>[0]): RunFailed => ({
  ok: false,
  typed,
  faults: faultsOf(issues),
});

export function refused(
  typed: Lists,
  { reason, since }: Extract<Answer, { ok: false }>,
  texts: Record<Reason, string>,
): RunFailed {
  const name = FIELDS[reason];
  if (name && typed[name] !== undefined) return { ok: false, typed, faults: [{ name, text: texts[reason] }] };
  return { ok: false, typed, faults: [], reason, ...(since && { since }) };
}
