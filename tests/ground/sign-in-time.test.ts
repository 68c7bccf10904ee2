import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishedDraft } from '../support/draft.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

const PAIRS = 24;
const FORM = 'application/x-www-form-urlencoded';

let site: OwnSite;
beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site?.stop());

const part = () => randomInt(1, 255);
const post = (path: string, fields: Record<string, string>) =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { origin: site.url, 'content-type': FORM, 'x-forwarded-for': `10.${part()}.${part()}.${part()}` },
  });
const register = (email: string) => post(finishedDraft(site.settings.siteSecret, email), {});

/** Milliseconds until the whole answer was there, and the answer's own words. */
async function timed(ask: () => Promise<Response>) {
  const began = performance.now();
  const answer = await ask();
  const text = await answer.text();
  return { took: performance.now() - began, told: `${answer.status} ${text}`, next: answer.headers.get('location') ?? '' };
}

/** How far apart two samples lie, in standard deviations of the rank sum (Mann–Whitney): beyond 4 is one chance in 16 000. */
function apart(a: number[], b: number[]): number {
  const ranked = [...a.map((value) => ({ value, of: 'a' })), ...b.map((value) => ({ value, of: 'b' }))].sort(
    (x, y) => x.value - y.value,
  );
  const sum = ranked.reduce((total, { of }, index) => total + (of === 'a' ? index + 1 : 0), 0);
  const n = a.length + b.length;
  return Math.abs(sum - (a.length * (n + 1)) / 2) / Math.sqrt((a.length * b.length * (n + 1)) / 12);
}

test('the comparison sees ten milliseconds when they are there', () => {
  const noise = () => Array.from({ length: PAIRS }, () => 500 + Math.random() * 20);
  expect(apart(noise(), noise())).toBeLessThan(4);
  expect(
    apart(
      noise(),
      noise().map((value) => value + 15),
    ),
  ).toBeGreaterThan(4);
});

test('asking for a code and trying one take as long, and say the same, for known and unknown addresses', async () => {
  const known = Array.from({ length: PAIRS }, (_, index) => `known-${index}@exempel.example`);
  for (const email of known) expect((await register(email)).status).toBe(303);
  const asks: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const tries: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const words = { ask: new Set<string>(), try: new Set<string>() };
  for (let index = 0; index < PAIRS; index += 1) {
    // Turn about, so that what slows the machine slows both.
    for (const who of index % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const email = `${who}-${index}@exempel.example`;
      const asked = await timed(() => post('/logga-in?_action=signIn.ask', { epost: email }));
      asks[who].push(asked.took);
      words.ask.add(asked.told);
      const tried = await timed(() => post(`${asked.next}&_action=signIn.enter`, { kod: '000000' }));
      tries[who].push(tried.took);
      words.try.add(`${tried.told} ${new URL(tried.next, site.url).searchParams.get('nu')}`);
    }
  }
  expect([words.ask.size, words.try.size]).toEqual([1, 1]);
  expect(apart(asks.known, asks.unknown)).toBeLessThan(4);
  expect(apart(tries.known, tries.unknown)).toBeLessThan(4);
  // And the known ones did get their mail, so the two were not both treated as unknown.
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as { to: string[]; subject: string }[];
  const codes = letters.filter(({ subject }) => subject === 'Din kod till GFO familjehem').flatMap(({ to }) => to);
  expect(codes.filter((to) => to.startsWith('known-'))).toHaveLength(PAIRS);
  expect(codes.filter((to) => to.startsWith('unknown-'))).toEqual([]);
});
