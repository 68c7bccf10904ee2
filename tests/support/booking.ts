import { expect, type Page } from '@playwright/test';
import { type Message, mailsTo } from './mailbox.ts';

export type Party = { adults?: string; ages?: string; form?: RegExp };

/** The first page, to the second. */
export async function choose(page: Page, number: number, { adults = '1', ages, form }: Party = {}): Promise<void> {
  await page.goto(`/kalender/${number}/boka`);
  if (form) await page.getByRole('radio', { name: form }).check();
  await page.getByLabel('Hur många vuxna kommer?').fill(adults);
  if (ages) await page.getByLabel('Kommer barn med?').fill(ages);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(page.getByText('Sida 2 av 2')).toBeVisible();
}

export async function fillWho(page: Page, email: string): Promise<void> {
  await page.getByLabel('Namn', { exact: true }).fill('Vera Exempelgren');
  await page.getByLabel('E-post').fill(email);
}

/**
 * A test fills in faster than a person may: the page asks for one more press, as it would ask a quick person. `twice`: by a
 * double click.
 */
export async function pressUntil(page: Page, button: string, heading: string, twice = false): Promise<void> {
  const done = page.getByRole('heading', { level: 1, name: heading });
  const tooQuick = page.getByRole('heading', { name: 'Det gick väldigt fort' });
  await expect(async () => {
    if (!(await done.isVisible())) {
      const press = page.getByRole('button', { name: button });
      await (twice ? press.dblclick({ timeout: 5_000 }) : press.click({ timeout: 5_000 }));
      await expect(done.or(tooQuick)).toBeVisible({ timeout: 10_000 });
    }
    await expect(done).toBeVisible({ timeout: 1 });
  }).toPass({ timeout: 40_000 });
}

/** From the first page to the thanks. */
export async function bookAs(page: Page, number: number, email: string, party: Party = {}): Promise<void> {
  await choose(page, number, party);
  await fillWho(page, email);
  await pressUntil(page, 'Boka', 'Välkomna!');
}

export async function queueAs(page: Page, number: number, email: string, party: Party = {}): Promise<void> {
  await choose(page, number, party);
  await fillWho(page, email);
  await pressUntil(page, 'Ställ oss i kö', 'Ni står i kö');
}

/** Where the newest of so many mails leads: the booking's own page. */
export async function linkInMail(email: string, count = 1): Promise<string> {
  return bookingLink((await mailsTo(email, count))[0]);
}

export function bookingLink(mail: Message | undefined): string {
  const [link] = /\/bokning\/[0-9a-f-]{36}\/[0-9a-f]{64}/.exec(mail?.text ?? '') ?? [];
  if (!link) throw new Error('no link in the mail');
  return link;
}
