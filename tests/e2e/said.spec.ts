import { expect, type Page, test } from '@playwright/test';
import { doneTexts as accessTexts } from '../../src/features/access-log/access-log.text.ts';
import { doneTexts as ownRequestTexts } from '../../src/features/data-request/data-request.text.ts';
import { doneTexts as deskRequestTexts } from '../../src/features/data-request/desk-request.text.ts';
import { doneTexts as householdTexts } from '../../src/features/household/household.text.ts';
import { matterDoneTexts } from '../../src/features/household/matter.text.ts';
import { bookingsDoneTexts } from '../../src/features/my-bookings/my-bookings.text.ts';
import { phoneDoneTexts, sharingDoneTexts, silenceDoneTexts, wayDoneTexts } from '../../src/features/my-home/my-home.text.ts';
import { messageDoneTexts } from '../../src/features/my-matter/my-matter.text.ts';
import { doneTexts as staffTexts } from '../../src/features/staff/staff.text.ts';
import { signInAdult, signInStaff } from '../support/sign-in.ts';
import { expectSound } from '../support/sound.ts';

type Said = string | { heading?: string; text: string; bad?: boolean };

const amira = (page: Page) => signInAdult(page, 'amira.exempelsson@exempel.example');
const maja = (page: Page) => signInStaff(page, 'maja');
const helena = (page: Page) => signInStaff(page, 'helena');

// What a page says has been done stands in its address, so each text can be met without doing it again.
for (const [path, texts, enter] of [
  ['/mina-sidor', wayDoneTexts, amira],
  ['/mina-sidor/meddelanden', messageDoneTexts, amira],
  ['/mina-sidor/uppgifter', phoneDoneTexts, amira],
  ['/mina-sidor/andra-vuxna', sharingDoneTexts, amira],
  ['/mina-sidor/tyst-vag', silenceDoneTexts, amira],
  ['/mina-sidor/begaran', ownRequestTexts, amira],
  ['/mina-sidor/bokningar', bookingsDoneTexts, amira],
  ['/arbetsyta', householdTexts, maja],
  ['/arbetsyta/hem/1', { ...householdTexts, ...matterDoneTexts }, maja],
  ['/arbetsyta/begaran', deskRequestTexts, maja],
  ['/arbetsyta/medarbetare', staffTexts, helena],
  ['/arbetsyta/atkomst', accessTexts, helena],
] as const) {
  test(`every text that ${path} says when something is done is sound`, async ({ page }) => {
    test.slow();
    await enter(page);
    // They differ in their words alone: the first, the last and one of bad news are looked at closely.
    const all = Object.entries<Said>(texts);
    const closely = new Set([all.find(([, said]) => typeof said !== 'string' && said.bad)?.[0], all[0]?.[0], all.at(-1)?.[0]]);
    for (const [key, said] of all) {
      await page.goto(`${path}?klart=${key}`);
      await expect(page.getByRole('main').getByRole('status')).toContainText(typeof said === 'string' ? said : said.text);
      if (closely.has(key)) await expectSound(page);
    }
  });
}
