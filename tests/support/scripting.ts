import { type Browser, type Page, test } from '@playwright/test';

/** One window for each browser, kept: to open one takes longer than to look. */
const windows = new WeakMap<Browser, Promise<Page>>();

/**
 * Lets a checker that is itself a script look at a page whose scripts are off: at the same document, without its
 * scripts, in a window where the checker may run.
 */
export async function withScripting(page: Page, look: (subject: Page) => Promise<void>): Promise<void> {
  const browser = page.context().browser();
  if (!isScriptless() || !browser) return look(page);

  const url = page.url();
  const body = unscripted(await page.content());
  const subject = await windowOf(browser);
  await subject.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  const size = page.viewportSize();
  if (size) await subject.setViewportSize(size);
  await subject.route(url, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await subject.goto(url);
  await look(subject);
  await subject.unroute(url);
  // From there every address is a page anew, also one that differs in its fragment alone.
  await subject.goto('about:blank');
}

function windowOf(browser: Browser): Promise<Page> {
  const kept = windows.get(browser);
  if (kept) return kept;
  const opened = browser.newContext({ ...test.info().project.use, javaScriptEnabled: true }).then((context) => context.newPage());
  windows.set(browser, opened);
  return opened;
}

function unscripted(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '').replace(/<\/?noscript\b[^>]*>/gi, '');
}

export const isScriptless = (): boolean => test.info().project.use.javaScriptEnabled === false;
