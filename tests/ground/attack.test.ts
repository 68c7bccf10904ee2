import { randomUUID } from 'node:crypto';
import { request as rawRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { finishedDraft } from '../support/draft.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

let site: OwnSite;
const log: string[] = [];
beforeAll(async () => {
  site = await startOwnSite();
  for (const way of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((...told: unknown[]) => void log.push(told.map(String).join(' ')));
});
afterAll(() => site?.stop());

const step = '/intresseanmalan?_action=interest.saveStep';
const final = '/intresseanmalan/sammanfattning?_action=interest.register';
const form = 'application/x-www-form-urlencoded';

type Attack = { path?: string; method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** A request as it is written, with no client between that would mend it. */
function send({ path = step, method = 'POST', headers = {}, body = '' }: Attack) {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const request = rawRequest(
      { host: 'localhost', port: site.port, path, method, headers: { origin: site.url, 'content-type': form, ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString(), headers: answer.headers }),
        );
        answer.on('error', reject);
      },
    );
    // A server that has read enough may hang up while we still write: that too is an answer.
    request.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve({ status: 413, body: '', headers: {} }) : reject(error),
    );
    request.end(body);
  });
}

test('a POST from elsewhere is refused', async () => {
  for (const origin of ['https://ond.example', 'null', '', 'http://localhost:9', `${site.url}.ond.example`])
    expect((await send({ headers: { origin }, body: 'sida=start' })).status, origin).toBe(403);
});

test('no address excuses a form from another site', async () => {
  const origin = 'http://ond.example';
  const draft = finishedDraft(site.settings.siteSecret, 'offer@exempel.example').split('?')[1];
  for (const path of ['/api/webhooks/resend', '/api/webhooks/x', '/api/jobb/utkorg', '/api/jobb/x', '/500', '/finns-inte'])
    expect((await send({ path: `${path}?${draft}`, headers: { origin } })).status, path).toBe(403);
  expect((await send({ path: final, headers: { origin: 'http://ond.example', host: 'ond.example' } })).status).toBe(403);
});

const oddities: [string, Attack][] = [
  ['nothing', {}],
  ['no type', { headers: { 'content-type': '' }, body: 'sida=start' }],
  ['a wrong type', { headers: { 'content-type': 'text/xml' }, body: '<a/>' }],
  ['json for a form', { headers: { 'content-type': 'application/json' }, body: '{"sida":"start"}' }],
  ['broken json', { headers: { 'content-type': 'application/json' }, body: '{"sida":' }],
  ['multipart without a boundary', { headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
  [
    'multipart cut short',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="sida"\r\n\r\nsta',
    },
  ],
  [
    'a file for a text',
    {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="sida"; filename="a"\r\n\r\nstart\r\n--x--\r\n',
    },
  ],
  ['a huge body', { body: `sida=start&considering=${'x'.repeat(5_000_000)}` }],
  [
    'a very long international address',
    { path: step, body: `sida=kontakt&email=x@${'あ'.repeat(50)}.${'あ'.repeat(50)}.${'あ'.repeat(50)}.example` },
  ],
  ['many fields', { body: Array.from({ length: 5_000 }, (_, at) => `f${at}=1`).join('&') }],
  ['one field many times', { body: `sida=start&${'heard=friend&'.repeat(3_000)}` }],
  ['NUL', { body: 'sida=hemmet&question=%00%00&adults=%00' }],
  ['broken percent', { body: 'sida=hemmet&question=%E0%A4%A&adults=%' }],
  ['broken UTF-8', { body: Buffer.from([0x73, 0x69, 0x64, 0x61, 0x3d, 0xff, 0xfe, 0xc3, 0x28]) }],
  ['UTF-16', { headers: { 'content-type': `${form}; charset=utf-16` }, body: Buffer.from('sida=start', 'utf16le') }],
  ['a lone surrogate', { body: 'sida=hemmet&question=%ED%A0%80' }],
  ['a prototype', { body: 'sida=__proto__&__proto__[x]=1&constructor=1' }],
  ['a step that is none', { body: 'sida=constructor' }],
  ['a step back to none', { body: 'sida=hemmet&till=__proto__' }],
  ['an unknown action', { path: '/intresseanmalan?_action=interest.nonsense', body: 'x=1' }],
  ['an action of the prototype', { path: '/intresseanmalan?_action=__proto__.toString', body: 'x=1' }],
  ['two actions', { path: `${step}&_action=interest.register`, body: 'sida=start' }],
  ['an action called directly', { path: '/_actions/interest.saveStep', body: 'sida=start' }],
  [
    'an action called directly as json',
    { path: '/_actions/interest.register', headers: { 'content-type': 'application/json' }, body: '[]' },
  ],
  ['a broken draft', { path: `${final}&a=${'A'.repeat(3_000)}`, body: '' }],
  ['a very long draft', { path: `${final}&a=${'A'.repeat(14_000)}`, body: '' }],
  ['a broken address', { path: '/intresseanmalan/%E0%A4%A?_action=interest.saveStep', body: 'sida=start' }],
  ['dots in the address', { path: '/../../etc/passwd', method: 'GET' }],
  ['encoded dots in the address', { path: '/_astro/..%2f..%2f..%2fpackage.json', method: 'GET' }],
  ['a method of its own', { method: 'PROPFIND', body: 'x' }],
  ['PUT', { method: 'PUT', body: 'sida=start' }],
  ['DELETE', { method: 'DELETE' }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['the job without its secret', { path: '/api/jobb/utkorg' }],
  ['the job with a wrong secret', { path: '/api/jobb/utkorg', headers: { authorization: 'Bearer nonsense' } }],
  ['a webhook without signature', { path: '/api/webhooks/resend', headers: { 'content-type': 'application/json' }, body: '{}' }],
  ['a proof for no draft', { path: '/api/bevis?n=%00', method: 'GET' }],
];

for (const [what, attack] of oddities) {
  test(`${what} is answered without a fault, with all headers and no insides`, async () => {
    const answer = await send(attack);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body).not.toMatch(/\bat .*\.(js|ts|mjs|astro):\d+|node_modules|postgres|TypeError|SyntaxError/i);
    if (Object.keys(answer.headers).length === 0) return;
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
}

test('every file wears the headers, and a drawing allows its own style alone', async () => {
  const front = await send({ path: '/', method: 'GET', headers: { 'accept-encoding': '' } });
  const files = [...front.body.matchAll(/(?:src|href)="(\/[^"?#]+\.\w+)"/g)].map(([, path = '']) => path);
  expect(files.some((path) => path.endsWith('.svg'))).toBe(true);
  for (const path of new Set(files)) {
    const { status, headers } = await send({ path, method: 'GET' });
    expect(status, path).toBe(200);
    expect(headers['content-security-policy'], path).toContain(path.endsWith('.svg') ? "style-src 'sha256-" : "style-src 'self'");
    expect(headers['content-security-policy'], path).not.toContain('unsafe');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
  }
});

test('no body at all brings a 5xx', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('start', 'hemmet', 'kontakt', 'timra', 'elsewhere', 'phone', '1', '0', '', '9'.repeat(400)),
  );
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'sida',
      'till',
      'considering',
      'municipality',
      'heard',
      'adults',
      'children',
      'ages',
      'email',
      'way',
      'bevis',
    ),
  );
  const pair = fc.tuple(name, value).map((texts) => texts.map((text) => encodeURIComponent(text.toWellFormed())).join('='));
  const paths = fc.constantFrom(step, final, `${step}&a=${randomUUID()}`);
  await fc.assert(
    fc.asyncProperty(paths, fc.array(pair, { maxLength: 12 }), async (path, pairs) => {
      expect((await send({ path, body: pairs.join('&') })).status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('no bytes at all bring a 5xx', async () => {
  const types = fc.constantFrom(form, 'multipart/form-data; boundary=x', 'application/json', 'text/plain', '');
  await fc.assert(
    fc.asyncProperty(types, fc.uint8Array({ maxLength: 400 }), async (type, bytes) => {
      expect((await send({ headers: { 'content-type': type }, body: Buffer.from(bytes) })).status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
}, 120_000);

test('after all that nothing is stored, nothing is sent and nothing typed stands in the log', async () => {
  for (const table of ['household', 'interest', 'household_event', 'mail'])
    expect(await site.supabase.sql(`select count(*)::int as count from public.${table}`)).toEqual([{ count: 0 }]);
  expect(await (await fetch(`${site.mailbox.url}/api/messages`)).json()).toEqual([]);
  expect(log.join('\n')).not.toMatch(/considering|hemmet|Bcc|@/);
});

test('when the database is away the page says so, keeps the answers, and the log holds the id alone', async () => {
  await site.supabase.close();
  const answer = await send({ path: finishedDraft(site.settings.siteSecret, 'amira@exempel.example') });
  expect(answer.status).toBe(503);
  expect(answer.body).toContain('amira@exempel.example');
  const [, id = 'none'] = /Felets nummer är ([0-9a-f]{8})/.exec(answer.body) ?? [];
  expect(log.join('\n')).toContain(id);
  expect(log.join('\n')).not.toMatch(/amira|exempelsson/i);
});
