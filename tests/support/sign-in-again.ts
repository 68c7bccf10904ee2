import { expect, type Page } from '@playwright/test';
import { enterMailCode, type Staff, staffAddress, unusedAppCode } from './sign-in.ts';
import { inTurn } from './turns.ts';

/** From the page that a session's end leads to, to the page that it says one was going to. */
export async function signInAgain(page: Page, who: Staff): Promise<void> {
  const next = new URL(page.url()).searchParams.get('vidare') ?? '';
  // A test moves the browser's clock and not the site's, where the session may still hold.
  await page.context().clearCookies();
  await inTurn(`sign-in-${staffAddress(who)}`, async () => {
    await enterMailCode(page, staffAddress(who), next);
    await page.getByLabel('Koden från appen').fill(await unusedAppCode(who));
    await page.getByRole('button', { name: 'Logga in' }).click();
    await expect(page).toHaveURL(/\/arbetsyta/);
  });
}
