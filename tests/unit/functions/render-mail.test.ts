import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../../functions/jobs/render-mail.tsx';
import type { ClaimedMail } from '../../../functions/jobs/send-outbox.ts';
import { paths } from '../../../src/paths.ts';
import { parseFacts } from '../../../src/shared/facts/facts.schema.ts';
import { bookingKey } from '../../../src/shared/occasions/booking-link.ts';

const facts = parseFacts(readFileSync(new URL('../../../content/facts.yml', import.meta.url), 'utf8'));
const bookingSecret = Buffer.from('a key of tests alone');
const siteUrl = 'https://www.familjehem.example';
const post = {
  from: 'GFO familjehem <hej@familjehem.example>',
  noticeTo: 'gfo@familjehem.example',
  siteUrl,
  facts,
  bookingSecret,
};
const row = (template: ClaimedMail['template'], payload: object, recipient: string | null = null): ClaimedMail => ({
  id: 'b1a7c3f2-0000-4000-8000-000000000000',
  template,
  payload: payload as ClaimedMail['payload'],
  recipient,
  claim: null,
  key: null,
  tag: null,
  attempts: 1,
  written_at: '2026-11-20 18:00:00+00',
});

const consent = { title: 'Lampan under täcket', kind: 'story', till: '2026-12-24', path: paths.story('lampan-under-tacket') };

describe('the mails', () => {
  test('the family reads by when somebody calls, and the next Så funkar det', async () => {
    const payload = { callBy: '2026-11-24T15:00:00Z', way: 'phone', registeredAt: '2026-11-20T18:00:00Z' };
    const letter = await renderMail(row('interest_received', payload, 'amira@exempel.example'), post);
    expect(letter.to).toBe('amira@exempel.example');
    expect(letter.subject).toBe('Tack, vi hör av oss');
    expect(letter.text).toContain('senast tisdag 24 november kl. 16.00');
    expect(letter.html).toContain('https://www.familjehem.example/kalender?slag=sa-funkar-det');
    expect(letter.html).toContain('lang="sv"');
    expect(letter.html).not.toContain('lang="en"');
    expect(letter.text).toContain('ringer er senast');
    expect(letter.text).not.toContain('tel:');
    expect(letter.html).not.toMatch(/<img|<script|https?:\/\/(?!www\.w3\.org|www\.familjehem\.example)/);
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
    await expect(renderMail(row('security_notice', { what: 'another' }), post)).rejects.toThrow('what');
    await expect(renderMail(row('erasure_announced', {}), post)).rejects.toThrow('on');
    await expect(renderMail(row('consent_notice', { ...consent, path: '//ond.example' }), post)).rejects.toThrow('path');
    await expect(renderMail(row('consent_notice', { ...consent, till: '24 december' }), post)).rejects.toThrow('till');
  });
});

const number = { householdNumber: 17 };
const token = '00000000-0000-4000-8000-000000000007';
const session = { id: token, part: 1, startsAt: '2027-01-29 11:00:00+00', endsAt: '2027-01-29 12:00:00+00', form: 'digital' };
const visitors = {
  ...{ booking: '00000000-0000-4000-8000-0000000000ab', number: 3, ours: false, sequence: 0, state: 'booked', form: 'digital' },
  ...{ seats: 2, occasion: 4, activity: 'sa-funkar-det', title: 'Så funkar det', isSlot: false, sessions: [session] },
};
const homes = { ...visitors, ours: true, activity: 'natverkstraffar', title: 'Nätverksträff', theme: 'Skolan' };
const opened = paths.booking(visitors.booking, bookingKey(bookingSecret, visitors.booking));
const line = { state: 'offered', form: 'digital', seats: 2, until: '2026-11-22 18:00:00+00' };
const callBy = { callBy: '2026-11-24T15:00:00Z' };

/** Every template with the payload it reads, and the page that it leads to; none when it has no link. */
const ALL: Record<NonNullable<ClaimedMail['template']>, [payload: object, leadsTo: string[]]> = {
  interest_received: [
    { ...callBy, way: 'phone', registeredAt: '2026-11-20T18:00:00Z' },
    ['/logga-in', paths.calendar({ slag: 'sa-funkar-det' })],
  ],
  interest_notice: [{ ...number, ...callBy, addition: true }, []],
  undelivered_notice: [number, []],
  complaint_notice: [number, []],
  adult_invited: [{}, ['/logga-in']],
  address_asked: [{ token }, [paths.portal.confirmEmail(token)]],
  address_replaced: [{}, []],
  message_waits: [{}, [paths.signIn(paths.portal.messages)]],
  matter_changed: [{}, [paths.signIn(paths.portal.home)]],
  withdrawn: [{}, []],
  message_notice: [number, [paths.desk.household(17)]],
  matter_notice: [number, [paths.desk.household(17)]],
  staff_listed: [{}, ['/logga-in?vidare=%2Farbetsyta']],
  security_notice: [{ what: 'recovery_code_used' }, [paths.desk.security]],
  break_glass_notice: [number, [paths.desk.access()]],
  request_notice: [number, [paths.desk.requests]],
  request_decided: [{ erased: false }, [paths.signIn(paths.portal.requests)]],
  unannounced_notice: [{ householdNumber: 17, on: '2026-12-24T08:00:00Z' }, [paths.desk.household(17)]],
  erasure_announced: [{ on: '2026-12-24T08:00:00Z' }, [paths.signIn(paths.portal.home)]],
  consent_notice: [{ title: 'Läxan', kind: 'film', till: '2026-12-24', path: paths.film('laxan') }, [paths.film('laxan')]],
  booking_confirmed: [visitors, [opened]],
  booking_waiting: [
    { ...homes, state: 'waiting', line: { ...line, state: 'waiting', place: 3 } },
    [paths.portal.booking(homes.booking)],
  ],
  booking_offer: [{ ...visitors, state: 'waiting', line }, [opened]],
  booking_offer_gone: [{ ...visitors, state: 'cancelled' }, [opened]],
  booking_changed: [homes, [paths.portal.booking(homes.booking)]],
  booking_moved: [{ ...visitors, was: [session] }, [opened]],
  booking_cancelled: [{ ...homes, state: 'cancelled', why: 'occasion_cancelled', had: 'booked' }, [paths.portal.calendar()]],
  booking_link: [visitors, [opened]],
  booking_reminder: [{ ...visitors, when: 'week', session: session.id }, [opened]],
  booking_thanks: [{ ...visitors, activity: 'sa-funkar-det' }, [paths.interest()]],
  booking_message: [{ ...visitors, subject: 'Parkering', body: 'Hej!\n\nStå bakom huset.' }, [opened]],
  certificate_issued: [{ ...homes, title: 'Ett hem att växa i', code: 'K7QM' }, [paths.portal.courses]],
  visit_received: [{}, [paths.information()]],
  visit_notice: [{}, [paths.desk.visits()]],
};

describe.each(Object.entries(ALL))('the mail %s', (template, [payload, leadsTo]) => {
  // What must never be in a mail, offered to it: a template reads what it names, and no more.
  const personal = {
    firstName: 'Amira',
    name: 'Amira Exempelsson',
    reason: 'Bråk i hemmet',
    wish: 'Ta bort mig',
    address: 'Vägen 3',
  };
  const render = () =>
    renderMail(row(template as ClaimedMail['template'], { ...personal, ...payload }, 'amira@exempel.example'), post);

  test('holds no name, address, wish or reason, in subject, text or HTML', async () => {
    const { subject, html, text } = await render();
    for (const part of [subject, html, text]) expect(part).not.toMatch(/amira|exempelsson|bråk|ta bort mig|vägen 3/i);
  });

  test('says nothing of an assessment, a child or protection', async () => {
    const { subject, text } = await render();
    const matter = /kartlägg|utred|barn|skydd|våld|jäv|polis/i;
    expect(subject).not.toMatch(matter);
    expect(text).not.toMatch(matter);
  });

  test('leads nowhere but to our own pages', async () => {
    const { html, text } = await render();
    const links = [...html.matchAll(/href="(https?:[^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&'));
    expect(links).toEqual(leadsTo.map((path) => new URL(path, siteUrl).href));
    for (const link of links) expect(text).toContain(link);
  });

  test('is plain Swedish text as well, with where to reach us', async () => {
    const { html, text, subject } = await render();
    expect(html).toContain('lang="sv"');
    expect(text).toContain(facts.kontakt.telefon);
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(html).not.toMatch(/<img|<script/);
  });
});

test.each([
  ['film', 'filmen', 'syns eller hörs'],
  ['story', 'berättelsen', 'berättar'],
])(
  'of a %s the communicator reads its title, its last day and what to do, and the subject says only the day',
  async (kind, ...said) => {
    const { subject, text } = await renderMail(row('consent_notice', { ...consent, kind }), post);
    expect(subject).toBe('Ett samtycke går ut torsdag 24 december');
    for (const part of [...said, '”Lampan under täcket”', 'onsdag 23 december', 'torsdag 24 december'])
      expect(text).toContain(part);
  },
);

test('a mail about what was erased has no link: there is nothing left to sign in to', async () => {
  const letter = await renderMail(row('request_decided', { erased: true }, 'amira@exempel.example'), post);
  expect(letter.html).not.toContain(siteUrl);
  expect(letter.text).toContain('Du kan inte längre logga in');
});
