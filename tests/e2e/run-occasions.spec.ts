import { type Browser, expect, type Page, test } from '@playwright/test';
import { bookAs, bookingLink, queueAs } from '../support/booking.ts';
import { anotherPage } from '../support/family.ts';
import { fromOwnNetwork, ownAddress } from '../support/interest.ts';
import { mailsTo } from '../support/mailbox.ts';
import { ownOccasion } from '../support/own-occasion.ts';
import { signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

test.setTimeout(240_000);
test.beforeEach(({ page }) => fromOwnNetwork(page));

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).click();
const said = (page: Page, text: string) => expect(main(page).getByRole('status')).toContainText(text);
const refused = (page: Page) => main(page).getByRole('alert');
const faults = (page: Page) => main(page).getByRole('group', { name: /behöver rättas/ });
const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
const numberIn = (page: Page) => Number(/aktiviteter\/(\d+)/.exec(page.url())?.[1]);
/** So many days from now, as the field of a form holds it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const visitorPage = async (browser: Browser) => {
  const page = await anotherPage(browser);
  await fromOwnNetwork(page);
  return page;
};

test('an occasion is made with faults mended on the way, published, taken back, and seen', async ({ page, browser }) => {
  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/aktiviteter');
  await expectSound(page);
  await follow(page, 'Nytt tillfälle');
  await heading(page, 'Vad ska det bli?');
  await expectSound(page);
  await follow(page, 'Så funkar det');
  await page.getByLabel('Namn').fill('Så funkar det i Kramfors');
  await press(page, 'Spara utkastet');
  await expect(faults(page)).toContainText('Välj en dag');
  await expect(page.getByLabel('Namn')).toHaveValue('Så funkar det i Kramfors');
  await expectSound(page);
  await page.getByLabel('Dag', { exact: true }).first().fill(inDays(60));
  await page.getByLabel('Börjar').fill('18:00');
  await page.getByLabel('Slutar').fill('19:30');
  await page.getByLabel('Hålls').selectOption('På plats eller digitalt');
  await press(page, 'Lägg till en träff');
  await expect(page.getByLabel('Dag', { exact: true }).nth(1)).toHaveValue(inDays(67));
  await expect(page.getByLabel('Namn')).toHaveValue('Så funkar det i Kramfors');
  await press(page, 'Ta bort träff 2');
  await expect(page.getByLabel('Börjar')).toHaveCount(1);
  await page.getByLabel('Plats', { exact: false }).first().fill('Biblioteket i Kramfors');
  await page.getByLabel('Platser digitalt').fill('10');
  await page.getByLabel('Platser på plats').fill('1');
  await press(page, 'Spara utkastet');
  await said(page, 'Utkastet är sparat');
  const number = numberIn(page);
  await expectSound(page);
  expect((await page.request.get(`/kalender/${number}`)).status()).toBe(404);

  await follow(page, 'Se hur det blir och publicera');
  await expect(main(page)).toContainText('Biblioteket i Kramfors');
  await expect(main(page)).toContainText('Länken till det digitala mötet saknas');
  await expectSound(page);
  await press(page, 'Publicera');
  await said(page, 'Det är publicerat');
  await press(page, 'Gör till utkast igen');
  await said(page, 'Det är ett utkast igen');
  await follow(page, 'Se hur det blir och publicera');
  await press(page, 'Publicera');

  const visitor = await visitorPage(browser);
  await visitor.goto(`/kalender/${number}`);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Så funkar det i Kramfors' })).toBeVisible();
  await visitor.context().close();
});

test('more seats go to the line, and who is booked on what is moved is asked whether it still suits', async ({
  page,
  browser,
}) => {
  const number = await ownOccasion(browser, { title: 'Ett som flyttas', digital: 10, physical: 1 });
  const visitor = await visitorPage(browser);
  const [first, second] = [ownAddress(), ownAddress()];
  await bookAs(visitor, number, first, { form: /^På plats/ });
  await queueAs(visitor, number, second, { form: /^På plats/ });

  await visitor.context().close();
  await signInStaff(page, 'maja');
  await page.goto(`/arbetsyta/aktiviteter/${number}`);
  await expect(main(page)).toContainText('1 av 1 på plats');
  await expect(page.getByRole('table', { name: 'Kön, i turordning' })).toContainText('1 plats på plats');
  await expect(main(page).getByRole('button', { name: 'Gör till utkast igen' })).toHaveCount(0);
  await expectSound(page);
  await main(page).getByText('Ändra antalet platser').click();
  await page.getByLabel('Platser på plats').fill('många');
  await press(page, 'Ändra');
  await expect(faults(page)).toContainText('Skriv antalet platser med siffror');
  await expectSound(page);
  await page.getByLabel('Platser på plats').fill('2');
  await press(page, 'Ändra');
  await said(page, 'de första i kön har fått ett erbjudande');
  await mailsTo(second, 2);

  await follow(page, /^Flytta/);
  await heading(page, 'Flytta');
  await page.getByLabel('Dag', { exact: true }).fill(inDays(-2));
  await press(page, 'Fortsätt');
  await press(page, 'Flytta och mejla');
  await expect(faults(page)).toContainText('Välj en tid som kommer');
  await expectSound(page);
  await page.getByLabel('Dag', { exact: true }).fill(inDays(61));
  await press(page, 'Fortsätt');
  await heading(page, 'Stämmer det här?');
  await expect(main(page)).toContainText('1 bokning och 1 i kö får ett mejl.');
  await expectSound(page);
  await press(page, 'Flytta och mejla');
  await said(page, 'Det är flyttat');
  await expect(main(page)).toContainText('0 av 2 svarat att det passar');
  await expect(main(page)).toContainText('Mejl till 2 bokningar');
  const [moved] = (await mailsTo(first, 2)).filter(({ subject }) => subject.includes('Flyttat'));
  expect(moved?.text).toContain('gäller inte längre');
  await expectSound(page);
});

test('those booked get a message, and then hear why it is cancelled', async ({ page, browser }) => {
  const number = await ownOccasion(browser, { title: 'Ett som ställs in' });
  const [visitor, first] = [await visitorPage(browser), ownAddress()];
  await bookAs(visitor, number, first);
  await signInStaff(page, 'maja');
  await page.goto(`/arbetsyta/aktiviteter/${number}`);
  await follow(page, 'Mejla');
  await press(page, 'Läs igenom');
  await expect(faults(page)).toContainText('Skriv vad mejlet handlar om');
  await expectSound(page);
  await page.getByLabel('Ämne').fill('Parkering');
  await page.getByLabel('Meddelande').fill('Ställ bilen på baksidan.');
  await expectSound(page);
  await press(page, 'Läs igenom');
  await heading(page, 'Ska det här skickas?');
  await expect(main(page)).toContainText('1 bokning får ett mejl.');
  await expectSound(page);
  await press(page, 'Skicka');
  await said(page, 'Mejlet är på väg');
  await mailsTo(first, 2);

  await follow(page, 'Ställ in');
  await press(page, 'Fortsätt');
  await expect(faults(page)).toContainText('Skriv varför det blir inställt');
  await expectSound(page);
  await page.getByLabel('Varför?').fill('Samordnaren är sjuk.');
  await press(page, 'Fortsätt');
  await expect(page.getByRole('region', { name: 'Mejlet' })).toContainText('Samordnaren är sjuk.');
  await expectSound(page);
  await press(page, 'Ställ in och mejla');
  await said(page, 'Det är inställt');
  await expect(main(page)).toContainText('Samordnaren är sjuk.');
  await expectSound(page);
  expect(
    (await mailsTo(first, 3)).some(
      ({ subject, text }) => subject.startsWith('Inställt') && text.includes('Samordnaren är sjuk.'),
    ),
  ).toBe(true);
  // The mail that says it is cancelled leads on to what else there is.
  await visitor.goto(bookingLink((await mailsTo(first, 3)).find(({ text }) => text.includes('/bokning/'))));
  await expect(visitor.getByRole('main')).toContainText(/inställd/);
  await visitor.context().close();
});

test('of two coordinators at once the second is told what the first has done, and nothing that was typed is lost', async ({
  page,
  browser,
}) => {
  const number = await ownOccasion(browser, { title: 'Två samtidigt' });
  await signInStaff(page, 'maja');
  await page.goto(`/arbetsyta/aktiviteter/${number}/andra`);
  await expectSound(page);
  const other = await anotherPage(browser);
  await signInStaff(other, 'daniel');
  await other.goto(`/arbetsyta/aktiviteter/${number}/andra`);
  await other.getByLabel('Tema').fill('Daniels tema');
  await other.getByRole('button', { name: 'Spara' }).click();
  await said(other, 'Det är sparat');
  await page.getByLabel('Beskrivning').fill('Majas beskrivning');
  await press(page, 'Spara');
  await expect(refused(page)).toContainText('Någon annan har ändrat');
  await expect(refused(page)).toContainText('Daniel Exempelby ändrade');
  await expect(refused(page)).toContainText('tema: inget → Daniels tema');
  await expect(page.getByLabel('Beskrivning')).toHaveValue('Majas beskrivning');
  await expectSound(page);
  await press(page, 'Spara');
  await said(page, 'Det är sparat');
  await expect(main(page)).toContainText('Majas beskrivning');
  await other.context().close();
});

test('a course is copied to other days, closed and opened, and a draft that was thrown away comes back', async ({
  page,
  browser,
}) => {
  const number = await ownOccasion(browser, { title: 'Kursen', days: [30, 37] });
  await signInStaff(page, 'maja');
  await page.goto(`/arbetsyta/aktiviteter/${number}`);
  await press(page, 'Stäng bokningen');
  await said(page, 'Bokningen är stängd');
  await expect(main(page)).toContainText('Bokningen stängd');
  await press(page, 'Öppna bokningen');
  await said(page, 'Bokningen är öppen igen');
  await follow(page, 'Kopiera till nya datum');
  await expectSound(page);
  await press(page, 'Kopiera');
  await expect(faults(page)).toContainText('Välj en dag');
  await expectSound(page);
  await page.getByLabel('Vilken dag är den första träffen?').fill(inDays(90));
  await press(page, 'Kopiera');
  await said(page, 'Här är kopian');
  expect(numberIn(page)).not.toBe(number);
  await press(page, 'Ta bort utkastet');
  await said(page, 'Utkastet är borttaget');
  await press(page, 'Ta tillbaka utkastet');
  await said(page, 'Utkastet är tillbaka');
  await follow(page, 'Ändra');
  await expect(page.getByLabel('Dag', { exact: true }).nth(1)).toHaveValue(inDays(97));
  await expectSound(page);
  await page.getByLabel('Platser digitalt').fill('');
  await press(page, 'Spara');
  await expect(faults(page)).toContainText('Skriv hur många som kan vara med');
  await expectSound(page);
  await page.goto(`/arbetsyta/aktiviteter/${number}/dela-ut`);
  const link = await main(page)
    .getByText(/inbjudan=/)
    .textContent();
  await expectSound(page);
  await press(page, 'Byt länk');
  await said(page, 'Den gamla fungerar inte längre');
  await expect(main(page).getByText(/inbjudan=/)).not.toHaveText(link ?? '');
  await page.goto(`/arbetsyta/aktiviteter/${number}/traff`);
  await heading(page, 'Byt lokal');
  await expectSound(page);
});

test('a day is cut into slots, one is taken away and more are added', async ({ page }) => {
  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/aktiviteter/nytt?av=sa-funkar-det&satt=tider');
  await expectSound(page);
  await page.getByLabel('Dag', { exact: true }).first().fill(inDays(40));
  await page.getByLabel('Första tiden börjar').fill('09:00');
  await page.getByLabel('Sista tiden slutar senast').fill('08:00');
  await press(page, 'Spara utkastet');
  await expect(faults(page)).toContainText('Sluttiden ska vara efter starttiden');
  await expectSound(page);
  await page.getByLabel('Sista tiden slutar senast').fill('12:00');
  await press(page, 'Spara utkastet');
  await expect(main(page)).toContainText('0 av 3 tider');
  await expectSound(page);
  await follow(page, 'Lägg till eller ta bort tider');
  await expectSound(page);
  await press(page, /^Ta bort .* kl. 9.00/);
  await said(page, 'Tiden är borttagen');
  await page.getByLabel('Dag', { exact: true }).fill(inDays(41));
  await page.getByLabel('Första tiden börjar').fill('13:00');
  await page.getByLabel('Sista tiden slutar senast').fill('13:10');
  await press(page, 'Lägg till');
  await expect(faults(page)).toContainText('Det får inte plats någon tid');
  await expectSound(page);
  await page.getByLabel('Sista tiden slutar senast').fill('14:00');
  await page.getByLabel('Maja Påhittsson').check();
  await press(page, 'Lägg till');
  await said(page, 'Tiderna är inlagda');
  await expect(main(page)).toContainText('Maja Påhittsson möter familjen');
  await expect(main(page).getByRole('button', { name: /^Ta bort/ })).toHaveCount(3);
});

test('a year of Så funkar det is made in one press, and what has been is found by its year', async ({ page }) => {
  await signInStaff(page, 'maja');
  const year = new Date().getFullYear() + 2;
  await page.goto(`/arbetsyta/aktiviteter/ar?ar=${year}`);
  await heading(page, `Så funkar det ${year}`);
  await expectSound(page);
  await page.getByLabel('Slutar').fill('11:00');
  await press(page, 'Gör de månader som saknas');
  await expect(faults(page)).toContainText('Sluttiden ska vara efter starttiden');
  await expectSound(page);
  await page.getByLabel('Slutar').fill('13:00');
  await press(page, 'Gör de månader som saknas');
  await said(page, 'Året är inlagt');
  await page.goto(`/arbetsyta/aktiviteter/ar?ar=${year}`);
  await expect(main(page)).toContainText('Alla månader finns redan');
  await expect(page.getByRole('table', { name: 'Dagarna, månad för månad' }).getByRole('row')).toHaveCount(13);
  await page.goto('/arbetsyta/aktiviteter?av=sa-funkar-det');
  await expectSound(page);
  await page.getByLabel('Visa').selectOption({ label: `Det som har varit ${year - 3}` });
  await press(page, 'Visa');
  await expect(page).toHaveURL(/ar=\d{4}/);
  await expectSound(page);
});

test('a workplace’s wish becomes an occasion for those who have its link', async ({ page, browser }) => {
  const visitor = await visitorPage(browser);
  const name = `Påhittade verkstaden ${crypto.randomUUID().slice(0, 6)}`;
  await visitor.goto('/sa-funkar-det/bjud-in-oss');
  await visitor.getByLabel('Arbetsplats eller förening').fill(name);
  await visitor.getByLabel('Vem pratar vi med?').fill('Vera Exempelgren');
  await visitor.getByLabel('E-post').fill(ownAddress());
  await visitor.getByLabel('I vilken kommun?').selectOption('Timrå');
  await visitor.getByLabel('När passar det?').fill('En tisdag efter lunch');
  await visitor.getByLabel('Ungefär hur många blir ni?').fill('12');
  // A test fills in faster than a person may: the page asks for one more press, as it would ask a quick person.
  await expect(async () => {
    await visitor.getByRole('main').getByRole('button').last().click();
    await expect(visitor.getByRole('main').getByRole('status')).toBeVisible({ timeout: 1_500 });
  }).toPass({ timeout: 20_000 });
  await visitor.context().close();

  await signInStaff(page, 'maja');
  await page.goto('/arbetsyta/aktiviteter/besok');
  await expectSound(page);
  await press(page, `Vi kan inte komma till ${name}`);
  await said(page, 'Det är noterat att ni tackar nej');
  await press(page, `Ångra svaret till ${name}`);
  await said(page, 'Svaret är taget tillbaka');
  await follow(page, `Gör ett tillfälle för ${name}`);
  await expect(page.getByLabel('Namn')).toHaveValue(`Så funkar det hos ${name}`);
  await expect(page.getByLabel('Inbjudna')).toBeChecked();
  await page.getByLabel('Dag', { exact: true }).first().fill(inDays(50));
  await page.getByLabel('Börjar').fill('13:00');
  await page.getByLabel('Slutar').fill('14:00');
  await expectSound(page);
  await press(page, 'Spara utkastet');
  await said(page, 'Utkastet är sparat');
  await expect(main(page)).toContainText(name);
  await page.goto('/arbetsyta/aktiviteter/besok');
  await expect(main(page).getByRole('link', { name, exact: true })).toBeVisible();
});

test('the communicator sees nothing of it', async ({ page }) => {
  await signInStaff(page, 'karin');
  await expect(page.getByRole('navigation', { name: 'Arbetsytan' }).getByRole('link', { name: 'Aktiviteter' })).toHaveCount(0);
  expect((await page.request.get('/arbetsyta/aktiviteter')).status()).toBe(404);
});
