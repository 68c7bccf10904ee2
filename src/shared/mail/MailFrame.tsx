import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email';
import type { Facts } from '../facts/facts.schema.ts';

const serif = { fontFamily: "'Young Serif', Georgia, serif", color: '#14302B', fontWeight: 400 } as const;
const sans = {
  fontFamily: "'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif",
  color: '#1B1F1D',
  fontSize: '17px',
  lineHeight: '1.55',
} as const;
const link = { color: '#1F4A41', textDecoration: 'underline', whiteSpace: 'nowrap' } as const;

type Props = { preview: string; heading: string; children: ReactNode; kontakt: Facts['kontakt'] };

/** The sheet that every mail is written on. No picture is fetched: a mail must not tell anyone that it was opened. */
export function MailFrame({ preview, heading, children, kontakt }: Props) {
  return (
    <Html lang="sv">
      <Head />
      <Preview>{preview}</Preview>
      <Body lang="sv" style={{ backgroundColor: '#FBFAF6', margin: 0, padding: '24px 0' }}>
        <Container style={{ maxWidth: '36rem', padding: '0 24px' }}>
          <Text style={{ ...serif, fontSize: '20px', margin: '0 0 20px' }}>GFO familjehem</Text>
          <Heading as="h1" style={{ ...serif, fontSize: '30px', lineHeight: '1.1', margin: '0 0 18px' }}>
            {heading}
          </Heading>
          {children}
          <Hr style={{ borderColor: '#D9D6CA', margin: '28px 0 16px' }} />
          <Text style={{ ...sans, fontSize: '15px', color: '#4A5450' }}>
            GFO, Kommunernas gemensamma familjehemsorganisation. Telefon{' '}
            <Link href={`tel:${kontakt.telefon.replace(/[^+\d]/g, '')}`} style={link}>
              {kontakt.telefon}
            </Link>
            , {kontakt.telefontid}. E-post{' '}
            <Link href={`mailto:${kontakt.epost}`} style={link}>
              {kontakt.epost}
            </Link>
            .
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ ...sans, margin: '0 0 14px' }}>{children}</Text>;
}

/** A link in running text, which may break at the end of a line. */
export function MailLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link href={to} style={{ ...link, whiteSpace: 'normal' }}>
      {children}
    </Link>
  );
}
