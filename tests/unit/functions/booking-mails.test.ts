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
const post = { from: 'GFO <hej@familjehem.example>', noticeTo: 'gfo@familjehem.example', siteUrl, facts, bookingSecret };
const id = '00000000-0000-4000-8000-0000000000ab';
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const session = (part: number, startsAt: string, endsAt: string, more: object = {}) => ({
  ...{ id: uuid(part), part, startsAt, endsAt, form: 'hybrid', ...more },
});
const evening = session(1, '2027-01-29 17:00:00+00', '2027-01-29 19:00:00+00', { place: 'Kulturskolan', address: 'Gatan 1' });
const booking = {
  ...{ booking: id, number: 3, ours: false, sequence: 0, state: 'booked', form: 'physical', seats: 2, occasion: 4 },
  ...{ activity: 'sa-funkar-det', title: 'Så funkar det', theme: 'Att vara jourhem', isSlot: false, sessions: [evening] },
};

type Template = NonNullable<ClaimedMail['template']>;
async function render(template: Template, more: object = {}, writtenAt = '2027-01-10 08:00:00+00') {
  const row = {
    id: uuid(1),
    template,
    payload: { ...booking, ...more } as ClaimedMail['payload'],
    recipient: 'vera@exempel.example',
  };
  const letter = await renderMail({ ...row, claim: null, key: null, tag: null, attempts: 1, written_at: writtenAt }, post);
  const [file] = letter.attachments ?? [];
  // As it is read: where a line is broken in plain text says nothing.
  return { ...letter, said: letter.text.replace(/\s+/g, ' '), file: file && { ...file, content: file.content.toString('utf8') } };
}

describe('what a mail about a booking says', () => {
  test('confirmed: what, when, where and how many, with the page to change it on', async () => {
    const { subject, said, file } = await render('booking_confirmed');
    expect(subject).toBe('Era platser är bokade: fredag 29 januari kl. 18.00');
    expect(said).toContain('Så funkar det Att vara jourhem');
    expect(said).toContain('När: fredag 29 januari kl. 18.00–20.00');
    expect(said).toContain('Var: Kulturskolan, Gatan 1');
    expect(said).toContain('Antal: 2 platser');
    expect(said).toContain(paths.booking(id, bookingKey(bookingSecret, id)));
    expect(said).not.toContain('digitalt');
    expect(file).toMatchObject({ filename: 'bokning.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH' });
    expect(file?.content).toContain('DTSTART;TZID=Europe/Stockholm:20270129T180000');
    expect(file?.content).toContain('DTSTAMP:20270110T080000Z');
  });

  test('the year stands where it is not that of the mail', async () => {
    expect((await render('booking_confirmed', {}, '2026-12-30 08:00:00+00')).subject).toContain(
      'fredag 29 januari 2027 kl. 18.00',
    );
  });

  test('a booked slot is a time, and who comes is people', async () => {
    const { subject, said } = await render('booking_confirmed', { isSlot: true });
    expect(subject).toMatch(/^Er tid är bokad/);
    expect(said).toContain('Antal: 2 personer');
  });

  test('digital: that the link comes, and the link when it is there', async () => {
    const link = 'https://mote.exempel.example/rum';
    const later = await render('booking_confirmed', { form: 'digital' });
    expect(later.said).toContain('Var: digitalt');
    expect(later.said).toContain('får ni i ett mejl dagen före.');
    const now = await render('booking_confirmed', { form: 'digital', sessions: [{ ...evening, link }] });
    expect(now.said).toContain(link);
    expect(now.said).not.toContain('dagen före');
  });

  test('digital, within a day: the link comes in no mail of yesterday, not even by the reminder of the day', async () => {
    const soon = '2027-01-29 08:00:00+00';
    expect((await render('booking_confirmed', { form: 'digital' }, soon)).said).toContain('får ni i ett mejl en timme före.');
    const late = await render('booking_changed', { form: 'digital' }, '2027-01-29 16:30:00+00');
    expect(late.said).toContain('visas på bokningens sida.');
    const reminder = { form: 'digital', when: 'day', session: uuid(1) };
    const { said } = await render('booking_reminder', reminder, '2027-01-28 17:00:30+00');
    expect(said).toContain('får ni i ett mejl en timme före.');
  });

  test('a course lists its evenings, and where each is when they differ', async () => {
    const second = session(2, '2027-02-05 17:00:00+00', '2027-02-05 19:00:00+00', { form: 'digital' });
    const { said } = await render('booking_confirmed', { sessions: [evening, second] });
    expect(said).toContain('fredag 29 januari kl. 18.00–20.00, Kulturskolan, Gatan 1');
    expect(said).toContain('fredag 5 februari kl. 18.00–20.00, digitalt');
  });

  test('waiting: the place in line, and what is kept meanwhile', async () => {
    const line = { state: 'waiting', form: 'digital', seats: 2, place: 3 };
    const waiting = await render('booking_waiting', { state: 'waiting', line });
    expect(waiting.said).toContain('Ni har plats 3 i kön för att vara med digitalt.');
    // Three who lack one seat read on the page that there are two.
    expect(waiting.said).toContain('Just nu räcker platserna inte till er.');
    expect((await render('booking_waiting', { state: 'waiting', isSlot: true, sessions: [], line })).said).toContain(
      'ingen ledig tid',
    );
    expect(waiting.said).not.toContain('Ni behåller');
    expect(waiting.file).toBeUndefined();
    expect((await render('booking_waiting', { line })).said).toContain('Ni behåller det ni har bokat så länge:');
  });

  test('an offer: of what, and until when; it is answered on the page', async () => {
    const line = { state: 'offered', form: 'digital', seats: 2, until: '2027-01-12 08:00:00+00' };
    const { subject, said, file } = await render('booking_offer', { state: 'waiting', line });
    expect(subject).toBe('Ledig plats: svara senast tisdag 12 januari kl. 9.00');
    expect(said).toContain('Nu kan ni få två platser digitalt.');
    expect(said).toContain('Annars går platserna vidare');
    expect(file).toBeUndefined();
    const slot = { id: uuid(1), startsAt: evening.startsAt, endsAt: evening.endsAt };
    const ofSlot = await render('booking_offer', { state: 'waiting', isSlot: true, sessions: [], line: { ...line, slot } });
    expect(ofSlot.said).toContain('Nu kan ni få en tid digitalt. Tiden är fredag 29 januari kl. 18.00–20.00.');
  });

  test('an offer that is gone: who had a seat keeps it, who had none may try again', async () => {
    expect((await render('booking_offer_gone')).said).toContain('Ni har kvar det som ni redan hade bokat');
    const { said } = await render('booking_offer_gone', { state: 'cancelled' });
    expect(said).toContain('Ni står inte längre i kö');
    expect(said).toContain(paths.booking(id, bookingKey(bookingSecret, id)));
  });

  test('moved: what holds no more, what holds instead, and the question', async () => {
    const was = [{ startsAt: '2027-01-22 17:00:00+00', endsAt: '2027-01-22 19:00:00+00' }];
    const { subject, said, file } = await render('booking_moved', { was, sequence: 1 });
    expect(subject).toBe('Flyttat: passar det fortfarande?');
    expect(said).toContain('Det här gäller inte längre: fredag 22 januari kl. 18.00–20.00.');
    expect(said).toContain('När: fredag 29 januari kl. 18.00–20.00');
    expect(said).toContain('Svara om det passar');
    expect(file?.content).toContain('SEQUENCE:1');
    const waits = await render('booking_moved', { state: 'waiting' });
    expect(waits.said).toContain('Ni står kvar i kön.');
    expect(waits.file).toBeUndefined();
    const forSlot = { state: 'waiting', isSlot: true, sessions: [] };
    expect((await render('booking_moved', forSlot)).said).toContain('Hur det blir i stället står på bokningens sida.');
    const slot = { id: uuid(1), startsAt: evening.startsAt, endsAt: evening.endsAt };
    const line = { state: 'offered', form: 'digital', seats: 1, until: '2027-01-12 08:00:00+00', slot };
    expect((await render('booking_moved', { ...forSlot, line })).said).toContain('är nu fredag 29 januari kl. 18.00–20.00.');
  });

  test.each([
    ['by_booker', 'booked', 'Avbokat: fredag 29 januari kl. 18.00', 'Ni har avbokat det här:', 'CANCEL'],
    ['by_staff', 'booked', 'Avbokat: fredag 29 januari kl. 18.00', 'Vi har avbokat det här åt er:', 'CANCEL'],
    ['occasion_cancelled', 'booked', 'Inställt: fredag 29 januari kl. 18.00', 'Tyvärr måste vi ställa in.', 'CANCEL'],
    ['occasion_cancelled', 'waiting', 'Inställt: fredag 29 januari kl. 18.00', 'Tyvärr måste vi ställa in.', undefined],
    ['moved_away', 'booked', 'Er bokning är flyttad', 'Hur det blir där står i ett eget mejl.', 'CANCEL'],
    ['by_booker', 'waiting', 'Ni står inte längre i kö', 'Ni har lämnat kön', undefined],
    ['by_staff', 'waiting', 'Ni står inte längre i kö', 'Vi har tagit bort er från kön', undefined],
  ])('cancelled %s when %s', async (why, had, wanted, told, method) => {
    const { subject, said, file } = await render('booking_cancelled', { state: 'cancelled', why, had, text: 'Läraren är sjuk.' });
    expect(subject).toBe(wanted);
    expect(said).toContain(told);
    expect(said).toContain('Läraren är sjuk.');
    expect(file?.contentType).toBe(method && `text/calendar; charset=utf-8; method=${method}`);
    // The page of an occasion for guests alone opens for nobody without their code.
    expect(said).not.toContain(`${siteUrl}${paths.occasion(4)}`);
  });

  test.each([
    ['week', '2027-01-22 17:00:00+00', 'Påminnelse: fredag 29 januari kl. 18.00', 'Fredag 29 januari kl. 18.00 är det dags.'],
    ['day', '2027-01-28 17:00:00+00', 'Påminnelse: i morgon kl. 18.00', 'I morgon kl. 18.00 är det dags.'],
    // The job was late: the mail does not say tomorrow of what is today.
    ['day', '2027-01-29 08:00:00+00', 'Påminnelse: i dag kl. 18.00', 'I dag kl. 18.00 är det dags.'],
    ['hour', '2027-01-29 16:00:00+00', 'Snart börjar det: i dag kl. 18.00', 'prova ljud och bild'],
  ])('a reminder a %s before, written %s', async (when, writtenAt, wanted, told) => {
    const { subject, said, file } = await render('booking_reminder', { when, session: uuid(1) }, writtenAt);
    expect(subject).toBe(wanted);
    expect(said).toContain(told);
    expect(file?.contentType).toContain('PUBLISH');
  });

  test('a reminder of an evening shows that one alone, and its link', async () => {
    const [first, second] = [1, 2].map((part) =>
      session(part, `2027-01-${28 + part} 17:00:00+00`, `2027-01-${28 + part} 19:00:00+00`, {
        link: `https://mote.example/${part}`,
      }),
    );
    const more = { form: 'digital', sessions: [first, second], when: 'day', session: uuid(1) };
    const { said } = await render('booking_reminder', more, '2027-01-28 17:00:00+00');
    expect(said).toContain('fredag 29 januari');
    expect(said).toContain('https://mote.example/1');
    expect(said).not.toContain('https://mote.example/2');
    expect(said).toContain('Skicka den inte vidare.');
  });

  test('thanks lead on: from Så funkar det to the registration, from a course to the home’s own pages', async () => {
    expect((await render('booking_thanks')).said).toContain(siteUrl + paths.interest());
    expect((await render('booking_thanks', { activity: 'grillkvall' })).said).toContain(siteUrl + paths.calendar());
    expect((await render('booking_thanks', { ours: true, activity: 'grillkvall' })).said).toContain(
      siteUrl + paths.portal.courses,
    );
  });

  test('a message stands as it was written, and never as HTML', async () => {
    const more = { subject: 'Parkering & kaffe', body: 'Hej!\nStå bakom huset.\n\n<b>Välkomna</b>' };
    const { subject, text, html } = await render('booking_message', more);
    expect(subject).toBe('Parkering & kaffe');
    expect(text).toContain('Hej!\nStå bakom huset.\n\n<b>Välkomna</b>');
    expect(html).toContain('&lt;b&gt;Välkomna&lt;/b&gt;');
    await expect(render('booking_message', { ...more, subject: 'Rad\nBcc: andra@exempel.example' })).rejects.toThrow('subject');
  });

  test('a certificate of a guest is on the page of the booking, anyone else’s behind the sign-in', async () => {
    const guest = await render('certificate_issued');
    expect(guest.said).toContain(paths.booking(id, bookingKey(bookingSecret, id)));
    expect((await render('certificate_issued', { ours: true })).said).toContain(siteUrl + paths.portal.courses);
  });

  test('the same row is the same letter, byte for byte, with what it brings', async () => {
    expect(await render('booking_confirmed')).toEqual(await render('booking_confirmed'));
  });

  test('a booking of a home has no key in its mail', async () => {
    const { html, said } = await render('booking_confirmed', { ours: true });
    expect(said).toContain(siteUrl + paths.portal.booking(id));
    expect(html + said).not.toContain(bookingKey(bookingSecret, id));
  });
});
