import type { ZodError } from 'zod';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';

/** What an action of the second step answers its page with. */
export type Result =
  | { ok: true; next: string }
  | { ok: false; faults: Fault[]; typed: Record<string, string>; status: 422 | 429 };

type Refusal = Extract<Result, { ok: false }>;

/** One fault at the field, with what was typed elsewhere in the form kept. */
export function refused(name: string, text: string, typed: Record<string, string> = {}): Refusal {
  return { ok: false, faults: [{ name, text }], typed, status: 422 };
}

/** What was typed does not have the right shape. */
export function misshapen(name: string, { issues }: ZodError, typed: Record<string, string>): Refusal {
  return { ok: false, faults: faultsOf(issues, name), typed, status: 422 };
}
