import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { expectValidHtml } from '../support/html.ts';
import { ownAddress, registerAs } from '../support/interest.ts';
import { letSessionRunOut } from '../support/run-out.ts';
import { type Staff, signInAdult, signInStaff } from '../support/sign-in.ts';
import { signInAgain } from '../support/sign-in-again.ts';

// Several people sign in, one after another, and codes are waited for.
test.setTimeout(150_000);

/** A last name that no other test's family has. */
const ownName = () =>
  `Påhitt${randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? 'k')}`;

const isFine = async (page: Page) => {
  await expectValidHtml(page);
  await expectAccessible(page);
};
const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).click();
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
const said = (page: Page, text: string) => expect(page.getByRole('main').getByRole('status')).toContainText(text);

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
  await page.goto('/arbetsyta?fore=5');
  await expect(row(2)).toContainText('Försenat');
  await expect(row(1)).toContainText('öppnas med skäl');
  await expect(page.getByRole('main')).not.toContainText(/Exempelsson|Provdal|Låtsberg|exempel\.example/);
  await isFine(page);

  await page.getByText('Välj vilka hem som visas').click();
  await page.getByLabel('Läge').selectOption('assessment');
  await page.getByLabel('Kommun').selectOption('solleftea');
  await press(page, 'Visa hemmen');
  await expect(page).toHaveURL(/lage=assessment&kommun=solleftea/);
  await expect(page.getByText('Inget hem stämmer med det du valde')).toBeVisible();
  await isFine(page);
  await follow(page, 'Mina hem');
  await expect(page.getByRole('link', { name: 'Mina hem' })).toHaveAttribute('aria-current', 'true');
});

test('people are found by name or number, and the name stands in no address', async ({ page }) => {
  await signInStaff(page, 'maja');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await search(page, 'å');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('minst två bokstäver');
  await isFine(page);
  await search(page, 'Ingensomheterså');
  await expect(page.getByRole('heading', { name: 'Ingen träff' })).toBeVisible();
  await isFine(page);
  await search(page, 'Låtsberg');
  await expect(page.getByRole('main')).toContainText('Tuva Låtsberg');
  await expect(page.getByLabel('Namn eller nummer')).toHaveValue('Låtsberg');
  await isFine(page);
  await search(page, '3');
  await expect(page.getByRole('link', { name: 'Hem 3', exact: true })).toBeVisible();
  expect(addresses.filter((address) => /tsberg/i.test(decodeURIComponent(address)))).toEqual([]);
});

test('a home is everybody’s until its assessment begins; then others give a reason, and only read', async ({ page }) => {
  const { path, name } = await ownHome(page, 'maja', 'Min granne slår sitt barn. Vad gör jag?');
  await isFine(page);
  await expect(page.getByRole('main')).toContainText('Min granne slår');

  await follow(page, 'Märk frågan');
  await expect(page.getByRole('link', { name: '112' })).toBeVisible();
  await isFine(page);
  await press(page, 'Märk frågan');
  await said(page, 'Frågan är märkt');
  await expect(page.getByRole('link', { name: 'Märk frågan' })).toHaveCount(0);

  await follow(page, 'Börja kartläggningen');
  await isFine(page);
  await press(page, 'Börja kartläggningen');
  await said(page, 'Kartläggningen har börjat');
  await expect(page.getByRole('listitem').filter({ hasText: 'Började kartläggningen' })).toContainText('Maja Påhittsson');
  await isFine(page);

  await signInStaff(page, 'daniel');
  await page.goto(`${path}/vuxen`);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(page.getByRole('main')).not.toContainText(name);
  await isFine(page);
  await page.getByLabel('Varför behöver du öppna hemmet?').fill('För kort');
  await press(page, 'Öppna och läs');
  await expect(page.getByLabel('Varför behöver du öppna hemmet?')).toHaveValue('För kort');
  await isFine(page);
  await page.getByLabel('Varför behöver du öppna hemmet?').fill('Maja är sjuk och familjen har ringt.');
  await press(page, 'Öppna och läs');
  await expect(page.getByRole('heading', { name: /^Du läser med angivet skäl till/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(name);
  await expect(page.getByRole('link', { name: 'Lägg till en vuxen' })).toHaveCount(0);
  await isFine(page);
  await page.goto(`${path}/vuxen`);
  expect(new URL(page.url()).pathname).toBe(path);
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
  await isFine(page);
});

test('for who is related to a home it is gone, until the head says otherwise', async ({ page }) => {
  const { path, name } = await ownHome(page, 'daniel');
  await follow(page, 'Skriv in jäv');
  await isFine(page);
  await press(page, 'Skriv in jäv');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Välj vem det gäller');
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
  await isFine(page);
  await press(page, 'Ta bort jävet för Daniel Exempelby');
  await said(page, 'Jävet är borttaget');
});

test('a home has its coordinators, and one at least once its assessment has begun', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await beginAssessment(page);
  await follow(page, 'Byt eller lägg till samordnare');
  await expect(page.getByText('Hemmet måste ha en samordnare')).toBeVisible();
  await press(page, 'Lägg till');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toBeVisible();
  await isFine(page);
  await choose(page, 'Samordnare', 'Daniel Exempelby');
  await press(page, 'Lägg till');
  await said(page, 'Samordnaren är tillagd');
  await page.goto(`${path}/samordnare`);
  await isFine(page);
  await press(page, 'Ta bort Maja Påhittsson');
  await expect(page).toHaveURL(/\/arbetsyta\?klart=samordnare-bort/);
  await page.goto(path);
  await expect(page.getByLabel('Varför behöver du öppna hemmet?')).toBeVisible();
});

test('a protected home hides where it is, and its coordinator can end that', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  await follow(page, 'Skriv adressen');
  await page.getByLabel('Adress').fill('Påhittsvägen 1, 123 45 Låtsasby');
  await press(page, 'Spara adressen');
  await said(page, 'Adressen är sparad');
  await expect(page.getByRole('main')).toContainText('Påhittsvägen 1');
  await follow(page, 'Markera skyddade personuppgifter');
  await isFine(page);
  await press(page, 'Markera hemmet');
  await said(page, 'Hemmet är markerat');
  await expect(page.getByRole('main')).toContainText('Påhittsvägen 1');
  await isFine(page);

  await signInStaff(page, 'helena');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Skyddade personuppgifter' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/Påhittsvägen|Timrå/);
  await expect(page.getByRole('link', { name: 'Skriv adressen' })).toHaveCount(0);
  await isFine(page);
  await page.goto('/arbetsyta');
  await expect(page.getByRole('main')).toContainText('Skyddad');
  await isFine(page);

  await signInStaff(page, 'maja');
  await page.goto(`${path}/skydd`);
  await isFine(page);
  await press(page, 'Ta bort markeringen');
  await said(page, 'Markeringen är borttagen');
});

test('adults are added with an address or without, can be met silently, and can leave', async ({ page }) => {
  const { path, email } = await ownHome(page, 'maja');
  await follow(page, 'Lägg till en vuxen');
  await isFine(page);
  await page.getByLabel('Förnamn').fill('Åke');
  await page.getByLabel('E-post').fill(email);
  await press(page, 'Lägg till');
  await expect(page.getByRole('link', { name: 'Skriv efternamnet' })).toBeVisible();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Åke');
  await isFine(page);
  await page.getByLabel('Efternamn').fill('Låtsas');
  await press(page, 'Lägg till');
  await expect(page.getByRole('link', { name: /Adressen används redan/ })).toBeVisible();
  await page.getByLabel('E-post').fill('');
  await press(page, 'Lägg till');
  await said(page, 'Den vuxna är tillagd');
  await expect(page.getByRole('listitem').filter({ hasText: 'Åke Låtsas' })).toContainText('på papper');

  await follow(page, /tyst väg eller ta bort.*Åke Låtsas/);
  await isFine(page);
  await press(page, 'Sätt på tyst väg');
  await expect(page.getByRole('link', { name: /Skriv när vi får ringa/ })).toBeVisible();
  await page.getByLabel('När får vi ringa?').fill('vardagar kl. 12–13');
  await press(page, 'Sätt på tyst väg');
  await said(page, 'Tyst väg är på');
  await expect(page.getByRole('listitem').filter({ hasText: 'Åke Låtsas' })).toContainText(/Mejla inte.*vardagar kl\. 12–13/);
  await isFine(page);

  await follow(page, /tyst väg eller ta bort.*Åke Låtsas/);
  await page.getByText('Stäng av tyst väg', { exact: true }).click();
  await press(page, 'Ja, stäng av tyst väg');
  await said(page, 'Tyst väg är av');
  await follow(page, /tyst väg eller ta bort.*Åke Låtsas/);
  await page.getByText('Ta bort ur hemmet').click();
  await isFine(page);
  await press(page, 'Ja, ta bort Åke Låtsas');
  await said(page, 'borttagen ur hemmet');
  await expect(page.getByRole('main')).not.toContainText('Åke Låtsas');
  await beginAssessment(page);
  await follow(page, /tyst väg eller ta bort/);
  await expect(page.getByText('den sista vuxna')).toBeVisible();
  await isFine(page);
  expect((await page.goto(`${path}/vuxen/${randomUUID()}`))?.status()).toBe(404);
});

test('two who registered each for themselves come together in one home', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  const partner = await ownHome(page, 'maja');
  await follow(page, /tyst väg eller ta bort/);
  await page.getByText('Ta bort ur hemmet').click();
  await expect(page.getByText('Hemmet har då ingen vuxen kvar')).toBeVisible();
  await isFine(page);
  await press(page, 'Ja, ta bort');
  await said(page, 'borttagen ur hemmet');
  await expect(page.getByText('Ingen vuxen är kvar i hemmet.')).toBeVisible();
  await isFine(page);
  await page.goto(`${path}/vuxen`);
  await page.getByLabel('Förnamn').fill('Åke');
  await page.getByLabel('Efternamn').fill(partner.name);
  await page.getByLabel('E-post').fill(partner.email);
  await press(page, 'Lägg till');
  await said(page, 'Den vuxna är tillagd');
  await expect(page.getByRole('listitem').filter({ hasText: `Åke ${partner.name}` })).toContainText(partner.email);
});

test('what is known of an adult is put right, and a new address is what signs them in', async ({ page }) => {
  const { name, email } = await ownHome(page, 'maja');
  const taken = ownAddress();
  await registerAs(taken);
  await follow(page, /tyst väg eller ta bort/);
  await isFine(page);
  await expect(page.getByLabel('Efternamn')).toHaveValue(name);
  await expect(page.getByLabel('E-post')).toHaveValue(email);
  await page.getByLabel('Förnamn').fill('Åsa-Li');
  await page.getByLabel('E-post').fill(taken);
  await press(page, 'Spara uppgifterna');
  await expect(page.getByRole('link', { name: /Adressen används redan/ })).toBeVisible();
  await expect(page.getByLabel('Förnamn')).toHaveValue('Åsa-Li');
  await isFine(page);
  await page.getByLabel('E-post').fill('helena@familjehem.example');
  await press(page, 'Spara uppgifterna');
  await expect(page.getByRole('link', { name: /Adressen tillhör en enhetschef/ })).toBeVisible();
  const changed = ownAddress();
  await page.getByLabel('E-post').fill(changed);
  await press(page, 'Spara uppgifterna');
  await said(page, 'Uppgifterna om den vuxna är sparade');
  await expect(page.getByRole('listitem').filter({ hasText: `Åsa-Li ${name}` })).toContainText(changed);
  await expect(page.getByRole('listitem').filter({ hasText: 'Ändrade namn eller kontaktuppgifter' })).toContainText('Maja');
  await isFine(page);
  await signInAdult(page, changed, { own: true });
});

test('that we have been in touch ends the promise of a call', async ({ page }) => {
  const { path } = await ownHome(page, 'maja');
  const number = Number(path.split('/').at(-1));
  await expect(page.getByRole('heading', { name: 'Hemmet väntar på oss' })).toBeVisible();
  await press(page, 'Vi har hörts');
  await said(page, 'Antecknat: vi har hörts');
  await expect(page.getByRole('heading', { name: 'Inget samtal väntar' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vi har hörts' })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: 'Antecknade att vi har hörts' })).toContainText('Maja');
  await expect(page.getByRole('link', { name: 'Börja kartläggningen' })).toBeVisible();
  await isFine(page);
  await page.goto(`/arbetsyta?fore=${number + 1}`);
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: `Hem ${number}`, exact: true }) });
  await expect(row).toContainText('Inget samtal väntar');
});

test('a communicator meets no family, and what they may do is said', async ({ page }) => {
  await signInStaff(page, 'karin');
  await heading(page, 'Hej Karin');
  await isFine(page);
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
  await isFine(page);
});
