import { expect, test } from '@playwright/test';
import { fromOwnNetwork, ownAddress } from '../support/interest.ts';
import { mailsTo } from '../support/mailbox.ts';
import { expectSound } from '../support/sound.ts';

test.beforeEach(({ page }) => fromOwnNetwork(page));

test('a workplace asks for a visit, is told what is missing, and gets a mail that says nothing it wrote', async ({ page }) => {
  test.slow();
  const email = ownAddress();
  await page.goto('/sa-funkar-det');
  await page.getByRole('link', { name: 'Bjud in oss' }).first().click();
  await expectSound(page);
  await page.getByLabel('När passar det?').fill('En onsdag i mars');
  await page.getByRole('button', { name: 'Bjud in oss' }).click();
  await expect(page.getByRole('group', { name: 'Fem saker behöver rättas' })).toBeVisible();
  await expect(page.getByLabel('När passar det?')).toHaveValue('En onsdag i mars');
  await expectSound(page);
  await page.getByLabel('Arbetsplats eller förening').fill('Bruket i Exempelby');
  await page.getByLabel('I vilken kommun?').selectOption('Timrå');
  await page.getByLabel('Ungefär hur många blir ni?').fill('ca 25');
  await page.getByLabel('Vem pratar vi med?').fill('Vera Exempelgren');
  await page.getByLabel('E-post').fill(email);
  await page.getByRole('button', { name: 'Bjud in oss' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('Tack för att ni bjuder in oss');
  await expectSound(page);
  const [mail] = await mailsTo(email);
  for (const typed of ['Bruket', 'Vera', 'onsdag']) expect(`${mail?.html}${mail?.text}${mail?.subject}`).not.toContain(typed);
});
