import { expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expectValidHtml } from '../support/html.ts';
import { MAILBOX } from '../support/ports.ts';
import { enterMailCode, newStaff, signInAdult, signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

const SECURITY = '/arbetsyta/inloggning';

// Somebody new has to be listed first, and a code can be waited for.
test.slow();

const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: Date.now() + steps * 30_000 });
const refused = (page: Page, text: string) =>
  expect(page.getByRole('group', { name: 'En sak behöver rättas' })).toContainText(text);
const enterApp = async (page: Page, code: string) => {
  await page.getByLabel('Koden från appen').fill(code);
  await page.getByRole('button', { name: 'Logga in' }).click();
};
const enterRecovery = async (page: Page, code: string) => {
  await page.getByLabel('Reservkoden').fill(code);
  await page.getByRole('button', { name: 'Logga in' }).click();
};
const signOut = (page: Page) => page.getByRole('button', { name: 'Logga ut', exact: true }).click();

/** From the choice of a factor to the recovery codes, with an app: its key, the code that proved it, and the codes. */
async function enrolApp(page: Page): Promise<{ key: string; used: string; codes: string[] }> {
  await page.getByRole('link', { name: 'Med en app som visar koder' }).click();
  const key = (await page.locator('.key').textContent()) ?? '';
  const used = codeOf(key);
  await page.getByLabel('Koden från appen').fill(used);
  await page.getByRole('button', { name: 'Lägg till appen' }).click();
  await expect(page.getByRole('heading', { name: 'Spara dina reservkoder' })).toBeVisible();
  return { key, used, codes: await page.locator('.codes li').allTextContents() };
}

test('one of the demo’s staff signs in with the code that the demo’s authenticator shows', async ({ page }) => {
  await signInStaff(page, 'karin');
  await page.goto(SECURITY);
  await expect(page.getByText('Demons autentiserare')).toBeVisible();
  await expectSound(page);
  await page.goto(`${MAILBOX.url}/autentiserare?stilla`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Karin Låtsman' })).toContainText(/\d{3} \d{3}/);
  await expectSound(page);
});

test('whoever is new chooses an app, proves it, and gets recovery codes once', { tag: '@scripts' }, async ({ page }) => {
  const email = await newStaff(page);
  await enterMailCode(page, email, SECURITY);
  await expect(page).toHaveURL(/\/logga-in\/andra-steget\?vidare=/);
  await expectSound(page);
  await page.getByRole('link', { name: 'Med en app som visar koder' }).click();
  await expect(page.getByRole('img', { name: /QR-kod/ })).toBeVisible();
  await expectSound(page);
  const key = (await page.locator('.key').textContent()) ?? '';
  await expect(page.getByRole('link', { name: 'Öppna appen härifrån' })).toHaveAttribute(
    'href',
    new RegExp(`^otpauth://totp/.*secret=${key.replaceAll(' ', '')}`),
  );
  await page.reload();
  await expect(page.locator('.key')).toHaveText(key);

  await page.getByLabel('Koden från appen').fill(codeOf(key, -20));
  await page.getByRole('button', { name: 'Lägg till appen' }).click();
  await refused(page, 'Koden stämmer inte');
  await expectSound(page);
  await expect(page.locator('.key')).toHaveText(key);
  await page.getByLabel('Vad ska den heta').fill('Jobbtelefonen');
  await page.getByLabel('Koden från appen').fill(codeOf(key));
  await page.getByRole('button', { name: 'Lägg till appen' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await expectSound(page);
  await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
  await expect(page).toHaveURL(new RegExp(SECURITY));
  await expect(page.getByText('Jobbtelefonen')).toBeVisible();
  await expect(page.getByText('Du har 10 kvar')).toBeVisible();
  // The only one has no way out, whatever address is tried.
  await expect(page.getByRole('link', { name: /^Ta bort/ })).toHaveCount(0);
});

test('a used code is refused, and a recovery code opens once', { tag: '@scripts' }, async ({ page }) => {
  const email = await newStaff(page);
  await enterMailCode(page, email, SECURITY);
  const { used, codes } = await enrolApp(page);
  await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
  await signOut(page);

  await enterMailCode(page, email, SECURITY);
  await expectSound(page);
  await enterApp(page, used);
  await refused(page, 'stämmer inte eller är redan använd');
  await expectSound(page);
  await page.goto(SECURITY);
  await expect(page).toHaveURL(/\/logga-in\/andra-steget/);

  await page.getByText('Har du inte telefonen').click();
  await page.getByRole('link', { name: 'Använd en reservkod' }).click();
  await expectSound(page);
  await enterRecovery(page, 'abc');
  await refused(page, 'tio bokstäver och siffror');
  await expectSound(page);
  await enterRecovery(page, (codes[0] ?? '').toUpperCase());
  await expect(page).toHaveURL(new RegExp(SECURITY));
  await expect(page.getByText('Du har 9 kvar')).toBeVisible();

  await page.getByRole('button', { name: 'Gör nya reservkoder' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
  await page.getByRole('button', { name: 'Logga ut överallt' }).click();
  await enterMailCode(page, email, SECURITY);
  await page.goto('/logga-in/andra-steget/reservkod');
  await enterRecovery(page, codes[0] ?? '');
  await refused(page, 'stämmer inte eller är redan använd');
  await enterRecovery(page, codes[1] ?? '');
  await refused(page, 'stämmer inte eller är redan använd');
});

test('after five tries even the right code waits, and the page says what to do', { tag: '@scripts' }, async ({ page }) => {
  const email = await newStaff(page);
  await enterMailCode(page, email, SECURITY);
  const { key } = await enrolApp(page);
  await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
  await signOut(page);
  await enterMailCode(page, email, SECURITY);
  for (let turn = 0; turn < 5; turn += 1) {
    await enterApp(page, codeOf(key, -20 - turn));
    await refused(page, 'stämmer inte eller är redan använd');
  }
  const answer = page.waitForResponse((response) => response.url().includes('svar='));
  await enterApp(page, codeOf(key, 1));
  expect((await answer).status()).toBe(429);
  await refused(page, 'Vänta fem minuter');
  await expectSound(page);
});

test('a family has no second step', async ({ page }) => {
  await signInAdult(page, 'samir.exempelsson@exempel.example');
  for (const path of ['', '/app', '/passkey', '/reservkod']) {
    await page.goto(`/logga-in/andra-steget${path}`);
    await expect(page).toHaveURL(/\/mina-sidor/);
  }
});

test.describe('a passkey', { tag: '@scripts' }, () => {
  // It cannot be used without scripts; what is said then has a test of its own.
  test.use({ javaScriptEnabled: true });

  /** Chromium's own key, that says yes when it is asked. `recognises`: whether it knows the finger. */
  const withKey = async (page: Page, recognises = true) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: recognises,
        automaticPresenceSimulation: true,
      },
    });
  };

  test('is made, opens the work desk, and is removed when there is another way', async ({ page }) => {
    const email = await newStaff(page);
    await withKey(page);
    await enterMailCode(page, email, SECURITY);
    await page.getByRole('link', { name: 'Med en passnyckel' }).click();
    await expectSound(page);
    await page.getByLabel('Vad ska den heta').fill('Jobbdatorn');
    await page.getByRole('button', { name: 'Skapa en passnyckel' }).click();
    await expect(page.locator('.codes li')).toHaveCount(10);
    await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
    await signOut(page);

    await enterMailCode(page, email, SECURITY);
    await expectSound(page);
    await page.getByRole('button', { name: 'Använd min passnyckel' }).click();
    await expect(page).toHaveURL(new RegExp(SECURITY));
    await page.getByRole('link', { name: 'Lägg till en passnyckel' }).click();
    await page.getByRole('button', { name: 'Skapa en passnyckel' }).click();
    await expect(page.getByRole('alert').getByText('finns redan i listan')).toBeVisible();
    await expectSound(page);

    await page.goto(SECURITY);
    await page.getByRole('link', { name: 'Lägg till en app' }).click();
    const key = (await page.locator('.key').textContent()) ?? '';
    await page.getByLabel('Koden från appen').fill(codeOf(key));
    await page.getByRole('button', { name: 'Lägg till appen' }).click();
    await expect(page).toHaveURL(new RegExp(SECURITY));
    await expectSound(page);
    await page.getByRole('link', { name: 'Ta bort Jobbdatorn' }).click();
    await expectSound(page);
    await page.getByRole('button', { name: 'Ta bort' }).click();
    await expect(page.getByText('Jobbdatorn')).toHaveCount(0);
    await expect(page.getByText('Autentiseringsapp')).toBeVisible();
  });

  test('that does not know the finger is not made, and the page says so', async ({ page }) => {
    const email = await newStaff(page);
    await withKey(page, false);
    await enterMailCode(page, email, SECURITY);
    await page.getByRole('link', { name: 'Med en passnyckel' }).click();
    await page.getByRole('button', { name: 'Skapa en passnyckel' }).click();
    // The browser itself takes its time to give up, on a busy machine.
    await expect(page.getByRole('alert').getByText('Det avbröts')).toBeVisible({ timeout: 60_000 });
    await expectSound(page);
  });

  test('that was answered once opens nothing when the answer is sent again', async ({ page }) => {
    const email = await newStaff(page);
    await withKey(page);
    await enterMailCode(page, email, SECURITY);
    await page.getByRole('link', { name: 'Med en passnyckel' }).click();
    await page.getByRole('button', { name: 'Skapa en passnyckel' }).click();
    await page.getByRole('link', { name: 'Jag har sparat dem' }).click();
    await signOut(page);
    await enterMailCode(page, email, SECURITY);
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Använd min passnyckel' }).click();
    const answer = new URLSearchParams((await sent).postData() ?? '').get('svar') ?? '';
    expect(answer).toContain('signature');
    await expect(page).toHaveURL(new RegExp(SECURITY));
    await signOut(page);
    await enterMailCode(page, email, SECURITY);
    await page.evaluate((old) => {
      const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
      form?.querySelector('[name="svar"]')?.setAttribute('value', old);
      form?.submit();
    }, answer);
    await refused(page, 'Det gick inte att läsa din passnyckel');
    await expectSound(page);
  });
});

test.describe('without scripts', { tag: '@no-scripts' }, () => {
  test.use({ javaScriptEnabled: false });

  test('the passkey’s button says that it needs them, and the app is beside it', async ({ page }) => {
    const email = await newStaff(page);
    await enterMailCode(page, email, SECURITY);
    await page.getByRole('link', { name: 'Med en passnyckel' }).click();
    // Playwright finds no text in there by itself.
    await expect(page.locator('noscript p')).toBeVisible();
    await page.getByRole('button', { name: 'Skapa en passnyckel' }).click();
    await refused(page, 'En passnyckel behöver JavaScript');
    await expectValidHtml(page);
    await page.getByRole('link', { name: 'Ta en app' }).click();
    await expect(page.getByRole('heading', { name: 'Lägg till en app' })).toBeVisible();
  });
});
