/**
 * Lets one piece of work run at a time, in order. PGlite is a single session and lite puts no order among requests: without
 * this, two transactions at once would share a role and a rollback.
 */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
