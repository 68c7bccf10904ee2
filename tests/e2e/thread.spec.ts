import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { anotherPage } from '../support/family.ts';
import { ownAddress, registerAs } from '../support/interest.ts';
import { signInAdult, signInStaff } from '../support/sign-in.ts';

test.setTimeout(180_000);

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).click();
const said = (page: Page, text: string) => expect(main(page).getByRole('status')).toContainText(text);

test('from a registration to a hand-over: what one side does, the other sees', async ({ page: desk, browser }) => {
  const [amira, samir] = [await anotherPage(browser), await anotherPage(browser)];
  const email = ownAddress();
  const lastName = `Påhitt${randomUUID().replace(/[\d-]/g, '').slice(0, 8)}`;
  await registerAs(email, { lastName });

  await signInStaff(desk, 'maja');
  await desk.goto('/arbetsyta/sok');
  await desk.getByLabel('Namn eller nummer').fill(lastName);
  await press(desk, 'Sök');
  await follow(desk, /^Hem \d+$/);
  await expect(desk.getByRole('heading', { name: /^Hem \d+$/, level: 1 })).toBeVisible();
  const path = new URL(desk.url()).pathname;
  await follow(desk, 'Anteckna samtalet');
  await desk.getByLabel('Ja, vi pratades vid').check();
  await press(desk, 'Anteckna');
  await desk.goto(`${path}/kartlaggning`);
  await press(desk, 'Börja kartläggningen');
  await said(desk, 'Kartläggningen har börjat');

  await signInAdult(amira, email, { own: true });
  const now = main(amira).locator('[aria-current=step]');
  await expect(now).toContainText('Första hembesöket');
  await expect(now).toContainText('GFO, Maja Påhittsson');
  await expect(main(amira).getByRole('listitem').filter({ hasText: 'BRA-fam' })).toBeVisible();

  const second = ownAddress();
  await amira.goto('/mina-sidor/bjud-in');
  await amira.getByLabel('Förnamn').fill('Samir');
  await amira.getByLabel('Efternamn').fill(lastName);
  await amira.getByLabel('E-post').fill(second);
  await press(amira, 'Bjud in');
  await signInAdult(samir, second, { own: true });
  await press(samir, 'Ja, jag vill vara med');
  await expect(samir.getByRole('heading', { level: 1, name: 'Hej Samir' })).toBeVisible();

  await samir.goto('/mina-sidor/pausa');
  await samir.getByLabel('När ska vi fråga igen?').selectOption({ index: 3 });
  await press(samir, 'Pausa');
  await amira.goto('/mina-sidor');
  await expect(amira.getByRole('heading', { name: 'Ni har pausat' })).toBeVisible();
  await desk.goto(path);
  await expect(main(desk)).toContainText('Pausat');
  await press(amira, 'Ta upp igen');
  await said(amira, 'Pausen är slut');

  await desk.goto(`${path}/lamna-over`);
  const daniel = desk.getByLabel('Vem tar över?').getByRole('option', { name: 'Daniel Exempelby' });
  await desk.getByLabel('Vem tar över?').selectOption(await daniel.first().getAttribute('value'));
  await press(desk, /^Lämna över/);
  await expect(desk).toHaveURL(/\/arbetsyta\?klart=lamnat/);
  await amira.goto('/mina-sidor');
  await expect(main(amira)).toContainText('Daniel Exempelby');

  await samir.goto('/mina-sidor/avsluta');
  await press(samir, 'Ja, avsluta min del');
  await expect(samir.getByRole('heading', { level: 1 })).toHaveText('Din del är avslutad');
  await amira.goto('/mina-sidor/andra-vuxna');
  await expect(main(amira)).not.toContainText('Samir');

  await signInStaff(desk, 'daniel');
  await desk.goto(path);
  await expect(main(desk).getByRole('listitem').filter({ hasText: 'Avslutade sin del' })).toContainText('Samir');
});
