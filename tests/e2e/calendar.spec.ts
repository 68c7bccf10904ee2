import { expect, type Page, test } from '@playwright/test';
import { signInAdult } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

// Every state of a page is looked at in several guises.
test.setTimeout(150_000);

const BERIT = 'berit.exempelgard@exempel.example';

const main = (page: Page) => page.getByRole('main');
const rows = (page: Page) =>
  main(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) });
const row = (page: Page, words: string) => rows(page).filter({ hasText: words });

/** The page of the occasion whose line says these words. */
async function open(page: Page, words: string): Promise<number> {
  await row(page, words).first().getByRole('link').click();
  await expect(page).toHaveURL(/\/kalender\/\d+/);
  return Number(/\d+$/.exec(new URL(page.url()).pathname)?.[0]);
}

test('what everybody may book stands month by month, and is filtered by a plain form', async ({ page }) => {
  await page.goto('/kalender?k=hosten');
  await expect(page.getByRole('heading', { level: 1, name: 'Kalender' })).toBeVisible();
  await expect(rows(page).first()).toContainText('Så funkar det');
  await expect(row(page, 'Nätverksträff')).toHaveCount(0);
  await expectSound(page);

  await page.getByLabel('Hur').selectOption('På plats');
  await page.getByRole('button', { name: 'Visa' }).click();
  await expect(page).toHaveURL(/form=pa-plats/);
  await expect(page.getByLabel('Hur')).toHaveValue('pa-plats');
  // Others make occasions of their own meanwhile.
  await expect(rows(page).filter({ hasNotText: 'på plats' })).toHaveCount(0);
  await expect(row(page, 'På biblioteket')).toContainText('på plats, Biblioteket');
  await open(page, 'På biblioteket');
  await expect(page).toHaveURL(/k=hosten/);
  await expect(main(page)).toContainText('Exempelgatan 1, Kramfors');
  await expect(main(page).getByRole('link', { name: 'Boka plats' })).toHaveAttribute('href', /\/boka\?k=hosten$/);
  await expectSound(page);
});

test('a choice that finds nothing is said, with a way back to everything', async ({ page }) => {
  await page.goto('/kalender?slag=kurs');
  await expect(page.getByRole('heading', { name: 'Inget passar det ni har valt' })).toBeVisible();
  await expectSound(page);
  await main(page).getByRole('link', { name: 'Visa allt som finns' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a month is a table of weeks, and one that is empty gives way to the next that has something', async ({ page }) => {
  await page.goto('/kalender');
  await page.getByRole('link', { name: 'Månad', exact: true }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['Vecka', 'mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön']);
  // On a telephone the day leads to its lines below the table.
  const day = table.getByRole('link').first();
  await day.click();
  await expect(page.locator(':target')).toContainText('Så funkar det');
  await expectSound(page);
  const first = page.url();
  await page
    .getByRole('link', { name: /^\w+ \d{4}$/ })
    .last()
    .click();
  await expect(page).not.toHaveURL(first);
  await expect(table.getByRole('link').first()).toBeVisible();

  await page.goto('/kalender?vy=manad&manad=2020-02');
  await expect(main(page)).toContainText('I februari är inget inplanerat');
  await expect(rows(page).first()).toBeVisible();
  await expectSound(page);
});

test('in a wide window what a month has stands in its days', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('/kalender?vy=manad');
  await page
    .getByRole('table')
    .getByRole('link', { name: /Så funkar det/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/kalender\/\d+/);
});

test('a day that is cut into times says which are free', async ({ page }) => {
  await page.goto('/kalender');
  await open(page, 'En familj i taget');
  await expect(page.getByRole('heading', { name: 'Tiderna' })).toBeVisible();
  await expect(main(page)).toContainText('Ledig');
  await expect(main(page).getByRole('link', { name: 'Välj en tid' })).toBeVisible();
  await expectSound(page);
});

test('an open page learns when its seats are taken, and says so once @scripts', async ({ page }) => {
  await page.goto('/kalender?form=pa-plats');
  const number = await open(page, 'På biblioteket');
  const told = await (await page.request.get(`/kalender/${number}/platser`)).json();
  await page.route(`**/kalender/${number}/platser`, (route) =>
    route.fulfill({
      json: { ...told, forms: { physical: 'fullt, två står i kö' }, act: 'Ställ er i kö', why: 'Vi mejlar.', said: 'Fullt.' },
    }),
  );
  // As when the telephone is taken up again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(main(page)).toContainText('fullt, två står i kö');
  await expect(main(page).getByRole('link', { name: 'Ställ er i kö' })).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Fullt.');
  await expectSound(page);
  await page.unroute(`**/kalender/${number}/platser`);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(main(page).getByRole('link', { name: 'Boka plats' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('På plats: ');
});

test('seats are never older than some seconds, wherever they are kept @scripts', async ({ request }) => {
  const html = await (await request.get('/kalender')).text();
  const number = /\/kalender\/(\d+)/.exec(html)?.[1];
  const keeps = async (path: string) => (await request.get(path)).headers()['cache-control'];
  expect(await keeps('/kalender')).toBe('public, max-age=0, s-maxage=15');
  expect(await keeps(`/kalender/${number}`)).toBe('public, max-age=0, s-maxage=15');
  expect(await keeps(`/kalender/${number}/platser`)).toBe('no-store');
  expect(await keeps(`/kalender/${number}?inbjudan=${'0'.repeat(64)}`)).toBe('no-store');
  for (const none of ['/kalender/999999', '/kalender/0', '/kalender/1e1', '/kalender/999999/platser'])
    expect((await request.get(none)).status(), none).toBe(404);
});

test('the calendar can be had in one’s own, filtered alike @scripts', async ({ page }) => {
  await page.goto('/kalender?form=pa-plats');
  const subscribe = page.getByRole('link', { name: 'Prenumerera' });
  await expect(subscribe).toHaveAttribute('href', /^webcal:\/\/[^/]+\/kalender\.ics\?form=pa-plats$/);
  const answer = await page.request.get('/kalender.ics?form=pa-plats');
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  const file = await answer.text();
  const whole = await (await page.request.get('/kalender.ics')).text();
  const events = (text: string) => text.match(/^BEGIN:VEVENT/gm)?.length ?? 0;
  expect(events(file)).toBeGreaterThan(0);
  expect(events(file)).toBeLessThan(events(whole));
  expect(file).toContain('På biblioteket');
  const number = await open(page, 'På biblioteket');
  const one = await (await page.request.get(`/kalender.ics?nr=${number}`)).text();
  expect(one.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
});

test('a home sees what it may book, where it has a seat and what is full, and nobody else does', async ({ page, request }) => {
  await page.goto('/kalender');
  await page.getByRole('link', { name: 'Logga in, så ser ni era kurser' }).click();
  await expect(page).toHaveURL(/\/logga-in\?vidare=%2Fmina-sidor%2Fkalender/);
  await signInAdult(page, BERIT);
  await page.goto('/mina-sidor/kalender');
  await expect(row(page, 'När sömnen inte kommer')).toContainText('Fullt, men det finns en kö');
  await expect(row(page, 'Du har en plats').first()).toContainText('Ett hem att växa i');
  await expectSound(page);

  const full = await open(page, 'När sömnen inte kommer');
  await expect(main(page)).toContainText('fullt, två står i kö');
  await expect(main(page).getByRole('link', { name: 'Ställ er i kö' })).toHaveAttribute(
    'href',
    `/mina-sidor/kalender/${full}/boka`,
  );
  await expectSound(page);
  expect((await request.get(`/kalender/${full}`)).status()).toBe(404);
  expect((await request.get(`/kalender/${full}/platser`)).status()).toBe(404);

  await page.goto('/mina-sidor/kalender');
  await open(page, 'Du har en plats');
  await expect(main(page).getByRole('link', { name: 'Se eller ändra bokningen' })).toHaveAttribute(
    'href',
    /\/mina-sidor\/bokningar\//,
  );
  await expect(page.getByRole('heading', { name: 'Alla träffar' })).toBeVisible();
  await expectSound(page);
});

test('the next Så funkar det is the same wherever it stands, and leads to where it is booked', async ({ page }) => {
  await page.goto('/kalender?slag=sa-funkar-det');
  const next = await row(page, 'Så funkar det').first().getByRole('link').getAttribute('href');
  for (const path of ['/', '/sa-funkar-det']) {
    await page.goto(path);
    await expect(main(page).getByRole('link', { name: /^Boka plats/ })).toHaveAttribute('href', next ?? '');
  }
  await page.goto('/stod-och-utbildning/natverkstraffar');
  await expect(page.getByRole('link', { name: 'Logga in, så ser ni dagarna' })).toHaveAttribute('href', '/mina-sidor/kalender');
});
