import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { MailFrame, MailLink, Paragraph } from '../../shared/mail/MailFrame.tsx';
import { dateInWords } from '../../shared/time/words.ts';
import type { Setting } from './setting.ts';

export const consentPayload = z.object({
  title: z.string(),
  kind: z.enum(['film', 'story']),
  /** The first day on which it shows no more. */
  till: z.iso.date(),
  /** One of ours: never another site's. */
  path: z.string().regex(/^\/[^/\\]/),
});

const WORDS = {
  film: { the: 'filmen', who: 'dem som syns eller hörs i den' },
  story: { the: 'berättelsen', who: 'den som berättar' },
} as const;

/** To the communicator: a text is soon gone, unless those who are in it say yes once more. */
export function consentNoticeMail({ title, kind, till, path }: z.infer<typeof consentPayload>, { kontakt, siteUrl }: Setting) {
  const end = Temporal.PlainDate.from(till);
  const { the, who } = WORDS[kind];
  return {
    subject: `Ett samtycke går ut ${dateInWords(end)}`,
    body: (
      <MailFrame preview={`Sedan visas ${the} inte längre.`} heading="Ett samtycke går snart ut" kontakt={kontakt}>
        <Paragraph>
          Samtycket till {the} ”{title}” gäller till och med {dateInWords(end.subtract({ days: 1 }))}. Den försvinner av sig själv
          från webbplatsen <b>{dateInWords(end)}</b>.
        </Paragraph>
        <Paragraph>
          Vill ni visa den längre? Fråga {who} i god tid. Är svaret ja, skriver du de nya dagarna under ”samtycke” i textens fil.
        </Paragraph>
        <Paragraph>
          Ska den inte visas längre? Då behöver du inte göra något här. Ligger filmfilen hos en annan värd tar du bort den där.
        </Paragraph>
        <Paragraph>
          <MailLink to={new URL(path, siteUrl).href}>Se {the}</MailLink>
        </Paragraph>
      </MailFrame>
    ),
  };
}
