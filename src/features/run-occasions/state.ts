import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import type { RunFailed } from './run.ts';
import { type DeskOccasion, eventSchema, type OccasionEvent } from './run-occasions.schema.ts';
import { reasonTexts } from './run-occasions.text.ts';

export type RunState = {
  typed: Lists | undefined;
  faults: Fault[];
  /** Why it was refused, when that is about no field. */
  refused: string | undefined;
  /** What others have done since the form was opened. */
  since: OccasionEvent[];
  /** What was sent is to be looked at once more before anything is done. */
  asks: boolean;
  isWrong: boolean;
  restored: boolean;
  seen: string | undefined;
};

type Result = { data?: { ok: true } | RunFailed } | undefined;

/** How a form on an occasion's pages stands: as it was sent, as it was kept when a session ended, or new. */
export function runState(result: Result, kept: Lists | undefined, occasion?: DeskOccasion): RunState {
  const failed = result?.data?.ok === false ? result.data : undefined;
  const typed = failed?.typed ?? kept;
  const faults = failed?.faults ?? [];
  const refused = failed?.reason && reasonTexts[failed.reason];
  const isWrong = faults.length > 0 || refused !== undefined;
  return {
    typed,
    faults,
    refused,
    since: (failed?.since ?? []).map((event) => eventSchema.parse(event)),
    isWrong,
    asks: failed !== undefined && !isWrong,
    restored: failed === undefined && kept !== undefined,
    seen: (failed?.reason === 'changed' ? undefined : typed?.sett?.[0]) ?? (occasion && String(occasion.changed)),
  };
}
