import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { parseFacts } from '../../src/shared/facts/facts.schema.ts';
import { dateTimeInWords } from '../../src/shared/time/words.ts';
import { byWorkingDay } from '../../src/shared/time/working-days.ts';
import { fillAll, fillContact, fillHome, fillStart, fromOwnNetwork, goOn, ownAddress, register } from '../support/interest.ts';
import { mailsTo } from '../support/mailbox.ts';
import { expectSound } from '../support/sound.ts';

const facts = parseFacts(readFileSync(new URL('../../content/facts.yml', import.meta.url), 'utf8'));

test.beforeEach(({ page }) => fromOwnNetwork(page));

test('a family registers interest and is promised a date, on the page and by mail', async ({ page }) => {
  const email = ownAddress();
  await fillAll(page, email);
  for (const answer of [
    'Familjehem',
    'Timrå',
    '2 (4 år, 7 år)',
    'Kan man ha hund?',
    "Zoë-Åsa O'Påhittad Nguyễn",
    email,
    '070-174 06 05',
  ])
    await expect(page.getByRole('definition').filter({ hasText: answer }).first()).toBeVisible();
  const promise = dateTimeInWords(byWorkingDay(Temporal.Now.instant(), facts.forstaSamtalet), Temporal.Now.instant());
  await register(page);
  await expect(page.getByText(`senast ${promise}`).first()).toBeVisible();
  await expect(page.getByText(/Nästa Så funkar det är \S+dag/)).toBeVisible();

  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe('Tack, vi hör av oss');
  expect(mail?.text).toContain(promise);
  for (const personal of ['Zoë', 'Nguyễn', 'hund', '070'])
    expect(`${mail?.html}${mail?.text}${mail?.subject}`).not.toContain(personal);
  await expectSound(page);

  await page.reload();
  await expect(page.getByText(`senast ${promise}`).first()).toBeVisible();
});

test('pressing again after going back is the same registration', async ({ page }) => {
  const email = ownAddress();
  await fillAll(page, email);
  await register(page);
  await page.goBack();
  await register(page);
  expect(await mailsTo(email)).toHaveLength(1);
});

test('a double click is one registration', async ({ page }) => {
  const email = ownAddress();
  await fillAll(page, email);
  await register(page, 'dblclick');
  expect(await mailsTo(email)).toHaveLength(1);
});

test('nothing is lost on Tillbaka, on the browser’s back, or on reload', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  await fillHome(page, 'Rad ett\nRad två 🐕');
  await goOn(page);
  await page.getByLabel('Förnamn').fill('Halvklar');
  await page.getByRole('button', { name: 'Tillbaka' }).click();
  await expect(page.getByLabel('Är det något ni undrar över')).toHaveValue('Rad ett\nRad två 🐕');
  await page.reload();
  await expect(page.getByLabel('Hur gamla är barnen?')).toHaveValue('4 och 7 år');
  await goOn(page);
  await expect(page.getByLabel('Förnamn')).toHaveValue('Halvklar');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel('Hur många barn bor hemma?')).toHaveValue('två');
  await page.goForward();
  await page.goForward();
  await page.goForward();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Halvklar');
});

test('an answer is changed from the summary, and the rest stays', async ({ page }) => {
  await fillAll(page, ownAddress());
  await page.getByRole('link', { name: 'Ändra kommun' }).click();
  await page.getByRole('radio', { name: 'Ånge' }).check();
  await goOn(page);
  await expect(page.getByRole('definition').filter({ hasText: 'Ånge' })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Kan man ha hund?' })).toBeVisible();
});

test('someone from another municipality is told where to turn, and nothing is asked', async ({ page }) => {
  await page.goto('/intresseanmalan?k=hosten');
  await page.getByRole('radio', { name: 'Vet inte än' }).check();
  await page.getByRole('radio', { name: 'En annan kommun' }).check();
  await goOn(page);
  await expect(page.getByRole('heading', { name: 'Tack för att ni vill' })).toBeVisible();
  await expect(page).toHaveURL(/\/annan-kommun\?k=hosten$/);
  await expectSound(page);
});

test('a campaign’s name follows from the front page into the form', async ({ page }) => {
  await page.goto('/?k=hosten-2026');
  await page.getByRole('link', { name: 'Anmäl intresse' }).first().click();
  await expect(page).toHaveURL(/\/intresseanmalan\?k=hosten-2026$/);
  await page.goto('/?k=%3Cscript%3E');
  await expect(page.getByRole('link', { name: 'Anmäl intresse' }).first()).toHaveAttribute('href', '/intresseanmalan');
});

test('who has protected identity is asked to telephone, before anything else', async ({ page }) => {
  await page.goto('/intresseanmalan');
  const first = page.getByRole('main').locator('p').first();
  await expect(first).toContainText('skyddade personuppgifter');
  await expect(first.getByRole('link')).toHaveAttribute('href', /^tel:\+46/);
});

test('112 and orosanmälan stand beside the free text', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await fillStart(page);
  await goOn(page);
  const aside = page.getByRole('complementary', { name: 'Om ni är oroliga för ett barn' });
  await expect(aside.getByRole('link', { name: '112' })).toBeVisible();
  for (const name of ['Härnösand', 'Kramfors', 'Sollefteå', 'Timrå', 'Ånge', 'Örnsköldsvik'])
    await expect(aside.getByRole('link', { name })).toBeVisible();
  await expectSound(page);
});

test('the summary and the contact page are accessible and valid', async ({ page }) => {
  await page.goto('/intresseanmalan');
  await expectSound(page);
  await fillStart(page);
  await goOn(page);
  await fillHome(page);
  await goOn(page);
  await expectSound(page);
  await fillContact(page, ownAddress());
  await goOn(page);
  await expectSound(page);
});

test('who is quicker than a person is asked to press once more, on a page that holds', async ({ page }) => {
  await fillAll(page, ownAddress());
  await page.goto(`${page.url()}&fel=1`);
  await expect(page.getByRole('alert')).toContainText('Det gick väldigt fort');
  await expect(page.getByRole('alert').getByRole('link', { name: /0980/ })).toBeVisible();
  await expectSound(page);
});

test('too many from one address are told plainly how to reach GFO, and keep what they wrote', async ({ page }) => {
  await fillAll(page, ownAddress());
  await register(page);
  for (let turn = 2; turn <= 11; turn += 1) {
    await page.goBack();
    await page.getByRole('link', { name: 'Ändra er fråga' }).click();
    await page.getByLabel('Är det något ni undrar över').fill(`Fråga ${turn}`);
    await goOn(page);
    if (turn < 11) await register(page);
  }
  await page.getByRole('button', { name: 'Anmäl intresse' }).click();
  await expect(page.getByRole('heading', { name: 'Vi kan inte ta emot fler anmälningar' })).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link', { name: /0980/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Fråga 11' })).toBeVisible();
  await expectSound(page);
});

test('an address from a history that is too old begins anew, and says why', async ({ page }) => {
  await page.goto('/intresseanmalan?a=nonsense');
  await expect(page.getByRole('heading', { name: 'Vi får börja om' })).toBeVisible();
  await expectSound(page);
  await page.goto('/intresseanmalan/sammanfattning?a=nonsense');
  await expect(page.getByRole('heading', { name: 'Vi får börja om' })).toBeVisible();
  for (const step of ['kontakt', 'sammanfattning']) {
    await page.goto(`/intresseanmalan/${step}`);
    await expect(page).toHaveURL(/\/intresseanmalan$/);
    await expect(page.getByRole('heading', { name: 'Vi får börja om' })).toHaveCount(0);
  }
  await page.goto('/intresseanmalan/tack');
  await expect(page).toHaveURL(/\/$/);
});
