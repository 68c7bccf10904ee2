import { paths } from '../../paths.ts';
import type { Facts } from '../../shared/facts/facts.schema.ts';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { CODE_MINUTES, CODE_SUBJECT } from './sign-in.text.ts';

type Code = { code: string; sealedLink: string; kontakt: Facts['kontakt']; siteUrl: string };

/** The code, and a link that asks for one press. Neither says who it is for or what they have to do with us. */
export function codeMail({ code, sealedLink, kontakt, siteUrl }: Code) {
  return {
    subject: CODE_SUBJECT,
    body: (
      <MailFrame preview={`Den gäller i ${CODE_MINUTES} minuter.`} heading={`Din kod är ${code}`} kontakt={kontakt}>
        <Paragraph>
          Skriv koden på sidan där du loggar in. Den gäller i {CODE_MINUTES} minuter och kan användas en gång.
        </Paragraph>
        <Paragraph>
          Eller öppna länken, på vilken telefon eller dator du vill, och tryck på knappen:{' '}
          <MailLink to={new URL(paths.signInLink(sealedLink), siteUrl).href}>Logga in hos GFO familjehem</MailLink>
        </Paragraph>
        <Paragraph>Ge aldrig koden till någon annan. Vi ringer aldrig och frågar efter den.</Paragraph>
        <Paragraph>Var det inte du som bad om koden? Då behöver du inte göra något.</Paragraph>
      </MailFrame>
    ),
  };
}
