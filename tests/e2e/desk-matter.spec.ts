import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ownAddress, registerAs } from '../support/interest.ts';
import { type Staff, signInAdult, signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

// Several people sign in, one after another, and codes are waited for.
test.setTimeout(150_000);

const ownName = () => `Påhitt${randomUUID().replace(/[\d-]/g, '').slice(0, 8)}`;
const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).click();
const said = (page: Page, text: string) => expect(main(page).getByRole('status')).toContainText(text);
const toMend = (page: Page) => expect(page.getByRole('group', { name: /behöver rättas/ })).toBeVisible();
const step = (page: Page, name: string | RegExp) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 3 }) });

/** A family of the test's own has registered, and a coordinator has its page before them. */
async function ownHome(page: Page, who: Staff): Promise<{ path: string; email: string }> {
  const name = ownName();
  const email = ownAddress();
  await registerAs(email, { lastName: name });
  await signInStaff(page, who);
  await page.goto('/arbetsyta/sok');
  await page.getByLabel('Namn eller nummer').fill(name);
  await press(page, 'Sök');
  await follow(page, /^Hem \d+$/);
  await expect(page.getByRole('heading', { name: /^Hem \d+$/, level: 1 })).toBeVisible();
  return { path: new URL(page.url()).pathname, email };
}

async function beginAssessment(page: Page, path: string) {
  await page.goto(`${path}/kartlaggning`);
  await press(page, 'Börja kartläggningen');
  await said(page, 'Kartläggningen har börjat');
}

/** Days from today, as a day input has it; in Sweden the day may already be another, so never 0. */
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a family that wants to hear more first is asked to Så funkar det, and sees when', async ({ page, browser }) => {
  const { path, email } = await ownHome(page, 'maja');
  await page.getByLabel('Ja, vi pratades vid').check();
  await press(page, 'Anteckna');
  await page
    .getByRole('region', { name: 'Inget samtal väntar' })
    .getByRole('link', { name: 'Bjud in till Så funkar det' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Bjud in hem \d+ till Så funkar det$/ })).toBeVisible();
  await press(page, 'Bjud in familjen');
  await toMend(page);
  await expectSound(page);
  // Whichever comes first: other tests put in events of their own.
  const when = page.getByRole('radio').first();
  await when.check();
  const at = new Date((await when.getAttribute('value')) ?? '');
  const hour = at.toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' }).replace(':', '.');
  await press(page, 'Bjud in familjen');
  await said(page, 'Familjen är bjuden till Så funkar det');
  await expect(step(page, 'Ni är bjudna till Så funkar det')).toContainText(`kl. ${hour}`);

  const family = await (await browser.newContext()).newPage();
  await signInAdult(family, email, { own: true });
  await expect(family.getByRole('listitem').filter({ hasText: 'Ni är bjudna till Så funkar det' })).toContainText(`kl. ${hour}`);
  await expectSound(family);
  await family.context().close();
  await beginAssessment(page, path);
  await page.goto(`${path}/sa-funkar-det`);
  await expect(page).toHaveURL(new RegExp(`${path}\\?klart=`));
});

test('a call that nobody answers keeps the promise, one that is answered ends it, and a note is for ourselves', async ({
  page,
}) => {
  const { email } = await ownHome(page, 'maja');
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();
  await follow(page, 'Anteckna samtalet');
  await page.getByLabel('Anteckning', { exact: true }).fill('Bara ord');
  await press(page, 'Anteckna');
  await toMend(page);
  await expect(page.getByLabel('Anteckning', { exact: true })).toHaveValue('Bara ord');
  await expectSound(page);

  await page.getByLabel('Nej, ingen svarade').check();
  await page.getByLabel('Anteckning', { exact: true }).fill('Provar igen i morgon');
  await press(page, 'Anteckna');
  await said(page, 'ingen svarade');
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();

  await page.getByLabel('Jag har inte ringt').check();
  await press(page, 'Anteckna');
  await toMend(page);
  await page.getByLabel('Anteckning', { exact: true }).fill('Granntidningen skrev om dem');
  await press(page, 'Anteckna');
  await said(page, 'visas inte på Mina sidor');

  await page.getByLabel('Ja, vi pratades vid').check();
  await press(page, 'Anteckna');
  await said(page, 'ni har pratats vid');
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toHaveCount(0);
  await expect(step(page, 'Vi har hörts')).toContainText('Klart');
  const notes = main(page).locator('.notes > li');
  await expect(notes).toHaveCount(3);
  await expect(notes.first()).toContainText('Ringde och pratade');
  await expect(notes.last()).toContainText('Provar igen i morgon');
  await expectSound(page);

  await signInAdult(page, email, { own: true });
  await expect(main(page)).not.toContainText('Granntidningen');
});

test('a step is late, has a time, and is done', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await beginAssessment(page, path);
  await follow(page, 'Första hembesöket');
  await expectSound(page);
  await page.getByLabel('Klart den').fill(dayAhead(40));
  await page.getByLabel('Dag', { exact: true }).fill(dayAhead(3));
  await press(page, 'Spara steget');
  await toMend(page);
  await expect(page.getByLabel('Dag', { exact: true })).toHaveValue(dayAhead(3));
  await expectSound(page);

  await page.getByLabel('Klart den').fill('');
  await page.getByLabel('Senast').fill(dayAhead(-9));
  await page.getByLabel('Klockan').fill('17:00');
  await page.getByLabel(/Om det blir sent/).fill('Vi hade ingen bil. Maja ringer på fredag.');
  await press(page, 'Spara steget');
  await said(page, 'Steget är sparat');
  await expect(step(page, 'Första hembesöket')).toContainText(/Försenat sedan .*Tid .* kl\. 17\.00/);
  await expectSound(page);

  await follow(page, 'Första hembesöket');
  await expect(page.getByLabel('Klockan')).toHaveValue('17:00');
  await expect(page.getByLabel(/Om det blir sent/)).toHaveValue('Vi hade ingen bil. Maja ringer på fredag.');
  await page.getByLabel('Klart den').fill(dayAhead(-2));
  await press(page, 'Spara steget');
  await expect(step(page, 'Första hembesöket')).toContainText('Klart');
  await expect(step(page, 'Första hembesöket')).not.toContainText('Försenat');
  expect((await page.goto(`${path}/steg/${randomUUID()}`))?.status()).toBe(404);
});

test('two coordinators at one step see each other’s change, and overwrite nothing', async ({ page, browser }) => {
  const { path } = await ownHome(page, 'maja');
  await follow(page, 'Vill ni gå vidare kommer vi hem till er');
  await page.getByLabel('Senast').fill(dayAhead(20));

  const other = await (await browser.newContext()).newPage();
  await signInStaff(other, 'daniel');
  await other.goto(path);
  await follow(other, 'Vill ni gå vidare kommer vi hem till er');
  await other.getByLabel('Senast').fill(dayAhead(30));
  await press(other, 'Spara steget');
  await said(other, 'Steget är sparat');
  await other.context().close();

  await press(page, 'Spara steget');
  await expect(main(page).getByRole('alert')).toContainText('Någon annan hann före');
  await expect(main(page).getByRole('alert')).toContainText(/Daniel Exempelby.*Ändrade ett steg på vägen/s);
  await expect(page.getByLabel('Senast')).toHaveValue(dayAhead(20));
  await expectSound(page);
  await press(page, 'Spara steget');
  await said(page, 'Steget är sparat');
  await follow(page, 'Vill ni gå vidare kommer vi hem till er');
  await expect(page.getByLabel('Senast')).toHaveValue(dayAhead(20));
});

test('one adult and we write to each other', async ({ page }) => {
  const { path, email } = await ownHome(page, 'maja');
  await follow(page, /^Meddelanden/);
  await expectSound(page);
  await press(page, /^Skicka till/);
  await toMend(page);
  await expectSound(page);
  await page.getByLabel('Meddelande', { exact: true }).fill('Passar det på torsdag?');
  await press(page, /^Skicka till/);
  await said(page, 'Meddelandet ligger på Mina sidor');
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Passar det' })).toContainText('Inte läst än');
  const messages = new URL(page.url()).pathname;

  await signInAdult(page, email, { own: true });
  await page.goto('/mina-sidor/meddelanden');
  await expect(main(page)).toContainText('Passar det på torsdag?');
  await main(page).getByRole('textbox').fill('Torsdag går bra!');
  await main(page)
    .getByRole('button', { name: /Skicka/ })
    .click();
  await expect(main(page)).toContainText('Torsdag går bra!');

  await signInStaff(page, 'maja');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: /har skrivit$/ })).toBeVisible();
  await expectSound(page);
  await follow(page, 'Läs meddelandet');
  expect(new URL(page.url()).pathname).toBe(messages);
  await expect(main(page)).toContainText('Torsdag går bra!');
  await expect(main(page).getByRole('listitem').filter({ hasText: 'Passar det' })).toContainText('Läst');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: /har skrivit$/ })).toHaveCount(0);
});

test('a home is closed with kind words that are read through first, and a slip is undone', async ({ page }) => {
  const { path, email } = await ownHome(page, 'maja');
  const close = async () => {
    await follow(page, 'Avsluta ärendet');
    await page.getByLabel('Vi har inte fått tag på familjen').check();
    await press(page, 'Fortsätt');
    await press(page, 'Läs igenom');
    await press(page, 'Avsluta ärendet');
    await said(page, 'Ärendet är avslutat');
  };
  await follow(page, 'Avsluta ärendet');
  await expectSound(page);
  await press(page, 'Fortsätt');
  await toMend(page);
  await expectSound(page);
  await page.getByLabel('Det är inte rätt tid för familjen').check();
  await press(page, 'Fortsätt');
  await expect(page.getByLabel(/^Meddelande till/)).toHaveValue(/Hej!.*Maja Påhittsson, GFO/s);
  await expectSound(page);
  await page.getByLabel(/^Meddelande till/).fill('Hej! Hör av er i vår.');
  await press(page, 'Läs igenom');
  await expect(page.getByRole('heading', { name: 'Läs igenom' })).toBeVisible();
  await expect(main(page)).toContainText('Hej! Hör av er i vår.');
  await expectSound(page);
  await press(page, 'Ändra');
  await expect(page.getByLabel(/^Meddelande till/)).toHaveValue('Hej! Hör av er i vår.');
  await page.goto(path);

  await close();
  await expect(page.getByRole('heading', { name: /^Avslutat/ })).toBeVisible();
  await press(page, 'Ångra');
  await said(page, 'inget meddelande har gått ut');
  await expect(page.getByRole('heading', { name: /^Avslutat/ })).toHaveCount(0);

  await close();
  await expectSound(page);
  await expect(page.getByRole('link', { name: 'Pausa' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Öppna igen' })).toBeVisible({ timeout: 15_000 });
  await page.goto(`${path}/pausa`);
  await said(page, 'Öppna det igen först');
  await press(page, 'Öppna igen');
  await said(page, 'Ärendet är öppet igen');

  await signInAdult(page, email, { own: true });
  await page.goto('/mina-sidor/meddelanden');
  await expect(main(page).getByText('Vi har försökt nå er flera gånger')).toHaveCount(1);
});

test('a home pauses and goes on, and is asked again on a day', async ({ page }) => {
  await ownHome(page, 'maja');
  await follow(page, 'Pausa');
  await press(page, 'Pausa');
  await toMend(page);
  await expectSound(page);
  await page.getByLabel('När ska vi fråga igen?').selectOption({ index: 3 });
  await press(page, 'Pausa');
  await said(page, 'Hemmet är pausat');
  await expect(page.getByRole('heading', { name: /^Pausat till/ })).toBeVisible();
  await expectSound(page);
  await press(page, 'Avsluta pausen');
  await said(page, 'Pausen är slut');

  await follow(page, 'Fråga igen en viss dag');
  await page.getByLabel('Fråga igen den').fill(dayAhead(-2));
  await press(page, 'Spara dagen');
  await toMend(page);
  await expectSound(page);
  await page.getByLabel('Fråga igen den').fill(dayAhead(50));
  await press(page, 'Spara dagen');
  await expect(page.getByRole('heading', { name: /^Fråga igen/ })).toBeVisible();
  await expectSound(page);
  await follow(page, 'Ändra dagen');
  await press(page, 'Ta bort dagen');
  await said(page, 'Ingen dag');
});

test('a home is handed over in one step, and is never nobody’s', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await press(page, 'Ta hand om hemmet');
  await said(page, 'Maja Påhittsson är samordnare för hemmet');
  await beginAssessment(page, path);
  await follow(page, 'Lämna över till en kollega');
  await press(page, 'Lämna över');
  await toMend(page);
  await expectSound(page);
  await page.getByLabel('Vem tar över?').selectOption({ label: 'Daniel Exempelby' });
  await press(page, 'Lämna över');
  await said(page, 'Hemmet är överlämnat');
  await page.goto(path);
  await expect(page.getByLabel('Varför behöver du öppna hemmet?')).toBeVisible();

  await signInStaff(page, 'helena');
  await page.goto(`${path}/lamna-over`);
  await page.getByLabel('Vem tar över?').selectOption({ label: 'Maja Påhittsson' });
  await press(page, 'Lämna över');
  await said(page, 'Maja Påhittsson har hemmet nu');
  await expect(page.locator('.people')).toHaveText('Maja Påhittsson');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a home is closed without a word, and opened again', async ({ page }) => {
    await ownHome(page, 'maja');
    await follow(page, 'Avsluta ärendet');
    await page.getByLabel('Vi går inte vidare tillsammans').check();
    await press(page, 'Fortsätt');
    await page.getByLabel(/^Meddelande till/).fill('');
    await press(page, 'Läs igenom');
    await expect(main(page)).toContainText('Inget meddelande skickas');
    await press(page, 'Avsluta ärendet');
    await expect(page.getByRole('heading', { name: /^Avslutat/ })).toBeVisible();
    await press(page, /^(Ångra|Öppna igen)$/);
    await expect(page.getByRole('heading', { name: /^Avslutat/ })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Inget samtal väntar' })).toBeVisible();
  });
});
