import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

let site: OwnSite;
beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site?.stop());

const headers = (network: string) => ({
  origin: site.url,
  'content-type': 'application/x-www-form-urlencoded',
  'x-forwarded-for': network,
});

/** Posts one page of the form as a browser without scripts does, and gives the address it is sent on to. */
async function post(address: string, action: string, fields: [string, string][], network = '192.0.2.1') {
  const target = `${site.url}${address}${address.includes('?') ? '&' : '?'}_action=interest.${action}`;
  const answer = await fetch(target, {
    method: 'POST',
    redirect: 'manual',
    headers: headers(network),
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, next: answer.headers.get('location') ?? '', page: await answer.text() };
}

const pages: [string, string][][] = [
  [
    ['sida', 'start'],
    ['considering', 'emergency_home'],
    ['municipality', 'kramfors'],
    ['heard', 'event'],
    ['heard', 'poster'],
  ],
  [
    ['sida', 'hemmet'],
    ['adults', '3'],
    ['children', 'två'],
    ['ages', '8 månader och 12'],
    ['question', 'Kan man ha hund? 🐕'],
  ],
  [
    ...([
      ['sida', 'kontakt'],
      ['firstName', 'Zoë'],
      ['lastName', 'Påhittad'],
      ['email', 'zoe@räksmörgås.example'],
    ] as [string, string][]),
    ...([
      ['phone', '070-174 06 05'],
      ['way', 'text_first'],
      ['times', 'morning'],
      ['times', 'afternoon'],
    ] as [string, string][]),
  ],
];

async function fillIn(from: string): Promise<string> {
  let address = from;
  for (const page of pages) address = (await post(address, 'saveStep', page)).next;
  return address;
}

/** The site asks who is quicker than a person to press once more. */
const press = (summary: string) =>
  vi.waitFor(
    async () => {
      const answer = await post(summary, 'register', []);
      expect(answer.next).not.toContain('fel=1');
      return answer;
    },
    { timeout: 10_000, interval: 500 },
  );

test('what a family typed is what is stored, column by column', async () => {
  const summary = await fillIn('/intresseanmalan?k=hosten-2026');
  expect(summary).toMatch(/^\/intresseanmalan\/sammanfattning\?a=/);
  expect((await press(summary)).next).toMatch(/^\/intresseanmalan\/tack\?a=/);
  const rows = await site.supabase.sql(`
    select state, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone, contact_way,
      contact_times::text[], heard_from::text[], question, campaign from public.interest`);
  expect(rows).toEqual([
    {
      state: 'received',
      considering: 'emergency_home',
      municipality: 'kramfors',
      adults: 3,
      child_ages: [0, 12],
      first_name: 'Zoë',
      last_name: 'Påhittad',
      email: 'zoe@räksmörgås.example',
      email_key: 'zoe@xn--rksmrgs-5wao1o.example',
      phone: '+46701740605',
      contact_way: 'text_first',
      contact_times: ['morning', 'afternoon'],
      heard_from: ['event', 'poster'],
      question: 'Kan man ha hund? 🐕',
      campaign: 'hosten-2026',
    },
  ]);
  expect(await site.supabase.sql('select municipality from public.household')).toEqual([{ municipality: 'kramfors' }]);
  const [mail] = await site.supabase.sql<{ recipient: string }>(
    `select recipient from public.mail where template = 'interest_received'`,
  );
  expect(mail?.recipient).toBe('zoe@xn--rksmrgs-5wao1o.example');
});

test('a home elsewhere leaves nothing behind', async () => {
  const before = await site.supabase.sql('select count(*)::int from public.interest');
  const answer = await post('/intresseanmalan', 'saveStep', [
    ['sida', 'start'],
    ['considering', 'not_sure'],
    ['municipality', 'elsewhere'],
  ]);
  expect(answer.next).toBe('/intresseanmalan/annan-kommun');
  expect(await site.supabase.sql('select count(*)::int from public.interest')).toEqual(before);
});

test('without the proof of work a network is counted more strictly', async () => {
  const buckets = await site.supabase.sql('select distinct bucket from private.rate_hit order by bucket');
  expect(buckets).toEqual([
    { bucket: 'interest_address' },
    { bucket: 'interest_draft' },
    { bucket: 'interest_network_address' },
    { bucket: 'interest_network_unproven' },
  ]);
});

test('with the proof of work done it is counted with room, and another address needs a proof of its own', async () => {
  const [first = [], second = [], third = []] = pages;
  const home = (await post('/intresseanmalan', 'saveStep', first)).next;
  const contact = (await post(home, 'saveStep', second)).next;
  const [, proof = ''] = /data-proof="([^"]+)"/.exec(await (await fetch(site.url + contact)).text()) ?? [];
  const challenge = (await (await fetch(site.url + proof)).json()) as Challenge;
  const bevis = btoa(JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) }));
  const proven = (await post(contact, 'saveStep', [...third, ['bevis', bevis]])).next;
  const networks = async (bucket: string) => {
    const [row] = await site.supabase.sql<{ count: number }>(
      'select coalesce(sum(hits), 0)::int as count from private.rate_hit where bucket = $1',
      [bucket],
    );
    return row?.count;
  };
  expect(await networks('interest_network_proven')).toBe(0);
  expect((await press(proven)).status).toBe(303);
  expect(await networks('interest_network_proven')).toBe(1);

  const other = third.filter(([name]) => name !== 'email');
  const again = (
    await post(proven.replace('/sammanfattning', '/kontakt'), 'saveStep', [...other, ['email', 'annan@exempel.example']])
  ).next;
  expect((await press(again)).status).toBe(303);
  expect(await networks('interest_network_proven')).toBe(1);
});

test('networks are counted each for itself, and one that is full is told how to reach GFO', async () => {
  const { finishedDraft } = await import('../support/draft.ts');
  const last = (turn: number, network: string) => {
    const [address = '', query = ''] = finishedDraft(site.settings.siteSecret, `${network}-${turn}@exempel.example`).split(
      '&_action=',
    );
    expect(query).toBe('interest.register');
    return post(address, 'register', [], network);
  };
  const statuses: number[] = [];
  for (let turn = 0; turn < 130 && !statuses.includes(429); turn += 1) statuses.push((await last(turn, '198.51.100.7')).status);
  expect(statuses.length).toBeGreaterThanOrEqual(61);
  expect(statuses.at(-1)).toBe(429);
  expect((await last(0, '198.51.100.8')).status).toBe(303);
  const refused = await last(999, '198.51.100.7');
  expect(refused.page).toContain('tel:+46980319200');
  expect(refused.page).toContain('Amira');
});

test('going back with a text that no address can hold stays on the page and keeps it', async () => {
  const [first = []] = pages;
  const home = (await post('/intresseanmalan', 'saveStep', first)).next;
  // Nothing in it repeats, so that it cannot be packed.
  const question = Array.from({ length: 9_000 }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000))).join('');
  const answer = await post(home, 'saveStep', [
    ['sida', 'hemmet'],
    ['till', 'start'],
    ['adults', '2'],
    ['question', question],
  ]);
  expect(answer.status).toBe(422);
  expect(answer.page).toContain(question.slice(0, 100));
});

test('an address that no longer opens says so on the first page and keeps the campaign', async () => {
  const { derivedKey } = await import('../../src/shared/env.ts');
  const { seal } = await import('../../src/shared/seal.ts');
  const old = Date.now() - 4 * 3_600_000;
  const draft = {
    id: crypto.randomUUID(),
    begun: old,
    saved: old,
    proven: false,
    campaign: 'hosten',
    typed: { firstName: 'Amira' },
  };
  const sealed = seal(draft, derivedKey('seal', site.settings.siteSecret));
  for (const step of ['/hemmet', '/kontakt', '/sammanfattning', '']) {
    const answer = await fetch(`${site.url}/intresseanmalan${step}?a=${sealed}`);
    const page = await answer.text();
    expect(page).toContain('Vi får börja om');
    expect(page).toContain('k=hosten');
    expect(page).not.toContain('Amira');
  }
});

test('a page with answers on it is stored nowhere', async () => {
  const [first = [], second = []] = pages;
  const home = (await post('/intresseanmalan', 'saveStep', first)).next;
  const contact = (await post(home, 'saveStep', second)).next;
  const kept = async (address: string) => (await fetch(site.url + address)).headers.get('cache-control');
  expect(await kept(contact)).toBe('private, no-cache');
  expect(await kept(contact.replace('/kontakt', '/hemmet'))).toBe('no-store');
  expect(await kept(contact.replace('/kontakt', ''))).toBe('no-store');
});
