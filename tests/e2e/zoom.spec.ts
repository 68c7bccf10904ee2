import { test } from '@playwright/test';
import { expectNoSidewaysScroll } from '../support/layout.ts';
import { KINDS } from '../support/public-kinds.ts';

for (const path of [...KINDS, '/intresseanmalan', '/intresseanmalan/annan-kommun']) {
  test(`${path} with its text doubled needs no sideways scroll on a phone @scripts`, async ({ page }) => {
    await page.goto(path);
    // Set on the element: the site's own policy refuses a style put into the page.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expectNoSidewaysScroll(page);
  });
}
