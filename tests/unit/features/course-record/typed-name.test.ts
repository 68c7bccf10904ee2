import { expect, test, vi } from 'vitest';
import { openName, sealName } from '../../../../src/features/course-record/typed-name.ts';

vi.mock('../../../../src/shared/env.ts', () => ({ derivedKey: (purpose: string) => Buffer.alloc(32, purpose) }));

test('a typed name is read on its code’s own page, and nowhere else', () => {
  const sealed = sealName('K7M4RWX2PQ9T', 'Åsa Öberg');
  expect(openName('K7M4RWX2PQ9T', sealed)).toBe('Åsa Öberg');
  expect(openName('222222222222', sealed)).toBeUndefined();
  for (const none of [null, '', 'Åsa Öberg', `x${sealed}`]) expect(openName('K7M4RWX2PQ9T', none)).toBeUndefined();
});
