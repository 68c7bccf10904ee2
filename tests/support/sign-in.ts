import { randomUUID } from 'node:crypto';
import { type Cookie, expect, type Page } from '@playwright/test';
import { fromNetworkOf } from './interest.ts';
import type { Message } from './mailbox.ts';
import { MAILBOX } from './ports.ts';
import { inTurn, note, recall } from './turns.ts';

export type Staff = 'maja' | 'daniel' | 'karin' | 'helena';
export const staffAddress = (who: Staff) => `${who}@familjehem.example`;

/** Well before the access token runs out: tests that share a session must not race to renew it. */
const SHARED_FOR = 6 * 60_000;

type Wish = {
  /** A session of the test's own, for a test that ends it. The others share one, for codes are limited and work once. */
  own?: boolean;
};
type Kept = { at: number; cookies: Cookie[] };

/** Signed in as an adult of a home. The page stands at Mina sidor. */
export async function signInAdult(page: Page, email: string, { own = false }: Wish = {}): Promise<void> {
  await signedIn(page, email, own, '/mina-sidor', () => enterMailCode(page, email));
}

/** Signed in as one of the demo's staff, with the second factor. The page stands at the work desk. */
export async function signInStaff(page: Page, who: Staff, { own = false }: Wish = {}): Promise<void> {
  const email = staffAddress(who);
  await signedIn(page, email, own, '/arbetsyta', async () => {
    await enterMailCode(page, email);
    await page.getByLabel('Koden från appen').fill(await unusedAppCode(who));
    await page.getByRole('button', { name: 'Logga in' }).click();
  });
}

/** From the sign-in page to where the code from the mail leads. */
export async function enterMailCode(page: Page, email: string, next?: string): Promise<void> {
  await fromNetworkOf(page, email);
  const before = (await codesTo(email)).length;
  await page.goto(next ? `/logga-in?${new URLSearchParams({ vidare: next })}` : '/logga-in');
  await page.getByLabel('Din e-postadress').fill(email);
  await page.getByRole('button', { name: 'Mejla en kod' }).click();
  const isNew = new URL(page.url()).searchParams.get('nu') !== 'vanta';
  const codes = () => codesTo(email);
  await expect.poll(async () => (await codes()).length, { timeout: 20_000 }).toBeGreaterThan(isNew ? before : 0);
  await page.getByLabel('Koden, sex siffror').fill((await codes())[0] ?? '');
  await page.getByRole('button', { name: 'Logga in' }).click();
  await expect(page).not.toHaveURL(/\/logga-in\/kod/);
}

/** A code of the demo's authenticator that no test has been given: each works once. Waits for the next one when it must. */
export async function unusedAppCode(who: Staff): Promise<string> {
  return await inTurn(`code-${who}`, async () => {
    const last = await recall<string>(`code-${who}`);
    let code = '';
    await expect
      .poll(
        async () => {
          code = await shownCode(who);
          return code;
        },
        { message: `a new code for ${who}`, timeout: 40_000, intervals: [250, 1_000] },
      )
      .not.toBe(last);
    await note(`code-${who}`, code);
    return code;
  });
}

async function signedIn(page: Page, email: string, own: boolean, home: string, enter: () => Promise<void>): Promise<void> {
  await fromNetworkOf(page, email);
  await inTurn(`sign-in-${email}`, async () => {
    const kept = own ? undefined : await recall<Kept>(`session-${email}`);
    if (kept && Date.now() - kept.at < SHARED_FOR) {
      await page.context().addCookies(kept.cookies);
      await page.goto(home);
      if (new URL(page.url()).pathname === home) return;
    }
    await page.context().clearCookies();
    await enter();
    await expect(page).toHaveURL(new RegExp(home));
    if (!own) await note(`session-${email}`, { at: Date.now(), cookies: await page.context().cookies() } satisfies Kept);
  });
}

async function shownCode(who: Staff): Promise<string> {
  const shown = (await (await fetch(`${MAILBOX.url}/api/authenticators`)).json()) as { email: string; code: string }[];
  return shown.find(({ email }) => email === staffAddress(who))?.code ?? '';
}

/** Newest first. */
async function codesTo(email: string): Promise<string[]> {
  const messages = (await (await fetch(`${MAILBOX.url}/api/messages`)).json()) as Message[];
  return messages.filter(({ to }) => to.includes(email)).flatMap(({ text }) => /Din kod är (\d{6})/i.exec(text)?.[1] ?? []);
}

/** Somebody whom the head lists here and now, for a test of their own: no factor yet, no tries used up. Nobody is signed in after. */
export async function newStaff(page: Page): Promise<string> {
  const email = `ny-${randomUUID().slice(0, 8)}@familjehem.example`;
  await signInStaff(page, 'helena');
  await page.goto('/arbetsyta/medarbetare');
  await page.getByLabel('Namn').fill('Nyman Påhittad');
  await page.getByLabel('E-post').fill(email);
  await page.getByRole('radio', { name: /^Familjehemssamordnare/ }).check();
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.getByText(email).first()).toBeVisible();
  await page.context().clearCookies();
  return email;
}
