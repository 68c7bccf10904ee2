import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ownAddress, registerAs } from '../support/interest.ts';
import { letSessionRunOut } from '../support/run-out.ts';
import { type Staff, signInAdult, signInStaff } from '../support/sign-in.ts';
import { signInAgain } from '../support/sign-in-again.ts';
import { expectSound } from '../support/sound.ts';

// Several people sign in, one after another, and codes are waited for.
test.setTimeout(150_000);

/** A last name that no other test's family has. */
const ownName = () =>
  `Påhitt${randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'k')}`;

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).click();
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
const said = (page: Page, text: string) => expect(page.getByRole('main').getByRole('status')).toContainText(text);

/** An adult's own entry: the history names them too. */
const adult = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, level: 3 }) });

async function search(page: Page, query: string) {
  await page.goto('/arbetsyta/sok');
  await page.getByLabel('Namn eller nummer').fill(query);
  await press(page, 'Sök');
}

/** A family of the test's own has registered, and a coordinator has its page before them. */
async function ownHome(page: Page, who: Staff, question?: string): Promise<{ path: string; name: string; email: string }> {
  const name = ownName();
  const email = ownAddress();
  await registerAs(email, { lastName: name, ...(question && { question }) });
  await signInStaff(page, who);
  await search(page, name);
  await follow(page, /^Hem \d+$/);
  await heading(page, /^Hem \d+$/);
  return { path: new URL(page.url()).pathname, name, email };
}

async function beginAssessment(page: Page) {
  await follow(page, 'Börja kartläggningen');
  await press(page, 'Börja kartläggningen');
  await said(page, 'Kartläggningen har börjat');
}

const choose = async (page: Page, label: string, name: string) => {
  const option = page.getByLabel(label).getByRole('option', { name });
  await page.getByLabel(label).selectOption(await option.first().getAttribute('value'));
};

test('the list goes by administrative state, says what is late, and names no family', async ({ page }) => {
  await signInStaff(page, 'daniel');
  await heading(page, 'Hem');
  const row = (number: number) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name: `Hem ${number}`, exact: true }) });
  // What is late stands at the top, whatever the others of these tests have registered.
  await expect(row(2)).toContainText('Försenat');
  await page.goto('/arbetsyta?fore=5');
  await expect(row(1)).toContainText('öppnas med skäl');
  await expect(page.getByRole('main')).not.toContainText(/Exempelsson|Provdal|Låtsberg|exempel\.example/);
  await expectSound(page);

  await page.getByText('Välj vilka hem som visas').click();
  await page.getByLabel('Läge').selectOption('assessment');
  await page.getByLabel('Slag').selectOption('emergency_home');
  await page.getByLabel('Kommun').selectOption('solleftea');
  await press(page, 'Visa hemmen');
  await expect(page).toHaveURL(/lage=assessment&slag=emergency_home&kommun=solleftea/);
  await expect(page.getByText('Inget hem stämmer med det du valde')).toBeVisible();
  await expectSound(page);
  await follow(page, 'Mina hem');
  await expect(page.getByRole('link', { name: 'Mina hem' })).toHaveAttribute('aria-current', 'true');
});

test('people are found by name or number, and the name stands in no address', async ({ page }) => {
  await signInStaff(page, 'maja');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await search(page, 'å');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('minst två bokstäver');
  await expectSound(page);
  await search(page, 'Ingensomheterså');
  await expect(page.getByRole('heading', { name: 'Ingen träff' })).toBeVisible();
  await expectSound(page);
  await search(page, 'Låtsberg');
  await expect(page.getByRole('main')).toContainText('Tuva Låtsberg');
  await expect(page.getByLabel('Namn eller nummer')).toHaveValue('Låtsberg');
  await expectSound(page);
  await search(page, '3');
  await expect(page.getByRole('link', { name: 'Hem 3', exact: true })).toBeVisible();
  expect(addresses.filter((address) => /tsberg/i.test(decodeURIComponent(address)))).toEqual([]);
});

test('a home is everybody’s until its assessment begins; then others give a reason, and only read', async ({ page }) => {
  const { path, name } = await ownHome(page, 'maja', 'Min granne slår sitt barn. Vad gör jag?');
  await expectSound(page);
  await expect(page.getByRole('main')).toContainText('Min granne slår');

  await follow(page, 'Frågan borde inte stå här');
  await expect(page.getByRole('main').getByRole('link', { name: '112' })).toBeVisible();
  await expectSound(page);
  await press(page, 'Märk frågan');
  await said(page, 'Frågan är märkt');
  await expect(page.getByRole('link', { name: 'Frågan borde inte stå här' })).toHaveCount(0);

  await follow(page, 'Börja kartläggningen');
  await expectSound(page);
  await press(page, 'Börja kartläggningen');
  await said(page, 'Kartläggningen har börjat');
  await expect(page.getByRole('listitem').filter({ hasText: 'Började kartläggningen' })).toContainText('Maja Påhittsson');
  await expectSound(page);

  await signInStaff(page, 'daniel');
  await page.goto(`${path}/vuxen`);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.getByRole('main')).not.toContainText(name);
  await expectSound(page);
  await page.getByLabel('Varför behöver du öppna hemmet?').fill('För kort');
  await press(page, 'Öppna och läs');
  await expect(page.getByLabel('Varför behöver du öppna hemmet?')).toHaveValue('För kort');
  await expectSound(page);
  await page.getByLabel('Varför behöver du öppna hemmet?').fill('Maja är sjuk och familjen har ringt.');
  await press(page, 'Öppna och läs');
  await expect(page.getByRole('heading', { name: /^Du läser med angivet skäl till/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(name);
  await expect(page.getByRole('link', { name: 'Lägg till en vuxen' })).toHaveCount(0);
  await expectSound(page);
  await page.goto(`${path}/vuxen`);
  expect(new URL(page.url()).pathname).toBe(path);
  await said(page, 'Du läser med skäl och kan inte ändra något.');
});

test('who reads for a reason is refused by the database too, and is told', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await signInStaff(page, 'daniel');
  await page.goto(`${path}/adress`);
  await page.getByLabel('Adress').fill('Påhittsvägen 1');
  const daniel = await page.context().cookies();
  const other = await page.context().newPage();
  await signInStaff(other, 'maja');
  await other.goto(path);
  await beginAssessment(other);
  await page.context().addCookies(daniel);
  await press(page, 'Spara adressen');
  await expect(page).toHaveURL(/\/arbetsyta\?klart=stangt/);
  await said(page, 'inte längre öppet för dig');
  await expectSound(page);
});

test('for who is related to a home it is gone, until the head says otherwise', async ({ page }) => {
  const { path, name } = await ownHome(page, 'daniel');
  await follow(page, 'Skriv in jäv');
  await expectSound(page);
  await press(page, 'Skriv in jäv');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Välj vem det gäller');
  await expectSound(page);
  await choose(page, 'Vem är jävig?', 'Daniel Exempelby (du själv)');
  await press(page, 'Skriv in jäv');
  await said(page, 'Jävet är inskrivet');
  await expect(page).toHaveURL(/\/arbetsyta\?/);
  expect((await page.goto(path))?.status()).toBe(404);
  expect((await page.goto(`${path}/jav`))?.status()).toBe(404);
  await search(page, name);
  await expect(page.getByRole('heading', { name: 'Ingen träff' })).toBeVisible();

  await signInStaff(page, 'helena');
  await page.goto(`${path}/jav`);
  await expectSound(page);
  await press(page, 'Ta bort jävet för Daniel Exempelby');
  await said(page, 'Jävet för Daniel Exempelby är borttaget');
});

test('a home has its coordinators, and one at least once its assessment has begun', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await beginAssessment(page);
  await follow(page, 'Byt eller lägg till samordnare');
  await expect(page.getByText('Hemmet måste ha en samordnare')).toBeVisible();
  await press(page, 'Lägg till');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toBeVisible();
  await expectSound(page);
  await choose(page, 'Samordnare', 'Daniel Exempelby');
  await press(page, 'Lägg till');
  await said(page, 'Daniel Exempelby är samordnare för hemmet');
  await page.goto(`${path}/samordnare`);
  await expectSound(page);
  await press(page, 'Ta bort Maja Påhittsson');
  await expect(page).toHaveURL(/\/arbetsyta\?klart=samordnare-bort/);
  await page.goto(path);
  await expect(page.getByLabel('Varför behöver du öppna hemmet?')).toBeVisible();
});

test('a protected home hides where it is, and its coordinator can end that', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await follow(page, 'Skriv adressen');
  await page.getByLabel('Adress').fill('x'.repeat(301));
  await press(page, 'Spara adressen');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Adress').fill('');
  await press(page, 'Spara adressen');
  await said(page, 'Ingen adress är sparad');
  await follow(page, 'Skriv adressen');
  await page.getByLabel('Adress').fill('Påhittsvägen 1\n123 45 Låtsasby');
  await press(page, 'Spara adressen');
  await said(page, 'Adressen är sparad');
  await expect(page.getByRole('main')).toContainText('Påhittsvägen 1');
  await follow(page, 'Markera skyddade personuppgifter');
  await expectSound(page);
  await press(page, 'Markera hemmet');
  await said(page, 'Hemmet är markerat');
  await expect(page.getByRole('main')).toContainText('Påhittsvägen 1');
  await expectSound(page);

  await signInStaff(page, 'helena');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Skyddade personuppgifter' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Påhittsvägen');
  for (const part of await page.locator('.home-head, .facts').all()) await expect(part).not.toContainText('Timrå');
  await expect(page.getByRole('link', { name: 'Skriv adressen' })).toHaveCount(0);
  await expectSound(page);
  await page.goto('/arbetsyta');
  await expect(page.getByRole('main')).toContainText('Skyddad');
  await expectSound(page);

  await signInStaff(page, 'maja');
  await page.goto(`${path}/skydd`);
  await expectSound(page);
  await press(page, 'Ta bort markeringen');
  await said(page, 'Markeringen är borttagen');
});

test('adults are added with an address or without, can be met silently, and can leave', async ({ page }) => {
  const { path, email } = await ownHome(page, 'maja');
  await follow(page, 'Lägg till en vuxen');
  await expectSound(page);
  await page.getByLabel('Förnamn').fill('Åke');
  await page.getByLabel('E-post').fill(email);
  await press(page, 'Lägg till');
  await expect(page.getByRole('link', { name: 'Skriv efternamnet' })).toBeVisible();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Åke');
  await expectSound(page);
  await page.getByLabel('Efternamn').fill('Låtsas');
  await press(page, 'Lägg till');
  await expect(page.getByRole('link', { name: /Adressen används redan/ })).toBeVisible();
  await page.getByLabel('E-post').fill('');
  await press(page, 'Lägg till');
  await said(page, 'Åke Låtsas är tillagd i hemmet');
  await expect(adult(page, 'Åke Låtsas')).toContainText('på papper');

  await follow(page, /den tysta vägen eller ta bort.*Åke Låtsas/);
  await expectSound(page);
  await press(page, 'Börja den tysta vägen');
  await expect(page.getByRole('link', { name: /Skriv när vi får ringa/ })).toBeVisible();
  await page.getByLabel('När får vi ringa?').fill('vardagar kl. 12–13');
  await press(page, 'Börja den tysta vägen');
  await said(page, 'Den tysta vägen gäller för Åke Låtsas');
  await expect(adult(page, 'Åke Låtsas')).toContainText(/Mejla inte.*vardagar kl\. 12–13/);
  await expectSound(page);

  await follow(page, /den tysta vägen eller ta bort.*Åke Låtsas/);
  await page.getByText('Avsluta den tysta vägen', { exact: true }).click();
  await press(page, 'Ja, avsluta den tysta vägen');
  await said(page, 'Den tysta vägen är avslutad för Åke Låtsas');
  await follow(page, /den tysta vägen eller ta bort.*Åke Låtsas/);
  await page.getByText('Ta bort ur hemmet').click();
  await expectSound(page);
  await press(page, 'Ja, ta bort Åke Låtsas');
  await said(page, 'borttagen ur hemmet');
  await expect(adult(page, 'Åke Låtsas')).toHaveCount(0);
  await beginAssessment(page);
  await follow(page, /den tysta vägen eller ta bort/);
  await expect(page.getByText('den sista vuxna')).toBeVisible();
  await expectSound(page);
  expect((await page.goto(`${path}/vuxen/${randomUUID()}`))?.status()).toBe(404);
});

test('two who registered each for themselves come together in one home', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  const partner = await ownHome(page, 'maja');
  await follow(page, /den tysta vägen eller ta bort/);
  await page.getByText('Ta bort ur hemmet').click();
  await expect(page.getByText('Hemmet har då ingen vuxen kvar')).toBeVisible();
  await expectSound(page);
  await press(page, 'Ja, ta bort');
  await said(page, 'borttagen ur hemmet');
  await expect(page.getByText('Ingen vuxen är kvar i hemmet.')).toBeVisible();
  await expectSound(page);
  await page.goto(`${path}/vuxen`);
  await page.getByLabel('Förnamn').fill('Åke');
  await page.getByLabel('Efternamn').fill(partner.name);
  await page.getByLabel('E-post').fill(partner.email);
  await press(page, 'Lägg till');
  await said(page, `Åke ${partner.name} är tillagd i hemmet`);
  await expect(adult(page, `Åke ${partner.name}`)).toContainText(partner.email);
});

test('what is known of an adult is put right, and a new address is what signs them in', async ({ page }) => {
  const { name, email } = await ownHome(page, 'maja');
  const taken = ownAddress();
  await registerAs(taken);
  await follow(page, /den tysta vägen eller ta bort/);
  await expectSound(page);
  await expect(page.getByLabel('Efternamn')).toHaveValue(name);
  await expect(page.getByLabel('E-post')).toHaveValue(email);
  await page.getByLabel('Förnamn').fill('Åsa-Li');
  await page.getByLabel('E-post').fill(taken);
  await press(page, 'Spara uppgifterna');
  await expect(page.getByRole('link', { name: /Adressen används redan/ })).toBeVisible();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Åsa-Li');
  await expectSound(page);
  await page.getByLabel('E-post').fill('helena@familjehem.example');
  await press(page, 'Spara uppgifterna');
  await expect(page.getByRole('link', { name: /Adressen tillhör en medarbetare/ })).toBeVisible();
  const changed = ownAddress();
  await page.getByLabel('E-post').fill(changed);
  await press(page, 'Spara uppgifterna');
  await said(page, `Uppgifterna om Åsa-Li ${name} är sparade`);
  await expect(adult(page, `Åsa-Li ${name}`)).toContainText(changed);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ändrade namn eller kontaktuppgifter' })).toContainText('Maja');
  await expectSound(page);
  await signInAdult(page, changed, { own: true });
});

test('that we have been in touch ends the promise of a call', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  const number = Number(path.split('/').at(-1));
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();
  await page.getByLabel('Ja, vi pratades vid').check();
  await press(page, 'Anteckna');
  await said(page, 'ni har pratats vid');
  await expect(page.getByRole('heading', { name: 'Inget samtal väntar' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ringde och pratade' }).last()).toContainText('Maja');
  await expect(page.getByRole('link', { name: 'Börja kartläggningen' })).toBeVisible();
  await expectSound(page);
  await page.goto(`/arbetsyta?fore=${number + 1}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `Hem ${number}`, exact: true }) });
  await expect(row).toContainText('Inget samtal väntar');
});

test('a communicator meets no family, and what they may do is said', async ({ page }) => {
  await signInStaff(page, 'karin');
  await heading(page, 'Hej Karin');
  await expectSound(page);
  for (const path of ['/arbetsyta/sok', '/arbetsyta/hem/1', '/arbetsyta/hem/2/adress']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test('families and strangers have no work desk', async ({ page }) => {
  await page.goto('/arbetsyta/hem/1');
  await expect(page).toHaveURL(/\/logga-in\?vidare=%2Farbetsyta%2Fhem%2F1/);
  const email = ownAddress();
  await registerAs(email);
  await signInAdult(page, email, { own: true });
  for (const path of ['/arbetsyta', '/arbetsyta/sok', '/arbetsyta/hem/1']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});

test('what no number is, no home is', async ({ page }) => {
  await signInStaff(page, 'maja');
  for (const number of ['0', '999999', '1e3', 'x', '99999999999999999999']) {
    expect((await page.goto(`/arbetsyta/hem/${number}`))?.status(), number).toBe(404);
  }
});

test('what was being typed when the session ended comes back', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await page.goto(`${path}/adress`);
  await page.getByLabel('Adress').fill('Påhittsvägen 9');
  await letSessionRunOut(page.context());
  await press(page, 'Spara adressen');
  await signInAgain(page, 'maja');
  await expect(page.getByLabel('Adress')).toHaveValue('Påhittsvägen 9');
  await said(page, 'Det du skrev finns kvar');
  await expectSound(page);
});
