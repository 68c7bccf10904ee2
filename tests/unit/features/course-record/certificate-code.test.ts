import { expect, test } from 'vitest';
import { codeInWords, readCode } from '../../../../src/features/course-record/certificate-code.ts';

test('a code is read however it was typed, and shown in three groups', () => {
  for (const typed of ['K7M4RWX2PQ9T', 'k7m4-rwx2-pq9t', ' K7M4 RWX2 PQ9T ', 'K7M4–RWX2–PQ9T'])
    expect(readCode(typed)).toBe('K7M4RWX2PQ9T');
  for (const none of ['', 'K7M4RWX2PQ9', 'K7M4RWX2PQ9TT', 'O7M4RWX2PQ9T', '17M4RWX2PQ9T', '../../K7M4'])
    expect(readCode(none)).toBeUndefined();
  expect(codeInWords('K7M4RWX2PQ9T')).toBe('K7M4-RWX2-PQ9T');
});
