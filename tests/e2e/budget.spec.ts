import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

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

for (const width of [390, 1280]) {
  test(`the front page is light at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const loaded: { url: string; type: string }[] = [];
    page.on('requestfinished', (request) => loaded.push({ url: request.url(), type: request.resourceType() }));
    await page.goto('/', { waitUntil: 'networkidle' });
    const sizes = await Promise.all(loaded.map(async ({ url, type }) => ({ type, size: await bytes(url) })));
    const sum = (of: typeof sizes) => of.reduce((total, { size }) => total + size, 0);
    expect(sizes.filter(({ type }) => type === 'script')).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    expect(sum(sizes.filter(({ type }) => type === 'document' || type === 'stylesheet'))).toBeLessThanOrEqual(14_600);
    expect(sum(sizes)).toBeLessThanOrEqual(100_000);
    expect(loaded.length, loaded.map(({ url }) => url).join('\n')).toBeLessThanOrEqual(10);
  });
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
