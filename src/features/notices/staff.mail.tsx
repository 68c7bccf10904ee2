import { z } from 'zod';
import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import type { Setting } from './setting.ts';

/** Mails to staff: a home stands in them by its number alone, and what it is about waits behind the sign-in. */

export const numberPayload = z.object({ householdNumber: z.number() });
export const securityPayload = z.object({
  what: z.enum(['factor_added', 'factor_removed', 'factors_reset', 'recovery_code_used']),
});

export function staffListedMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Du kan logga in på arbetsytan',
    body: (
      <MailFrame
        preview="Första gången lägger du till en passnyckel eller en app."
        heading="Välkommen till arbetsytan"
        kontakt={kontakt}
      >
        <Paragraph>
          Du finns nu i listan över medarbetare. Logga in med den här adressen. Första gången lägger du till en passnyckel
          (passkey) eller en app för engångskoder: ha telefonen till hands.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.signIn(paths.desk.home), siteUrl).href}>Logga in på arbetsytan</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

const SECURITY = {
  factor_added: 'En passnyckel eller app för engångskoder har lagts till i din inloggning.',
  factor_removed: 'En passnyckel eller app för engångskoder har tagits bort ur din inloggning.',
  factors_reset:
    'Enhetschefen har återställt ditt andra steg. Nästa gång du loggar in lägger du till en ny passnyckel eller app.',
  recovery_code_used: 'Någon loggade in som du med en av dina reservkoder.',
} as const;

export function securityNoticeMail({ what }: z.infer<typeof securityPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: 'Din inloggning har ändrats',
    body: (
      <MailFrame preview={SECURITY[what]} heading="Din inloggning har ändrats" kontakt={kontakt}>
        <Paragraph>{SECURITY[what]}</Paragraph>
        <Paragraph>Var det inte du? Ring enhetschefen genast.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.security, siteUrl).href}>Se din inloggning</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

export function breakGlassNoticeMail({ householdNumber }: z.infer<typeof numberPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: `Någon har öppnat hem ${householdNumber} med angivet skäl`,
    body: (
      <MailFrame preview="Läs skälet på arbetsytan." heading="Ett hem har öppnats med angivet skäl" kontakt={kontakt}>
        <Paragraph>
          En medarbetare som inte är samordnare för hem {householdNumber} har angett ett skäl och fått läsa i ett dygn. Läs skälet
          och avsluta om det behövs.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.access(), siteUrl).href}>Läs skälet</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

export function requestNoticeMail({ householdNumber }: z.infer<typeof numberPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: `En begäran från hem ${householdNumber}`,
    body: (
      <MailFrame preview="Läs och besluta på arbetsytan." heading="En begäran väntar på beslut" kontakt={kontakt}>
        <Paragraph>Hem {householdNumber} har begärt något som rör sina uppgifter. Läs och besluta på arbetsytan.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.requests, siteUrl).href}>Läs begäran</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

export function messageNoticeMail({ householdNumber }: z.infer<typeof numberPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: `Ett meddelande från hem ${householdNumber}`,
    body: (
      <MailFrame preview="Läs och svara på arbetsytan." heading="Ett meddelande väntar på svar" kontakt={kontakt}>
        <Paragraph>Någon i hem {householdNumber} har skrivit till er. Läs och svara på arbetsytan.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.household(householdNumber), siteUrl).href}>Öppna hem {householdNumber}</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}

export function matterNoticeMail({ householdNumber }: z.infer<typeof numberPayload>, { kontakt, siteUrl }: Setting) {
  return {
    subject: `Något är nytt i hem ${householdNumber}`,
    body: (
      <MailFrame preview="Se vad på arbetsytan." heading="Något är nytt" kontakt={kontakt}>
        <Paragraph>Någon i hem {householdNumber} har ändrat något på Mina sidor. Se vad på arbetsytan.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.household(householdNumber), siteUrl).href}>Öppna hem {householdNumber}</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}
