import { expect, type Page, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';

const timeOf = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);

test('a film is played from a line of its text, and the text follows it, by keyboard alone @scripts', async ({ page }) => {
  await page.goto('/min-vardag/vagen-hem');
  const from = page.getByRole('button', { name: /Spela härifrån: Barnet Får min säng/ });
  await from.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => timeOf(page)).toBeGreaterThanOrEqual(28);
  await expect(page.locator('.script [aria-current]')).toContainText('Får min säng vara kvar');
  await page.getByRole('link', { name: /Nyckeln i dörren/ }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => timeOf(page)).toBeGreaterThanOrEqual(54);
  await expect(page).toHaveURL(/#t54$/);
  await expectSound(page);
});

test('a film has captions, chapters and described pictures, which can be loaded @scripts', async ({ page }) => {
  await page.goto('/min-vardag/vagen-hem');
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    for (const track of video.textTracks) track.mode = 'hidden';
    video.load();
  });
  const tracks = () =>
    page
      .locator('video')
      .evaluate((video: HTMLVideoElement) =>
        [...video.textTracks].map(({ kind, cues }) => `${kind}: ${(cues?.length ?? 0) > 0}`),
      );
  await expect.poll(tracks).toEqual(['captions: true', 'chapters: true', 'descriptions: true']);
});

test('the whole film can be read, and led to from what it says of one thing', async ({ page }) => {
  await page.goto('/min-vardag');
  await page.getByRole('link', { name: 'Skolan', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Skolan' })).toBeVisible();
  await page
    .getByRole('link', { name: /Se ”Vägen hem”/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Läs filmen' })).toContainText('Hej hallen.');
  await expect(page.getByRole('link', { name: /mejl/ }).first()).toBeVisible();
});
