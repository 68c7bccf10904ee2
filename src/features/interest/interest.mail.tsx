import { z } from 'zod';
import { paths } from '../../paths.ts';
import type { Facts } from '../../shared/facts/facts.schema.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { INFORMATION } from '../../shared/occasions/next-information.ts';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { dateTimeInWords } from '../../shared/time/words.ts';
import { CONTACT_WAYS } from './interest.schema.ts';
import { promiseTexts } from './interest.text.ts';

export const receivedPayload = z.object({ callBy: z.string(), way: z.enum(CONTACT_WAYS), registeredAt: z.string() });
export const noticePayload = z.object({ householdNumber: z.number(), callBy: z.string(), addition: z.boolean() });
export const householdPayload = z.object({ householdNumber: z.number() });

/** To the family: what happens next and by when. Nothing that they told us stands in it, not even their names. */
export function interestReceivedMail(
  payload: z.infer<typeof receivedPayload>,
  { facts, siteUrl }: { facts: Facts; siteUrl: string },
) {
  const registered = parseTimestamp(payload.registeredAt);
  const callBy = dateTimeInWords(inStockholm(parseTimestamp(payload.callBy)), registered);
  return {
    subject: 'Tack, vi hör av oss',
    body: (
      <MailFrame preview={`Vi hör av oss senast ${callBy}.`} heading="Tack! Nu är det vår tur" kontakt={facts.kontakt}>
        <Paragraph>
          En familjehemssamordnare på GFO {promiseTexts[payload.way]} senast <b>{callBy}</b>.
        </Paragraph>
        <Paragraph>
          Ni får veta hur det går till och kan fråga vad ni vill. Ni behöver inte förbereda något, och ni har inte bundit er till
          något.
        </Paragraph>
        <Paragraph>
          Vill ni följa hur det går? <MailLink to={new URL(paths.signIn(), siteUrl).href}>Logga in på Mina sidor</MailLink> med
          samma e-postadress.
        </Paragraph>
        <Paragraph>
          Vill ni lyssna först? Så funkar det är en öppen träff.{' '}
          <MailLink to={new URL(paths.calendar({ slag: INFORMATION }), siteUrl).href}>Se när nästa är, och boka plats</MailLink>.
        </Paragraph>
        <Paragraph>Var det inte ni som skrev till oss? Ring eller mejla, så rättar vi det.</Paragraph>
      </MailFrame>
    ),
  };
}

/** To GFO: that something waits, and by when. No personal data: the registration itself is read after sign-in. */
export function interestNoticeMail(payload: z.infer<typeof noticePayload>, facts: Facts) {
  const callBy = dateTimeInWords(inStockholm(parseTimestamp(payload.callBy)));
  const heading = payload.addition ? 'Ett hem har skrivit till oss igen' : 'En ny intresseanmälan';
  return {
    subject: payload.addition ? `Nytt från hem ${payload.householdNumber}` : `Ny intresseanmälan, hem ${payload.householdNumber}`,
    body: (
      <MailFrame preview={`Hör av er senast ${callBy}.`} heading={heading} kontakt={facts.kontakt}>
        <Paragraph>
          Hem {payload.householdNumber} väntar på att vi hör av oss senast <b>{callBy}</b>.
        </Paragraph>
        {payload.addition && (
          <Paragraph>
            E-postadressen fanns redan. Det nya är inte bekräftat: ändra inte telefon eller e-post förrän ni har frågat hemmet.
          </Paragraph>
        )}
      </MailFrame>
    ),
  };
}

/** To GFO: a mail to a home did not arrive, so somebody has to call. */
export function undeliveredNoticeMail(payload: z.infer<typeof householdPayload>, facts: Facts) {
  return {
    subject: `Mejl kom inte fram, hem ${payload.householdNumber}`,
    body: (
      <MailFrame preview="Ring hemmet i stället." heading="Ett mejl kom inte fram" kontakt={facts.kontakt}>
        <Paragraph>
          Vårt mejl till hem {payload.householdNumber} kom inte fram. Ring hemmet i stället, och fråga om e-postadressen stämmer.
        </Paragraph>
      </MailFrame>
    ),
  };
}

/** To GFO: somebody called our mail to a home unwanted, so no more should be sent before they have been asked. */
export function complaintNoticeMail(payload: z.infer<typeof householdPayload>, facts: Facts) {
  return {
    subject: `Mejl anmält som skräppost, hem ${payload.householdNumber}`,
    body: (
      <MailFrame preview="Ring hemmet innan ni mejlar igen." heading="Ett mejl är anmält som skräppost" kontakt={facts.kontakt}>
        <Paragraph>
          Vårt mejl till hem {payload.householdNumber} kom fram men anmäldes som skräppost. Ring hemmet, och fråga om de vill ha
          mejl från oss.
        </Paragraph>
      </MailFrame>
    ),
  };
}
