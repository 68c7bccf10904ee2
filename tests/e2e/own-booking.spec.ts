import { expect, test } from '@playwright/test';
import { freshHome } from '../support/family.ts';
import { ownOccasion } from '../support/own-occasion.ts';
import { expectSound } from '../support/sound.ts';

test('a home books for its adults, is told what clashes, and changes and cancels it', async ({ page, browser }) => {
  test.slow();
  const first = await ownOccasion(browser, { title: 'Första träffen' });
  const second = await ownOccasion(browser, { title: 'Andra träffen', physical: 6, children: true });
  await freshHome(page);
  await page.goto(`/mina-sidor/kalender/${first}/boka`);
  const me = page.getByRole('checkbox', { name: 'Amira Exempelsson' });
  await expect(me).toBeChecked();
  await me.uncheck();
  await page.getByRole('button', { name: 'Boka' }).click();
  await expect(page.getByRole('group', { name: /behöver rättas/ })).toContainText('minst en vuxen');
  await expectSound(page);
  await me.check();
  await page.getByRole('button', { name: 'Boka' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Platsen är er');
  await expectSound(page);
  const ics = await page.request.get(`${new URL(page.url()).pathname}/kalender.ics`);
  expect(await ics.text()).toContain('Första träffen');

  await page.goto(`/mina-sidor/kalender/${first}/boka`);
  await page.getByRole('button', { name: 'Boka' }).click();
  await expect(page.getByRole('heading', { name: 'Någon av er är redan med' })).toBeVisible();

  await page.goto(`/mina-sidor/kalender/${second}/boka`);
  await page.getByRole('radio', { name: /^På plats/ }).check();
  await page.getByLabel('Kommer barn med?').fill('4');
  await page.getByLabel('En fråga innan?').fill('Finns det en lekplats?');
  await page.getByRole('button', { name: 'Boka' }).click();
  await expect(page.getByRole('alert')).toContainText('Första träffen');
  await expect(page.getByLabel('En fråga innan?')).toHaveValue('Finns det en lekplats?');
  await expectSound(page);
  await page.getByRole('button', { name: 'Boka ändå' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'En vuxen och ett barn (4 år)' })).toBeVisible();
  await expectSound(page);

  await page.getByRole('link', { name: 'Ändra behov och frågor' }).click();
  await page.getByRole('checkbox', { name: 'Tolk' }).check();
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Tolk' })).toBeVisible();
  await page.getByRole('link', { name: 'Ändra bokningen' }).click();
  await page.getByLabel('Kommer barn med?').fill('');
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('ändrad');
  await page.getByRole('link', { name: 'Avboka' }).click();
  await page.getByRole('button', { name: 'Ja, avboka' }).click();
  await expect(page.getByRole('heading', { name: 'Ni har avbokat' })).toBeVisible();
});

test('somebody else’s booking is not there', async ({ page, browser }) => {
  const number = await ownOccasion(browser);
  await freshHome(page);
  await page.goto(`/mina-sidor/kalender/${number}/boka`);
  await page.getByRole('button', { name: 'Boka' }).click();
  const address = new URL(page.url()).pathname;
  await page.context().clearCookies();
  await freshHome(page);
  expect((await page.goto(address))?.status()).toBe(404);
});
