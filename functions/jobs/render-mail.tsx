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
import type { Facts } from '../../src/shared/facts/facts.schema.ts';
import type { Letter } from '../../src/shared/outbox/deliver.ts';
import type { ClaimedMail } from './send-outbox.ts';

// A telephone number says itself.
const asText = {
  plainText: true,
  htmlToTextOptions: { selectors: [{ selector: 'a[href^="tel:"]', format: 'inline' }] },
} as const;

type Post = { from: string; noticeTo: string; facts: Facts };

/** The letter of an outbox row: template and payload in Swedish words, as HTML and as plain text. Throws on an unknown row. */
export async function renderMail(mail: ClaimedMail, post: Post): Promise<Letter> {
  const { subject, body } = written(mail, post.facts);
  const html = await render(body);
  return { from: post.from, to: mail.recipient ?? post.noticeTo, subject, html, text: await render(body, asText) };
}

function written({ template, payload }: ClaimedMail, facts: Facts) {
  switch (template) {
    case 'interest_received':
      return interestReceivedMail(receivedPayload.parse(payload), facts);
    case 'interest_notice':
      return interestNoticeMail(noticePayload.parse(payload), facts);
    case 'undelivered_notice':
      return undeliveredNoticeMail(householdPayload.parse(payload), facts);
    case 'complaint_notice':
      return complaintNoticeMail(householdPayload.parse(payload), facts);
    case null:
      throw new Error('unknown template');
  }
}
