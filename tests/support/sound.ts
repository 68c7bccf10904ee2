import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expectValidHtml } from './html.ts';
import { LOCAL_DIR, MAILBOX } from './ports.ts';

/** One look at a page: where, with what in the way of faults, whether something can be typed there and sent, and whether it has scripts. */
export type Look = { project: string; path: string; faults: boolean; asks: boolean; scripts: boolean };

/** Gone with the rest when the tests begin anew (playwright.config.ts). */
const looks = join(LOCAL_DIR, 'tests', 'looks.ndjson');

/** The page as it stands is valid and accessible in every guise. That it was looked at is written down for `states.spec.ts`. */
export async function expectSound(page: Page): Promise<void> {
  await expectValidHtml(page);
  await expectAccessible(page);
  const url = new URL(page.url());
  if (url.origin === MAILBOX.url) return;
  const main = page.getByRole('main');
  const typed = main.locator(
    'form[method=post] :is(input:not([type=hidden], [type=radio], [type=checkbox], [disabled]), textarea, select):visible',
  );
  await mkdir(dirname(looks), { recursive: true });
  const look: Look = {
    project: test.info().project.name,
    path: url.pathname,
    faults: (await main.getByRole('group', { name: /behöver rättas/ }).count()) > 0,
    asks: (await typed.count()) > 0,
    scripts: (await page.locator('script[src]').count()) > 0,
  };
  await appendFile(looks, `${JSON.stringify(look)}\n`);
}

export async function looksSoFar(): Promise<Look[]> {
  const lines = (await readFile(looks, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Look);
}
