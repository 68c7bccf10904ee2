import { expect, test } from '@playwright/test';
import { ownAddress, registerAs } from '../support/interest.ts';
import { signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

test('a coordinator’s day has what is late first, and the registrations that nobody has taken', async ({ page }) => {
  await registerAs(ownAddress());
  await signInStaff(page, 'daniel');
  await page.goto('/arbetsyta/min-dag');
  const late = page.getByRole('region', { name: /^Försenat/ });
  await expect(late.getByRole('listitem').filter({ hasText: 'Hem 2' })).toContainText('vi har lovat att höra av oss');
  await expect(page.getByRole('region', { name: /^(I dag|Senare)/ }).first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/Exempelsson|Provdal|Låtsberg/);
  await expectSound(page);
  await late.getByRole('link', { name: 'Hem 2', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hem 2' })).toBeVisible();
});

test('the head sees how much waits for each, and anybody’s day', async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/min-dag');
  await expect(page.getByRole('row', { name: /Maja Påhittsson/ })).toBeVisible();
  await expectSound(page);
  await page.getByRole('navigation', { name: 'Vems dag' }).getByRole('link', { name: 'Allas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Allas dag' })).toBeVisible();
  await page.getByRole('link', { name: 'Maja Påhittsson' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Maja Påhittsson, dagen' })).toBeVisible();
  await expectSound(page);
  await page.goto('/arbetsyta/min-dag?vem=00000000-0000-4000-8000-000000000000');
  await expect(page.getByRole('heading', { level: 1, name: 'Min dag' })).toBeVisible();
});

test('nobody but the head asks for another’s day', async ({ page }) => {
  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/min-dag?vem=alla');
  await expect(page.getByRole('heading', { level: 1, name: 'Min dag' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Vems dag' })).toHaveCount(0);
  await signInStaff(page, 'karin');
  expect((await page.goto('/arbetsyta/min-dag'))?.status()).toBe(404);
});
