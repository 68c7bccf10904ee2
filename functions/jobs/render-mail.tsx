import { render } from 'react-email';
import type { Temporal } from 'temporal-polyfill';
import {
  complaintNoticeMail,
  householdPayload,
  interestNoticeMail,
  interestReceivedMail,
  noticePayload,
  receivedPayload,
  undeliveredNoticeMail,
} from '../../src/features/interest/interest.mail.tsx';
import { bookingMail, messageMail, reminderMail } from '../../src/features/notices/booking.mail.tsx';
import {
  bookingPayload,
  cancelledPayload,
  certificatePayload,
  messagePayload,
  movedPayload,
  reminderPayload,
} from '../../src/features/notices/booking.payload.ts';
import {
  cancelledWords,
  changedWords,
  confirmedWords,
  linkWords,
  movedWords,
  offerGoneWords,
  offerWords,
  thanksWords,
  type Words,
  waitingWords,
} from '../../src/features/notices/booking.text.ts';
import { certificateMail } from '../../src/features/notices/certificate.mail.tsx';
import { consentNoticeMail, consentPayload } from '../../src/features/notices/consent.mail.tsx';
import {
  addressAskedMail,
  addressReplacedMail,
  adultInvitedMail,
  announcedPayload,
  askedPayload,
  decidedPayload,
  erasureAnnouncedMail,
  matterChangedMail,
  messageWaitsMail,
  requestDecidedMail,
  withdrawnMail,
} from '../../src/features/notices/family.mail.tsx';
import {
  breakGlassNoticeMail,
  matterNoticeMail,
  messageNoticeMail,
  numberPayload,
  requestNoticeMail,
  securityNoticeMail,
  securityPayload,
  staffListedMail,
} from '../../src/features/notices/staff.mail.tsx';
import { unannouncedNoticeMail, unannouncedPayload } from '../../src/features/notices/unannounced.mail.tsx';
import { visitNoticeMail, visitReceivedMail } from '../../src/features/notices/visit.mail.tsx';
import type { Facts } from '../../src/shared/facts/facts.schema.ts';
import type { BookingFacts } from '../../src/shared/occasions/booking.ts';
import type { Attachment, Letter } from '../../src/shared/outbox/deliver.ts';
import { parseTimestamp } from '../../src/shared/time/stockholm.ts';
import type { ClaimedMail } from './send-outbox.ts';

// A telephone number says itself.
const asText = {
  plainText: true,
  htmlToTextOptions: { selectors: [{ selector: 'a[href^="tel:"]', format: 'inline' }] },
} as const;

type Post = { from: string; noticeTo: string; siteUrl: string; facts: Facts; bookingSecret: Buffer };

/** The letter of an outbox row: template and payload in Swedish words, as HTML and as plain text. Throws on an unknown row. */
export async function renderMail(mail: ClaimedMail, post: Post): Promise<Letter> {
  return await letterOf(written(mail, post), post.from, mail.recipient ?? post.noticeTo);
}

type Written = Pick<ReturnType<typeof staffListedMail>, 'subject' | 'body'> & { attachments?: Attachment[] };

/** A written mail as HTML and as plain text, with what it brings. */
export async function letterOf({ subject, body, attachments = [] }: Written, from: string, to: string): Promise<Letter> {
  const letter = { from, to, subject, html: await render(body), text: await render(body, asText) };
  return attachments.length > 0 ? { ...letter, attachments } : letter;
}

type Payload = ClaimedMail['payload'];
type Writer = (payload: Payload, post: Post & { writtenAt: Temporal.Instant }) => Written;

/** A mail about a booking in these words. */
const booked =
  <T extends BookingFacts>(
    shape: { parse: (payload: Payload) => T },
    words: (facts: T, now: Temporal.Instant) => Words,
  ): Writer =>
  (payload, post) => {
    const facts = shape.parse(payload);
    return bookingMail(facts, words(facts, post.writtenAt), bookingSettingOf(post));
  };

/** Each template with the payload that it reads; a template without one is refused by the types. */
const WRITERS: Record<NonNullable<ClaimedMail['template']>, Writer> = {
  interest_received: (payload, post) => interestReceivedMail(receivedPayload.parse(payload), post),
  interest_notice: (payload, { facts }) => interestNoticeMail(noticePayload.parse(payload), facts),
  undelivered_notice: (payload, { facts }) => undeliveredNoticeMail(householdPayload.parse(payload), facts),
  complaint_notice: (payload, { facts }) => complaintNoticeMail(householdPayload.parse(payload), facts),
  adult_invited: (_payload, post) => adultInvitedMail(settingOf(post)),
  address_asked: (payload, post) => addressAskedMail(askedPayload.parse(payload), settingOf(post)),
  address_replaced: (_payload, post) => addressReplacedMail(settingOf(post)),
  message_waits: (_payload, post) => messageWaitsMail(settingOf(post)),
  matter_changed: (_payload, post) => matterChangedMail(settingOf(post)),
  withdrawn: (_payload, post) => withdrawnMail(settingOf(post)),
  message_notice: (payload, post) => messageNoticeMail(numberPayload.parse(payload), settingOf(post)),
  matter_notice: (payload, post) => matterNoticeMail(numberPayload.parse(payload), settingOf(post)),
  staff_listed: (_payload, post) => staffListedMail(settingOf(post)),
  security_notice: (payload, post) => securityNoticeMail(securityPayload.parse(payload), settingOf(post)),
  break_glass_notice: (payload, post) => breakGlassNoticeMail(numberPayload.parse(payload), settingOf(post)),
  request_notice: (payload, post) => requestNoticeMail(numberPayload.parse(payload), settingOf(post)),
  request_decided: (payload, post) => requestDecidedMail(decidedPayload.parse(payload), settingOf(post)),
  unannounced_notice: (payload, post) => unannouncedNoticeMail(unannouncedPayload.parse(payload), settingOf(post)),
  erasure_announced: (payload, post) => erasureAnnouncedMail(announcedPayload.parse(payload), settingOf(post)),
  consent_notice: (payload, post) => consentNoticeMail(consentPayload.parse(payload), settingOf(post)),
  booking_confirmed: booked(bookingPayload, confirmedWords),
  booking_waiting: booked(bookingPayload, waitingWords),
  booking_offer: booked(bookingPayload, offerWords),
  booking_offer_gone: booked(bookingPayload, offerGoneWords),
  booking_changed: booked(bookingPayload, changedWords),
  booking_moved: booked(movedPayload, movedWords),
  booking_cancelled: booked(cancelledPayload, cancelledWords),
  booking_link: booked(bookingPayload, linkWords),
  booking_reminder: (payload, post) => reminderMail(reminderPayload.parse(payload), bookingSettingOf(post)),
  booking_thanks: booked(bookingPayload, thanksWords),
  booking_message: (payload, post) => messageMail(messagePayload.parse(payload), bookingSettingOf(post)),
  certificate_issued: (payload, post) => certificateMail(certificatePayload.parse(payload), bookingSettingOf(post)),
  visit_received: (_payload, post) => visitReceivedMail(settingOf(post)),
  visit_notice: (_payload, post) => visitNoticeMail(settingOf(post)),
};

function settingOf({ facts, siteUrl }: Post) {
  return { kontakt: facts.kontakt, siteUrl };
}

function bookingSettingOf(post: Post & { writtenAt: Temporal.Instant }) {
  return { ...settingOf(post), bookingSecret: post.bookingSecret, writtenAt: post.writtenAt };
}

function written({ template, payload, written_at }: ClaimedMail, post: Post) {
  const write = template === null ? undefined : WRITERS[template];
  if (!write) throw new Error('unknown template');
  return write(payload, { ...post, writtenAt: parseTimestamp(written_at ?? '') });
}
