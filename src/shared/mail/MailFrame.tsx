import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email';

const serif = { fontFamily: "'Young Serif', Georgia, serif", color: '#14302B', fontWeight: 400 } as const;
const sans = {
  fontFamily: "'Atkinson Hyperlegible Next', Verdana, Arial, sans-serif",
  color: '#1B1F1D',
  fontSize: '17px',
  lineHeight: '1.55',
} as const;

type Props = { preview: string; heading: string; children: ReactNode; sender: string };

/** The sheet that every mail is written on. No picture is fetched: a mail must not tell anyone that it was opened. */
export function MailFrame({ preview, heading, children, sender }: Props) {
  return (
    <Html lang="sv">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: '#FBFAF6', margin: 0, padding: '24px 0' }}>
        <Container style={{ maxWidth: '36rem', padding: '0 24px' }}>
          <Text style={{ ...serif, fontSize: '20px', margin: '0 0 20px' }}>GFO familjehem</Text>
          <Heading as="h1" style={{ ...serif, fontSize: '30px', lineHeight: '1.1', margin: '0 0 18px' }}>
            {heading}
          </Heading>
          {children}
          <Hr style={{ borderColor: '#D9D6CA', margin: '28px 0 16px' }} />
          <Text style={{ ...sans, fontSize: '15px', color: '#4A5450' }}>{sender}</Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ ...sans, margin: '0 0 14px' }}>{children}</Text>;
}
