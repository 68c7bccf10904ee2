import { expect, type Page, test } from '@playwright/test';
import { anotherPage, freshHome } from '../support/family.ts';
import { fillAll, ownAddress, register } from '../support/interest.ts';
import { type Message, mailsTo } from '../support/mailbox.ts';
import { MAILBOX } from '../support/ports.ts';
import { signInAdult } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';
import { inTurn } from '../support/turns.ts';

// A state of a page is looked at in several guises.
test.setTimeout(150_000);

const AMIRA = 'amira.exempelsson@exempel.example';
const SAMIR = 'samir.exempelsson@exempel.example';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page) => page.getByRole('status');
const main = (page: Page) => page.getByRole('main');
const faults = (page: Page) => page.getByRole('group', { name: 'En sak behöver rättas' });

async function mailsWith(address: string, subject: string): Promise<number> {
  const messages = (await (await fetch(`${MAILBOX.url}/api/messages`)).json()) as Message[];
  return messages.filter((message) => message.to.includes(address) && message.subject === subject).length;
}

test('a home that has just registered sees who does what next, and every page is sound while it is empty', async ({ page }) => {
  await freshHome(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Hej Amira' })).toBeVisible();
  const now = main(page).locator('[aria-current=step]');
  await expect(now).toContainText('Vi hör av oss');
  await expect(now).toContainText(/Senast .* kl\. 16\.00/);
  await expectSound(page);
  for (const [path, says] of [
    ['/mina-sidor/uppgifter', '070-174 06 05'],
    ['/mina-sidor/andra-vuxna', 'Ingen annan är med här'],
    ['/mina-sidor/meddelanden', 'Inget är skrivet än'],
    ['/mina-sidor/pausa', 'När ska vi fråga igen?'],
    ['/mina-sidor/bjud-in', 'svarar själv, ja eller nej'],
    ['/mina-sidor/avsluta', 'Därför avslutas hela er anmälan'],
    ['/mina-sidor/vem-har-oppnat', 'Ingen har öppnat hemmet'],
    ['/mina-sidor/begaran', 'Inget än.'],
    ['/mina-sidor/begaran/insyn', 'Vad vill du läsa?'],
    ['/mina-sidor/begaran/radering', 'Det som raderas kommer inte tillbaka'],
    ['/mina-sidor/kopia', 'Mejlen med koden när du loggar in sparas inte här.'],
  ] as const) {
    await page.goto(path);
    await expect(main(page)).toContainText(says);
    await expectSound(page);
  }
  await page.goto('/mina-sidor/andra-vuxna');
  await expect(main(page)).not.toContainText('Ni ser varandras namn');
  expect((await page.goto('/mina-sidor/begaran/allt'))?.status()).toBe(404);
});

test('a promised time that has passed is said, with how to reach GFO', async ({ page }) => {
  await signInAdult(page, 'jonas.provdal@exempel.example');
  await expect(page.getByRole('heading', { name: 'Har vi inte hört av oss?' })).toBeVisible();
  await expect(main(page)).toContainText('Försenat sedan');
  await expectSound(page);
});

test('the telephone number is changed, and what cannot be read is kept and told of', async ({ page }) => {
  await freshHome(page);
  await page.goto('/mina-sidor/uppgifter');
  await page.getByRole('link', { name: 'Ändra telefon' }).click();
  const phone = page.getByLabel('Telefon');
  await expect(phone).toHaveValue('070-174 06 05');
  await phone.fill('ring mig');
  await press(page, 'Spara numret');
  await expect(faults(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Rätta: /);
  await expect(phone).toHaveValue('ring mig');
  await expect(phone).toHaveAccessibleDescription(/Kontrollera telefonnumret/);
  await expectSound(page);
  await phone.fill('0046 (0)70 174 06 09');
  await press(page, 'Spara numret');
  await expect(said(page)).toHaveText(/telefonnummer är ändrat/);
  await expect(main(page)).toContainText('070-174 06 09');
  await expectSound(page);
});

test('the address to sign in with is changed from the mail to the new one, by the same person, with a press', async ({
  page,
  browser,
}) => {
  const email = await freshHome(page);
  const fresh = ownAddress();
  await page.goto('/mina-sidor/uppgifter');
  await page.getByRole('link', { name: 'Byt e-postadress' }).click();
  await expect(main(page)).toContainText(email);
  const field = page.getByLabel('Ny e-postadress');
  await field.fill(email);
  await press(page, 'Skicka mejlet');
  await expect(faults(page)).toContainText('redan loggar in med');
  await expect(field).toHaveValue(email);
  await expectSound(page);
  await field.fill(fresh);
  await press(page, 'Skicka mejlet');
  await expect(said(page)).toContainText('Titta i inkorgen för den nya adressen');
  const [mail] = await mailsTo(fresh);
  const [link = ''] = /http\S+bekrafta\?n=[0-9a-f-]+/.exec(mail?.text ?? '') ?? [];

  // Whoever reads the mail without being that person changes nothing.
  const stranger = await anotherPage(browser);
  await stranger.goto(link);
  await expect(stranger).toHaveURL(/\/logga-in\?/);
  await freshHome(stranger);
  await stranger.goto(link);
  await press(stranger, 'Byt adress');
  await expect(faults(stranger)).toContainText('Länken gäller inte längre');
  await expectSound(stranger);
  await stranger.context().close();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Byt till den nya adressen' })).toBeVisible();
  await expectSound(page);
  await press(page, 'Byt adress');
  await expect(main(page)).toContainText('Adressen är bytt');
  await expect.poll(() => mailsWith(email, 'Din adress för att logga in är ändrad')).toBe(1);
  await signInAdult(page, fresh, { own: true });
  await page.goto('/mina-sidor/uppgifter');
  await expect(main(page)).toContainText(fresh);
});

type Silence = { times?: string; codes?: RegExp };
async function beginSilence(page: Page, { times, codes }: Silence): Promise<void> {
  await page.goto('/mina-sidor/tyst-vag');
  if (times) await page.getByLabel('När får vi ringa?').fill(times);
  if (codes) await page.getByRole('radio', { name: codes }).check();
  await press(page, 'Börja den tysta vägen');
}

test('the silent way begins in one step with the number to ring, and nothing typed is lost before that', async ({ page }) => {
  await freshHome(page);
  await page.goto('/mina-sidor/telefon');
  await page.getByLabel('Telefon').fill('');
  await press(page, 'Spara numret');
  await expect(said(page)).toContainText('borttaget');

  await beginSilence(page, { times: 'Torsdagar', codes: /^Ja/ });
  await expect(faults(page)).toContainText('Skriv ett telefonnummer');
  await expect(page.getByLabel('När får vi ringa?')).toHaveValue('Torsdagar');
  await expect(page.getByRole('radio', { name: /^Ja/ })).toBeChecked();
  await expectSound(page);
  await page.getByLabel('Vilket nummer får vi ringa?').fill('070-174 06 09');
  await press(page, 'Börja den tysta vägen');
  await expect(said(page)).toContainText('Sparat. Vi mejlar inte');
  await expect(main(page)).toContainText('Den tysta vägen gäller för dig');
  await expect(page.getByLabel('Vilket nummer får vi ringa?')).toHaveValue('070-174 06 09');

  for (const path of ['/mina-sidor', '/mina-sidor/uppgifter', '/mina-sidor/telefon', '/mina-sidor/andra-vuxna']) {
    await page.goto(path);
    await expect(main(page)).not.toContainText(/gäller för dig|Torsdagar|Avsluta den/);
  }
  // A code comes to who has chosen it, so nothing is asked.
  await press(page, 'Logga ut');
  await expect(page.getByRole('heading', { name: 'Du är utloggad' })).toBeVisible();
});

test('on the silent way no mail comes, and a code only to who has chosen it', async ({ page, browser }) => {
  const silent = await freshHome(page);
  const other = await anotherPage(browser);
  const withCodes = await freshHome(other);

  await beginSilence(page, {});
  await expect(page.getByRole('group', { name: 'Två saker behöver rättas' })).toContainText('Skriv när vi får ringa');
  await expectSound(page);
  await beginSilence(page, { times: 'Vardagar mellan 10 och 12', codes: /^Nej/ });
  await expect(said(page)).toContainText('Sparat. Vi mejlar inte');
  await expect(main(page)).toContainText('Den tysta vägen gäller för dig');
  await expect(main(page)).toContainText('Ingen kod kommer om du loggar ut');
  await expectSound(page);
  await page.goto('/mina-sidor/telefon');
  await page.getByLabel('Telefon').fill('');
  await press(page, 'Spara numret');
  await expect(faults(page)).toContainText('På den tysta vägen är det så vi når dig');

  await beginSilence(other, { times: 'Lördagar', codes: /^Ja/ });
  await expect(main(other)).toContainText('Det enda mejl som kommer är koden');

  const visitor = await anotherPage(browser);
  await fillAll(visitor, silent);
  await register(visitor);
  await page.goto('/mina-sidor/kopia');
  await expect(main(page)).toContainText('”Tack, vi hör av oss”: skickades inte, för att du inte tar emot mejl');
  expect(await mailsWith(silent, 'Tack, vi hör av oss')).toBe(1);

  // Asked for in this order, and sent in it: when the other's has come, the silent one's has been passed over.
  const before = await codesTo(silent);
  await askForCode(visitor, silent);
  await askForCode(visitor, withCodes);
  await expect.poll(() => codesTo(withCodes), { timeout: 20_000 }).toBe(2);
  expect(await codesTo(silent)).toBe(before);

  await page.goto('/mina-sidor/tyst-vag');
  await press(page, 'Avsluta den tysta vägen');
  await expect(said(page)).toContainText('avslutad');
  await expect(page.getByLabel('När får vi ringa?')).toHaveValue('');
});

test('who would get no code is asked before signing out, and stays in until they say so', async ({ page }) => {
  await freshHome(page);
  await beginSilence(page, { times: 'Vardagar mellan 10 och 12', codes: /^Nej/ });
  await press(page, 'Logga ut');
  await expect(main(page)).toContainText('inte in igen förrän du har ringt oss');
  await expectSound(page);
  await page.getByRole('link', { name: 'Nej, stanna kvar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hej Amira' })).toBeVisible();

  await page.goto('/mina-sidor/uppgifter');
  await press(page, 'Logga ut överallt');
  await press(page, 'Logga ut överallt ändå');
  await expect(page.getByRole('heading', { name: 'Du är utloggad' })).toBeVisible();
  await page.goto('/mina-sidor');
  await expect(page).toHaveURL(/\/logga-in/);
});

const codesTo = (address: string) => mailsWith(address, 'Din kod till GFO familjehem');

/** The next code may be asked for half a minute after the first. */
async function askForCode(page: Page, email: string): Promise<void> {
  await expect(async () => {
    await page.goto('/logga-in');
    await page.getByLabel('Din e-postadress').fill(email);
    await press(page, 'Mejla en kod');
    expect(new URL(page.url()).searchParams.get('nu')).toBe('ny');
  }).toPass({ timeout: 60_000, intervals: [5_000] });
}

test('insight and erasure are asked for, seen, and taken back', async ({ page }) => {
  await freshHome(page);
  await page.goto('/mina-sidor/begaran');
  await page.getByRole('link', { name: 'Begär insyn' }).click();
  await expect(page.getByRole('complementary', { name: 'Om du är orolig för ett barn' })).toBeVisible();
  const wish = page.getByLabel('Vad vill du läsa?');
  await wish.fill('x'.repeat(1001));
  await press(page, 'Begär insyn');
  await expect(faults(page)).toContainText(/högst 1\s000 tecken/);
  await expect(wish).toHaveValue('x'.repeat(1001));
  await expectSound(page);
  await wish.fill('Det från första samtalet.\n<b>Allt</b>');
  await press(page, 'Begär insyn');
  await expect(said(page)).toContainText('insyn har kommit fram');
  await expect(main(page)).toContainText(/En samordnare svarar här på sidan senast \S+ \d+ \S+/);
  await expect(main(page)).toContainText('<b>Allt</b>');
  await expectSound(page);

  await page.goto('/mina-sidor/begaran/insyn');
  await expect(page).toHaveURL(/\/begaran\?/);
  await expect(said(page)).toContainText('Du har redan begärt insyn. Svaret kommer här.');

  await page.getByRole('link', { name: 'Begär radering' }).click();
  await expect(main(page)).toContainText('Ingenting försvinner förrän dess');
  await press(page, 'Begär radering');
  await expect(said(page)).toContainText('Ingenting är raderat än');
  await press(page, 'Ta tillbaka begäran om radering');
  await expect(said(page)).toContainText('tagit tillbaka');
  await expect(page.getByRole('button', { name: /Ta tillbaka begäran/ })).toHaveCount(1);
  await expectSound(page);
  await page.goto('/mina-sidor/kopia');
  await expect(main(page)).toContainText('Du tog tillbaka begäran');
});

test('the copy is a file that is stored nowhere on the way', async ({ page }) => {
  const email = await freshHome(page);
  const answer = await page.request.get('/mina-sidor/kopia.json');
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="gfo-dina-uppgifter.json"',
    'cache-control': 'no-store',
  });
  const copy = (await answer.json()) as { me: object; registrations: object[] };
  expect(copy.me).toMatchObject({ firstName: 'Amira', email, phone: '+46701740605' });
  expect(copy.registrations).toHaveLength(1);
  await page.context().clearCookies();
  expect((await page.request.get('/mina-sidor/kopia.json', { maxRedirects: 0 })).status()).toBe(303);
});

test('signing out everywhere ends the other telephone too', async ({ page, browser }) => {
  await freshHome(page);
  const other = await anotherPage(browser);
  await other.context().addCookies(await page.context().cookies());
  await other.goto('/mina-sidor');
  await page.goto('/mina-sidor/uppgifter');
  await press(page, 'Logga ut överallt');
  await expect(page.getByRole('heading', { name: 'Du är utloggad' })).toBeVisible();
  await other.goto('/mina-sidor');
  await expect(other).toHaveURL(/\/logga-in/);
});

test('the two adults of a home each decide for themselves', async ({ page, browser }) => {
  const samir = await anotherPage(browser);
  // The same two people for every project: one at a time.
  await inTurn('amira-and-samir', async () => {
    await signInAdult(page, AMIRA);
    await signInAdult(samir, SAMIR);
    await expect(main(page)).toContainText('GFO, Maja Påhittsson');
    await expectSound(page);
    await hide(page);
    await hide(samir);

    await press(page, 'Visa mina');
    await expect(said(page)).toContainText('Du visar nu');
    await expect(main(page)).toContainText('Samir visar inte sina än.');
    await samir.goto('/mina-sidor/andra-vuxna');
    await expect(main(samir)).toContainText('Amira Exempelsson');
    await expect(main(samir)).not.toContainText(AMIRA);
    await page.goto('/mina-sidor/andra-vuxna');
    await expect(main(page)).not.toContainText(SAMIR);

    await press(samir, 'Visa mina');
    await expect(main(samir)).toContainText(AMIRA);
    await page.goto('/mina-sidor/andra-vuxna');
    await expect(main(page)).toContainText(SAMIR);
    await expectSound(page);

    // Whoever begins the silent way is asked to stop sharing in the same step.
    await samir.goto('/mina-sidor/tyst-vag');
    await expect(samir.getByRole('checkbox', { name: 'Sluta visa dem' })).toBeChecked();
    await samir.goto('/mina-sidor/andra-vuxna');
    await press(samir, 'Sluta visa mina');
    await expect(main(samir)).not.toContainText(AMIRA);
    await page.goto('/mina-sidor/andra-vuxna');
    await expect(main(page)).not.toContainText(SAMIR);
    await hide(page);

    await samir.goto('/mina-sidor/begaran/insyn');
    await press(samir, 'Begär insyn');
    await page.goto('/mina-sidor/begaran');
    await expect(main(page)).not.toContainText('Insyn, begärd');
    const copy = await (await page.request.get('/mina-sidor/kopia.json')).text();
    expect(copy).toContain(AMIRA);
    expect(copy).not.toMatch(/samir/i);
    await press(samir, 'Ta tillbaka begäran om insyn');
  });
});

async function hide(page: Page): Promise<void> {
  await page.goto('/mina-sidor/andra-vuxna');
  const stop = page.getByRole('button', { name: 'Sluta visa mina' });
  if (await stop.isVisible()) await stop.click();
  await expect(page.getByRole('button', { name: 'Visa mina', exact: true })).toBeVisible();
}
