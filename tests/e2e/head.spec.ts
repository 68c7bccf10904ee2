import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { homeThatAsked } from '../support/family.ts';
import { mailsTo } from '../support/mailbox.ts';
import { signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click();

async function fillColleague(page: Page, name: string, email: string, role: string) {
  await page.getByLabel('Namn').fill(name);
  await page.getByLabel('E-post på jobbet').fill(email);
  await page.getByRole('radio', { name: role }).check();
  await press(page, 'Lägg till');
}

test('the head lists a colleague, gives them another role, lets them begin anew and removes them', async ({ page }) => {
  test.slow();
  const mark = randomUUID().slice(0, 6);
  const [name, email] = [`Siv Provsson ${mark}`, `siv-${mark}@familjehem.example`];
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/medarbetare');
  await expectSound(page);

  await press(page, 'Lägg till');
  await expect(page.getByRole('group', { name: 'Tre saker behöver rättas' })).toBeFocused();
  await expectSound(page);
  await fillColleague(page, name, 'siv@', 'Kommunikatör');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Kontrollera e-postadressen');
  await expect(page.getByLabel('Namn')).toHaveValue(name);
  await expect(page.getByRole('radio', { name: 'Kommunikatör' })).toBeChecked();
  await fillColleague(page, name, 'maja@familjehem.example', 'Kommunikatör');
  await expect(page.getByRole('alert')).toContainText('har redan en plats bland medarbetarna');
  await fillColleague(page, name, email, 'Kommunikatör');
  await expect(page.getByRole('heading', { name: `${name} är tillagd` })).toBeVisible();
  expect(page.url()).not.toContain('Provsson');
  await expectSound(page);
  await mailsTo(email);
  const row = page.getByRole('row', { name: new RegExp(mark) });
  await expect(row).toContainText('Kommunikatör');
  await expect(row).toContainText('Saknas');

  await row.getByRole('link', { name: 'Ändra' }).click();
  await expectSound(page);
  await page.getByRole('radio', { name: 'Familjehemssamordnare' }).check();
  await press(page, 'Ändra rollen');
  await expect(page.getByRole('heading', { name: `${name} har en ny roll` })).toBeVisible();
  await expect(row).toContainText('Familjehemssamordnare');

  await row.getByRole('link', { name: 'Ändra' }).click();
  await press(page, 'Ändra rollen');
  await expect(page.getByText('Rollen är densamma som förut.')).toBeVisible();

  await row.getByRole('link', { name: 'Ändra' }).click();
  await page.getByRole('link', { name: 'Återställ det andra steget' }).click();
  await expectSound(page);
  await press(page, 'Ja, återställ');
  await expect(page.getByRole('heading', { name: `${name} börjar om med det andra steget` })).toBeVisible();
  await mailsTo(email, 2);

  await row.getByRole('link', { name: 'Ändra' }).click();
  await page.getByRole('link', { name: `Ta bort ${name}` }).click();
  await expect(page.getByRole('main')).toContainText('Det gäller direkt');
  await expectSound(page);
  await page.getByRole('link', { name: 'Gå tillbaka' }).click();
  await page.getByRole('link', { name: `Ta bort ${name}` }).click();
  await press(page, 'Ja, ta bort');
  await expect(page.getByRole('heading', { name: `${name} är borttagen` })).toBeVisible();
  await expect(row).toBeHidden();
  await page.getByText(/Tidigare medarbetare/).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  await expectSound(page);
});

test('somebody is always head', async ({ page }) => {
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/medarbetare');
  await page
    .getByRole('row', { name: /Helena/ })
    .getByRole('link')
    .click();
  await expect(page.getByRole('link', { name: 'Återställ det andra steget' })).toBeHidden();
  await page.getByRole('radio', { name: 'Familjehemssamordnare' }).check();
  await press(page, 'Ändra rollen');
  await expect(page.getByRole('alert')).toContainText('Det måste alltid finnas en enhetschef');
  await expectSound(page);
  await expect(page.getByRole('link', { name: /^Ta bort/ })).toHaveCount(0);
  const self = new URL(page.url()).pathname;
  await page.goto(`${self}/ta-bort`);
  await press(page, 'Ja, ta bort mig');
  await expect(page.getByRole('alert')).toContainText('Det måste alltid finnas en enhetschef');
  await expectSound(page);
  expect((await page.goto(`${self}/aterstall`))?.status()).toBe(404);
  await expect(page.getByRole('main')).toContainText('eller så har du inte tillgång till den');
  await expectSound(page);
});

test('nobody but the head opens the pages for the head', async ({ page }) => {
  await signInStaff(page, 'maja');
  const member = `medarbetare/${randomUUID()}`;
  const pages = ['medarbetare', member, `${member}/ta-bort`, 'atkomst', 'siffror', 'siffror.csv'];
  for (const path of pages) expect((await page.goto(`/arbetsyta/${path}`))?.status(), path).toBe(404);
  await signInStaff(page, 'karin');
  for (const path of [...pages, 'begaran', 'hem/1/begaran'])
    expect((await page.goto(`/arbetsyta/${path}`))?.status(), path).toBe(404);
});

test('the log says who opened which home with a reason, and the head ends it', async ({ page, browser }) => {
  test.slow();
  const number = await homeThatAsked(browser, 'insyn', 'Vad står det om oss?');
  await signInStaff(page, 'maja');
  await page.goto(`/arbetsyta/hem/${number}/kartlaggning`);
  await press(page, 'Börja kartläggningen');
  await signInStaff(page, 'daniel');
  await page.goto(`/arbetsyta/hem/${number}`);
  const reason = 'Maja är sjuk och familjen väntar på svar.';
  await page.getByRole('textbox').fill(reason);
  await press(page, 'Öppna och läs');
  // Who came in with a reason reads, and decides nothing.
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  await page.getByRole('radio', { name: /^Avslås/ }).check();
  await page.getByLabel('Skäl').fill('Det finns inget att läsa.');
  await press(page, 'Besluta');
  await expect(page.getByRole('alert')).toContainText('Du kan läsa men inte besluta här');

  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/atkomst');
  const slip = page.getByRole('listitem').filter({ hasText: `hem ${number}` });
  await expect(slip).toContainText(`Daniel Exempelby öppnade hem ${number}`);
  await expectSound(page);
  await slip.getByRole('button', { name: /^Jag har läst/ }).click();
  await expect(page.getByText('Åtkomsten är märkt som läst.')).toBeVisible();
  // What is still open stays in sight.
  await expect(slip).toContainText('Läst ');
  await expectSound(page);
  await slip.getByRole('button', { name: /^Avsluta nu/ }).click();
  await expect(page.getByText('Åtkomsten är avslutad.')).toBeVisible();
  await page.getByText(/De som du har läst/).click();
  await expect(page.locator('.fold .slip').filter({ hasText: `hem ${number}` })).toBeVisible();
  await expectSound(page);

  await page.getByLabel('Hemmets nummer').fill(String(number));
  await page.getByLabel('Medarbetare').selectOption({ label: 'Daniel Exempelby' });
  await press(page, 'Visa');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.filter({ hasText: reason })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Läste begäran' })).not.toHaveCount(0);
  await expect(rows.filter({ hasText: 'Helena' })).toHaveCount(0);
  await page.getByLabel('Hemmets nummer').fill('abc');
  await press(page, 'Visa');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toBeFocused();
  await expect(page.getByLabel('Hemmets nummer')).toHaveValue('abc');
  await expectSound(page);
  await page.getByLabel('Hemmets nummer').fill('999999');
  await press(page, 'Visa');
  await expect(page.getByText('Inga rader stämmer')).toBeVisible();
  await expectSound(page);

  await signInStaff(page, 'daniel');
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  await expect(page.getByRole('button', { name: 'Öppna och läs' })).toBeVisible();
});

test('a coordinator answers a request for insight', async ({ page, browser }) => {
  test.slow();
  const number = await homeThatAsked(browser, 'insyn', 'Vad skrev ni efter samtalet?');
  await signInStaff(page, 'daniel');
  await page.goto('/arbetsyta/begaran');
  await expectSound(page);
  await page
    .getByRole('row', { name: `Hem ${number}` })
    .getByRole('link')
    .click();
  await expect(page.getByText('Vad skrev ni efter samtalet?')).toBeVisible();
  await expectSound(page);
  await press(page, 'Besluta');
  await expect(page.getByRole('group', { name: 'Två saker behöver rättas' })).toBeFocused();
  await expectSound(page);
  await page.getByRole('radio', { name: /^Beviljas delvis/ }).check();
  await page.getByLabel('Skäl').fill('Du får läsa anteckningen från samtalet. Vi ringer och bestämmer en tid.');
  await press(page, 'Besluta');
  await expect(page.getByText(`Du beviljade en del av en begäran om insyn i hem ${number}.`)).toBeVisible();
  await expect(page.getByRole('row', { name: `Hem ${number}` })).toHaveCount(0);
  await expectSound(page);
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  await expect(page.getByText('Beviljas delvis, Daniel Exempelby')).toBeVisible();
  await expectSound(page);
});

test('erasing is asked about once more, and cannot be undone', async ({ page, browser }) => {
  test.slow();
  const number = await homeThatAsked(browser, 'radering', 'Ta bort allt.');
  await signInStaff(page, 'daniel');
  await page.goto(`/arbetsyta/hem/${number}/kartlaggning`);
  await expect(page.getByRole('heading', { name: /har bett om radering$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Börja kartläggningen' })).toHaveCount(0);
  await expectSound(page);
  await page.goto(`/arbetsyta/hem/${number}`);
  await expectSound(page);
  await page.getByRole('link', { name: 'Läs och besluta' }).click();
  const reason = 'Kartläggningen hade inte börjat, så allt tas bort.';
  await expect(page.getByRole('radio', { name: /^Beviljas delvis/ })).toHaveCount(0);
  await page.getByRole('radio', { name: /^Beviljas Det/ }).check();
  await page.getByLabel('Skäl').fill(reason);
  await press(page, 'Besluta');
  await expect(page.getByRole('heading', { name: /^Radera .*\?$/ })).toBeVisible();
  await expect(page.getByText('Det här går inte att ångra.')).toBeVisible();
  await expectSound(page);
  await press(page, 'Ändra beslutet');
  await expect(page.getByLabel('Skäl')).toHaveValue(reason);
  await expect(page.getByRole('radio', { name: /^Beviljas Det/ })).toBeChecked();
  await press(page, 'Besluta');
  await press(page, 'Ja, radera för alltid');
  await expect(page.getByText(`Raderingen i hem ${number} är gjord.`)).toBeVisible();
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  await expect(page.getByText('En person som är raderad')).toBeVisible();
  await expectSound(page);

  await page.goto(`/arbetsyta/hem/${number}`);
  await expect(page.getByRole('heading', { name: /^Raderat / })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Uppgifterna raderades' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^(Vuxna i hemmet|Anmälan)/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Börja kartläggningen' })).toHaveCount(0);
  await expectSound(page);
});

test('from an assessment on the law keeps what belongs to it, and that is said before the answer', async ({ page, browser }) => {
  test.slow();
  await signInStaff(page, 'maja');
  const number = await homeThatAsked(browser, 'radering', 'Ta bort allt.', async (home) => {
    await page.goto(`/arbetsyta/hem/${home}/kartlaggning`);
    await press(page, 'Börja kartläggningen');
  });
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  await expect(page.getByText('sparas enligt lag')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByText('Radering kan inte beviljas här. Skriv varför.')).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Skäl').fill('Uppgifterna hör till kartläggningen och sparas enligt lag.');
  await press(page, 'Avslå begäran');
  await expect(page.getByText(`Du avslog en begäran om radering i hem ${number}. Svaret syns nu på Mina sidor.`)).toBeVisible();
  await expectSound(page);
});
