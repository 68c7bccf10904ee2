import { z } from 'zod';
import type { reasonTexts } from './staff.text.ts';

type Reason = keyof typeof reasonTexts;
/** `id`: who is new in the list. */
export type Outcome = { ok: true; id?: string | undefined } | { ok: false; reason: Reason };

const schema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), id: z.uuid().optional() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['listed_already', 'is_adult', 'last_head', 'not_this_one'] satisfies Reason[]),
  }),
]);

type Answer = { data: unknown; error: { code: string; message: string } | null };

/** What one of the list's functions answered. Throws what nobody expected. */
export function outcomeOf(name: string, { data, error }: Answer): Outcome {
  if (error) throw new Error(`${name}: ${error.code} ${error.message}`);
  return schema.parse(data);
}

/** Does something about the one whose id a form carries. What is no id at all is nobody's, as an unknown one is. */
export async function forStaff(id: string, run: (id: string) => Promise<Outcome>): Promise<Outcome> {
  const staff = z.uuid().safeParse(id);
  return staff.success ? await run(staff.data) : { ok: false, reason: 'not_this_one' };
}
