import { render } from 'react-email';
import {
  complaintNoticeMail,
  householdPayload,
  interestNoticeMail,
  interestReceivedMail,
  noticePayload,
  receivedPayload,
  undeliveredNoticeMail,
} from '../../src/features/interest/interest.mail.tsx';
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
import type { Facts } from '../../src/shared/facts/facts.schema.ts';
import type { Letter } from '../../src/shared/outbox/deliver.ts';
import type { ClaimedMail } from './send-outbox.ts';

// A telephone number says itself.
const asText = {
  plainText: true,
  htmlToTextOptions: { selectors: [{ selector: 'a[href^="tel:"]', format: 'inline' }] },
} as const;

type Post = { from: string; noticeTo: string; siteUrl: string; facts: Facts };

/** The letter of an outbox row: template and payload in Swedish words, as HTML and as plain text. Throws on an unknown row. */
export async function renderMail(mail: ClaimedMail, post: Post): Promise<Letter> {
  return await letterOf(written(mail, post), post.from, mail.recipient ?? post.noticeTo);
}

type Written = Pick<ReturnType<typeof staffListedMail>, 'subject' | 'body'>;

/** A written mail as HTML and as plain text. */
export async function letterOf({ subject, body }: Written, from: string, to: string): Promise<Letter> {
  return { from, to, subject, html: await render(body), text: await render(body, asText) };
}

type Payload = ClaimedMail['payload'];
type Writer = (payload: Payload, post: Post) => Written;

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
};

function settingOf({ facts, siteUrl }: Post) {
  return { kontakt: facts.kontakt, siteUrl };
}

function written({ template, payload }: ClaimedMail, post: Post) {
  const write = template === null ? undefined : WRITERS[template];
  if (!write) throw new Error('unknown template');
  return write(payload, post);
}
