import { randomUUID } from 'node:crypto';

/**
 * Writes what was not expected to the log, once, and returns the id that the person sees and can tell GFO. Only the
 * message and the stack: callers never put a name, an address or a text from a form in an error.
 */
export function logFault(error: unknown): string {
  const id = randomUUID().slice(0, 8);
  const told = error instanceof Error ? `${error.stack ?? error.message}${because(error.cause)}` : String(error);
  console.error(JSON.stringify({ level: 'error', id, error: told.slice(0, 2_000) }));
  return id;
}

/** A fetch that failed says why only in its cause: the system's own code, such as ECONNREFUSED. */
function because(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
}

/** Writes what a person should know without anything being broken. Ids and states only. */
export function logNotice(what: string, details: Record<string, string | null>): void {
  console.warn(JSON.stringify({ level: 'notice', what, ...details }));
}
