import { z } from 'zod';
import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { timestamp } from '../../shared/time/timestamp.ts';
import { dateInWords } from '../../shared/time/words.ts';
import type { Setting } from './setting.ts';

/** Mails to an adult of a home: something waits behind the sign-in, and never what. */

export const decidedPayload = z.object({ erased: z.boolean() });
export const askedPayload = z.object({ token: z.uuid() });
export const announcedPayload = z.object({ on: timestamp });

export function adultInvitedMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Du kan logga in hos GFO familjehem',
    body: (
      <MailFrame preview="Logga in med din egen e-postadress." heading="Du kan logga in" kontakt={kontakt}>
        <Paragraph>
          Nu kan du logga in på Mina sidor med den här e-postadressen. Du behöver inget lösenord: vi mejlar en kod.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.signIn(), siteUrl).href}>Logga in på Mina sidor</MailLink>
        </Paragraph>
        <Paragraph>Känner du inte igen det här? Ring eller mejla oss, så rättar vi det.</Paragraph>
      </MailFrame>
    ),
  };
}

/** To an address that somebody wants to sign in with: whether it is theirs is shown by the page that it leads to. */
export function addressAskedMail({ token }: z.output<typeof askedPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: 'Vill du logga in med den här adressen?',
    body: (
      <MailFrame preview="Bekräfta inom ett dygn." heading="Byt till den här adressen?" kontakt={kontakt}>
        <Paragraph>
          Någon har bett att få logga in på Mina sidor med den här e-postadressen. Är det du? Bekräfta det inom ett dygn. Fram
          till dess loggar du in som förut.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.portal.confirmEmail(token), siteUrl).href}>Bekräfta adressen</MailLink>
        </Paragraph>
        <Paragraph>Är det inte du? Då behöver du inte göra något.</Paragraph>
      </MailFrame>
    ),
  };
}

/** To the address that was signed in with until now. */
export function addressReplacedMail({ kontakt }: Setting) {
  return {
    subject: 'Din adress för att logga in är ändrad',
    body: (
      <MailFrame preview="Den här adressen gäller inte längre." heading="Adressen är ändrad" kontakt={kontakt}>
        <Paragraph>
          Den här adressen går inte längre att logga in med på Mina sidor. Nu gäller den nya adressen som du har lämnat till oss.
        </Paragraph>
        <Paragraph>Har du inte bytt adress? Ring oss genast, så rättar vi det.</Paragraph>
      </MailFrame>
    ),
  };
}

export function messageWaitsMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Du har ett meddelande på Mina sidor',
    body: (
      <MailFrame preview="Logga in och läs." heading="Du har ett meddelande" kontakt={kontakt}>
        <Paragraph>Vi har skrivit till dig. Logga in och läs.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.signIn(paths.portal.messages), siteUrl).href}>Läs på Mina sidor</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

export function matterChangedMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Något är nytt på Mina sidor',
    body: (
      <MailFrame preview="Logga in och se." heading="Något är nytt" kontakt={kontakt}>
        <Paragraph>Något har ändrats på Mina sidor. Logga in och se vad.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.signIn(paths.portal.home), siteUrl).href}>Logga in på Mina sidor</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

/** The last one to who has ended their part: they have no page to sign in to any more. */
export function withdrawnMail({ kontakt }: Setting) {
  return {
    subject: 'Din anmälan är avslutad',
    body: (
      <MailFrame preview="Du kan alltid höra av dig igen." heading="Det är avslutat" kontakt={kontakt}>
        <Paragraph>Du har avslutat din anmälan, och kan inte längre logga in på Mina sidor.</Paragraph>
        <Paragraph>Blev det fel, eller ändrar du dig? Ring eller mejla oss. Du är alltid välkommen tillbaka.</Paragraph>
      </MailFrame>
    ),
  };
}

export function requestDecidedMail({ erased }: z.infer<typeof decidedPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: 'Svar på det du begärde',
    body: (
      <MailFrame preview="Vi har svarat." heading="Vi har svarat dig" kontakt={kontakt}>
        {erased ? (
          <Paragraph>
            Uppgifterna som du bad oss radera är borta. Du kan inte längre logga in. Har du frågor, ring eller mejla oss.
          </Paragraph>
        ) : (
          <>
            <Paragraph>Vi har svarat på det du begärde. Logga in och läs svaret.</Paragraph>
            <Paragraph>
              <MailLink to={new URL(paths.signIn(paths.portal.requests), siteUrl).href}>Läs svaret på Mina sidor</MailLink>
            </Paragraph>
          </>
        )}
      </MailFrame>
    ),
  };
}

export function erasureAnnouncedMail({ on }: z.infer<typeof announcedPayload>, { kontakt, siteUrl }: Setting) {
  const day = dateInWords(inStockholm(on));
  return {
    subject: 'Vi raderar snart dina uppgifter',
    body: (
      <MailFrame preview={`Det sker ${day} om vi inte hörs.`} heading="Vi raderar snart dina uppgifter" kontakt={kontakt}>
        <Paragraph>
          Det är länge sedan vi hördes. Därför raderar vi uppgifterna som du har lämnat till oss <b>{day}</b>.
        </Paragraph>
        <Paragraph>Är det bra så? Då behöver du inte göra något.</Paragraph>
        <Paragraph>
          Vill du att vi behåller dem? <MailLink to={new URL(paths.signIn(paths.portal.home), siteUrl).href}>Logga in</MailLink>{' '}
          före dess, så behåller vi dem. Det går också att ringa eller mejla oss.
        </Paragraph>
      </MailFrame>
    ),
  };
}
