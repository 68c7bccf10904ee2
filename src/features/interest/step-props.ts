import type { Fault, Typed } from './journey.ts';

/** What a page of the form is drawn from: what was typed so far and what has to be mended on it. */
export type StepProps = { typed: Typed; faults: readonly Fault[] };

export function textIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}

export function listIn(typed: Typed, name: string): string[] {
  const value = typed[name];
  return Array.isArray(value) ? value : value ? [value] : [];
}

export function faultIn(faults: readonly Fault[], name: string): string | undefined {
  return faults.find((fault) => fault.name === name)?.text;
}
