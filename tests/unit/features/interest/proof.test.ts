import { randomUUID } from 'node:crypto';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { describe, expect, test, vi } from 'vitest';

vi.mock('../../../../src/shared/env.ts', () => ({ derivedKey: () => Buffer.alloc(32, 'proof') }));
const { createProofChallenge, isProven } = await import('../../../../src/features/interest/proof.ts');

async function solved(draftId: string, now = new Date()) {
  const challenge = await createProofChallenge(draftId, now);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution };
}
const encoded = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');

describe('the proof of work', () => {
  test('holds for its own draft only', async () => {
    const draft = randomUUID();
    const payload = await solved(draft);
    expect(await isProven(encoded(payload), draft)).toBe(true);
    expect(await isProven(encoded(payload), randomUUID())).toBe(false);
  });

  test('does not hold when it is changed, old, made up or no proof at all', async () => {
    const draft = randomUUID();
    const { challenge, solution } = await solved(draft);
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } };
    expect(await isProven(encoded({ challenge: easier, solution }), draft)).toBe(false);
    expect(await isProven(encoded({ challenge, solution: { ...solution, counter: 1 } }), draft)).toBe(false);
    expect(await isProven(encoded(await solved(draft, new Date(Date.now() - 2 * 3_600_000))), draft)).toBe(false);
    for (const text of [
      '',
      'nonsense',
      encoded(null),
      encoded({ challenge: {} }),
      encoded({ challenge: { ...challenge, signature: '' }, solution }),
    ])
      expect(await isProven(text, draft)).toBe(false);
  });
});
