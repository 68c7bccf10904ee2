import { expect, type Page, test } from '@playwright/test';
import { codeFor, linkFor } from '../support/codes.ts';
import { expectValidHtml } from '../support/html.ts';
import { fromOwnNetwork, ownAddress, registerAs } from '../support/interest.ts';
import { expectSound } from '../support/sound.ts';

test.beforeEach(({ page }) => fromOwnNetwork(page));

const askFor = async (page: Page, email: string) => {
  await page.getByLabel('Din e-postadress').fill(email);
  await page.getByRole('button', { name: 'Mejla en kod' }).click();
  await expect(page.getByRole('heading', { name: 'Skriv koden' })).toBeVisible();
};
const enter = async (page: Page, code: string) => {
  await page.getByLabel('Koden, sex siffror').fill(code);
  await page.getByRole('button', { name: 'Logga in' }).click();
};
const refused = (page: Page) =>
  expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('gäller inte längre');
const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a registered family signs in with a code, lands where it was going, and signs out', async ({ page }) => {
  const email = ownAddress();
  await registerAs(email);
  await page.goto('/mina-sidor/vem-har-oppnat');
  await expect(page).toHaveURL(/\/logga-in\?vidare=/);
  expect(await page.context().cookies()).toEqual([]);
  await expectSound(page);
  await askFor(page, email.toUpperCase());
  await expectSound(page);
  const code = await codeFor(email);
  await enter(page, `${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(page).toHaveURL(/\/mina-sidor\/vem-har-oppnat$/);
  const [cookie, ...more] = await page.context().cookies();
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page.getByRole('heading', { name: 'Du är utloggad' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
  await expectSound(page);
  // The cookie of before opens nothing any more, though its token has minutes left.
  await page.context().addCookies(cookie ? [cookie] : []);
  await page.goto('/mina-sidor');
  await expect(page).toHaveURL(/\/logga-in/);
});

test('an address that is not ours meets the same pages and words, and gets no mail', async ({ page }) => {
  const stranger = ownAddress();
  await page.goto('/logga-in');
  await askFor(page, stranger);
  await expect(page.getByText(stranger)).toBeVisible();
  await enter(page, '123456');
  await refused(page);
  await expectSound(page);
  await expect(codeFor(stranger, 1_500)).rejects.toThrow();
});

test('five wrong codes end the code', async ({ page }) => {
  const email = ownAddress();
  await registerAs(email);
  await page.goto('/logga-in');
  await askFor(page, email);
  const code = await codeFor(email);
  for (let turn = 0; turn < 5; turn += 1) {
    await enter(page, another(code));
    await refused(page);
  }
  await enter(page, code);
  await refused(page);
});

test('the fifth try may still be the right one, and a code works once', async ({ page, browser }) => {
  const email = ownAddress();
  await registerAs(email);
  await page.goto('/logga-in');
  await askFor(page, email);
  const codePage = page.url();
  const code = await codeFor(email);
  for (let turn = 0; turn < 4; turn += 1) await enter(page, another(code));
  await enter(page, code);
  await expect(page).toHaveURL(/\/mina-sidor$/);
  const other = await browser.newPage({ javaScriptEnabled: false });
  await fromOwnNetwork(other);
  await other.goto(codePage);
  await enter(other, code);
  await refused(other);
  await other.close();
});

test('the link in the mail does nothing by being opened, and works on another device by one press, once', async ({
  page,
  browser,
  request,
}) => {
  const email = ownAddress();
  await registerAs(email);
  await page.goto('/logga-in');
  await askFor(page, email);
  const link = await linkFor(email);
  // A scanner looks at every link in every way it knows.
  for (let turn = 0; turn < 3; turn += 1) {
    expect((await request.get(link)).status()).toBe(200);
    expect((await request.head(link)).status()).toBe(200);
  }
  const phone = await browser.newPage({ javaScriptEnabled: false });
  await fromOwnNetwork(phone);
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Ett tryck kvar' })).toBeVisible();
  expect(await phone.context().cookies()).toEqual([]);
  await expectValidHtml(phone);
  await phone.getByRole('button', { name: 'Logga in' }).click();
  await expect(phone).toHaveURL(/\/mina-sidor$/);
  await phone.close();

  await page.goto(link);
  await expectSound(page);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible();
  await expectSound(page);
});

test('who asks again at once is told when, whether known or not', async ({ page }) => {
  for (const email of [ownAddress(), ownAddress()]) {
    await page.goto('/logga-in');
    await askFor(page, email);
    await page.getByRole('button', { name: 'Mejla en ny kod' }).click();
    await expect(page.getByRole('heading', { name: 'Koden är redan på väg' })).toBeVisible();
    await expectSound(page);
  }
});

test('faults are told beside the field and keep what was typed', async ({ page }) => {
  await page.goto('/logga-in');
  await page.getByRole('button', { name: 'Mejla en kod' }).click();
  const summary = page.getByRole('group', { name: 'En sak behöver rättas' });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Skriv din e-postadress');
  await page.getByLabel('Din e-postadress').fill('amira@');
  await page.getByRole('button', { name: 'Mejla en kod' }).click();
  await expect(summary).toContainText('namn@exempel.se');
  await expect(page.getByLabel('Din e-postadress')).toHaveValue('amira@');
  await expectSound(page);
  await askFor(page, ownAddress());
  await enter(page, '12 34');
  await expect(summary).toContainText('Koden är sex siffror');
  await expect(page.getByLabel('Koden, sex siffror')).toHaveValue('12 34');
  await expectSound(page);
});

test('somebody signed in who opens the sign-in page is let through', async ({ page }) => {
  const email = ownAddress();
  await registerAs(email);
  await page.goto('/logga-in');
  await askFor(page, email);
  await enter(page, await codeFor(email));
  await expect(page).toHaveURL(/\/mina-sidor$/);
  await page.goto('/logga-in?vidare=%2Fmina-sidor%2Fuppgifter');
  await expect(page).toHaveURL(/\/mina-sidor\/uppgifter$/);
  await page.goto('/logga-in?vidare=https%3A%2F%2Fexempel.example');
  await expect(page).toHaveURL(/\/mina-sidor$/);
});
