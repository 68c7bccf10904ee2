import { expect, type Page } from '@playwright/test';

/** Nothing reaches outside the window, so nobody has to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const outside = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(outside, `${page.url()}: pixels to scroll sideways at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}
