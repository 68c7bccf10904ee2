import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { finishedDraft } from '../support/draft.ts';
import { type OwnSite, startOwnSite } from '../support/own-site.ts';

let site: OwnSite;
beforeAll(async () => {
  site = await startOwnSite();
});
afterAll(() => site?.stop());

const press = (email: string, begunAgo?: number) =>
  fetch(site.url + finishedDraft(site.settings.siteSecret, email, begunAgo), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
const mails = (template: string) =>
  site.supabase.sql<{ state: string; recipient: string | null }>('select state, recipient from public.mail where template = $1', [
    template,
  ]);
const becomes = (template: string, wanted: object[]) =>
  vi.waitFor(async () => expect(await mails(template)).toEqual(wanted), { timeout: 15_000, interval: 100 });

test('a mail is sent right after the press, and Resend’s signed news closes it', async () => {
  expect((await press('delivered@resend.dev')).status).toBe(303);
  await becomes('interest_received', [{ state: 'delivered', recipient: 'delivered@resend.dev' }]);
  await becomes('interest_notice', [{ state: 'delivered', recipient: null }]);
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as { to: string[]; subject: string }[];
  expect(letters.map(({ to, subject }) => `${to}: ${subject}`).sort()).toEqual([
    'delivered@resend.dev: Tack, vi hör av oss',
    'gfo@familjehem.example: Ny intresseanmälan, hem 1',
  ]);
});

test('a bounce reaches GFO as a notice, without the address', async () => {
  expect((await press('bounced@resend.dev')).status).toBe(303);
  await becomes('undelivered_notice', [{ state: 'delivered', recipient: null }]);
  const letters = (await (await fetch(`${site.mailbox.url}/api/messages`)).json()) as { subject: string; text: string }[];
  const notice = letters.find(({ subject }) => subject === 'Mejl kom inte fram, hem 2');
  expect(notice?.text).toContain('Ring hemmet i stället');
  expect(notice?.text).not.toContain('bounced@');
});

test('news that is not signed by Resend changes nothing', async () => {
  const body = JSON.stringify({ type: 'email.bounced', created_at: new Date().toISOString(), data: { tags: { mail: 'x' } } });
  const headers = {
    'content-type': 'application/json',
    'svix-id': 'msg_1',
    'svix-timestamp': String(Math.floor(Date.now() / 1000)),
    'svix-signature': 'v1,bm9uc2Vuc2U=',
  };
  const answer = await fetch(`${site.url}/api/webhooks/resend`, { method: 'POST', body, headers });
  expect(answer.status).toBe(401);
});

test('who is quicker than a person is asked to press once more, and registers nothing yet', async () => {
  const answer = await press('quick@exempel.example', 500);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Det gick väldigt fort');
  expect(await site.supabase.sql(`select 1 from public.interest where email = 'quick@exempel.example'`)).toEqual([]);
});
