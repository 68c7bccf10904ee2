import { expect, test } from 'vitest';
import { inSlots } from '../../../../src/shared/auth/slots.ts';

const timed = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work().catch(() => undefined);
  return performance.now() - began;
};

// Nothing answers before its slot is over; how long after is the machine's matter.
test.each([0, 15, 55])('work of %i ms is answered at the end of a slot, whether it went well or not', async (took) => {
  const work = () => new Promise<void>((resolve) => setTimeout(resolve, took));
  const slots = Math.floor(took / 50) + 1;
  expect(await timed(() => inSlots(work, 50))).toBeGreaterThanOrEqual(slots * 50 - 2);
  expect(await timed(() => inSlots(() => work().then(() => Promise.reject(new Error('no'))), 50))).toBeGreaterThanOrEqual(
    slots * 50 - 2,
  );
});

test('what the work gives and throws comes through', async () => {
  expect(await inSlots(() => Promise.resolve(7), 1)).toBe(7);
  await expect(inSlots(() => Promise.reject(new Error('unreachable')), 1)).rejects.toThrow('unreachable');
});
