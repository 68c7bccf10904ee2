import { expect, test } from '@playwright/test';
import { paths } from '../../src/paths.ts';
import { expectSeen } from '../support/axe.ts';
import { expectValidHtml } from '../support/html.ts';
import { expectWholeWords } from '../support/layout.ts';
import { MAILBOX } from '../support/ports.ts';
import { KINDS } from '../support/public-kinds.ts';
import { expectSound } from '../support/sound.ts';

const errorPages = ['/finns/inte', '/500'];
/** Where a script helps. Without any, a page is the same with scripts off. */
const helped = ['/ar-det-nagot-for-oss', '/min-vardag/vagen-hem', '/sok', '/sok?q=hund', '/intresseanmalan'];
const pages = [...new Set([...KINDS, ...helped, '/intresseanmalan/annan-kommun'])];

for (const path of [...pages, ...errorPages]) {
  const mark = helped.includes(path) ? '' : ' @scripts';
  test(`${path} is accessible and valid in every guise, sets no cookie and asks nobody else${mark}`, async ({
    page,
    baseURL,
  }) => {
    const foreign: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL}/`)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (404|500)/.test(message.text())) faults.push(message.text());
    });
    const answer = await page.goto(path);
    await expectValidHtml((await answer?.text()) ?? '');
    await expectSound(page);
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('every other page that is open to all is accessible too @scripts', async ({ page, request }) => {
  test.setTimeout(240_000);
  const sitemap = await (await request.get(paths.sitemap)).text();
  const all = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, address = '']) => new URL(address).pathname);
  for (const path of all.filter((path) => !KINDS.some((kind) => kind === path))) {
    await page.goto(path);
    await expectSeen(page);
  }
});

for (const width of [390, 1280]) {
  test(`no word in a heading is cut at ${width} px on any page that is open to all @scripts`, async ({ page, request }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    const sitemap = await (await request.get(paths.sitemap)).text();
    for (const [, address = ''] of sitemap.matchAll(/<loc>([^<]+)/g)) {
      await page.goto(new URL(address).pathname);
      await expectWholeWords(page);
    }
  });
}

for (const path of ['/', '/bli-familjehem', '/min-vardag/vagen-hem', '/fragor-och-svar', '/sok', '/intresseanmalan']) {
  test(`every link on ${path} leads somewhere and carries the campaign along @scripts`, async ({ page, request }) => {
    await page.goto(`${path}?k=hosten`);
    const addresses = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    const own = [...new Set(addresses.filter((address) => address.startsWith(new URL(page.url()).origin)))];
    expect(own.length).toBeGreaterThan(0);
    for (const address of own) {
      const answer = await request.get(address);
      expect(answer.status(), address).toBe(200);
      const { hash, pathname, searchParams } = new URL(address);
      // A film's own files are no pages.
      if (/\.\w+$/.test(pathname)) continue;
      // Whoever signs in has come for something else.
      if (!pathname.startsWith(paths.portal.home)) expect(searchParams.get('k'), address).toBe('hosten');
      if (hash) expect(await answer.text()).toContain(`id="${hash.slice(1)}"`);
    }
  });
}

test('the mailbox, and a mail in it, are accessible', async ({ page }) => {
  await page.goto(MAILBOX.url);
  await expectSound(page);
});

test('the page can be used from the keyboard alone, from the skip link on', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Till innehållet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('link', { name: /0980/ }).first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /^Familjehem/ })).toBeChecked();
});
