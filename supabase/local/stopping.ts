/** Closes in the opposite order of the starts at Ctrl+C or SIGTERM. A second Ctrl+C does not wait. */
export function onStop(closing: (() => unknown)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const close of closing.toReversed()) await close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}
