import type { Reason } from './change.ts';
import { reasonTexts } from './household.text.ts';

export type Fault = { name: string; text: string };
export type Typed = Record<string, string>;

/** No field is longer than this, however it is pasted; the schema says the real limits in words. */
const LONGEST = 5_000;

/** The texts of a form by field, as they were typed. */
export function typedIn(form: FormData): Typed {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, text.toWellFormed().slice(0, LONGEST)]));
}

/** One fault a field, in the order of the form. */
export function faultsOf(issues: readonly { path: PropertyKey[]; message: string }[]): Fault[] {
  const faults = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!faults.has(name)) faults.set(name, message);
  }
  return [...faults].map(([name, text]) => ({ name, text }));
}

type Failed = { ok: false; reason?: Reason; typed: Typed; faults: Fault[] };

export type FormState = {
  typed: Typed;
  faults: Fault[];
  /** Why the database refused, when that is not about one field. */
  refused: string | undefined;
  /** What was typed before the session ended has been put back. */
  restored: boolean;
};

/**
 * What a form shows: what was just sent and has to be mended, or what was typed when an earlier session ended. `field` is the
 * one that a refusal of that `reason` is about, `texts` what it is called here when that is not what it is called elsewhere.
 */
export function formState(
  result: { data?: { ok: true } | Failed } | undefined,
  kept: Record<string, string[]> | undefined,
  about: Partial<Record<Reason, string>> = {},
  texts: Partial<Record<Reason, string>> = {},
): FormState {
  const failed = result?.data?.ok === false ? result.data : undefined;
  const restored = failed === undefined && kept !== undefined;
  const typed = failed?.typed ?? Object.fromEntries(Object.entries(kept ?? {}).map(([name, [text = '']]) => [name, text]));
  const text = failed?.reason && (texts[failed.reason] ?? reasonTexts[failed.reason]);
  const field = failed?.reason && about[failed.reason];
  const faults = failed && text && field ? [...failed.faults, { name: field, text }] : (failed?.faults ?? []);
  return { typed, faults, refused: field ? undefined : text, restored };
}

/** The fault of a field, for the text beside it. */
export function faultOf({ faults }: FormState, name: string): string | undefined {
  return faults.find((fault) => fault.name === name)?.text;
}
