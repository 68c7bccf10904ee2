import type { z } from 'zod';
import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { bookingKey } from '../../shared/occasions/booking-link.ts';
import type { BookingSetting } from './booking.mail.tsx';
import type { certificatePayload } from './booking.payload.ts';

/** To who has been to all of a course. The certificate itself is fetched: it has a name on it. */
export function certificateMail(
  { title, ours, booking }: z.infer<typeof certificatePayload>,
  { kontakt, siteUrl, bookingSecret }: BookingSetting,
) {
  const page = ours ? paths.portal.courses : paths.booking(booking, bookingKey(bookingSecret, booking));
  return {
    subject: 'Ditt intyg är klart',
    body: (
      <MailFrame preview="Hämta det när du vill." heading="Ditt intyg är klart" kontakt={kontakt}>
        <Paragraph>
          Nu har du varit med på alla delar av {title}. Ditt intyg ligger {ours ? 'på Mina sidor' : 'på bokningens sida'}.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(page, siteUrl).href}>Hämta intyget</MailLink>
        </Paragraph>
        <Paragraph>På intyget står en kod. Med den kan vem som helst som du visar intyget för se att det är äkta.</Paragraph>
      </MailFrame>
    ),
  };
}
