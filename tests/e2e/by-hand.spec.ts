import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ownAddress, registerAs } from '../support/interest.ts';
import { mailsTo } from '../support/mailbox.ts';
import { signInAdult, signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

test.setTimeout(150_000);

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).click();
const said = (page: Page, text: string) => expect(main(page).getByRole('status')).toContainText(text);
const faults = (page: Page) => main(page).getByRole('group', { name: /behöver rättas/ });
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
/** A last name that no other test's family has, without digits, which no name has. */
const ownName = () => `Påhitt${randomUUID().replace(/[\d-]/g, '').slice(0, 8)}`;

test('a registration taken by telephone becomes a home that waits for its call, and whose adult can sign in', async ({
  page,
  browser,
}) => {
  const [email, lastName] = [ownAddress(), ownName()];
  await signInStaff(page, 'maja');
  await follow(page, 'Lägg in ett hem');
  await heading(page, 'Lägg in ett hem');
  await expectSound(page);
  await follow(page, 'En anmälan på telefon');
  await heading(page, 'Anmälan på telefon');
  await expectSound(page);
  await page.getByLabel('Förnamn').fill('Åsa');
  await press(page, 'Lägg in anmälan');
  await expect(faults(page)).toContainText('Skriv ett telefonnummer eller en e-postadress');
  await expect(page.getByLabel('Förnamn')).toHaveValue('Åsa');
  await expectSound(page);

  await page.getByLabel('Efternamn').fill(lastName);
  await page.getByLabel('Telefon').fill('070-174 06 05');
  await page.getByLabel('E-post').fill(email);
  await page.getByLabel('Kommun', { exact: true }).selectOption('Timrå');
  await page.getByLabel('Vet inte än').check();
  await page.getByLabel('Hur många vuxna bor i hemmet?').fill('1');
  await page.getByLabel('Hur många barn bor hemma?').fill('2');
  await page.getByLabel('Hur gamla är barnen?').fill('4 och 7');
  await page.getByLabel('Vad undrar familjen över?').fill('Kan man ha hund?');
  await page.getByLabel('Affisch eller broschyr').check();
  await page.getByLabel('En vän eller släkting').check();
  await page.getByLabel('Nej, någon av oss ringer upp').check();
  await page.getByLabel('Skicka ett mejl').check();
  await press(page, 'Lägg in anmälan');
  await heading(page, /^Hem \d+$/);
  await said(page, 'Hemmet är inlagt, och ett mejl om inloggningen är på väg.');
  await expect(main(page)).toContainText('Maja Påhittsson tog emot den på telefon');
  await expect(main(page)).toContainText('En vän eller släkting, Affisch eller broschyr');
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();
  await expectSound(page);

  await mailsTo(email);
  const other = await (await browser.newContext()).newPage();
  await signInAdult(other, email, { own: true });
  await expect(other.getByRole('heading', { level: 1, name: 'Hej Åsa' })).toBeVisible();
  await other.goto('/mina-sidor/kopia');
  await expect(main(other)).toContainText('Togs emot på telefon av');
  await other.context().close();
});

test('a home that is there already is entered once, and its adults are invited afterwards', async ({ page }) => {
  const [email, lastName] = [ownAddress(), ownName()];
  const taken = ownAddress();
  await registerAs(taken);
  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/nytt/hem');
  await expectSound(page);
  await press(page, 'Lägg in hemmet');
  await expect(faults(page)).toContainText('Välj om det är ett familjehem, ett jourhem eller båda');
  await expectSound(page);
  const one = page.getByRole('textbox', { name: 'Förnamn' }).first();
  await page.getByLabel('Jourhem', { exact: true }).check();
  await page.getByLabel('Kommun', { exact: true }).selectOption('Ånge');
  await one.fill('Bo');
  await page.getByRole('textbox', { name: 'Efternamn' }).first().fill(lastName);
  await page.getByRole('textbox', { name: 'E-post' }).first().fill(taken);
  await press(page, 'Lägg in hemmet');
  await expect(faults(page)).toContainText('används redan');
  await expect(main(page).getByRole('link', { name: /^Öppna hem \d+$/ })).toBeVisible();
  await expect(page.getByLabel('Jourhem', { exact: true })).toBeChecked();
  await expectSound(page);
  await page.getByRole('textbox', { name: 'E-post' }).first().fill(email);
  await press(page, 'Lägg in hemmet');
  await said(page, 'Hemmet är inlagt.');
  const path = new URL(page.url()).pathname;
  await mailsTo(email, 0);
  await press(page, 'Bjud in Bo att logga in');
  await said(page, 'Mejlet om inloggningen är på väg.');
  await expect(page.getByRole('button', { name: 'Bjud in Bo att logga in' })).toHaveCount(0);
  await mailsTo(email);
  expect(new URL(page.url()).pathname).toBe(path);
});

const RUBRICS =
  'Er beteckning;Slag;Kommun;Adress;Samordnare;Förnamn 1;Efternamn 1;E-post 1;Telefon 1;Förnamn 2;Efternamn 2;E-post 2;Telefon 2';

/** Two hundred homes as an older Excel saves them, with seven rows that nothing can be made of. */
function twoHundred(lastName: string, mark: string): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Array.from({ length: 200 }, (_, at) => {
    const email = at % 2 === 0 ? `hem-${mark}-${at}@exempel.example` : '';
    return `${mark}-${at};Familjehem;Örnsköldsvik;Påhittade vägen ${at};;Åsa;${lastName};${email};701740605;;;;`;
  });
  const wrong: [number, string][] = [
    [3, `${mark}-3;;Timrå;;;Åsa;${lastName};;;;;;`],
    [20, `${mark}-20;Jourhem;Sundsvall;;;Åsa;${lastName};;;;;;`],
    [21, `${mark}-21;Jourhem;Timrå;;;;;;;;;;`],
    [77, `${mark}-77;Jourhem;Timrå;;;Åsa;${lastName};asa(at)exempel;;;;;`],
    [78, `${mark}-78;Jourhem;Timrå;;Ingen Alls;Åsa;${lastName};;;;;;`],
    [150, `${mark}-149;Jourhem;Timrå;;;Åsa;${lastName};;;;;;`],
    [199, `${mark}-199;Jourhem;Timrå;;;Åsa;${lastName};;7,02E+08;;;;`],
  ];
  for (const [at, row] of wrong) rows[at] = row;
  const buffer = Buffer.from(`${RUBRICS}\r\n${rows.join('\r\n')}\r\n`, 'latin1');
  return { name: 'hem.csv', mimeType: 'text/csv', buffer };
}

test('two hundred homes come in from a file whose faults are said by row, and none comes in twice', async ({ page }) => {
  const [lastName, mark] = [ownName(), randomUUID().slice(0, 8)];
  const file = twoHundred(lastName, mark);
  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/nytt/fil');
  await expectSound(page);
  await press(page, 'Läs in filen');
  await expect(faults(page)).toContainText('Välj en fil');
  await page.getByLabel('Fil', { exact: true }).setInputFiles({ ...file, buffer: Buffer.from('PK\u0003\u0004bok') });
  await press(page, 'Läs in filen');
  await expect(faults(page)).toContainText('ingen CSV-fil');
  await expectSound(page);

  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await press(page, 'Läs in filen');
  await heading(page, 'Se igenom raderna');
  await expect(main(page)).toContainText('Filen har 200 rader. 193 hem kan läggas in, 7 rader behöver rättas');
  const row = (number: number) =>
    page
      .getByRole('table', { name: 'Rader som behöver rättas' })
      .getByRole('row')
      .filter({ hasText: `Rad ${number}` });
  await expect(row(22)).toContainText('Sundsvall');
  await expect(row(79)).toContainText('asa(at)exempel');
  await expect(row(152)).toContainText('Står två gånger i filen');
  await expectSound(page);
  const draft = page.url();
  await press(page, 'Lägg in 193 hem');
  await heading(page, 'Hemmen är inlagda');
  await expect(main(page).getByRole('link', { name: /^Hem \d+$/ })).toHaveCount(193);
  await expectSound(page);

  await page.goto(draft);
  await heading(page, 'Hemmen är inlagda');
  await press(page, 'Mejla 97 vuxna');
  await said(page, 'Mejlen är på väg');
  await expect(main(page).getByRole('button', { name: /^Mejla/ })).toHaveCount(0);
  await mailsTo(`hem-${mark}-0@exempel.example`);

  await page.goto('/arbetsyta/nytt/fil');
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await press(page, 'Läs in filen');
  await expect(main(page)).toContainText('0 hem kan läggas in, 6 rader behöver rättas och 194 hem finns redan');
  await expect(main(page).getByRole('button', { name: /^Lägg in/ })).toHaveCount(0);
  await expectSound(page);
});

test('a file that somebody else has read, or that is forgotten, is not there', async ({ page }) => {
  await signInStaff(page, 'daniel');
  await page.goto(`/arbetsyta/nytt/fil/${randomUUID()}`);
  await said(page, 'Den inlästa filen finns inte kvar');
});
