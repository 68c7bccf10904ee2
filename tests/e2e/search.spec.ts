import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';

test('a word is answered by a page, with scripts or without, and the field keeps it', async ({ page }) => {
  await page.goto('/sok?k=hosten');
  await page.getByRole('searchbox', { name: 'Vad söker ni?' }).fill('hund');
  await page.getByRole('button', { name: 'Sök' }).click();
  await expect(page).toHaveURL(/q=hund/);
  await expect(page.getByRole('status')).toHaveText(/träff/);
  await expect(page.getByRole('searchbox')).toHaveValue('hund');
  await expectSound(page);
  await page.getByRole('list').filter({ hasText: 'Fråga:' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/k=hosten/);
});

test('what is not found is said, and everything is still there to choose from', async ({ page }) => {
  await page.goto('/sok?q=xyzzy');
  await expect(page.getByRole('status')).toHaveText(/Inget hittades för ”xyzzy”/);
  await expect(page.getByRole('heading', { name: 'Allt som finns här' })).toBeVisible();
});

test('the list follows what is typed, and its index comes with the first letter, not before @scripts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/sok', { waitUntil: 'networkidle' });
  expect(asked).not.toContain('/sok/index.json');
  await page.getByRole('searchbox').pressSequentially('ersättning');
  await expect(page.getByRole('status')).toHaveText(/träff/);
  await expect(page.locator('.hits').first().getByRole('link').first()).toHaveAttribute('href', /^\//);
  expect(asked.filter((path) => path === '/sok/index.json')).toHaveLength(1);
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('status')).toHaveText('');
});

test('a question that was searched for is open when its page is reached', async ({ page }) => {
  await page.goto('/fragor-och-svar');
  await page.getByRole('searchbox').fill('adoptera');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('list').filter({ hasText: 'Fråga:' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/fragor-och-svar#/);
  const id = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${id}"]`)).toBeVisible();
});
