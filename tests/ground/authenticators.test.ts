import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeAt, newSecret, openSecret } from '../../src/features/second-factor/app-code.ts';
import { derivedKey } from '../../src/shared/env.ts';
import { DEMO_STAFF } from '../../supabase/local/demo-people.ts';
import { startSupabase } from '../../supabase/local/embedded.ts';
import { startMailbox } from '../../supabase/local/mailbox/server.ts';
import { seedAuthenticators, seedOnce } from '../../supabase/local/prepare.ts';
import { demoSettings } from '../../supabase/local/settings.ts';
import { tempDir } from '../support/temp.ts';

const now = new Date('2026-11-24T09:00:13Z');

test('the mailbox shows each one’s code just now, changes as the codes do, and stands still when asked to', async () => {
  const secret = newSecret();
  const file = join(await tempDir(), 'mailbox.jsonl');
  const authenticators = { 'maja@familjehem.example': secret, 'stranger@familjehem.example': newSecret() };
  const mailbox = await startMailbox({ port: 0, file, apiKey: 're_prov', authenticators, clock: () => now });
  try {
    const { code } = codeAt(secret, now);
    const shown = await (await fetch(`${mailbox.url}/api/authenticators`)).json();
    expect(shown).toEqual([expect.objectContaining({ email: 'maja@familjehem.example', code, secondsLeft: 17 })]);
    const page = await fetch(`${mailbox.url}/autentiserare`);
    expect(page.headers.get('refresh')).toBe('17');
    expect(await page.text()).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
    const still = await fetch(`${mailbox.url}/autentiserare?stilla`);
    expect(still.headers.get('refresh')).toBeNull();
  } finally {
    await mailbox.close();
  }
});

test('settings from before there were authenticators get them once, and keep everything else', async () => {
  const dir = await tempDir();
  const { authenticators, ...before } = await demoSettings(dir);
  expect(Object.keys(authenticators)).toEqual(DEMO_STAFF.map(({ email }) => email));
  await writeFile(join(dir, 'demo.json'), JSON.stringify(before));
  const filled = await demoSettings(dir);
  expect(filled).toMatchObject(before);
  expect(Object.keys(filled.authenticators)).toEqual(Object.keys(authenticators));
  expect(await demoSettings(dir)).toEqual(filled);
});

test('the demo’s staff have the app that the mailbox shows, and a reset in the demo is a real one', async () => {
  const settings = await demoSettings(await tempDir());
  const supabase = await startSupabase({ database: { kind: 'pglite' }, port: 0, ...settings });
  try {
    await seedOnce(supabase.sql);
    await seedAuthenticators(supabase.sql, settings);
    await seedAuthenticators(supabase.sql, settings);
    const rows = await supabase.sql<{ id: string; email: string; sealed_secret: string }>(
      'select s.id, s.email, f.sealed_secret from private.factor f join public.staff_member s on s.id = f.staff_id',
    );
    const key = derivedKey('factor', settings.siteSecret);
    const opened = rows.map(({ id, email, sealed_secret }) => [email, openSecret(sealed_secret, id, key)]);
    expect(Object.fromEntries(opened)).toEqual(settings.authenticators);
    expect(rows).toHaveLength(DEMO_STAFF.length);

    await supabase.sql('update private.factor set removed_at = now()');
    await seedAuthenticators(supabase.sql, settings);
    expect(await supabase.sql('select from private.factor where removed_at is null')).toEqual([]);
  } finally {
    await supabase.close();
  }
});
