import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { expectSound } from '../support/sound.ts';

/** On a site of its own, where evenings have been and where it can be said who came: a course takes weeks. */
test.describe.configure({ mode: 'default' });
test.setTimeout(240_000);

let site: ChildProcess;
let lines: AsyncIterator<string>;
let reader: Interface;
let told: { url: string; cookies: Record<'adultA' | 'adultB' | 'other', string>; surname: string };
const next = async () => (await lines.next()).value as string;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  site = spawn(process.execPath, ['tests/support/site-courses.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!site.stdout) throw new Error('no site');
  reader = createInterface(site.stdout);
  lines = reader[Symbol.asyncIterator]();
  told = JSON.parse(await next());
});
test.afterAll(() => {
  reader.close();
  site.kill('SIGKILL');
});

async function tell(word: 'fill' | 'free' | 'attend' | 'bookings') {
  site.stdin?.write(`${word}\n`);
  expect(await next()).toBe(word);
}
async function signIn(page: Page, who: keyof typeof told.cookies) {
  const [name = '', value = ''] = told.cookies[who].split(/=(.*)/);
  await page.context().addCookies([{ name, value, url: told.url }]);
}
const main = (page: Page) => page.getByRole('main');
const basic = (page: Page) => page.getByRole('region', { name: 'Ett hem att växa i' });
const part = (page: Page, nr: number) =>
  basic(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Träff ${nr}`, exact: true }) });

test('who has nothing booked and no course is told so, and what to do', async ({ page }) => {
  await signIn(page, 'other');
  await page.goto(`${told.url}/mina-sidor/bokningar`);
  await expect(main(page)).toContainText('Inget är bokat just nu.');
  await expect(page.getByRole('link', { name: 'Se allt ni kan boka' })).toBeVisible();
  await expectSound(page);
  await page.goto(`${told.url}/mina-sidor/kurser`);
  await expect(main(page)).toContainText('Du har ingen kurs på gång');
  await expectSound(page);
});

test('an evening that was missed is made up for in another round with one press, and the course ends in a certificate that anybody can check', async ({
  page,
}) => {
  await signIn(page, 'adultA');
  await page.goto(`${told.url}/mina-sidor`);
  await expect(page.getByRole('region', { name: 'Dina kurser' })).toContainText(
    /Två av tre träffar är klara\. Du missade träff 2\. Du kan vara klar/,
  );
  await expectSound(page);

  await page.getByRole('link', { name: 'Se vad som är kvar' }).click();
  await expect(part(page, 2)).toContainText('Du missade den');
  await expect(basic(page)).toContainText('Samir har varit med på 3 av 3');
  await expect(basic(page).getByRole('heading', { name: /^Du kan vara klar / })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ta igen träff 2 en annan kväll' })).toBeVisible();
  await expectSound(page);

  // Full meanwhile: nothing is booked, and the next best is proposed.
  await tell('fill');
  const before = await basic(page)
    .getByRole('heading', { name: /^Du kan vara klar / })
    .textContent();
  await page.getByRole('button', { name: 'Boka träff 2' }).click();
  await expect(page.getByRole('alert')).toContainText('En av träffarna hann bli full. Inget är bokat.');
  await expect(basic(page).getByRole('heading', { name: /^Du kan vara klar / })).not.toHaveText(before ?? '');
  await expectSound(page);

  await tell('free');
  await page.goto(`${told.url}/mina-sidor/kurser`);
  await page.getByRole('button', { name: 'Boka träff 2' }).click();
  await expect(page.getByRole('status')).toContainText('Bokat.');
  await expect(part(page, 2)).toContainText('Bokad');
  await expect(basic(page).getByRole('heading', { name: /^Klar / })).toBeVisible();
  await expectSound(page);
  await page.goto(`${told.url}/mina-sidor/bokningar`);
  await expect(page.getByRole('region', { name: 'På gång' }).getByRole('link', { name: 'Ett hem att växa i' })).toBeVisible();
  await expectSound(page);

  await tell('attend');
  await page.goto(`${told.url}/mina-sidor/kurser`);
  await expect(basic(page)).toContainText('Alla träffar är klara.');
  await expect(page.getByRole('link', { name: 'Hämta intyget (PDF)' })).toBeVisible();
  await expectSound(page);
  const href = await page.getByRole('link', { name: 'Hämta intyget (PDF)' }).getAttribute('href');
  const answer = await page.request.get(`${told.url}${href}`);
  expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.body())), { mergePages: true });
  expect(text.toLowerCase()).toContain(`amira ${told.surname}`);
  const code = /Kod ([2-9A-Z-]{14})/.exec(text)?.[1] ?? '';
  expect(text).toContain('/intyg');

  // Somebody else, who knows no more than what stands on the paper.
  await page.context().clearCookies();
  expect((await page.request.get(`${told.url}${href}`, { maxRedirects: 0 })).status()).toBe(303);
  await page.goto(`${told.url}/intyg`);
  await expectSound(page);
  await page.getByLabel('Koden på intyget').fill('K7M4');
  await page.getByRole('button', { name: 'Kontrollera' }).click();
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Den har tolv tecken');
  await expect(page.getByLabel('Koden på intyget')).toHaveValue('K7M4');
  await expectSound(page);
  await page.getByLabel('Koden på intyget').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Kontrollera' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intyget är äkta' })).toBeVisible();
  await expect(main(page)).toContainText(/Ett hem att växa i, 20\d\d/);
  expect((await page.content()).toLowerCase()).not.toContain(told.surname);
  await expectSound(page);

  const compare = async (name: string) => {
    await page.getByLabel('Namnet på intyget').fill(name);
    await page.getByRole('button', { name: 'Jämför namnet' }).click();
  };
  await compare('');
  await expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText('Skriv namnet');
  await expectSound(page);
  await compare('Jonas Provdal');
  await expect(page.getByRole('status')).toContainText('Namnet stämmer inte');
  await expectSound(page);
  await compare(`amira  ${told.surname}`);
  await expect(page.getByRole('status')).toContainText('Namnet stämmer');
  await expect(page.getByRole('status')).not.toContainText('inte');
  await expectSound(page);

  expect((await page.goto(`${told.url}/intyg/222222222222`))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Vi hittar inget intyg med den koden' })).toBeVisible();
  await expectSound(page);
});

test('an offer waits first, what was moved asks, a place in line is said, and what was cancelled is past', async ({ page }) => {
  await tell('bookings');
  await signIn(page, 'adultA');
  await page.goto(`${told.url}/mina-sidor`);
  await expect(page.getByRole('heading', { name: 'Det finns plats för er' })).toBeVisible();
  await expectSound(page);
  await page.goto(`${told.url}/mina-sidor/bokningar`);
  await expect(main(page)).toContainText(/Connect\s+.*Svara senast .* kl\. /s);
  await expect(page.getByRole('heading', { name: 'Nätverksträff har flyttats. Passar det fortfarande?' })).toBeVisible();
  const ahead = page.getByRole('region', { name: 'På gång' });
  await expect(ahead).not.toContainText('Connect');
  await expect(ahead.getByRole('listitem').filter({ hasText: 'Föreläsning' })).toContainText('Plats 1 i kön');
  const past = page.getByRole('region', { name: 'Tidigare' });
  await expect(past.getByRole('listitem').filter({ hasText: 'Grillkväll' })).toContainText('Avbokad');
  await expectSound(page);
});
