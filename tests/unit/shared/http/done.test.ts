import { expect, test } from 'vitest';
import { saidIn } from '../../../../src/shared/http/done.ts';

test('a page says only what it knows how to say', () => {
  const at = (query: string) => saidIn({ sparat: 'Det är sparat.' }, new URL(`https://gfo.example/mina-sidor${query}`));
  expect(at('?klart=sparat')).toBe('Det är sparat.');
  for (const query of ['', '?klart=', '?klart=hacked', '?klart=constructor']) expect(at(query)).toBeUndefined();
});
