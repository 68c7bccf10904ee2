import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from '../../supabase/local/postgres.ts';
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium.ts';
import { startOwnSite } from '../support/own-site.ts';

/**
 * `npm run bench:pages`: what every public page weighs, and what Lighthouse says of it on a telephone. Words after the command
 * choose pages: `npm run bench:pages -- / /fragor-och-svar`.
 */
type Row = {
  page: string;
  /** Bytes: HTML and CSS with brotli, script with gzip, and all that is loaded at first. */
  first: number;
  script: number;
  all: number;
  requests: number;
  /** Performance, accessibility, best practices, search engines. */
  scores: string;
  /** Seconds. */
  largestPaint: number;
  shift: number;
};

const site = await startOwnSite();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
});
const wished = process.argv.slice(2);
const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
const paths =
  wished.length > 0 ? wished : [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, address = '']) => new URL(address).pathname);

const rows: Row[] = [];
for (const path of paths) rows.push(await measured(path));
console.table(Object.fromEntries(rows.map(({ page, ...row }) => [page, row])));
await browser.close();
await site.stop();

async function measured(path: string): Promise<Row> {
  const result = await lighthouse(site.url + path, {
    port,
    formFactor: 'mobile',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  });
  if (!result) throw new Error(`Lighthouse said nothing of ${path}`);
  const { categories, audits } = result.lhr;
  const loaded = (audits['network-requests']?.details as { items?: { transferSize: number }[] } | undefined)?.items ?? [];
  return {
    page: path,
    ...(await written(path)),
    all: loaded.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: loaded.length,
    scores: Object.values(categories)
      .map(({ score }) => Math.round((score ?? 0) * 100))
      .join('/'),
    largestPaint: Math.round((audits['largest-contentful-paint']?.numericValue ?? 0) / 10) / 100,
    shift: audits['cumulative-layout-shift']?.numericValue ?? 0,
  };
}

async function written(path: string): Promise<Pick<Row, 'first' | 'script'>> {
  const get = async (address: string) => Buffer.from(await (await fetch(new URL(address, site.url))).arrayBuffer());
  const html = await get(path);
  const files = (pattern: RegExp) => Promise.all([...html.toString().matchAll(pattern)].map(([, address = '']) => get(address)));
  const styles = await files(/<link rel="stylesheet" href="([^"]+)"/g);
  const scripts = await files(/<script type="module" src="([^"]+)"/g);
  return {
    first: [html, ...styles].reduce((sum, part) => sum + brotliCompressSync(part).length, 0),
    script: scripts.reduce((sum, part) => sum + gzipSync(part).length, 0),
  };
}
