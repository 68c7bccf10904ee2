import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { KINDS } from '../support/public-kinds.ts';

/** What crosses the wire, as a browser that takes brotli receives it. */
async function bytes(url: string): Promise<number> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        if (answer.headers['content-encoding'] === 'br') brotliDecompressSync(body);
        resolve(body.length);
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Pages where a script helps; it is the same page without. */
const HELPED = ['/ar-det-nagot-for-oss', '/min-vardag/vagen-hem', '/sok'];

/** A page as it is when packed once and for all: how hard it is packed on the way depends on who serves it. */
async function packed(url: string): Promise<number> {
  const html = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text();
  return brotliCompressSync(html).length;
}

for (const path of KINDS) {
  for (const width of [390, 1280]) {
    test(`${path} is light at ${width} px, and nothing in it moves while it loads`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.addInitScript(() => {
        const seen = window as unknown as { moved: number };
        seen.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const loaded: { url: string; type: string }[] = [];
      page.on('requestfinished', (request) => loaded.push({ url: request.url(), type: request.resourceType() }));
      await page.goto(path, { waitUntil: 'networkidle' });
      const sizes = await Promise.all(
        loaded.map(async ({ url, type }) => ({ type, size: type === 'document' ? await packed(url) : await bytes(url) })),
      );
      const sum = (of: typeof sizes) => of.reduce((total, { size }) => total + size, 0);
      const scripts = sizes.filter(({ type }) => type === 'script');
      expect(sum(scripts)).toBeLessThanOrEqual(HELPED.includes(path) ? 6 * 1024 : 0);
      expect(sum(sizes.filter(({ type }) => type === 'document' || type === 'stylesheet'))).toBeLessThanOrEqual(14_600);
      expect(sum(sizes)).toBeLessThanOrEqual(100_000);
      expect(loaded.length, loaded.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(10);
      expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(0.01);
    });
  }
}

test('the proof of work is fetched when the form is first touched, and is small', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  const { fillHome, fillStart, goOn } = await import('../support/interest.ts');
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await fillHome(page);
  await goOn(page);
  const proof = page.waitForResponse(/\/api\/bevis/);
  await page.getByLabel('Förnamn').focus();
  expect((await proof).status()).toBe(200);
  await expect(page.locator('input[name=bevis]')).toBeAttached({ timeout: 30_000 });
  const sizes = await Promise.all([...new Set(scripts)].map(bytes));
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(35_000);
});
