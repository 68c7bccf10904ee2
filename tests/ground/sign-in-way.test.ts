import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derivedKey } from '../../src/shared/env.ts';
import { seal, unseal } from '../../src/shared/seal.ts';
import { cookieOf, signInByCode } from '../support/cookie.ts';
import { finishedDraft } from '../support/draft.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

type Kept = { access: string; refresh: string; expiresAt: number };

let site: OwnSite;
beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site?.stop());

const post = (path: string, fields: Record<string, string> = {}, cookie = '') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { origin: site.url, cookie },
  });
const view = (path: string, cookie: string) => fetch(site.url + path, { redirect: 'manual', headers: { cookie } });
const key = () => derivedKey('session', site.settings.siteSecret);
const opened = (cookie: string) => unseal(cookie.slice('gfo='.length), key()) as Kept;
const closed = (session: Kept) => `gfo=${seal(session, key())}`;

/** A registered adult's cookie, by the code from the mail. */
async function signedIn(email: string): Promise<string> {
  await post(finishedDraft(site.settings.siteSecret, email));
  const { cookie, location } = await signInByCode(email, { siteUrl: site.url, mailboxUrl: site.mailbox.url });
  expect(location).toBe('/mina-sidor');
  return cookie;
}

describe('a session', () => {
  test('has access tokens of ten minutes', async () => {
    const { access } = opened(await signedIn('minutes@exempel.example'));
    const { exp, iat } = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    expect(exp - iat).toBeLessThanOrEqual(600);
  });

  test('is renewed in silence, and by many pages at once', async () => {
    const old = opened(await signedIn('renewed@exempel.example'));
    const expired = closed({ ...old, expiresAt: Math.floor(Date.now() / 1000) - 5 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => view('/mina-sidor', expired)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const renewed = opened(cookieOf(answers[0] ?? new Response()));
    expect(renewed.refresh).not.toBe(old.refresh);
    expect((await view('/mina-sidor', closed(renewed))).status).toBe(200);
    // The tab that slept through it comes with the cookie of before.
    expect((await view('/mina-sidor', expired)).status).toBe(200);
  });

  test('is left alone by pages that do not need it', async () => {
    const cookie = await signedIn('public@exempel.example');
    const front = await view('/', cookie);
    expect(front.headers.getSetCookie()).toEqual([]);
    expect(front.headers.get('cache-control')).toContain('public');
  });

  test('keeps its pages out of every cache', async () => {
    const answer = await view('/mina-sidor', await signedIn('cache@exempel.example'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('that was signed out counts no more, with the same cookie or the same token', async () => {
    const cookie = await signedIn('out@exempel.example');
    expect((await post('/logga-ut', {}, cookie)).headers.get('location')).toBe('/logga-in?skal=ut');
    expect((await view('/mina-sidor', cookie)).headers.get('location')).toContain('/logga-in');
    const direct = await fetch(`${process.env.SUPABASE_URL}/rest/v1/rpc/my_home`, {
      method: 'POST',
      body: '{}',
      headers: {
        apikey: site.settings.publishableKey,
        authorization: `Bearer ${opened(cookie).access}`,
        'content-type': 'application/json',
      },
    });
    expect(direct.ok).toBe(false);
  });

  test('"logga ut överallt" ends the others at once', async () => {
    const one = await signedIn('everywhere@exempel.example');
    // A second code at once would have to wait.
    await site.supabase.sql(`update private.code_wish set asked_at = asked_at - interval '1 day'`);
    const two = await signedIn('everywhere@exempel.example');
    await post('/logga-ut', { overallt: '1' }, two);
    expect((await view('/mina-sidor', one)).headers.get('location')).toContain('/logga-in');
  });

  test('of one person with the tokens of another is nobody’s', async () => {
    const amira = opened(await signedIn('amira@exempel.example'));
    const jonas = opened(await signedIn('jonas@exempel.example'));
    const [header, , signature] = amira.access.split('.');
    const forged = `${header}.${jonas.access.split('.')[1]}.${signature}`;
    expect((await view('/mina-sidor', closed({ ...amira, access: forged }))).status).not.toBe(200);
  });

  test('survives a database that cannot be reached: nobody is signed out by a fault', async () => {
    const cookie = await signedIn('fault@exempel.example');
    await site.supabase.sql('alter function public.visit() rename to visit_away');
    const answer = await view('/mina-sidor', cookie);
    await site.supabase.sql('alter function public.visit_away() rename to visit');
    expect(answer.status).toBe(500);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await view('/mina-sidor', cookie)).status).toBe(200);
  });
});

test('who asks for a code and is not ours gets no account, whoever they ask', async () => {
  await post('/logga-in?_action=signIn.ask', { epost: 'nobody@exempel.example' });
  await fetch(`${process.env.SUPABASE_URL}/auth/v1/otp`, {
    method: 'POST',
    body: JSON.stringify({ email: 'nobody@exempel.example', create_user: true }),
    headers: { apikey: site.settings.publishableKey, 'content-type': 'application/json' },
  });
  expect(await site.supabase.sql(`select from auth.users where email = 'nobody@exempel.example'`)).toEqual([]);
});

test('an account cannot be made or deleted with the publishable key', async () => {
  for (const [method, path] of [
    ['POST', ''],
    ['DELETE', `/${crypto.randomUUID()}`],
  ] as const) {
    const answer = await fetch(`${process.env.SUPABASE_URL}/auth/v1/admin/users${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify({ email: 'made@exempel.example' }) }),
      headers: { apikey: site.settings.publishableKey },
    });
    expect(answer.status).toBe(401);
  }
});
