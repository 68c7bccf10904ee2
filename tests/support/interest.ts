import { createHash, randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type About, finishedDraft } from './draft.ts';
import { LOCAL_DIR, SITE } from './ports.ts';

/** A visitor from a network of their own: the limits count networks, and tests must not use up each other's. */
export async function fromOwnNetwork(page: Page): Promise<void> {
  await page.setExtraHTTPHeaders(ownNetwork());
}

/** The same network for everything that the address does: where somebody has signed in they need not wait for the next code. */
export async function fromNetworkOf(page: Page, email: string): Promise<void> {
  const [one, two, three] = createHash('sha256').update(email).digest();
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': `11.${one}.${two}.${three}` });
}

function ownNetwork() {
  const part = () => randomInt(1, 255);
  return { 'x-forwarded-for': `10.${part()}.${part()}.${part()}` };
}

/** A family that has registered, without walking through the form: that journey has tests of its own. */
export async function registerAs(email: string, about: About = {}): Promise<void> {
  const { siteSecret } = JSON.parse(await readFile(join(LOCAL_DIR, 'demo.json'), 'utf8')) as { siteSecret: string };
  const answer = await fetch(SITE.url + finishedDraft(siteSecret, email, undefined, about), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: SITE.url, 'content-type': 'application/x-www-form-urlencoded', ...ownNetwork() },
  });
  expect(answer.headers.get('location')).toContain('/intresseanmalan/tack');
}

export const ownAddress = () => `familj-${randomUUID().slice(0, 8)}@exempel.example`;

export const goOn = (page: Page) => page.getByRole('button', { name: 'Fortsätt' }).click();

export async function fillStart(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Familjehem/ }).check();
  await page.getByRole('radio', { name: 'Timrå' }).check();
  await page.getByRole('checkbox', { name: 'En vän eller släkting' }).check();
  await page.getByRole('checkbox', { name: 'Affisch eller broschyr' }).check();
}

export async function fillHome(page: Page, question = 'Kan man ha hund?'): Promise<void> {
  await page.getByLabel('Hur många vuxna bor i hemmet?').fill('2');
  await page.getByLabel('Hur många barn bor hemma?').fill('två');
  await page.getByLabel('Hur gamla är barnen?').fill('4 och 7 år');
  await page.getByLabel('Är det något ni undrar över').fill(question);
}

export async function fillContact(page: Page, email: string): Promise<void> {
  await page.getByLabel('Förnamn').fill('Zoë-Åsa');
  await page.getByLabel('Efternamn').fill("O'Påhittad Nguyễn");
  await page.getByLabel('E-post').fill(email);
  await page.getByLabel('Telefon').fill('070-174 06 05');
  await page.getByRole('radio', { name: 'Ring oss' }).check();
  await page.getByRole('checkbox', { name: 'Förmiddag' }).check();
}

/** From the first page to the summary. */
export async function fillAll(page: Page, email: string): Promise<void> {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await fillHome(page);
  await goOn(page);
  await fillContact(page, email);
  await goOn(page);
  await expect(page.getByRole('heading', { name: 'Stämmer det här?' })).toBeVisible();
}

/** A test fills in faster than a person may: the page asks for one more press, as it would ask a quick person. */
export async function register(page: Page, press: 'click' | 'dblclick' = 'click'): Promise<void> {
  await expect(async () => {
    const answered = page.waitForEvent('load', { timeout: 15_000 });
    await page.getByRole('button', { name: 'Anmäl intresse' })[press]();
    await answered;
    await expect(page.getByRole('heading', { name: 'Tack! Nu är det vår tur' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
