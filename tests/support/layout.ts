import { expect, type Page } from '@playwright/test';

/** Every heading is wide enough for its longest word, which would else be cut in two. A soft hyphen may part one. */
export async function expectWholeWords(page: Page): Promise<void> {
  const cut = await page.locator('main :is(h1, h2, h3)').evaluateAll((headings) =>
    headings
      .filter((heading): heading is HTMLElement => heading instanceof HTMLElement && heading.offsetParent !== null)
      .filter((heading) => {
        const before = heading.offsetHeight;
        heading.style.overflowWrap = 'normal';
        // Whole words reach outside, or make room for themselves and need fewer lines.
        const isCut = heading.scrollWidth > heading.clientWidth + 1 || heading.offsetHeight !== before;
        heading.style.overflowWrap = '';
        return isCut;
      })
      .map(({ textContent }) => textContent),
  );
  expect(cut, `${page.url()}: headings with a word that is cut at ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Nothing reaches outside the window, so nobody has to scroll sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const outside = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(outside, `${page.url()}: pixels to scroll sideways at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}
