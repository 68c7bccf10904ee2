import { type Browser, expect, type Page, test } from '@playwright/test';
import { anotherPage, freshHome } from '../support/family.ts';
import { ownAddress } from '../support/interest.ts';
import { signInAdult } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

// A state of a page is looked at in several guises.
test.setTimeout(180_000);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click();
const said = (page: Page) => page.getByRole('status');
const main = (page: Page) => page.getByRole('main');
const faults = (page: Page, name = 'En sak behöver rättas') => page.getByRole('group', { name });

async function ask(page: Page, email: string): Promise<void> {
  await page.goto('/mina-sidor/bjud-in');
  await page.getByLabel('Förnamn').fill('Samir');
  await page.getByLabel('Efternamn').fill('Exempelsson');
  await page.getByLabel('E-post').fill(email);
  await press(page, 'Bjud in');
}

/** Another adult, asked by the first and signed in to answer. */
async function asked(page: Page, browser: Browser): Promise<Page> {
  const email = ownAddress();
  await ask(page, email);
  await expect(said(page)).toContainText('Frågan är ställd');
  const other = await anotherPage(browser);
  await signInAdult(other, email, { own: true });
  await expect(other).toHaveURL(/\/mina-sidor\/inbjudan$/);
  return other;
}

test('a home pauses until a month, sees that first, and takes it up again where it was', async ({ page }) => {
  await freshHome(page);
  await follow(page, 'Pausa ett tag');
  await press(page, 'Pausa');
  await expect(faults(page)).toContainText('Välj en månad i listan');
  await expect(page).toHaveTitle(/^Rätta: /);
  await expectSound(page);

  const months = page.getByLabel('När ska vi fråga igen?');
  await expect(months.getByRole('option')).toHaveCount(25);
  await months.selectOption({ index: 5 });
  const chosen = await months.inputValue();
  await press(page, 'Pausa');
  await expect(said(page)).toContainText('Pausen är sparad');
  await expect(page.getByRole('heading', { name: 'Ni har pausat' })).toBeVisible();
  await expect(main(page).locator('[aria-current=step]')).toContainText('Väntar medan ni pausar');
  await expect(main(page)).not.toContainText(/Senast|Försenat/);
  await expectSound(page);

  await follow(page, 'Välj en annan månad');
  await expect(months).toHaveValue(chosen);
  await months.selectOption({ index: 1 });
  await press(page, 'Spara månaden');
  await expect(page.getByRole('heading', { name: 'Ni har pausat' })).toBeVisible();

  await press(page, 'Ta upp igen');
  await expect(said(page)).toContainText('Pausen är slut');
  await expect(page.getByRole('heading', { name: 'Ni har pausat' })).toHaveCount(0);
  await expect(main(page).locator('[aria-current=step]')).toContainText('Vi hör av oss');
  await expectSound(page);
});

test('another adult is asked, and it can be taken back', async ({ page }) => {
  const email = await freshHome(page);
  await page.goto('/mina-sidor/andra-vuxna');
  await follow(page, 'Bjud in en vuxen till');
  await press(page, 'Bjud in');
  await expect(faults(page, 'Tre saker behöver rättas')).toContainText('Skriv e-postadressen');
  await expectSound(page);
  await ask(page, email);
  await expect(faults(page)).toContainText('har redan någon av er');
  await expect(page.getByLabel('Förnamn')).toHaveValue('Samir');

  await page.getByLabel('E-post').fill(ownAddress());
  await press(page, 'Bjud in');
  await expect(said(page)).toContainText('svarar själv');
  await expect(main(page)).toContainText('Samir Exempelsson har inte svarat än. Du bjöd in.');
  await expectSound(page);
  await press(page, 'Ta tillbaka inbjudan till Samir Exempelsson');
  await expect(said(page)).toHaveText('Inbjudan är tillbakatagen.');
  await expect(main(page)).not.toContainText('Samir');
});

test('who is asked meets nothing of the home before a yes, and can leave it again', async ({ page, browser }) => {
  await freshHome(page);
  const samir = await asked(page, browser);
  await expect(samir.getByRole('heading', { level: 1 })).toHaveText('Hej Samir, vill du vara med?');
  await expectSound(samir);
  await samir.goto('/mina-sidor/kopia');
  await expect(samir).toHaveURL(/\/mina-sidor\/inbjudan$/);
  await follow(samir, 'Nej, tack');
  await expect(samir.getByRole('heading', { level: 1 })).toHaveText('Vill du tacka nej?');
  await expectSound(samir);
  await follow(samir, 'Gå tillbaka');
  await press(samir, 'Ja, jag vill vara med');
  await expect(said(samir)).toContainText('Välkommen!');
  await expect(samir.getByRole('heading', { level: 1, name: 'Hej Samir' })).toBeVisible();
  await page.goto('/mina-sidor/andra-vuxna');
  await expect(main(page)).toContainText('Samir Exempelsson');
  await expect(main(page)).not.toContainText('har inte svarat än');

  await follow(samir, 'Avsluta din anmälan');
  await expect(main(samir)).toContainText('Amira är kvar');
  await expectSound(samir);
  await press(samir, 'Ja, avsluta min del');
  await expect(samir.getByRole('heading', { level: 1 })).toHaveText('Din del är avslutad');
  await samir.goto('/mina-sidor');
  await expect(samir).toHaveURL(/\/logga-in/);

  await page.goto('/mina-sidor/andra-vuxna');
  await expect(main(page)).not.toContainText('Samir');
  await page.goto('/mina-sidor');
  await follow(page, 'Avsluta din anmälan');
  await follow(page, 'Nej, stanna kvar');
  await follow(page, 'Avsluta din anmälan');
  await press(page, 'Ja, avsluta anmälan');
  await expect(page).toHaveURL(/\/avslutat\?/);
  await expectSound(page);
});

test('who says no is thanked and signed out, and nobody waits for an answer any more', async ({ page, browser }) => {
  await freshHome(page);
  const samir = await asked(page, browser);
  await follow(samir, 'Nej, tack');
  await press(samir, 'Ja, tacka nej');
  await expect(samir.getByRole('heading', { level: 1 })).toHaveText('Du har tackat nej');
  await expectSound(samir);
  await samir.goto('/mina-sidor');
  await expect(samir).toHaveURL(/\/logga-in/);
  await page.goto('/mina-sidor/andra-vuxna');
  await expect(main(page)).not.toContainText('Samir');
});

test('a message is written to GFO, and what was typed is kept when it cannot be sent', async ({ page }) => {
  await freshHome(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Meddelanden' }).click();
  await expect(page.getByRole('complementary', { name: 'Om du är orolig för ett barn' })).toBeVisible();
  await press(page, 'Skicka');
  await expect(faults(page)).toContainText('Skriv ett meddelande');
  const text = page.getByLabel('Skriv ett meddelande');
  await text.fill('x'.repeat(4001));
  await press(page, 'Skicka');
  await expect(faults(page)).toContainText(/högst 4\s000 tecken/);
  await expect(text).toHaveValue('x'.repeat(4001));
  await expectSound(page);

  await text.fill('Kan vi ses på kvällen?\n<b>Gärna</b>');
  await press(page, 'Skicka');
  await expect(said(page)).toContainText('har kommit fram');
  await expect(page.getByRole('listitem').filter({ hasText: 'Kan vi ses' })).toContainText('<b>Gärna</b>');
  await expect(text).toHaveValue('');
  await expectSound(page);
  await page.goto('/mina-sidor/kopia');
  await expect(main(page)).toContainText('Du: Kan vi ses på kvällen?');
});
