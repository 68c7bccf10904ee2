import { randomUUID } from 'node:crypto';
import { type Browser, expect, test } from '@playwright/test';
import { derivedKey } from '../../src/shared/env.ts';
import { unseal } from '../../src/shared/seal.ts';
import { demoSettings } from '../../supabase/local/settings.ts';
import { LOCAL_DIR, SITE, SUPABASE } from './ports.ts';
import { signInStaff } from './sign-in.ts';

type Wishes = {
  title?: string;
  digital?: number | null;
  physical?: number | null;
  audience?: string[];
  /** Days from now to each session, at noon; each lasts an hour. */
  days?: number[];
  slotted?: boolean;
  children?: boolean;
};

const HOUR = 3_600_000;

/** An occasion of the test's own, made and published by a coordinator as the work desk does it. Its number. */
export async function ownOccasion(browser: Browser, wishes: Wishes = {}): Promise<number> {
  const {
    title = 'Träff för prov',
    digital = 4,
    physical = null,
    audience = ['everyone'],
    days = [20],
    slotted = false,
  } = wishes;
  const form = digital === null ? 'physical' : physical === null ? 'digital' : 'hybrid';
  const noon = (day: number) => Math.floor(Date.now() / 86_400_000 + day) * 86_400_000 + 11 * HOUR;
  const sessions = days.map((day, at) => {
    // Slots follow each other on the day.
    const starts = noon(slotted ? (days[0] ?? day) : day) + (slotted ? at * HOUR : 0);
    return { starts_at: new Date(starts).toISOString(), ends_at: new Date(starts + 0.75 * HOUR).toISOString(), form };
  });
  const token = await coordinatorsToken(browser);
  const saved = await call(token, 'save_occasion', {
    p_id: randomUUID(),
    p_occasion: JSON.stringify({
      ...{ activity: 'sa-funkar-det', title, audience, sessions, is_slotted: slotted, takes_children: wishes.children ?? false },
      ...(!slotted && { digital_seats: digital, physical_seats: physical }),
      ...{ largest_party: 8, place: 'Biblioteket', address: 'Exempelgatan 1', digital_link: 'https://mote.exempel.example/prov' },
    }),
  });
  expect(saved).toMatchObject({ ok: true });
  const { number } = saved;
  expect(await call(token, 'act_on_occasion', { p_number: number, p_act: 'publish' })).toMatchObject({ ok: true });
  return number;
}

async function coordinatorsToken(browser: Browser): Promise<string> {
  const context = await browser.newContext({ ...test.info().project.use, baseURL: SITE.url });
  const page = await context.newPage();
  await signInStaff(page, 'maja');
  const cookie = (await context.cookies()).find(({ name }) => name === 'gfo')?.value ?? '';
  await context.close();
  const { siteSecret } = await demoSettings(LOCAL_DIR);
  return (unseal(cookie, derivedKey('session', siteSecret)) as { access: string }).access;
}

async function call(token: string, name: string, args: object): Promise<{ ok: boolean; number: number }> {
  const { publishableKey } = await demoSettings(LOCAL_DIR);
  const answer = await fetch(`${SUPABASE.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  expect(answer.ok, `${name}: ${answer.status}`).toBe(true);
  return (await answer.json()) as { ok: boolean; number: number };
}
