import { AsyncLocalStorage } from 'node:async_hooks';

const inside = new AsyncLocalStorage<true>();
let watched = false;

/**
 * Runs the work with its complaints on console.error shortened to their code. lite prints every failed query with its
 * parameters, and those are people's names and addresses; who asked gets the whole error as an answer anyway.
 */
export function discreetly<T>(work: () => Promise<T>): Promise<T> {
  if (!watched) watch();
  watched = true;
  return inside.run(true, work);
}

function watch(): void {
  const print = console.error;
  console.error = (...told: unknown[]) => {
    if (!inside.getStore()) print(...told);
    else print(`Supabase: ${told.map(code).find(Boolean) ?? 'fel utan kod'}`);
  };
}

function code(told: unknown): string | undefined {
  return told instanceof Error && 'code' in told && typeof told.code === 'string' ? told.code : undefined;
}
