import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ownAddress, registerAs } from '../support/interest.ts';
import { signInAdult, signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

// Several people sign in, one after another, and codes are waited for.
test.setTimeout(150_000);

const ownName = () => `Påhitt${randomUUID().replace(/[\d-]/g, '').slice(0, 8)}`;
const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).click();
const toMend = (page: Page) => expect(page.getByRole('group', { name: /behöver rättas/ })).toBeVisible();
const said = (page: Page, text: string) => expect(main(page).getByRole('status')).toContainText(text);

async function search(page: Page, what: string) {
  await page.goto('/arbetsyta/sok');
  await page.getByLabel('Namn eller nummer').fill(what);
  await press(page, 'Sök');
}

/** The home of a family that has registered, on the screen of a coordinator who is signed in. */
async function openHomeOf(page: Page, name: string): Promise<string> {
  await search(page, name);
  await follow(page, /^Hem \d+$/);
  await expect(page.getByRole('heading', { name: /^Hem \d+$/, level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a further registration is confirmed, with the municipality that the family has moved to', async ({ page }) => {
  const [name, email] = [ownName(), ownAddress()];
  await registerAs(email, { lastName: name });
  await registerAs(email, { lastName: name, municipality: 'ange' });
  await signInStaff(page, 'maja');
  await openHomeOf(page, name);
  await expect(page.getByRole('heading', { name: 'Är den familjens?' })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('De bor i Ånge nu').check();
  await press(page, 'Ja, bekräfta');
  await said(page, 'Anmälan är bekräftad');
  await expect(page.getByRole('heading', { name: 'Är den familjens?' })).toHaveCount(0);
  await expect(page.locator('.glance')).toContainText('Ånge');
  await expect(page.locator('.history')).toContainText('Bekräftade tillägget');
});

test('a further registration that is not the family’s is thrown away, and taken back by who was wrong', async ({ page }) => {
  const [name, email] = [ownName(), ownAddress()];
  await registerAs(email, { lastName: name });
  await registerAs(email, { lastName: name, question: 'Får man ha häst?' });
  await signInStaff(page, 'maja');
  await openHomeOf(page, name);
  await press(page, 'Nej, kasta');
  await said(page, 'Anmälan är kastad');
  await expect(page.getByText('Får man ha häst?')).toBeHidden();
  await main(page).getByText('Läs anmälan').click();
  await expect(page.getByText('Får man ha häst?')).toBeVisible();
  await expectSound(page);
  await signInAdult(page, email, { own: true });
  await page.goto('/mina-sidor/kopia');
  await expect(main(page)).toContainText('Får man ha häst?');

  await signInStaff(page, 'maja');
  await openHomeOf(page, name);
  await press(page, 'Ta tillbaka anmälan');
  await said(page, 'Anmälan finns igen');
  await expect(page.getByRole('button', { name: 'Ja, bekräfta' })).toBeVisible();
});

test('two coordinators who settle the same registration see each other', async ({ page, browser }) => {
  const [name, email] = [ownName(), ownAddress()];
  await registerAs(email, { lastName: name });
  await registerAs(email, { lastName: name, municipality: 'ange' });
  await signInStaff(page, 'maja');
  const path = await openHomeOf(page, name);
  const other = await (await browser.newContext()).newPage();
  await signInStaff(other, 'daniel');
  await other.goto(path);
  await press(other, 'Ja, bekräfta');
  await said(other, 'Anmälan är bekräftad');
  await other.context().close();
  await press(page, 'Nej, kasta');
  await expect(main(page).getByRole('alert')).toContainText(/Daniel Exempelby.*Bekräftade tillägget/s);
  await expectSound(page);
});

/** Two who live together have registered each for themselves: the paths of their homes, of which the second is on the screen. */
async function twoHomes(page: Page) {
  const [one, two] = [
    { name: ownName(), email: ownAddress() },
    { name: ownName(), email: ownAddress() },
  ];
  for (const { name, email } of [one, two]) await registerAs(email, { lastName: name });
  await signInStaff(page, 'maja');
  const first = await openHomeOf(page, one.name);
  const second = await openHomeOf(page, two.name);
  const numberIn = (path: string) => path.split('/').at(-1) ?? '';
  return { one: { ...one, path: first, number: numberIn(first) }, two: { ...two, path: second, number: numberIn(second) } };
}

async function askToJoin(page: Page, number: string) {
  await follow(page, 'Slå ihop med ett annat hem');
  await page.getByLabel('Vilket hem hör det ihop med?').fill(number);
  await press(page, 'Titta på båda');
}

test('two who registered each for themselves are joined, see each other, and are parted again', async ({ page }) => {
  const { one, two } = await twoHomes(page);
  await follow(page, 'Slå ihop med ett annat hem');
  await expectSound(page);
  await press(page, 'Titta på båda');
  await toMend(page);
  await page.getByLabel('Vilket hem hör det ihop med?').fill('999999');
  await press(page, 'Titta på båda');
  await toMend(page);
  await expect(page.getByLabel('Vilket hem hör det ihop med?')).toHaveValue('999999');
  await expectSound(page);
  await page.getByLabel('Vilket hem hör det ihop med?').fill(`Hem ${one.number}`);
  await press(page, 'Titta på båda');
  await expect(page.getByRole('heading', { name: `Är hem ${two.number} och hem ${one.number} samma hem?` })).toBeVisible();
  await expect(main(page)).toContainText(one.name);
  await expect(main(page)).toContainText(two.name);
  await expectSound(page);
  await press(page, 'Slå ihop');
  await toMend(page);
  await expectSound(page);
  await page.getByLabel(`Hem ${one.number}`).check();
  await press(page, 'Slå ihop');
  await said(page, 'Hemmen är sammanslagna');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hem ${one.number}`);
  await expect(main(page).getByRole('heading', { name: new RegExp(`${one.name}|${two.name}`) })).toHaveCount(2);
  await expect(main(page)).toContainText(`Hem ${two.number} är sammanslaget med det här`);
  await expectSound(page);

  await search(page, two.number);
  await expect(main(page)).toContainText(`Hem ${two.number} är sammanslaget med det här`);
  await page.goto(two.path);
  await expect(main(page)).toContainText(`Sammanslaget med hem ${one.number}`);
  await expectSound(page);
  await page.goto(`${two.path}/pausa`);
  await expect(page).toHaveURL(new RegExp(`${two.path}$`));
  await follow(page, `Till hem ${one.number}`);

  await signInAdult(page, two.email, { own: true });
  await page.goto('/mina-sidor/andra-vuxna');
  await expect(main(page)).toContainText(one.name);
  await page.goto('/mina-sidor/vem-har-oppnat');
  await expect(main(page)).toContainText('ändrade eller lade till något');

  await signInStaff(page, 'maja');
  await page.goto(one.path);
  await follow(page, `Dela på hem ${one.number} och hem ${two.number}`);
  await expect(main(page)).toContainText(`Amira ${two.name} får hem ${two.number} för sig igen`);
  await expectSound(page);
  await press(page, 'Dela på hemmen');
  await said(page, 'Hemmen är delade');
  await expect(main(page)).not.toContainText(two.name);
  await page.goto(two.path);
  await expect(main(page).getByRole('heading', { name: new RegExp(two.name) })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();
  await page.goto(`${one.path}/dela/${two.number}`);
  await expect(page).toHaveURL(new RegExp(`${one.path}`));
});

test('a colleague’s change in the other home is seen before the two are joined', async ({ page, browser }) => {
  const { one, two } = await twoHomes(page);
  await askToJoin(page, one.number);
  const other = await (await browser.newContext()).newPage();
  await signInStaff(other, 'daniel');
  await other.goto(one.path);
  await other.getByLabel('Ja, vi pratades vid').check();
  await press(other, 'Anteckna');
  await said(other, 'ni har pratats vid');
  await other.context().close();
  await page.getByLabel(`Hem ${two.number}`).check();
  await press(page, 'Slå ihop');
  await expect(main(page).getByRole('alert')).toContainText(/Daniel Exempelby.*Ringde och pratade/s);
  await expectSound(page);
  await press(page, 'Slå ihop');
  await said(page, 'Hemmen är sammanslagna');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hem ${two.number}`);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a home in assessment is the one that is left, and is joined for good', async ({ page }) => {
    const { one, two } = await twoHomes(page);
    await page.goto(`${one.path}/kartlaggning`);
    await press(page, 'Börja kartläggningen');
    await askToJoin(page, two.number);
    await expect(main(page)).toContainText('Det går inte att dela på hemmen sedan');
    await expect(main(page)).toContainText(`Kvar blir hem ${one.number}`);
    await press(page, 'Slå ihop');
    await said(page, 'Hemmen är sammanslagna');
    await expect(page.getByRole('link', { name: /^Dela på/ })).toHaveCount(0);
  });
});
