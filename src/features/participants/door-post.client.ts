import type { Mark, Press } from './kept-presses.client.ts';

const ANSWER_WITHIN = 10_000;

export type Told = { now: number; marks: Record<string, Mark> };
/** How it stands; or that nothing more is taken from this page. */
export type Answer = Told | 'signed out' | 'closed';

/** Sends presses with their times by the database's clock, which is `ahead` of the telephone's. Throws when nothing came through. */
export async function post(address: string, session: string, sent: readonly [string, Press][], ahead: number): Promise<Answer> {
  const presses = sent.map(([person, { state, at }]) => ({ person, state, at: new Date(at + ahead).toISOString() }));
  const body = new URLSearchParams({ traff: session, tryck: JSON.stringify(presses) });
  const aborting = new AbortController();
  const tooLong = setTimeout(() => aborting.abort(), ANSWER_WITHIN);
  try {
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual', signal: aborting.signal });
    if (answer.ok) return await answer.json();
    // Who is signed out is sent to the sign-in.
    if (answer.type === 'opaqueredirect') return 'signed out';
    if (answer.status === 409) return 'closed';
    throw new Error(`answered ${answer.status}`);
  } finally {
    clearTimeout(tooLong);
  }
}
