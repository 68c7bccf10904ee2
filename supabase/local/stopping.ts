/**
 * Closes in the opposite order of the starts at Ctrl+C or SIGTERM, and says so: who finds it gone can read why. A second
 * Ctrl+C does not wait.
 */
export function onStop(closing: (() => unknown)[]): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log(`Stoppar (${signal}).`);
    for (const close of closing.toReversed()) await close();
    process.exit(0);
  };
  process.on('SIGINT', (signal) => void stop(signal));
  process.on('SIGTERM', (signal) => void stop(signal));
}
