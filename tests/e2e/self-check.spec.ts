import { expect, type Page, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';

/** Answers every question with its option of that leaning where there is one, and otherwise with its first. */
async function answer(page: Page, leaning: string): Promise<void> {
  const [, questions = '0'] = /av (\d+)/.exec((await page.getByText(/^Fråga 1 av/).textContent()) ?? '') ?? [];
  for (let at = 1; at <= Number(questions); at++) {
    await expect(page.getByText(`Fråga ${at} av ${questions}`)).toBeVisible();
    const question = page.locator('.self-check fieldset:visible');
    const wanted = question.locator(`input[data-leaning=${leaning}]`);
    await ((await wanted.count()) > 0 ? wanted : question.locator('input')).first().check();
    await page.getByRole('button', { name: /Nästa fråga|Visa vad ni kom fram till/ }).click();
  }
}

test('most of it speaks for it: the advice says what, and leads on, and nothing is sent @scripts', async ({ page }) => {
  await page.goto('/ar-det-nagot-for-oss');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/favicon.svg')) asked.push(request.url());
  });
  await expectSound(page);
  await answer(page, 'talar-for');
  await expect(page.getByRole('heading', { name: 'Det mesta talar för' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Det här talar för' })).toBeVisible();
  await expectSound(page);
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await page.getByRole('button', { name: 'Svara en gång till' }).click();
  await expect(page.getByText(/^Fråga 1 av/)).toBeVisible();
  await expect(page.locator('.self-check input:checked')).toHaveCount(0);
});

test('“not now” is met with a reminder for one’s own calendar and other ways to help @scripts', async ({ page }) => {
  await page.goto('/ar-det-nagot-for-oss');
  await answer(page, 'inte-nu');
  await expect(page.getByRole('heading', { name: 'Kanske inte just nu' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Andra sätt att hjälpa' })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /påminnelse/ }).click()]);
  expect(download.suggestedFilename()).toBe('paminnelse.ics');
});

test('too few answers give no advice, and the first that is left is asked again, by keyboard @scripts', async ({ page }) => {
  await page.goto('/ar-det-nagot-for-oss');
  const on = page.getByRole('button', { name: /Nästa fråga|Visa vad ni kom fram till/ });
  await page.locator('.self-check fieldset:visible input').first().focus();
  await page.keyboard.press('Space');
  while ((await on.textContent()) === 'Nästa fråga') {
    await on.focus();
    await page.keyboard.press('Enter');
  }
  await on.press('Enter');
  await expect(page.getByText('Svara på minst hälften av frågorna')).toBeVisible();
  await expect(page.getByText(/^Fråga 2 av/)).toBeVisible();
  await page.getByRole('button', { name: 'Föregående fråga' }).press('Enter');
  await expect(page.locator('.self-check input:checked')).toHaveCount(1);
});

test('without scripts every question stands there with what to think about @no-scripts', async ({ page }) => {
  await page.goto('/ar-det-nagot-for-oss');
  const questions = page.locator('.self-check fieldset');
  expect(await questions.count()).toBeGreaterThanOrEqual(10);
  for (const question of await questions.all()) await expect(question.locator('.think')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nästa fråga' })).toBeHidden();
});
