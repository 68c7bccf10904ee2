import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { paths } from '../../paths.ts';
import { inStockholm, STOCKHOLM } from '../time/stockholm.ts';
import { type BookedSession, type BookingFacts, isDigitalTo } from './booking.ts';
import type { Occasion } from './occasion.ts';
import { STOCKHOLM_VTIMEZONE } from './vtimezone.ts';

/** `stamp`: when what the file says was so; the same facts with the same stamp are the same file. */
type Made = { siteUrl: string; stamp: Temporal.Instant };
export type CalendarFile = { filename: string; contentType: string; content: Buffer<ArrayBuffer> };

const HOUR = 3600;

/**
 * A booking for one's own calendar: each of its sessions, with nothing of who has booked. Published and not a REQUEST, which
 * asks for an answer by mail and must name who is asked. A cancelled booking takes away what an earlier file put there.
 */
export function calendarFile(facts: BookingFacts, { siteUrl, stamp, email }: Made & { email: string }): CalendarFile {
  const isCancelled = facts.state === 'cancelled';
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = emptyCalendar(method);
  for (const session of facts.sessions) {
    const event = calendar.createEvent({
      ...timesOf(session, stamp),
      id: uidOf(facts, session, siteUrl),
      sequence: facts.sequence,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
      summary: `${isCancelled ? 'Avbokat: ' : ''}${summaryOf(facts, session)}`,
      description: aboutBooked(facts, session),
      location: whereOf(facts, session),
      // Of a visitor's booking the page has no address but the mail's own link, and calendars are shared.
      url: facts.ours ? new URL(paths.portal.booking(facts.booking), siteUrl).href : null,
    });
    event.organizer({ name: 'GFO familjehem', email });
  }
  return {
    filename: isCancelled ? 'avbokad.ics' : 'bokning.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: Buffer.from(written(calendar)),
  };
}

/** What anyone may come to, to subscribe to. A cancelled occasion stays, and says so. */
export function calendarFeed(occasions: Occasion[], { siteUrl, stamp }: Made): string {
  const calendar = emptyCalendar(ICalCalendarMethod.PUBLISH);
  calendar.name('GFO familjehem').ttl(HOUR);
  for (const occasion of occasions) {
    const isCancelled = occasion.state === 'cancelled';
    for (const { id, part, ...span } of spansOf(occasion)) {
      calendar.createEvent({
        ...timesOf(span, stamp),
        id: `${id}@${new URL(siteUrl).hostname}`,
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        summary: `${isCancelled ? 'Inställt: ' : ''}${occasion.title}${occasion.theme ? `: ${occasion.theme}` : ''}${part}`,
        description: `Läs mer och boka: ${new URL(paths.occasion(occasion.number), siteUrl).href}`,
        location: span.location,
        url: new URL(paths.occasion(occasion.number), siteUrl).href,
      });
    }
  }
  return written(calendar);
}

function emptyCalendar(method: ICalCalendarMethod): ICalCalendar {
  return ical({ prodId: { company: 'GFO', product: 'familjehem', language: 'SV' }, method });
}

/** With the time zone before the first event. The generator's own way to it writes DTSTAMP without saying that it is UTC. */
function written(calendar: ICalCalendar): string {
  return `${calendar}\r\n`.replace(/^(?=(?:BEGIN:VEVENT|END:VCALENDAR)\r$)/m, `${STOCKHOLM_VTIMEZONE}\r\n`);
}

/** Times as Sweden's clock shows them: a plain Date would be written by the clock of the machine. */
function timesOf({ startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }, stamp: Temporal.Instant) {
  return { start: inStockholm(startsAt), end: inStockholm(endsAt), timezone: STOCKHOLM, stamp };
}

/** The same for as long as the booking stands; of a slot the booking's alone, so that another slot replaces the first. */
function uidOf({ booking, isSlot }: BookingFacts, { id }: BookedSession, siteUrl: string): string {
  return `${booking}-${isSlot ? 'tid' : id}@${new URL(siteUrl).hostname}`;
}

function summaryOf({ title, theme, isSlot, sessions }: BookingFacts, { part }: BookedSession): string {
  const isOneOfMany = !isSlot && (sessions.length > 1 || part > 1);
  return `${title}${theme ? `: ${theme}` : ''}${isOneOfMany ? `, träff ${part}` : ''}`;
}

function whereOf(facts: BookingFacts, session: BookedSession): string {
  if (isDigitalTo(facts, session)) return session.link ?? 'Digitalt';
  return [session.place, session.address].filter(Boolean).join(', ') || 'På plats';
}

function aboutBooked(facts: BookingFacts, session: BookedSession): string {
  const link = session.link ? `Gå till det digitala mötet: ${session.link}` : 'Länken får ni i ett mejl, senast en timme före.';
  const where = facts.ours ? 'på bokningens sida' : 'med länken i mejlet om er bokning';
  return [...(isDigitalTo(facts, session) ? [link] : []), `Vill ni ändra eller avboka? Det gör ni ${where}.`].join('\n');
}

type FeedSpan = { id: string; part: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant; location: string };

/** Each session; of slots, each day that has any. */
function spansOf(occasion: Occasion): FeedSpan[] {
  if (!occasion.isSlotted) {
    return occasion.sessions.map((session) => ({
      id: session.id,
      part: occasion.sessions.length > 1 ? `, träff ${session.part}` : '',
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      location: openPlace(occasion, session),
    }));
  }
  const days = Map.groupBy(occasion.sessions, ({ startsAt }) => inStockholm(startsAt).toPlainDate().toString());
  return [...days].flatMap(([day, slots]) => {
    const [first] = slots;
    const last = slots.at(-1);
    if (!first || !last) return [];
    return [
      {
        id: `tillfalle-${occasion.number}-${day}`,
        part: '',
        startsAt: first.startsAt,
        endsAt: last.endsAt,
        location: openPlace(occasion, first),
      },
    ];
  });
}

function openPlace(occasion: Occasion, session: Occasion['sessions'][number]): string {
  const place = [session.place ?? occasion.place, session.place === null ? occasion.address : session.address]
    .filter(Boolean)
    .join(', ');
  if (session.form === 'digital') return 'Digitalt';
  if (session.form === 'physical') return place || 'På plats';
  return place ? `${place}, eller digitalt` : 'På plats eller digitalt';
}
