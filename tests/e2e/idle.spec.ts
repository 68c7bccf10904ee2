import { expect, type Page, test } from '@playwright/test';
import { signInStaff } from '../support/sign-in.ts';
import { signInAgain } from '../support/sign-in-again.ts';
import { expectSound } from '../support/sound.ts';

const question = (page: Page) => page.getByRole('alertdialog', { name: 'Är du kvar?' });
const stillHere = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/api/session'));

test.beforeEach(async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.clock.install();
  await page.goto('/arbetsyta/medarbetare');
});

// Why the work desk is walked with scripts on alone: no form of it needs one. Standstill only renames a button after ten seconds.
test('the work desk has no other script than the warning and the one that renames "Ångra"', async ({ page }) => {
  for (const path of [
    '',
    '/min-dag',
    '/sok',
    '/begaran',
    '/medarbetare',
    '/atkomst',
    '/siffror',
    '/hem/2',
    '/hem/2/adress',
    '/hem/2/avsluta',
  ]) {
    await page.goto(`/arbetsyta${path}`);
    const scripts = await page.locator('script').evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? 'inline'));
    expect(scripts.length, path).toBeGreaterThan(0);
    for (const script of scripts) expect(script, path).toMatch(/(IdleWarning|Standstill)\.astro/);
  }
});

test('five minutes before the end it is asked whether somebody is still there', async ({ page }) => {
  await page.getByLabel('Namn').focus();
  await page.clock.fastForward('24:50');
  await expect(question(page)).toBeHidden();
  await page.clock.fastForward('00:15');
  await expect(question(page)).toBeVisible();
  await expect(question(page)).toHaveAccessibleDescription(/Klockan \d{1,2}\.\d\d loggas du ut/);
  await expect(page.getByRole('button', { name: 'Stanna kvar' })).toBeFocused();
  await expectSound(page);
  const [answer] = await Promise.all([stillHere(page), page.getByRole('button', { name: 'Stanna kvar' }).click()]);
  expect(answer.status()).toBe(200);
  await expect(question(page)).toBeHidden();
  await expect(page.getByLabel('Namn')).toBeFocused();
  await page.clock.fastForward('24:30');
  await expect(question(page)).toBeHidden();
  await page.clock.fastForward('01:00');
  await expect(question(page)).toBeVisible();
  await Promise.all([stillHere(page), page.keyboard.press('Escape')]);
  await expect(question(page)).toBeHidden();
});

test('who is typing is not interrupted', async ({ page }) => {
  await page.clock.fastForward('24:50');
  await page.getByLabel('Namn').pressSequentially('Siv');
  await Promise.all([stillHere(page), page.clock.fastForward('00:15')]);
  await expect(question(page)).toBeHidden();
  await page.clock.fastForward('20:00');
  await expect(question(page)).toBeHidden();
});

test('what one tab does is known to the others', async ({ page, context }) => {
  await page.clock.fastForward('20:00');
  const other = await context.newPage();
  await other.goto('/arbetsyta/begaran');
  await page.clock.fastForward('08:00');
  await expect(question(page)).toBeHidden();
  await page.clock.fastForward('18:00');
  await expect(question(page)).toBeVisible();
  await expect(question(other)).toBeVisible();
  await other.getByRole('button', { name: 'Stanna kvar' }).click();
  await expect(question(other)).toBeHidden();
  await expect(question(page)).toBeHidden();
});

test('a site that cannot be reached is said, and tried again', async ({ page }) => {
  await page.route('**/api/session', (route) => route.abort());
  await page.clock.fastForward('25:05');
  await page.getByRole('button', { name: 'Stanna kvar' }).click();
  await expect(question(page).getByRole('alert')).toContainText('Vi når inte webbplatsen');
  await page.unroute('**/api/session');
  await page.getByRole('button', { name: 'Stanna kvar' }).click();
  await expect(question(page)).toBeHidden();
});

test('at the end what was typed is kept, and stands there after signing in again', async ({ page }) => {
  test.slow();
  await page.getByLabel('Namn').fill('Siv Provsson');
  await page.getByRole('radio', { name: 'Kommunikatör' }).check();
  // A computer that slept wakes up when the time is long past.
  await page.clock.fastForward('02:00:00');
  await expect(page).toHaveURL(/\/logga-in\?.*skal=tid/);
  await expect(page.getByRole('heading', { name: 'Du har loggats ut' })).toBeVisible();
  await expectSound(page);
  await signInAgain(page, 'helena');
  await expect(page).toHaveURL(/\/arbetsyta\/medarbetare\?kvar=1/);
  await expect(page.getByRole('heading', { name: 'Det du skrev finns kvar' })).toBeVisible();
  await expect(page.getByLabel('Namn')).toHaveValue('Siv Provsson');
  await expect(page.getByRole('radio', { name: 'Kommunikatör' })).toBeChecked();
  await expectSound(page);
  await page.reload();
  await expect(page.getByLabel('Namn')).toHaveValue('');
});
