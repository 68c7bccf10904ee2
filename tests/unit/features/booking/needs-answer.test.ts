import { expect, test, vi } from 'vitest';
import type { Db } from '../../../../src/shared/db/clients.ts';

vi.mock('../../../../src/shared/db/clients.ts', () => ({ siteGate: () => 'gate' }));

const { setOwnNeeds } = await import('../../../../src/features/booking/own-booking.ts');
const { setVisitorNeeds } = await import('../../../../src/features/booking/visitor-booking.ts');

const answering = (data: unknown, code?: string) =>
  ({ rpc: () => Promise.resolve({ data, error: code ? { code, message: '' } : null }) }) as unknown as Db;
const link = { id: 'id', key: 'key' };

test('what the database says of changed needs is what is said: kept, or too late', async () => {
  for (const answer of [{ ok: true }, { ok: false, reason: 'over' }, { ok: false, reason: 'ended' }]) {
    expect(await setOwnNeeds('id', '{}', answering(answer))).toEqual(answer);
    expect(await setVisitorNeeds(link, '{}', answering(answer))).toEqual(answer);
  }
  expect(await setOwnNeeds('id', '{}', answering(null, '42501'))).toEqual({ ok: false, reason: 'ended' });
  await expect(setVisitorNeeds(link, '{}', answering(null, '08006'))).rejects.toThrow('08006');
});
