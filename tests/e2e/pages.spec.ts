import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expectValidHtml } from '../support/html.ts';

const pages = ['/', '/intresseanmalan', '/intresseanmalan/annan-kommun', '/personuppgifter', '/tillganglighet', '/finns-inte'];

for (const path of pages) {
  test(`${path} is accessible and valid in every guise, sets no cookie and asks nobody else`, async ({ page, baseURL }) => {
    const foreign: string[] = [];
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${baseURL}/`)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
    });
    const answer = await page.goto(path);
    await expectValidHtml((await answer?.text()) ?? '');
    await expectAccessible(page);
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test(`every link on ${path} leads somewhere`, async ({ page, request }) => {
    await page.goto(`${path}?k=hosten`);
    const addresses = await page
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    const own = [...new Set(addresses.filter((address) => address.startsWith(new URL(page.url()).origin)))];
    expect(own.length).toBeGreaterThan(0);
    for (const address of own) {
      const { status, ids } = await request
        .get(address)
        .then(async (answer) => ({ status: answer.status(), ids: await answer.text() }));
      if (!address.includes('/finns-inte')) expect(status, address).toBe(200);
      const anchor = new URL(address).hash.slice(1);
      if (anchor) expect(ids).toContain(`id="${anchor}"`);
      else if (path !== '/finns-inte') expect(new URL(address).searchParams.get('k'), address).toBe('hosten');
    }
  });
}

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
