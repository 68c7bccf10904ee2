import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs the work and answers at the end of the time slot in which it finished: how long it took, and so whether an address is
 * known, cannot be read off the clock. A failure keeps to the slots too.
 */
export async function inSlots<T>(work: () => Promise<T>, slotMs = 500): Promise<T> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const took = performance.now() - began;
    await wait(Math.ceil(took / slotMs) * slotMs - took);
  }
}
