import { expect, type Page, test } from '@playwright/test';
import { expectNoSidewaysScroll } from '../support/layout.ts';
import { signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

const LAST_YEAR = String(new Date().getFullYear() - 1);
/** The demo's, and in the first days of a year some of its newest too. */
const REGISTERED = '(88|89|90|91|92)';
const show = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Visa' }).click();

for (const width of [390, 1280]) {
  test(`the head reads a whole year and one of its tertials, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await signInStaff(page, 'helena');
    await page.getByRole('navigation', { name: 'Arbetsytan' }).getByRole('link', { name: 'Siffror' }).click();
    await expect(page.getByRole('heading', { name: /hittills$/ })).toBeVisible();
    await expectSound(page);

    await page.getByRole('textbox', { name: 'År' }).fill(LAST_YEAR);
    await show(page);
    await expect(page.getByRole('heading', { name: LAST_YEAR, exact: true })).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: new RegExp(`^\\s*${REGISTERED}\\s*$`) })).toBeVisible();
    const months = page.getByRole('table', { name: 'Anmälningar per månad' });
    await expect(months.getByRole('row')).toHaveCount(13);
    // The drawing says what the table says.
    const counts = await months.getByRole('cell').allInnerTexts();
    const drawn = page.getByRole('img', { name: 'Anmälningar per månad' });
    await expect(drawn.locator('text:nth-of-type(2)')).toHaveText(counts);
    const places = page.getByRole('table', { name: 'Anmälningar per kommun' });
    await expect(places.getByRole('row')).toHaveCount(7);
    await expect(places.getByRole('row', { name: 'Örnsköldsvik' })).toContainText(/\d/);
    await expect(page.getByRole('table', { name: 'Hur de hörde talas om oss' })).toBeVisible();
    await page.getByText('Så räknar vi').click();
    await expectSound(page);

    await page.getByLabel('Del av året').selectOption('Maj–augusti');
    await show(page);
    await expect(page.getByRole('heading', { name: `maj–augusti ${LAST_YEAR}` })).toBeVisible();
    await expect(months.getByRole('row')).toHaveCount(5);
    await expect(page.getByText('färre än 5').first()).toBeVisible();
    await expectSound(page);
  });
}

test('a time that cannot be shown is told of, and what was typed stands', async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/siffror');
  await page.getByRole('textbox', { name: 'År' }).fill('i fjol');
  await show(page);
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'År' })).toHaveValue('i fjol');
  await expect(page.getByRole('textbox', { name: 'År' })).toHaveAccessibleDescription(/Skriv året med fyra siffror/);
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectSound(page);
  await page.getByRole('textbox', { name: 'År' }).fill('2999');
  await show(page);
  await expect(page.getByRole('main')).toContainText('2999 har inte gjort det än');
  await page.goto('/arbetsyta/siffror?ar=2020&del=sommar');
  await expect(page.getByLabel('Del av året')).toHaveAccessibleDescription(/Välj en del av året/);
  // The file answers with the page that says what is wrong.
  await page.goto('/arbetsyta/siffror.csv?ar=1999');
  await expect(page.getByRole('main')).toContainText('GFO öppnade då');
});

test('a year without registrations has no empty tables', async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/siffror?ar=2019');
  await expect(page.getByText('Ingen anmälde intresse då.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectSound(page);
});

test('the file is what the page shows, as a Swedish Excel reads it', async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.goto(`/arbetsyta/siffror?ar=${LAST_YEAR}`);
  const address = await page.getByRole('link', { name: 'Hämta siffrorna för Excel' }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="gfo-siffror-${LAST_YEAR}.csv"`,
    'cache-control': 'no-store',
  });
  const text = (await answer.body()).toString('utf8');
  expect(text.startsWith('\uFEFFPeriod;Mått;Del;Värde;Enhet\r\n')).toBe(true);
  expect(text).toMatch(new RegExp(`${LAST_YEAR};Anmälningar;alla;${REGISTERED};antal\r\n`));
  expect(text).toMatch(/;hälften väntade högst;\d,\d;dygn\r\n/);
});

test('nine links stand in the head’s menu and none reaches outside, down to 320 px', async ({ page }) => {
  await signInStaff(page, 'helena');
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    for (const address of ['/arbetsyta', `/arbetsyta/siffror?ar=${LAST_YEAR}`]) {
      await page.goto(address);
      await expectNoSidewaysScroll(page);
    }
    await expect(page.getByRole('navigation', { name: 'Arbetsytan' }).getByRole('link')).toHaveCount(9);
  }
});
