import { expect, test } from 'vitest';
import { paths } from '../../../../src/paths.ts';
import { bodyFault, LARGEST_BODY, LARGEST_UPLOAD } from '../../../../src/shared/http/body.ts';

const site = 'https://gfo.example';

/** A form with a file, as a browser sends it. */
function withFile(path: string, bytes: Uint8Array<ArrayBuffer>): Request {
  const form = new FormData();
  form.set('fil', new File([bytes], 'hem.csv', { type: 'text/csv' }));
  return new Request(site + path, { method: 'POST', body: form });
}
const latin = Uint8Array.from(Buffer.from('Härnösand', 'latin1'));
const large = new Uint8Array(LARGEST_BODY + 1).fill(65);

test('a file that is not UTF-8 comes in where files are read, and nowhere else', async () => {
  expect(await bodyFault(withFile(paths.desk.newFile(), latin))).toBeUndefined();
  expect(await bodyFault(withFile(paths.desk.newHome, latin))).toBe(400);
});

test('a file may be larger than a form, but only where files are read', async () => {
  expect(await bodyFault(withFile(paths.desk.newFile(), large))).toBeUndefined();
  expect(await bodyFault(withFile(paths.desk.newHome, large))).toBe(413);
  expect(await bodyFault(withFile(paths.desk.newFile(), new Uint8Array(LARGEST_UPLOAD + 1)))).toBe(413);
});

test('a plain form sent there is still read strictly', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = Uint8Array.from([...new TextEncoder().encode('fil='), 0xe4]);
  expect(await bodyFault(new Request(site + paths.desk.newFile(), { method: 'POST', body, headers }))).toBe(400);
});
