import type { Fault } from './faults.ts';
import type { Lists } from './typed.ts';

/** What the fields of a form show that has been sent or kept: as it was typed, with what is wrong beside it. */
export function fieldsOf(typed: Lists, faults: readonly Fault[]) {
  const text = (name: string) => typed[name]?.[0];
  const fault = (name: string) => faults.find((one) => one.name === name)?.text;
  return {
    text,
    fault,
    /** For a `TextField` about somebody else: nothing is filled in or corrected by the browser. */
    field: (name: string, label: string) => ({
      name,
      label,
      value: text(name),
      fault: fault(name),
      autocomplete: 'off' as const,
      spellcheck: false,
    }),
    /** For `Choices`. */
    pick: (name: string, legend: string) => ({ name, legend, chosen: typed[name] ?? [], fault: fault(name) }),
  };
}
