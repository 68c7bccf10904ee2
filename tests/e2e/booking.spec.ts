import { type Browser, expect, type Page, test } from '@playwright/test';
import { bookAs, bookingLink, choose, fillWho, linkInMail, pressUntil, queueAs } from '../support/booking.ts';
import { anotherPage } from '../support/family.ts';
import { fromOwnNetwork, ownAddress } from '../support/interest.ts';
import { mailsTo } from '../support/mailbox.ts';
import { ownOccasion } from '../support/own-occasion.ts';
import { expectSound } from '../support/sound.ts';

test.beforeEach(({ page }) => fromOwnNetwork(page));

const said = (page: Page) => page.getByRole('main').getByRole('status');
const definition = (page: Page, text: string) => page.getByRole('definition').filter({ hasText: text });
const summary = (page: Page) => page.getByRole('group', { name: /behöver rättas/ });

test('a visitor books without signing in, and sees the booking with the link in the mail', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { physical: 6, children: true });
  const email = ownAddress();
  await page.goto(`/kalender/${number}`);
  await page.getByRole('link', { name: 'Boka plats' }).click();
  await expectSound(page);
  await choose(page, number, { adults: 'två', ages: '4 och 7 år', form: /^På plats/ });
  await expect(page.getByText('Ni är två vuxna och två barn (4 och 7 år), på plats.')).toBeVisible();
  await fillWho(page, email);
  await page.getByRole('checkbox', { name: 'Hörslinga' }).check();
  await page.getByLabel('Mat och allergier').fill('Nötter');
  await page.getByLabel('En fråga innan?').fill('Får hunden vara med?');
  await expectSound(page);
  await pressUntil(page, 'Boka', 'Välkomna!');
  await expect(page.getByText(email)).toBeVisible();
  await expectSound(page);
  const file = page.getByRole('link', { name: 'Lägg in i er kalender' });
  const ics = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(ics.headers()['content-type']).toContain('text/calendar');
  expect(await ics.text()).toContain('Träff för prov');

  await page.goto(await linkInMail(email));
  await expect(page.getByRole('heading', { name: 'Er bokning' })).toBeVisible();
  for (const text of ['På plats', 'Två vuxna och två barn', 'Hörslinga', 'Mat: Nötter', 'Får hunden vara med?'])
    await expect(definition(page, text).first()).toBeVisible();
  expect((await page.request.get(page.url())).headers()['cache-control']).toBe('no-store');
  await expectSound(page);
});

test('a visitor changes needs, number and form, and cancels, with the link in the mail', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { physical: 6, children: true });
  const email = ownAddress();
  await bookAs(page, number, email, { adults: '2', ages: '4, 7', form: /^På plats/ });
  await page.goto(await linkInMail(email));
  await page.getByRole('link', { name: 'Ändra behov och frågor' }).click();
  await page.getByLabel('Mat och allergier').fill('x'.repeat(501));
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(summary(page)).toContainText('högst 500 tecken');
  await expectSound(page);
  await page.getByLabel('Mat och allergier').fill('Allt går bra');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(said(page)).toContainText('Sparat');
  await expect(definition(page, 'Allt går bra')).toBeVisible();

  await page.getByRole('link', { name: 'Ändra bokningen' }).click();
  await expect(page.getByLabel('Hur många vuxna kommer?')).toHaveValue('2');
  await expectSound(page);
  await page.getByLabel('Hur många vuxna kommer?').fill('noll');
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(summary(page)).toContainText('antalet vuxna');
  await expectSound(page);
  await page.getByLabel('Hur många vuxna kommer?').fill('1');
  await page.getByRole('radio', { name: /^Digitalt/ }).check();
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(said(page)).toContainText('ändrad');
  await expect(definition(page, 'En vuxen och två barn')).toBeVisible();

  await page.getByRole('link', { name: 'Avboka' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Nej, behåll den' }).click();
  await page.getByRole('link', { name: 'Avboka' }).click();
  await page.getByRole('button', { name: 'Ja, avboka' }).click();
  await expect(page.getByRole('heading', { name: 'Ni har avbokat' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Boka igen' })).toBeVisible();
  await expectSound(page);
  const subjects = (await mailsTo(email, 3)).map(({ subject }) => subject.replace(/:.*/, ''));
  expect(new Set(subjects).size).toBe(3);
});

test('what is missing is said on both pages, and nothing that was typed is lost', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { physical: 6 });
  await page.goto(`/kalender/${number}/boka`);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(summary(page)).toContainText('Två saker');
  await expectSound(page);
  await choose(page, number, { form: /^Digitalt/ });
  await page.getByLabel('En fråga innan?').fill('Rad ett\nRad två 🐕');
  await page.getByRole('button', { name: 'Boka' }).click();
  await expect(summary(page)).toContainText('Två saker');
  await expect(page.getByLabel('En fråga innan?')).toHaveValue('Rad ett\nRad två 🐕');
  await expectSound(page);
  await page.getByRole('button', { name: 'Tillbaka' }).click();
  await expect(page.getByRole('radio', { name: /^Digitalt/ })).toBeChecked();
  await page.reload();
  await expect(page.getByLabel('Hur många vuxna kommer?')).toHaveValue('1');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(page.getByLabel('En fråga innan?')).toHaveValue('Rad ett\nRad två 🐕');
});

test('a double press, and one more after going back, is one booking', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser);
  const email = ownAddress();
  await choose(page, number);
  await fillWho(page, email);
  await pressUntil(page, 'Boka', 'Välkomna!', true);
  await page.goBack();
  await fillWho(page, email);
  await pressUntil(page, 'Boka', 'Välkomna!');
  expect(await mailsTo(email)).toHaveLength(1);
  await page.goto(`/kalender/${number}`);
  await expect(definition(page, '3 av 4 platser')).toBeVisible();
});

test('who books twice with one address is answered as the first time, and sent the link of the first', async ({
  page,
  browser,
}) => {
  const number = await ownOccasion(browser);
  const email = ownAddress();
  await bookAs(page, number, email);
  const first = await page.getByRole('main').textContent();
  await bookAs(page, number, email);
  expect(await page.getByRole('main').textContent()).toBe(first);
  const mails = await mailsTo(email, 2);
  expect(new Set(mails.map(bookingLink)).size).toBe(1);
});

test('a full evening has a line, and who stands first in it is offered what another leaves', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { digital: 1 });
  const [one, two, three] = [ownAddress(), ownAddress(), ownAddress()];
  const late = await pageThatIsFilling(browser, number);
  await bookAs(page, number, one);
  await late.getByRole('button', { name: 'Boka' }).click();
  await expect(late.getByRole('heading', { name: 'Det är fullt digitalt' })).toBeVisible();
  await expect(late.getByLabel('Namn', { exact: true })).toHaveValue('Vera Exempelgren');
  await expectSound(late);
  await late.context().close();

  await page.goto(`/kalender/${number}/boka`);
  await expect(page.getByText('Fullt. Ni kan ställa er i kö.')).toBeVisible();
  await expectSound(page);
  await queueAs(page, number, two);
  await expect(page.getByText('nummer 1')).toBeVisible();
  await expectSound(page);
  await queueAs(page, number, three);
  await expect(page.getByText('nummer 2')).toBeVisible();

  await page.goto(await linkInMail(three));
  await expect(page.getByRole('heading', { name: 'Ni är nummer 2 i kön' })).toBeVisible();
  await expectSound(page);
  await page.goto(`${await linkInMail(one)}/avboka`);
  await page.getByRole('button', { name: 'Ja, avboka' }).click();
  await expect(page.getByRole('link', { name: 'Ställ er i kö' })).toBeVisible();

  const [offer] = (await mailsTo(two, 2)).filter(({ text }) => text.includes('senast'));
  await page.goto(bookingLink(offer));
  // Mail programs open links by themselves.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Det finns en plats till er' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Ta platsen' }).click();
  await expect(said(page)).toContainText('Platsen är er');
  await mailsTo(two, 3);

  await page.goto(await linkInMail(three));
  await expect(page.getByRole('heading', { name: 'Ni är först i kön' })).toBeVisible();
  await page.getByRole('link', { name: 'Lämna kön' }).click();
  await expectSound(page);
  await page.getByRole('button', { name: 'Ja, lämna kön' }).click();
  await expect(page.getByRole('heading', { name: 'Ni har lämnat kön' })).toBeVisible();
});

test('an offer is passed on with one press, and cannot be taken after', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { digital: 1 });
  const [one, two] = [ownAddress(), ownAddress()];
  await bookAs(page, number, one);
  await queueAs(page, number, two);
  await page.goto(`${await linkInMail(one)}/avboka`);
  await page.getByRole('button', { name: 'Ja, avboka' }).click();
  await mailsTo(two, 2);
  const before = await anotherPage(browser);
  const link = await linkInMail(two, 2);
  await before.goto(link);
  await page.goto(link);
  await page.getByRole('button', { name: 'Lämna den vidare' }).click();
  await expect(page.getByRole('heading', { name: 'Ni lämnade platsen vidare' })).toBeVisible();
  await expectSound(page);
  await before.getByRole('button', { name: 'Ta platsen' }).click();
  await expect(before.getByRole('heading', { name: 'Ni lämnade platsen vidare' })).toBeVisible();
  await before.context().close();
});

test('who wants to change to a form that is full keeps the seat and waits', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { digital: 4, physical: 1 });
  const [one, two] = [ownAddress(), ownAddress()];
  await bookAs(page, number, one, { form: /^På plats/ });
  await bookAs(page, number, two, { form: /^Digitalt/ });
  await page.goto(`${await linkInMail(two)}/andra`);
  await page.getByRole('radio', { name: /^På plats/ }).check();
  await page.getByRole('button', { name: 'Ändra' }).click();
  await expect(page.getByRole('heading', { name: 'Platserna räcker inte' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Ställ oss i kö för det' }).click();
  await expect(said(page)).toContainText('Ni står i kö');
  await expect(page.getByText('Det ni har nu behåller ni så länge')).toBeVisible();
  await expect(definition(page, 'Digitalt').first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Lämna kön' }).click();
  await expect(said(page)).toContainText('Ni står inte i kö längre');
  await expect(definition(page, 'Digitalt').first()).toBeVisible();
});

test('a time for one family is chosen among those that are free', async ({ page, browser }) => {
  test.slow();
  const number = await ownOccasion(browser, { slotted: true, days: [20, 20] });
  const other = await pageThatIsFilling(browser, number, true);
  await page.goto(`/kalender/${number}/boka`);
  await page.getByLabel('Hur många vuxna kommer?').fill('1');
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(summary(page)).toContainText('Välj en tid');
  await page.getByRole('radio').first().check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  const email = ownAddress();
  await fillWho(page, email);
  await pressUntil(page, 'Boka', 'Välkomna!');
  await other.getByRole('button', { name: 'Boka' }).click();
  await expect(summary(other)).toContainText('går inte att boka längre');
  await expect(other.getByRole('radio')).toHaveCount(1);
  await expectSound(other);
  await other.getByRole('radio').check();
  await other.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(other.getByLabel('Namn', { exact: true })).toHaveValue('Vera Exempelgren');
  await pressUntil(other, 'Boka', 'Välkomna!');
  await other.context().close();
  await page.goto(`/kalender/${number}/boka`);
  await expect(page.getByText('Alla tider är tagna just nu')).toBeVisible();
  await page.goto(await linkInMail(email));
  await expect(page.getByRole('heading', { name: 'Er bokning' })).toBeVisible();
});

test('a link that is cut opens nothing, and its page helps', async ({ page, browser }) => {
  const number = await ownOccasion(browser);
  const email = ownAddress();
  await bookAs(page, number, email);
  const link = await linkInMail(email);
  for (const cut of [link.slice(0, -1), `${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`, `${link}/nagot`]) {
    const answer = await page.goto(cut);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Länken leder inte till någon bokning' })).toBeVisible();
  }
  await expectSound(page);
});

test('answers from a history that is too old begin anew, and say why', async ({ page, browser }) => {
  const number = await ownOccasion(browser);
  await page.goto(`/kalender/${number}/boka?a=nonsense`);
  await expect(page.getByRole('heading', { name: 'Vi får börja om' })).toBeVisible();
  await expectSound(page);
  await page.goto('/kalender/tack?a=nonsense');
  await expect(page).toHaveURL(/\/kalender$/);
});

test('why nothing was booked is said with the telephone beside it', async ({ page, browser }) => {
  const number = await ownOccasion(browser);
  await choose(page, number);
  for (const [fel, heading] of [
    ['too_often', 'Nu har det kommit många bokningar härifrån'],
    ['too_quick', 'Det gick väldigt fort'],
    ['unavailable', 'Något gick fel hos oss'],
    ['trapped', 'Formuläret kunde inte skickas härifrån'],
  ] as const) {
    await page.goto(`${page.url().replace(/&fel=.*/, '')}&fel=${fel}`);
    await expect(page.getByRole('alert')).toContainText(heading);
    await expect(page.getByRole('alert').getByRole('link', { name: /0980/ })).toBeVisible();
  }
  await expectSound(page);
});

/** Somebody who has come to the last press, with another tab of their own. */
async function pageThatIsFilling(browser: Browser, number: number, slotted = false): Promise<Page> {
  const page = await anotherPage(browser);
  if (slotted) {
    await page.goto(`/kalender/${number}/boka`);
    await page.getByRole('radio').first().check();
    await page.getByLabel('Hur många vuxna kommer?').fill('1');
    await page.getByRole('button', { name: 'Fortsätt' }).click();
  } else await choose(page, number);
  await fillWho(page, ownAddress());
  return page;
}
