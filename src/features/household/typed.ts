import type { Fault } from '../../shared/form/faults.ts';
import type { Typed } from '../../shared/form/typed.ts';
import type { Meanwhile, Reason } from './change.ts';
import type { Home } from './home.ts';
import { reasonTexts } from './household.text.ts';

type Failed = { ok: false; reason?: Reason; meanwhile?: Meanwhile | undefined; typed: Typed; faults: Fault[] };

export type FormState = {
  typed: Typed;
  faults: Fault[];
  /** Why the database refused, when that is not about one field. */
  refused: string | undefined;
  /** What somebody else has done since the form was opened. */
  meanwhile?: Meanwhile | undefined;
  /** What was typed before the session ended has been put back. */
  restored: boolean;
};

/**
 * What a form shows: what was just sent and has to be mended, or what was typed when an earlier session ended. `about` names the
 * field that a refusal is about.
 */
export function formState(
  result: { data?: { ok: true } | Failed } | undefined,
  kept: Record<string, string[]> | undefined,
  about: Partial<Record<Reason, string>> = {},
): FormState {
  const failed = result?.data?.ok === false ? result.data : undefined;
  const restored = failed === undefined && kept !== undefined;
  const typed = failed?.typed ?? Object.fromEntries(Object.entries(kept ?? {}).map(([name, [text = '']]) => [name, text]));
  const text = failed?.reason && reasonTexts[failed.reason];
  const field = failed?.reason && about[failed.reason];
  const faults = failed && text && field ? [...failed.faults, { name: field, text }] : (failed?.faults ?? []);
  return { typed, faults, refused: field ? undefined : text, meanwhile: failed?.meanwhile, restored };
}

/** The fault of a field, for the text beside it. */
export function faultOf({ faults }: FormState, name: string): string | undefined {
  return faults.find((fault) => fault.name === name)?.text;
}

/**
 * The newest line of the history that whoever fills in the form has seen. What they typed before a colleague's change does not
 * make it seen: only that they are told of it does.
 */
export function seenIn({ typed, meanwhile }: FormState, { lastEvent }: Home): string {
  return (meanwhile ? undefined : typed.sett) ?? String(lastEvent ?? 0);
}
