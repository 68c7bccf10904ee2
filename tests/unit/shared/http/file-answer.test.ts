import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileAnswer, rangeOf } from '../../../../src/shared/http/file-answer.ts';
import { tempDir } from '../../../support/temp.ts';

describe('what a player asks for', () => {
  test('is a part of what there is, for all sizes', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 4000 }), (from, length, size) => {
        const range = rangeOf(`bytes=${from}-${from + length}`, size);
        expect(range).toEqual(from >= size ? 'unsatisfiable' : { from, to: Math.min(from + length, size - 1) });
      }),
    );
  });

  test.each([
    [null, undefined],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-3', 'unsatisfiable'],
    ['bytes=0-1,5-6', undefined],
    ['elephants=1-2', undefined],
  ])('%s', (header, range) => expect(rangeOf(header, 100)).toEqual(range));
});

test('a file is sent whole or in part, and what is no film’s file not at all', async () => {
  const path = `${await tempDir()}/film.mp4`;
  await writeFile(path, 'abcdefghij');
  const ask = (headers: Record<string, string> = {}) => fileAnswer(path, new Request('http://localhost/', { headers }), 60);
  expect([(await ask())?.status, await (await ask())?.text()]).toEqual([200, 'abcdefghij']);
  const part = await ask({ range: 'bytes=2-4' });
  expect([part?.status, part?.headers.get('content-range'), await part?.text()]).toEqual([206, 'bytes 2-4/10', 'cde']);
  expect((await ask({ range: 'bytes=10-' }))?.status).toBe(416);
  const etag = part?.headers.get('etag') ?? '';
  expect((await ask({ 'if-none-match': etag }))?.status).toBe(304);
  expect((await ask({ range: 'bytes=2-4', 'if-range': etag }))?.status).toBe(206);
  expect((await ask({ range: 'bytes=2-4', 'if-range': '"another"' }))?.status).toBe(200);
  expect(await fileAnswer(`${path}x`, new Request('http://localhost/'), 60)).toBeUndefined();
  expect(await fileAnswer('package.json', new Request('http://localhost/'), 60)).toBeUndefined();
});
