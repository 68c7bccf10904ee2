import { type Page, test } from '@playwright/test';

/**
 * Lets a checker that is itself a script look at a page whose scripts are off: at the same document, without its
 * scripts, in a window where the checker may run.
 */
export async function withScripting(page: Page, look: (subject: Page) => Promise<void>): Promise<void> {
  const browser = page.context().browser();
  if (!isScriptless() || !browser) return look(page);

  const url = page.url();
  const body = unscripted(await page.content());
  const context = await browser.newContext({ ...test.info().project.use, javaScriptEnabled: true });
  const subject = await context.newPage();
  await subject.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await subject.goto(url);
  await look(subject);
  await context.close();
}

function unscripted(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<\/?noscript\b[^>]*>/gi, '');
}

export const isScriptless = (): boolean => test.info().project.use.javaScriptEnabled === false;
