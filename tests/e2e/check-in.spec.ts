import { randomUUID } from 'node:crypto';
import { expect, type Page, type Route, test } from '@playwright/test';
import { signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

// Two colleagues sign in, and codes are waited for.
test.setTimeout(150_000);

/** A name that no other test's guest has. */
const ownName = () =>
  `Gäst Påhitt${randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'k')}`;

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const said = (page: Page, text: string) => expect(main(page).getByRole('status').filter({ hasText: text })).toBeVisible();
const row = (page: Page, name: string) => main(page).getByRole('button', { name: new RegExp(`^${name}`) });
const isHere = (page: Page, name: string, here = true) => expect(row(page, name)).toHaveAttribute('aria-pressed', String(here));
const came = async (page: Page) => Number(await main(page).locator('[data-came]').textContent());

let today: string | undefined;

/** The demo's occasion that begins within the hour. */
async function occasionToday(page: Page): Promise<string> {
  for (let number = 10; today === undefined && number < 100; number += 1) {
    const answer = await page.request.get(`/arbetsyta/aktiviteter/${number}/deltagare`);
    if ((await answer.text()).includes('Med gäster från Sundsvall')) today = `/arbetsyta/aktiviteter/${number}`;
  }
  if (today === undefined) throw new Error('the demo has no occasion today');
  return today;
}

/** Adds a guest of the test's own, so that tests beside each other tick different people. */
async function addGuest(page: Page, at: string, name: string, more: { adults?: string; ages?: string } = {}) {
  await page.goto(`${at}/lagg-till`);
  await page.getByLabel('Namn', { exact: true }).fill(name);
  if (more.adults) await page.getByLabel('Hur många vuxna?').fill(more.adults);
  if (more.ages) await page.getByLabel('Barnens åldrar').fill(more.ages);
  await page.getByRole('radio', { name: /Digitalt/ }).check();
  await press(page, 'Lägg till');
}

test('two telephones tick people off at once, one on a slow and broken net: nothing is lost and nothing is double', {
  tag: '@scripts',
}, async ({ page, browser }) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  const names = [ownName(), ownName()] as const;
  for (const name of names) {
    await page.goto(`${at}/deltagare`);
    await addGuest(page, at, name);
  }
  const context = await browser.newContext(test.info().project.use);
  const slow = await context.newPage();
  await signInStaff(slow, 'daniel');
  // What Daniel's telephone sends is lost twice; the third comes through late, and its answer is lost.
  let calls = 0;
  let isDown = true;
  await slow.route('**/narvaro.json', async (route: Route) => {
    calls += 1;
    if (isDown) return route.abort('internetdisconnected');
    await new Promise((done) => setTimeout(done, 700));
    if (calls % 2 === 0) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await Promise.all([page.goto(`${at}/narvaro`), slow.goto(`${at}/narvaro`)]);
  const before = await came(page);
  await row(page, names[0]).click();
  await row(slow, names[1]).click();
  await isHere(page, names[0]);
  await isHere(slow, names[1]);
  await said(page, 'Allt är sparat');
  await said(slow, 'En prickning väntar på nät');
  await expectSound(slow);
  // The page is closed by the telephone and opened anew: what was pressed is still there.
  await slow.reload();
  await isHere(slow, names[1]);
  await said(slow, 'väntar på nät');
  isDown = false;
  await said(slow, 'Allt är sparat');
  // Each sees what the other has ticked.
  await isHere(page, names[1]);
  await isHere(slow, names[0]);
  expect(await came(page)).toBeGreaterThanOrEqual(before + 2);
  // Taken back on the one, it is so on the other.
  await row(page, names[0]).click();
  await isHere(slow, names[0], false);
  await page.reload();
  await isHere(page, names[0], false);
  await isHere(page, names[1]);
  await context.close();
});

test('one press for a party, a name is found, and what stands in the telephone says nothing of anybody', {
  tag: '@scripts',
}, async ({ page }) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  const name = ownName();
  await addGuest(page, at, name, { adults: '2' });
  await said(page, 'Bokningen är tillagd');
  await page.goto(`${at}/narvaro`);
  await page.route('**/narvaro.json', (route) => route.abort());
  await page.getByLabel('Hitta ett namn').fill(name.slice(5).toLocaleLowerCase('sv'));
  await expect(main(page).locator('.party:visible')).toHaveCount(1);
  await press(page, /^Alla är här/);
  await isHere(page, name);
  await isHere(page, `Med ${name}`);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain('attended');
  expect(kept).not.toMatch(/Påhitt|Gäst|Exempel/);
  await page.unroute('**/narvaro.json');
  await said(page, 'Allt är sparat');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}');
  await page.getByLabel('Hitta ett namn').fill('Ingensomheterså');
  await expect(main(page).getByText('Ingen på listan heter så.')).toBeVisible();
  await expectSound(page);
});

test('who comes without a booking is booked and ticked in one act, and what is wrong is said beside the field', {
  tag: '@scripts',
}, async ({ page }) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  const name = ownName();
  await page.goto(`${at}/narvaro`);
  await page.getByText('Någon utan bokning').click();
  await press(page, 'Boka och pricka av');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Skriv namnet');
  await expectSound(page);
  await page.getByLabel('Namn', { exact: true }).fill(name);
  await page.getByLabel('Hur många vuxna?').fill('20');
  await press(page, 'Boka och pricka av');
  await expect(main(page).getByRole('alert')).toContainText(/fler än vad en bokning får ha|Alla platser är tagna/);
  await expect(page.getByLabel('Namn', { exact: true })).toHaveValue(name);
  await page.getByLabel('Hur många vuxna?').fill('1');
  await press(page, 'Boka och pricka av');
  await said(page, 'Bokad och prickad');
  await isHere(page, name);
});

test('the list is on the screen, on paper and in a file; a booking is moved, and ended', { tag: '@scripts' }, async ({
  page,
}) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  const name = ownName();
  await page.goto(`${at}/lagg-till`);
  await press(page, 'Lägg till');
  await expect(page.getByRole('group', { name: /behöver rättas/ })).toContainText('Skriv namnet');
  await expectSound(page);
  await addGuest(page, at, name, { ages: '7' });
  await said(page, 'Bokningen är tillagd');
  await expectSound(page);
  await expect(main(page).getByRole('row').filter({ hasText: name })).toContainText('Barn, 7 år');

  const file = await page.request.get(`${at}/deltagare.csv`);
  const text = await file.text();
  expect(file.headers()['content-disposition']).toContain('.csv');
  expect(text.startsWith('\uFEFFBokning;Namn;Ålder;')).toBe(true);
  expect(text.split('\r\n').filter((line) => line.includes(`;${name};;`))).toHaveLength(1);
  expect(text).not.toMatch(/Nötter|Mjölk|Hörslinga/);

  await page.emulateMedia({ media: 'print' });
  await expect(main(page).getByRole('navigation')).toBeHidden();
  await expect(main(page).locator('.box').first()).toBeVisible();
  await page.emulateMedia({ media: null });

  await main(page)
    .getByRole('row')
    .filter({ hasText: name })
    .getByRole('link', { name: /^Ändra/ })
    .click();
  await expectSound(page);
  await press(page, 'Flytta bokningen');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Välj vart');
  await expectSound(page);
  const target = page.getByLabel('Flytta till').getByRole('option', { name: /Familjehemsdagen/ });
  await page.getByLabel('Flytta till').selectOption(await target.first().getAttribute('value'));
  await press(page, 'Flytta bokningen');
  await said(page, 'Bokningen är flyttad');
  await page.getByText(/^Avbokade \(/).click();
  await expect(main(page).getByRole('listitem').filter({ hasText: name })).toContainText('flyttad till ett annat tillfälle');
});

test('a home is found as homes are, and comes in at the door', { tag: '@scripts' }, async ({ page }) => {
  await signInStaff(page, 'helena');
  const at = await occasionToday(page);
  await page.goto(`${at}/narvaro`);
  await page.getByText('Någon utan bokning').click();
  await main(page).getByRole('link', { name: 'Lägg till hemmet' }).click();
  await page.getByLabel('Namn eller nummer').fill('x');
  await press(page, 'Sök hemmet');
  await expect(page.getByRole('group', { name: /behöver rättas/ })).toBeVisible();
  await page.getByLabel('Namn eller nummer').fill('Låtsberg');
  await press(page, 'Sök hemmet');
  expect(page.url()).not.toMatch(/tsberg/i);
  await main(page)
    .getByRole('link', { name: /^Hem \d+$/ })
    .first()
    .click();
  await expectSound(page);
  await press(page, 'Boka och pricka av');
  await expect(page.getByRole('group', { name: /behöver rättas/ })).toContainText('Välj minst en vuxen');
  await page.getByRole('checkbox', { name: 'Tuva Låtsberg' }).check();
  await page.getByRole('radio', { name: /På plats/ }).check();
  await press(page, 'Boka och pricka av');
  await said(page, 'Bokad och prickad');
  await isHere(page, 'Tuva Låtsberg');
});

test('what they need, how it went, and who lacks the basic course', { tag: '@scripts' }, async ({ page }) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  await page.goto(`${at}/behov`);
  await expect(main(page)).toContainText('Mjölk och ägg');
  await expect(main(page)).toContainText('Bengt Provberg');
  await expectSound(page);
  await page.goto('/arbetsyta/aktiviteter/utfall');
  await expectSound(page);
  await page.goto('/arbetsyta/aktiviteter/grundkurs');
  await expect(main(page)).toContainText('Hem som saknar grundkursen');
  await expect(main(page)).not.toContainText(/Exempelsson|Låtsberg/);
  await expectSound(page);
  await signInStaff(page, 'karin');
  expect((await page.goto(`${at}/deltagare`))?.status()).toBe(404);
});

test('with scripts off each row is a button of a form: pressed once, here; once more, taken back', {
  tag: '@no-scripts',
}, async ({ page }) => {
  await signInStaff(page, 'maja');
  const at = await occasionToday(page);
  const name = ownName();
  await addGuest(page, at, name);
  await page.goto(`${at}/narvaro`);
  await row(page, name).click();
  await isHere(page, name);
  expect(page.url()).toContain('#p-');
  await row(page, name).click();
  await isHere(page, name, false);
  await expect(main(page).getByLabel('Hitta ett namn')).toBeHidden();
});
