import { z } from 'zod';
import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { dateInWords } from '../../shared/time/words.ts';
import type { Setting } from './setting.ts';

export const unannouncedPayload = z.object({ householdNumber: z.number(), on: timestamp });

/** To GFO: no mail reaches the home that is soon erased, so somebody has to call before that. */
export function unannouncedNoticeMail(
  { householdNumber, on }: z.infer<typeof unannouncedPayload>,
  { kontakt, siteUrl }: Setting,
) {
  const day = dateInWords(inStockholm(on));
  return {
    subject: `Ring hem ${householdNumber} innan uppgifterna raderas`,
    body: (
      <MailFrame preview={`Det sker ${day} om ni inte hörs.`} heading="Ett hem nås inte av mejl" kontakt={kontakt}>
        <Paragraph>
          Uppgifterna om hem {householdNumber} raderas <b>{day}</b>, och vi kan inte mejla hemmet om det. Ring och berätta. Har ni
          hörts skriver du det på hemmets sida, så räknas tiden om.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.household(householdNumber), siteUrl).href}>Öppna hem {householdNumber}</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}
