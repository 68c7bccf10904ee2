import { expect, type Page, test } from '@playwright/test';
import { fillContact, fillHome, fillStart, fromOwnNetwork, goOn, ownAddress } from '../support/interest.ts';
import { expectSound } from '../support/sound.ts';

test.beforeEach(({ page }) => fromOwnNetwork(page));

const summary = (page: Page) => page.getByRole('group', { name: /behöver rättas/ });

async function expectFaults(page: Page, texts: (string | RegExp)[]) {
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('listitem')).toHaveText(texts);
  await expect(page).toHaveTitle(/^Rätta: /);
}

/** Follows the summary's link to the field, which must be described by its own fault. */
async function expectFieldFault(page: Page, text: string | RegExp) {
  const link = summary(page).getByRole('link', { name: text });
  const id = (await link.getAttribute('href'))?.slice(1) ?? '';
  await link.click();
  await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await expect(page.locator(`[id="${id}-fel"]`)).toContainText(text);
}

test('the first page', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await goOn(page);
  await expectFaults(page, ['Välj vad ni tänker på. Det går bra att inte veta än.', 'Välj kommunen där ni bor']);
  await expectFieldFault(page, 'Välj kommunen där ni bor');
  await expectSound(page);
  await page.getByRole('radio', { name: 'Kramfors' }).check();
  await goOn(page);
  await expectFaults(page, ['Välj vad ni tänker på. Det går bra att inte veta än.']);
  await expect(page.getByRole('radio', { name: 'Kramfors' })).toBeChecked();
});

test('the page about the home', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await goOn(page);
  await expectFaults(page, [/hur många vuxna/, /hur många barn/]);
  await expectSound(page);
  const adults = page.getByLabel('Hur många vuxna bor i hemmet?');
  const children = page.getByLabel('Hur många barn bor hemma?');
  const ages = page.getByLabel('Hur gamla är barnen?');
  for (const [adultsTyped, childrenTyped, agesTyped, fault] of [
    ['många', '0', '', /siffra från 1 till 10/],
    ['0', '0', '', /siffra från 1 till 10/],
    ['2', 'två–tre', '', /siffra från 0 till 12/],
    ['2', '0', '4', /åldrar men 0 barn/],
    ['2', '2', '', /Skriv hur gamla barnen är/],
    ['2', '2', '4', /2 barn men en ålder/],
    ['2', '1', 'Elsa', /bara barnens åldrar/],
    ['2', '1', '77', /bara barnens åldrar/],
  ] as const) {
    await adults.fill(adultsTyped);
    await children.fill(childrenTyped);
    await ages.fill(agesTyped);
    await goOn(page);
    await expectFaults(page, [fault]);
    await expectFieldFault(page, fault);
    await expect(adults).toHaveValue(adultsTyped);
    await expect(children).toHaveValue(childrenTyped);
    await expect(ages).toHaveValue(agesTyped);
  }
});

test('a question of 10 000 characters meets a clear limit and is kept whole', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  const long = 'Så här är det med oss. 🐕 '.repeat(400);
  await fillHome(page, long);
  await goOn(page);
  await expectFaults(page, [/högst 1\s500 tecken/]);
  await expect(page.getByLabel('Är det något ni undrar över')).toHaveValue(long);
  await expectSound(page);
});

test('the page about contact', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await fillHome(page);
  await goOn(page);
  await goOn(page);
  await expectFaults(page, [
    'Skriv ert förnamn',
    'Skriv ert efternamn',
    'Skriv er e-postadress',
    'Välj hur ni vill att vi hör av oss',
  ]);
  await expectFieldFault(page, 'Skriv er e-postadress');
  await expectSound(page);

  await fillContact(page, 'amira@');
  await goOn(page);
  await expectFaults(page, [/Kontrollera e-postadressen/]);
  await expect(page.getByLabel('E-post')).toHaveValue('amira@');

  await page.getByLabel('E-post').fill(ownAddress());
  await page.getByLabel('Telefon').fill('ring mig');
  await goOn(page);
  await expectFaults(page, [/Kontrollera telefonnumret/]);

  await page.getByLabel('Telefon').fill('');
  await goOn(page);
  await expectFaults(page, [/välj att vi mejlar först/]);

  await page.getByRole('radio', { name: 'Mejla först' }).check();
  await page.getByLabel('Förnamn').fill('x'.repeat(101));
  await goOn(page);
  await expectFaults(page, ['Namnet får vara högst 100 tecken']);

  await page.getByLabel('Förnamn').fill('Amira');
  await goOn(page);
  await expect(page.getByRole('heading', { name: 'Stämmer det här?' })).toBeVisible();
});

test('the field that only programs see leads to how to reach GFO', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await fillHome(page);
  await goOn(page);
  await fillContact(page, ownAddress());
  await page.locator('[name=webbplats]').fill('https://exempel.example', { force: true });
  await goOn(page);
  await expect(page.getByRole('heading', { name: 'Formuläret kunde inte skickas härifrån' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /0980/ }).first()).toBeVisible();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Zoë-Åsa');
  await expectSound(page);
});
