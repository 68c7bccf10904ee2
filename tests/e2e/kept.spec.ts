import { expect, test } from '@playwright/test';
import { homeThatAsked } from '../support/family.ts';
import { SITE } from '../support/ports.ts';
import { letSessionRunOut } from '../support/run-out.ts';
import { signInStaff } from '../support/sign-in.ts';
import { signInAgain } from '../support/sign-in-again.ts';
import { expectSound } from '../support/sound.ts';

test('a form that is sent when the session has run out is kept, and stands there after signing in again', async ({
  page,
  browser,
}) => {
  test.slow();
  const number = await homeThatAsked(browser, 'insyn', 'Vad står det om oss?');
  await signInStaff(page, 'helena');
  await page.goto(`/arbetsyta/hem/${number}/begaran`);
  const reason = 'Du får läsa allt.\nVi ringer på måndag och bestämmer en tid.';
  await page.getByRole('radio', { name: /^Beviljas Personen/ }).check();
  await page.getByLabel('Skäl').fill(reason);
  await letSessionRunOut(page.context());
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByRole('heading', { name: 'Logga in igen' })).toBeVisible();
  await signInAgain(page, 'helena');
  await expect(page.getByRole('heading', { name: 'Det du skrev finns kvar' })).toBeVisible();
  await expect(page.getByLabel('Skäl')).toHaveValue(reason);
  await expect(page.getByRole('radio', { name: /^Beviljas Personen/ })).toBeChecked();
  await expectSound(page);
  await page.getByRole('button', { name: 'Besluta' }).click();
  await expect(page.getByText(`Du beviljade en begäran om insyn i hem ${number}.`)).toBeVisible();
});

test('the addresses that the script calls refuse everybody else', async ({ request }) => {
  const own = { origin: SITE.url };
  const form = { sida: '/arbetsyta/medarbetare', namn: 'Siv' };
  const stay = await request.post('/api/session', { headers: own });
  expect([stay.status(), await stay.json()]).toEqual([401, { error: 'signed_out' }]);
  const keep = await request.post('/api/behall', { headers: own, form });
  expect([keep.status(), await keep.json()]).toEqual([
    401,
    { error: 'signed_out', next: '/logga-in?vidare=%2Farbetsyta%2Fmedarbetare&skal=still' },
  ]);
  for (const sida of ['', 'https://exempel.example/', '//exempel.example', '/intresseanmalan'])
    expect((await request.post('/api/behall', { headers: own, form: { sida } })).status(), sida).toBe(400);
  expect((await request.post('/api/behall', { headers: own, data: { sida: '/arbetsyta' } })).status()).toBe(415);
  const foreign = { origin: 'https://exempel.example' };
  expect((await request.post('/api/session', { headers: foreign })).status()).toBe(403);
  expect((await request.post('/api/behall', { headers: foreign, form })).status()).toBe(403);
});
