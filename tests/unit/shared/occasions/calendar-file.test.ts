import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { BookedSession, BookingFacts } from '../../../../src/shared/occasions/booking.ts';
import { calendarFeed, calendarFile } from '../../../../src/shared/occasions/calendar-file.ts';
import { type Occasion, occasionSchema } from '../../../../src/shared/occasions/occasion.ts';

const made = {
  siteUrl: 'https://www.familjehem.example',
  stamp: Temporal.Instant.from('2026-11-22T14:08:09.5Z'),
  email: 'hej@familjehem.example',
};
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function session(part: number, at: string, more: Partial<BookedSession> = {}): BookedSession {
  const startsAt = Temporal.Instant.from(at);
  return { id: uuid(part), part, startsAt, endsAt: startsAt.add({ hours: 2 }), form: 'hybrid', ...more };
}

function facts(more: Partial<BookingFacts> = {}): BookingFacts {
  return {
    ...{ booking: uuid(99), number: 1, ours: false, sequence: 0, state: 'booked', form: 'digital', seats: 1, occasion: 4 },
    ...{ activity: 'sa-funkar-det', title: 'Så funkar det', isSlot: false, sessions: [session(1, '2027-01-29T11:00:00Z')] },
    ...more,
  };
}

/** What another program than the one that wrote it reads out of the file, with the file's own time zone alone. */
function read(content: string) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(content));
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  for (const zone of zones) ICAL.TimezoneService.register(zone, zone.tzid);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, location: event.location, about: event.description },
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      status: component.getFirstPropertyValue('status'),
      url: component.getFirstPropertyValue('url'),
    };
  });
  return { method: calendar.getFirstPropertyValue('method'), zones: zones.map(({ tzid }) => tzid), events };
}
const file = (more: Partial<BookingFacts> = {}) => {
  const { content, ...rest } = calendarFile(facts(more), made);
  return { ...rest, content: content.toString('utf8') };
};

describe('the calendar file of a booking', () => {
  test('another program reads the hour that Sweden’s clock shows, in winter and in summer', () => {
    const sessions = [session(1, '2027-01-29T11:00:00Z'), session(2, '2027-07-02T10:00:00Z')];
    const { content, contentType } = file({ sessions });
    expect(contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH');
    expect(content).toContain('DTSTART;TZID=Europe/Stockholm:20270129T120000');
    expect(content).toContain('DTSTART;TZID=Europe/Stockholm:20270702T120000');
    const { method, zones, events } = read(content);
    expect({ method, zones }).toEqual({ method: 'PUBLISH', zones: ['Europe/Stockholm'] });
    expect(events).toMatchObject([
      { starts: '2027-01-29T11:00:00.000Z', ends: '2027-01-29T13:00:00.000Z', zone: 'Europe/Stockholm', sequence: 0 },
      { starts: '2027-07-02T10:00:00.000Z', ends: '2027-07-02T12:00:00.000Z', zone: 'Europe/Stockholm', sequence: 0 },
    ]);
  });

  test.each([
    ['spring', '2027-03-27T23:30:00.000Z', '2027-03-28T04:30:00.000Z'],
    ['autumn', '2027-10-30T22:30:00.000Z', '2027-10-31T04:30:00.000Z'],
  ])('holds over the change of clock in %s', (_when, starts, ends) => {
    const night = session(1, starts, { endsAt: Temporal.Instant.from(ends) });
    expect(read(file({ sessions: [night] }).content).events).toMatchObject([{ starts, ends }]);
  });

  test('holds for any hour of the years ahead', () => {
    const hours = fc.integer({ min: 0, max: 15 * 366 * 24 });
    fc.assert(
      fc.property(hours, (hour) => {
        const startsAt = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: hour });
        const local = startsAt.toZonedDateTimeISO('Europe/Stockholm');
        // The hour that October has twice cannot be told apart by a clock, and nothing is held in it.
        fc.pre(local.hour > 3);
        const [event] = read(file({ sessions: [session(1, startsAt.toString())] }).content).events;
        expect(event?.starts).toBe(startsAt.toString({ smallestUnit: 'millisecond' }));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps its name when something is changed, and counts up', () => {
    const first = read(file().content).events;
    const second = read(file({ sequence: 3, sessions: [session(1, '2027-02-05T17:00:00Z')] }).content).events;
    expect(second[0]?.uid).toBe(first[0]?.uid);
    expect(second[0]?.uid).toBe(`${uuid(99)}-${uuid(1)}@www.familjehem.example`);
    expect(second[0]?.sequence).toBe(3);
  });

  test('another slot replaces the first', () => {
    const uids = [1, 2].map((part) => {
      const sessions = [session(part, '2027-02-05T17:00:00Z')];
      return read(file({ isSlot: true, sessions }).content).events[0]?.uid;
    });
    expect(uids[0]).toBe(uids[1]);
  });

  test('a cancelled booking takes away every session that it put there', () => {
    const sessions = [session(1, '2027-01-29T11:00:00Z'), session(2, '2027-02-05T11:00:00Z')];
    const booked = read(file({ sessions }).content);
    const cancelled = file({ sessions, state: 'cancelled', sequence: 1 });
    expect(cancelled.contentType).toContain('method=CANCEL');
    const { method, events } = read(cancelled.content);
    expect(method).toBe('CANCEL');
    expect(events.map(({ uid }) => uid)).toEqual(booked.events.map(({ uid }) => uid));
    expect(events).toMatchObject([
      { status: 'CANCELLED', sequence: 1 },
      { status: 'CANCELLED', sequence: 1 },
    ]);
  });

  test('the same facts and the same time are the same file, stamped in UTC', () => {
    expect(file()).toEqual(file());
    expect(file().content).toContain('\r\nDTSTAMP:20261122T140809Z\r\n');
  });

  test('says where, and the link when it may be shown', () => {
    const at = '2027-01-29T11:00:00Z';
    const place = { place: 'Kulturskolan, Härnösand', address: 'Gatan 1' };
    const events = (more: Partial<BookingFacts>) => read(file(more).content).events;
    expect(events({ form: 'physical', sessions: [session(1, at, place)] })).toMatchObject([
      { location: 'Kulturskolan, Härnösand, Gatan 1' },
    ]);
    expect(events({ sessions: [session(1, at, place)] })).toMatchObject([{ location: 'Digitalt' }]);
    const link = 'https://mote.example/rum?a=1;b=2,3';
    const [linked] = events({ sessions: [session(1, at, { link })] });
    expect(linked).toMatchObject({ location: link });
    expect(linked?.about).toContain(link);
  });

  test('a part of a course says which, and words of any kind come through whole', () => {
    const sessions = [session(1, '2027-01-29T11:00:00Z'), session(2, '2027-02-05T11:00:00Z')];
    const title = 'Grunden; del, för "alla" \\ åäö och ett så långt namn att raden måste brytas';
    expect(read(file({ title, theme: 'Rad\nBEGIN:VEVENT', sessions }).content).events.map(({ summary }) => summary)).toEqual([
      `${title}: Rad\nBEGIN:VEVENT, träff 1`,
      `${title}: Rad\nBEGIN:VEVENT, träff 2`,
    ]);
  });

  test('holds the key to nothing', () => {
    expect(file().content).not.toContain('/bokning/');
    expect(file().content).not.toContain('ATTENDEE');
    expect(read(file().content).events[0]?.url).toBeNull();
    expect(read(file().content).events[0]?.about).toContain('Det gör ni med länken i mejlet om er bokning.');
    expect(read(file({ ours: true }).content).events[0]?.url).toBe(
      `https://www.familjehem.example/mina-sidor/bokningar/${uuid(99)}`,
    );
  });
});

describe('the calendar to subscribe to', () => {
  const slot = (part: number, startsAt: string, endsAt: string, form = 'hybrid') => ({
    ...{ id: uuid(part), part, startsAt, endsAt, form, place: null, address: null, isFree: null },
  });
  const occasion = (more: object = {}): Occasion =>
    occasionSchema.parse({
      ...{ number: 4, activity: 'sa-funkar-det', title: 'Så funkar det', theme: null, about: null, state: 'published' },
      ...{ audience: ['everyone'], municipalities: [], municipality: null, place: 'Lokalen', address: null, isSlotted: false },
      ...{ takesChildren: false, givesCertificate: false, largestParty: 8, startsAt: '2027-01-29 11:00:00+00' },
      ...{ endsAt: '2027-01-29 12:00:00+00', bookingOpensAt: null, bookingClosesAt: null, switchUntil: null, notBookable: null },
      ...{ digital: { seats: 4, free: 4, inLine: 0 }, physical: null },
      sessions: [slot(1, '2027-01-29 11:00:00+00', '2027-01-29 12:00:00+00')],
      ...more,
    });
  const feed = (...occasions: Occasion[]) => calendarFeed(occasions, made);

  test('has each session, with where to book it', () => {
    const sessions = [
      slot(1, '2027-03-27 11:00:00+00', '2027-03-27 12:00:00+00'),
      slot(2, '2027-03-29 10:00:00+00', '2027-03-29 11:00:00+00', 'digital'),
    ];
    const { zones, events } = read(feed(occasion({ title: 'Kursen', sessions })));
    expect(zones).toEqual(['Europe/Stockholm']);
    expect(events).toMatchObject([
      { summary: 'Kursen, träff 1', starts: '2027-03-27T11:00:00.000Z', location: 'Lokalen, eller digitalt' },
      { summary: 'Kursen, träff 2', starts: '2027-03-29T10:00:00.000Z', location: 'Digitalt' },
    ]);
    expect(events[0]).toMatchObject({ url: 'https://www.familjehem.example/kalender/4', status: 'CONFIRMED' });
  });

  test('shows slots as the day that they fill', () => {
    const sessions = [
      slot(1, '2027-01-29 08:00:00+00', '2027-01-29 08:45:00+00'),
      slot(2, '2027-01-29 09:00:00+00', '2027-01-29 09:45:00+00'),
      slot(3, '2027-01-30 08:00:00+00', '2027-01-30 08:45:00+00'),
    ];
    expect(read(feed(occasion({ isSlotted: true, sessions }))).events).toMatchObject([
      { starts: '2027-01-29T08:00:00.000Z', ends: '2027-01-29T09:45:00.000Z' },
      { starts: '2027-01-30T08:00:00.000Z', ends: '2027-01-30T08:45:00.000Z' },
    ]);
  });

  test('says what is cancelled, and is a calendar also when nothing is ahead', () => {
    expect(read(feed(occasion({ state: 'cancelled' }))).events).toMatchObject([
      { summary: 'Inställt: Så funkar det', status: 'CANCELLED' },
    ]);
    expect(read(feed())).toEqual({ method: 'PUBLISH', zones: ['Europe/Stockholm'], events: [] });
  });
});
