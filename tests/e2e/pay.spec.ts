import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { expect, test } from '@playwright/test';
import { expectSound } from '../support/sound.ts';

/** The calculator shows in a year whose amounts are complete: the site is asked as it was in 2021. */
let site: ChildProcessByStdio<null, Readable, null>;
let address = '';

test.beforeAll(async () => {
  site = spawn(process.execPath, ['--import', './tests/support/clock-back.ts', 'tests/support/site-alone.ts'], {
    env: { ...process.env, YEAR: '2021' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(site.stdout, 'data')) as [Buffer];
  address = line.toString().trim();
});
test.afterAll(() => {
  site.kill('SIGKILL');
});

test('the amounts are reckoned with a press of a button, and stand in a table @no-scripts', async ({ page }) => {
  await page.goto(`${address}/ersattning`);
  await page.getByRole('group', { name: 'Barn 1' }).getByLabel('Ålder').selectOption('0–12 år');
  await page.getByRole('button', { name: 'Räkna ut' }).click();
  await expect(page.getByRole('status')).toContainText(/6\s503\skronor i månaden/);
  await expect(page.getByRole('table')).toContainText(/14\s592/);
  await expectSound(page);
});

test('the calculator answers at once, by keyboard alone, and is sound @scripts', async ({ page }) => {
  await page.goto(`${address}/ersattning`);
  const [one, two] = [page.getByRole('group', { name: 'Barn 1' }), page.getByRole('group', { name: 'Barn 2' })];
  await one.getByLabel('Ålder').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status')).toContainText(/6\s503\skronor i månaden/);
  await two.getByLabel('Ålder').selectOption('13–19 år');
  await two.getByLabel('Arvode').selectOption('Förhöjd nivå 1');
  await expect(page.getByRole('status')).toContainText(/16\s877\skronor i månaden/);
  await expect(page.getByRole('status')).toContainText(/9\s321\skronor till 13\s090\skronor/);
  await expectSound(page);
});
