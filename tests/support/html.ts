import { expect, type Page } from '@playwright/test';
import { htmlFaults } from './html-text.ts';

/** The page as the browser holds it now, or a text of HTML: valid, or every fault with its line. */
export async function expectValidHtml(page: Page | string): Promise<void> {
  const html = typeof page === 'string' ? page : await page.content();
  expect(await htmlFaults(html), typeof page === 'string' ? 'HTML' : page.url()).toEqual([]);
}
