import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../../functions/jobs/render-mail.tsx';
import type { ClaimedMail } from '../../../functions/jobs/send-outbox.ts';
import { parseFacts } from '../../../src/shared/facts/facts.schema.ts';

const facts = parseFacts(readFileSync(new URL('../../../content/facts.yml', import.meta.url), 'utf8'));
const post = { from: 'GFO familjehem <hej@familjehem.example>', noticeTo: 'gfo@familjehem.example', facts };
const row = (template: ClaimedMail['template'], payload: object, recipient: string | null = null): ClaimedMail => ({
  id: 'b1a7c3f2-0000-4000-8000-000000000000',
  template,
  payload: payload as ClaimedMail['payload'],
  recipient,
  claim: null,
  key: null,
  tag: null,
  attempts: 1,
});

describe('the mails', () => {
  test('the family reads by when somebody calls, and the next Så funkar det', async () => {
    const payload = { callBy: '2026-11-24T15:00:00Z', way: 'phone', registeredAt: '2026-11-20T18:00:00Z' };
    const letter = await renderMail(row('interest_received', payload, 'amira@exempel.example'), post);
    expect(letter.to).toBe('amira@exempel.example');
    expect(letter.subject).toBe('Tack, vi hör av oss');
    expect(letter.text).toContain('senast tisdag 24 november kl. 16.00');
    expect(letter.text).toContain('fredag 27 november kl. 12.00');
    expect(letter.html).toContain('lang="sv"');
    expect(letter.html).not.toContain('lang="en"');
    expect(letter.text).toContain('ringer er senast');
    expect(letter.text).not.toContain('tel:');
    expect(letter.html).not.toMatch(/<img|<script|https?:\/\/(?!www\.w3\.org)/);
  });

  test('GFO’s notice goes to GFO’s own address and names nobody', async () => {
    const letter = await renderMail(
      row('interest_notice', { householdNumber: 17, callBy: '2026-11-24T15:00:00Z', addition: true }),
      post,
    );
    expect(letter.to).toBe('gfo@familjehem.example');
    expect(letter.text).toContain('Hem 17');
    expect(letter.text).toContain('inte bekräftat');
  });

  test('an undelivered mail asks GFO to telephone', async () => {
    const letter = await renderMail(row('undelivered_notice', { householdNumber: 17 }), post);
    expect(letter.text).toContain('Ring hemmet i stället');
  });

  test('the same row gives the same letter, so that its key at Resend holds', async () => {
    const mail = row('interest_notice', { householdNumber: 17, callBy: '2026-11-24T15:00:00Z', addition: false });
    expect(await renderMail(mail, post)).toEqual(await renderMail(mail, post));
  });

  test('a row that cannot be read throws', async () => {
    await expect(renderMail(row('interest_received', {}), post)).rejects.toThrow('callBy');
    await expect(renderMail(row(null, {}), post)).rejects.toThrow('unknown template');
  });
});
