import { Fragment, type ReactNode } from 'react';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { type BookedSession, type BookingFacts, isDigitalTo } from '../../shared/occasions/booking.ts';
import { bookingKey } from '../../shared/occasions/booking-link.ts';
import { calendarFile } from '../../shared/occasions/calendar-file.ts';
import { spanInWords } from '../../shared/occasions/words.ts';
import type { messagePayload, reminderPayload } from './booking.payload.ts';
import { type Goal, messageWords, reminderWords, type Words } from './booking.text.ts';
import type { Setting } from './setting.ts';

/** `bookingSecret` makes the link of a visitor's booking; `writtenAt` is when the row was, so that it always reads alike. */
export type BookingSetting = Setting & { bookingSecret: Buffer; writtenAt: Temporal.Instant };

type Parts = { facts: BookingFacts; words: Words; setting: BookingSetting; shown?: BookedSession[]; children?: ReactNode };

/** A mail about a booking: the practical facts of it and nothing of who they are. */
export function bookingMail(facts: BookingFacts, words: Words, setting: BookingSetting) {
  return letter({ facts, words, setting });
}

/** Of the session that it reminds of alone; a week before, of all. */
export function reminderMail(payload: z.output<typeof reminderPayload>, setting: BookingSetting) {
  const words = reminderWords(payload, setting.writtenAt);
  const shown = payload.when === 'week' ? payload.sessions : payload.sessions.filter(({ id }) => id === payload.session);
  return letter({ facts: payload, words, setting, shown });
}

/** What the coordinators write to those who have booked. */
export function messageMail(payload: z.output<typeof messagePayload>, setting: BookingSetting) {
  const children = payload.body
    .split(/\n\s*\n/)
    .map((part) => <Paragraph key={part}>{lines(part.trim().split('\n'))}</Paragraph>);
  return letter({ facts: payload, words: messageWords(payload), setting, children });
}

// A place in line is no time in anyone's calendar, and neither is a slot that is not there yet.
function letter(parts: Parts) {
  const { facts, words, setting } = parts;
  const { file, ...rest } = words;
  const brings = file !== undefined && facts.state !== 'waiting' && facts.sessions.length > 0;
  const made = { siteUrl: setting.siteUrl, email: setting.kontakt.epost, stamp: setting.writtenAt };
  return {
    subject: words.subject,
    body: <BookingLetter {...parts} words={brings ? { ...rest, after: [...rest.after, file] } : rest} />,
    attachments: brings ? [calendarFile(facts, made)] : [],
  };
}

function BookingLetter({ facts, words, setting, shown = facts.sessions, children }: Parts) {
  const { heading, before, after, to, label } = words;
  return (
    <MailFrame preview={before[0] ?? facts.title} heading={heading} kontakt={setting.kontakt}>
      {children}
      {before.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
      <Booked facts={facts} shown={shown} writtenAt={setting.writtenAt} />
      <Paragraph>
        <MailLink to={new URL(goal(to, facts, setting), setting.siteUrl).href}>{label}</MailLink>
      </Paragraph>
      {after.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
    </MailFrame>
  );
}

function goal(to: Goal, { booking, ours }: BookingFacts, { bookingSecret }: BookingSetting): string {
  const goals: Record<Goal, () => string> = {
    booking: () => (ours ? paths.portal.booking(booking) : paths.booking(booking, bookingKey(bookingSecret, booking))),
    calendar: () => (ours ? paths.portal.calendar() : paths.calendar()),
    interest: () => paths.interest(),
    courses: () => paths.portal.courses,
  };
  return goals[to]();
}

function Booked({ facts, shown, writtenAt }: { facts: BookingFacts; shown: BookedSession[]; writtenAt: Temporal.Instant }) {
  const places = new Set(shown.map((session) => whereInWords(session, facts)));
  const links = [...new Set(shown.flatMap(({ link }) => (link ? [link] : [])))];
  const when = shown.map((session) =>
    places.size > 1 ? `${spanInWords(session, writtenAt)}, ${whereInWords(session, facts)}` : spanInWords(session, writtenAt),
  );
  const [where] = places;
  return (
    <>
      <Paragraph>{lines([<b key="title">{facts.title}</b>, ...(facts.theme ? [facts.theme] : [])])}</Paragraph>
      {when.length > 0 && (
        <Paragraph>
          <b>När:</b> {lines(when)}
        </Paragraph>
      )}
      {places.size === 1 && (
        <Paragraph>
          <b>Var:</b> {where}
        </Paragraph>
      )}
      {links.map((link) => (
        <Paragraph key={link}>
          <MailLink to={link}>Gå till det digitala mötet</MailLink>
        </Paragraph>
      ))}
      <Paragraph>
        <b>Antal:</b> {facts.isSlot ? persons(facts.seats) : `${facts.seats} ${facts.seats === 1 ? 'plats' : 'platser'}`}
      </Paragraph>
    </>
  );
}

const persons = (number: number) => `${number} ${number === 1 ? 'person' : 'personer'}`;

function whereInWords(session: BookedSession, booking: BookingFacts): string {
  const { place, address } = session;
  return isDigitalTo(booking, session) ? 'digitalt' : [place, address].filter(Boolean).join(', ') || 'på plats';
}

/** One below the other. */
function lines(texts: ReactNode[]): ReactNode {
  return texts.map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once and never changed
    <Fragment key={index}>
      {index > 0 && <br />}
      {text}
    </Fragment>
  ));
}
