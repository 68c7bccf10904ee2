import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openCodeLink, sealCodeLink } from '../../../../src/features/sign-in/code-link.ts';
import { seal } from '../../../../src/shared/seal.ts';

const key = Buffer.alloc(32, 'link');
const address = 'amira@exempel.example';

test('the link carries address and code, and shows neither', () => {
  const sealed = sealCodeLink(address, '123456', key);
  expect(openCodeLink(sealed, key)).toMatchObject({ address, code: '123456' });
  expect(sealed).not.toContain('123456');
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('amira');
});

test('what anybody can compute from address and code opens nothing', () => {
  for (const algorithm of ['sha224', 'sha256'])
    expect(openCodeLink(createHash(algorithm).update(`${address}123456`).digest('hex'), key)).toBeUndefined();
  for (const made of [
    null,
    '',
    seal({ for: 'code link', address, code: '123456' }, Buffer.alloc(32, 'other')),
    seal({ address }, key),
  ])
    expect(openCodeLink(made, key)).toBeUndefined();
});
