/** What has to be put right in the field of that name. */
export type Fault = { name: string; text: string };

/** One fault a field, in the order of the form. `alone` names the field when the schema was of that one field. */
export function faultsOf(issues: readonly { path: PropertyKey[]; message: string }[], alone = ''): Fault[] {
  const faults = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0] ?? alone);
    if (!faults.has(name)) faults.set(name, message);
  }
  return [...faults].map(([name, text]) => ({ name, text }));
}
