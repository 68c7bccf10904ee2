import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { lix } from '../../src/shared/content/lix.ts';
import { occasionOn } from '../../supabase/tests/support/occasions.ts';
import { htmlFaults } from '../support/html-text.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';
import { mainText, ownLinks } from '../support/page-text.ts';

let site: OwnSite;
let pages: Map<string, string>;

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    redirect: 'manual',
    headers: { 'x-forwarded-for': '192.0.2.1', 'accept-encoding': 'identity', ...headers },
  });
const textOf = async (path: string) => await (await get(path)).text();
const inSitemap = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);

beforeAll(async () => {
  site = await startOwnSite();
  await occasionOn(site.supabase.sql, { digital: 12, physical: 3 });
  await occasionOn(site.supabase.sql, { title: 'En familj i taget', slotted: true, sessions: [300, 301] });
  const paths = inSitemap(await textOf('/sitemap.xml'));
  pages = new Map(await Promise.all(paths.map(async (path) => [path, await textOf(path)] as const)));
}, 120_000);
afterAll(() => site.stop());
afterEach(() => {
  vi.useRealTimers();
});

/** One line for every page that something is wrong with. One page at a time: this process is the server too. */
async function wrong(say: (html: string, path: string) => unknown): Promise<string[]> {
  const lines: string[] = [];
  for (const [path, html] of pages) {
    const said = await say(html, path);
    if (said && !(Array.isArray(said) && said.length === 0)) lines.push(`${path}: ${JSON.stringify(said)}`);
  }
  return lines;
}

describe('every page that is open to all', () => {
  test('answers, and there are many of them', async () => {
    expect(pages.size).toBeGreaterThan(45);
    expect(await wrong((html) => !html.includes('<main'))).toEqual([]);
  });

  test('is valid HTML', async () => expect(await wrong(htmlFaults)).toEqual([]), 120_000);

  test('reads easily: LIX at most 40, and 30 where it is lättläst', async () => {
    const exempt = ['/personuppgifter', '/tillganglighet', '/en'];
    const tooHard = await wrong((html, path) => {
      const measured = lix(mainText(html));
      const most = path === '/lattlast' ? 30 : 40;
      return !exempt.includes(path) && measured > most && Math.round(measured);
    });
    expect(tooHard).toEqual([]);
  });

  test('has its own title, description, address and share picture, and tells search engines the way to it', async () => {
    const titles = [...pages.values()].map((html) => /<title>([^<]+)/.exec(html)?.[1]);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    expect(
      await wrong((html, path) => !html.includes(`<link rel="canonical" href="${site.url}${path === '/' ? '/' : path}"`)),
    ).toEqual([]);
    expect(
      await wrong(async (html) => {
        const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
        const answer = await get(new URL(picture).pathname);
        return answer.headers.get('content-type') !== 'image/png' && picture;
      }),
    ).toEqual([]);
    const facts = (html: string) =>
      [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
        ([, json = '']) => JSON.parse(json) as { '@type': string },
      );
    expect(
      await wrong(
        (html, path) =>
          !['/', '/intresseanmalan'].includes(path) && !facts(html).some((fact) => fact['@type'] === 'BreadcrumbList'),
      ),
    ).toEqual([]);
    const kinds = new Set([...pages.values()].flatMap(facts).map((fact) => fact['@type']));
    expect([...kinds].toSorted()).toEqual(['BreadcrumbList', 'Event', 'Organization', 'VideoObject']);
    expect(pages.get('/fragor-och-svar')?.match(/itemtype="https:\/\/schema.org\/Question"/g)?.length).toBeGreaterThanOrEqual(30);
  });

  test('has no link that leads nowhere', async () => {
    const seen = new Map<string, Promise<{ status: number; html: string }>>();
    const follow = (path: string) => {
      const known = seen.get(path) ?? get(path).then(async (answer) => ({ status: answer.status, html: await answer.text() }));
      seen.set(path, known);
      return known;
    };
    const isDead = async ({ path, place }: { path: string; place?: string }) => {
      const { status, html } = await follow(path);
      if (status === 303) return !path.startsWith('/mina-sidor');
      return status !== 200 || (place !== undefined && !html.includes(`id="${place}"`));
    };
    const dead = await wrong(async (html, path) => {
      const links = ownLinks(html, site.url + path);
      const gone = await Promise.all(links.map(isDead));
      return links.filter((_, at) => gone[at]);
    });
    expect(dead).toEqual([]);
  }, 120_000);

  test('is light: HTML and CSS in the first flight of a connection, and little script', async () => {
    const files = new Map<string, Promise<Buffer>>();
    const fileAt = (path: string) => {
      const file = files.get(path) ?? get(path).then(async (answer) => Buffer.from(await answer.arrayBuffer()));
      files.set(path, file);
      return file;
    };
    const WITH_SCRIPT = /^\/(min-vardag\/(?!tema|berattelse)|ar-det-nagot-for-oss|sok|intresseanmalan|kalender\/\d)/;
    const heavy = await wrong(async (html, path) => {
      const styles = await Promise.all(
        [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => fileAt(href)),
      );
      const scripts = await Promise.all(
        [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => fileAt(src)),
      );
      const first = [Buffer.from(html), ...styles].reduce((sum, part) => sum + brotliCompressSync(part).length, 0);
      const script = scripts.reduce((sum, part) => sum + gzipSync(part).length, 0);
      return (first > 14_600 || script > (WITH_SCRIPT.test(path) ? 6 * 1024 : 0)) && { first, script };
    });
    expect(heavy).toEqual([]);
  });
});

test('the old site’s addresses lead on', async () => {
  const to = async (path: string) => (await get(path)).headers.get('location')?.replace(site.url, '');
  expect(await to('/om-oss/')).toMatch(/^\/om-(gfo|oss)$/);
  expect(await to('/om-oss')).toBe('/om-gfo');
  expect(await to('/category/publikationer')).toBe('/nyheter');
  expect(await to('/kommunernas-gemensamma-organisation-har-utvarderats')).toBe('/om-gfo#vad-familjerna-tyckte');
  expect(await to('/sa-funkar-det/')).toBe('/sa-funkar-det');
});

test('what machines ask for is there', async () => {
  expect(await textOf('/robots.txt')).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  expect(await textOf('/.well-known/security.txt')).toMatch(/^Contact: mailto:\S+\nExpires: \d{4}-/);
  expect(JSON.parse(await textOf('/site.webmanifest'))).toMatchObject({ lang: 'sv', start_url: '/' });
  const feed = await textOf('/rss.xml');
  expect(feed).toContain('<title>Film: Vägen hem</title>');
  expect(feed).toContain(`<link>${site.url}/min-vardag/vagen-hem</link>`);
});

describe('a film whose consent has ended', () => {
  const SHOWN = ['/', '/min-vardag', '/min-vardag/tema/skolan', '/sok', '/sok/index.json', '/sitemap.xml', '/rss.xml'];
  const FILES = ['', '/film.mp4', '/textning.vtt', '/kapitel.vtt'].map((file) => `/min-vardag/vagen-hem${file}`);

  test('is on the site the day before, and nowhere on it from that day on', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-08-31T21:59:00Z') });
    for (const path of SHOWN) expect(await textOf(path), path).toContain('/min-vardag/vagen-hem');
    for (const path of FILES) expect((await get(path)).status, path).toBe(200);
    vi.setSystemTime(new Date('2030-08-31T22:00:00Z'));
    for (const path of SHOWN) expect(await textOf(path), path).not.toContain('/min-vardag/vagen-hem');
    for (const path of FILES) expect((await get(path)).status, path).toBe(404);
    for (const path of ['/', '/min-vardag', '/sok']) expect((await get(path)).status, path).toBe(200);
    const left = inSitemap(await textOf('/sitemap.xml'));
    expect(left.length).toBeGreaterThan(40);
    for (const path of left) expect(await textOf(path), path).not.toContain('/min-vardag/vagen-hem');
  });

  test('a draft and a text that waits for its day show nowhere, under no address', async () => {
    for (const path of [
      '/min-vardag/utkast-mastern',
      '/min-vardag/utkast-mastern/textning.vtt',
      '/delning/min-vardag/utkast-mastern.png',
    ])
      expect((await get(path)).status).toBe(404);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-19T12:00:00Z') });
    expect(await textOf('/nyheter')).not.toContain('/nyheter/2026-');
    expect((await get('/nyheter/2026-11-20-folj-er-kartlaggning')).status).toBe(404);
  });
});

describe('the amounts', () => {
  test('are reckoned with in a year that is whole, on the server too', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-06-01T12:00:00Z') });
    const html = (await textOf('/ersattning?alder1=0-12&niva1=0&alder2=13-19&niva2=1')).replace(/\s|&nbsp;/g, ' ');
    expect(html).toContain('16 877 kronor i månaden');
    expect(html).toContain('9 321 kronor');
    expect(html).not.toContain('är inte här än');
  });

  test('are only told in one that is not', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-01T12:00:00Z') });
    const html = await textOf('/ersattning');
    expect(html).toContain('Beloppen för 2026 är inte här än');
    expect(html).not.toContain('<form');
    expect(mainText(html).replace(/\s/g, ' ')).toContain('11 237 kronor i månaden');
  });
});

test('the front page and its English sister name each other', () => {
  for (const path of ['/', '/en'])
    for (const [lang, to] of [
      ['sv', '/'],
      ['en', '/en'],
    ])
      expect(pages.get(path)).toContain(`hreflang="${lang}" href="${site.url}${to}"`);
});

test('a film can be asked for in parts', async () => {
  const part = await get('/min-vardag/laxan/film.mp4', { range: 'bytes=0-9' });
  expect([part.status, part.headers.get('content-type'), (await part.arrayBuffer()).byteLength]).toEqual([206, 'video/mp4', 10]);
});
