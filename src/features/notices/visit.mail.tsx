import { paths } from '../../paths.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import type { Setting } from './setting.ts';

/** To who asked for a visit. What they wrote is not sent back: the address may be somebody else's. */
export function visitReceivedMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Tack, vi har fått er förfrågan om ett besök',
    body: (
      <MailFrame preview="En familjehemssamordnare hör av sig." heading="Tack för att ni bjuder in oss" kontakt={kontakt}>
        <Paragraph>
          En familjehemssamordnare på GFO läser er förfrågan och hör av sig till er. Tillsammans kommer ni överens om dag, tid och
          plats.
        </Paragraph>
        <Paragraph>
          Vill ni veta mer redan nu? <MailLink to={new URL(paths.information(), siteUrl).href}>Läs om Så funkar det</MailLink>.
        </Paragraph>
        <Paragraph>Var det inte ni som skrev till oss? Ring eller mejla, så rättar vi det.</Paragraph>
      </MailFrame>
    ),
  };
}

/** To GFO: who asks, and for what, is read after sign-in. */
export function visitNoticeMail({ kontakt, siteUrl }: Setting) {
  return {
    subject: 'Någon vill ha besök av Så funkar det',
    body: (
      <MailFrame preview="Läs och svara på arbetsytan." heading="En förfrågan om besök väntar" kontakt={kontakt}>
        <Paragraph>En arbetsplats eller förening vill att Så funkar det kommer till dem. Läs och svara på arbetsytan.</Paragraph>
        <Paragraph>
          <MailLink to={new URL(paths.desk.visits(), siteUrl).href}>Läs förfrågan</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}
