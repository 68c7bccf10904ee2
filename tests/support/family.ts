import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { finishedDraft } from './draft.ts';
import { fromOwnNetwork, ownAddress, registerAs } from './interest.ts';
import { LOCAL_DIR, SITE } from './ports.ts';
import { signInAdult } from './sign-in.ts';

const buttons = { radering: 'Begär radering', insyn: 'Begär insyn' } as const;

/**
 * A home of the test's own, whose one adult has asked to have all erased or to read what is written: its number. `before`: what
 * happens to the home before they ask.
 */
export async function homeThatAsked(
  browser: Browser,
  kind: keyof typeof buttons,
  wish: string,
  before?: (number: number) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext({ ...test.info().project.use, baseURL: SITE.url });
  const page = await context.newPage();
  await fromOwnNetwork(page);
  const email = ownAddress();
  const registered = await page.request.post(finishedDraft(await siteSecret(), email), {
    headers: { origin: SITE.url, 'content-type': 'application/x-www-form-urlencoded' },
    data: '',
  });
  expect(registered.ok()).toBe(true);
  await signInAdult(page, email);
  const copy: unknown = await (await page.request.get('/mina-sidor/kopia.json')).json();
  const { number } = z.object({ home: z.object({ number: z.number() }) }).parse(copy).home;
  await before?.(number);
  await page.goto(`/mina-sidor/begaran/${kind}`);
  await page.getByRole('textbox').fill(wish);
  await page.getByRole('button', { name: buttons[kind] }).click();
  await expect(page).toHaveURL(/klart=/);
  await context.close();
  return number;
}

/** A home of the test's own, just registered, with its adult signed in: the adult's address. */
export async function freshHome(page: Page): Promise<string> {
  const email = ownAddress();
  await registerAs(email);
  await signInAdult(page, email, { own: true });
  return email;
}

/** A page of somebody else's, in a browser of their own. */
export async function anotherPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext(test.info().project.use)).newPage();
  await fromOwnNetwork(page);
  return page;
}

/** What the demo under test seals with. */
export async function siteSecret(): Promise<string> {
  const settings: unknown = JSON.parse(await readFile(join(LOCAL_DIR, 'demo.json'), 'utf8'));
  return z.object({ siteSecret: z.string() }).parse(settings).siteSecret;
}
