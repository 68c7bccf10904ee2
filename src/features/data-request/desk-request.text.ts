import { LIMITS } from './data-request.text.ts';

const number = new Intl.NumberFormat('sv-SE');

export const decisionLabels = { granted: 'Beviljas', partly: 'Beviljas delvis', refused: 'Avslås' } as const;

export const faultTexts = {
  decision: 'Välj vad som beslutas',
  reasonTooShort: `Skriv skälet med minst ${LIMITS.reason.least} tecken`,
  reasonTooLong: (length: number) =>
    `Skälet får vara högst ${number.format(LIMITS.reason.most)} tecken. Det är ${number.format(length)} tecken nu.`,
};

/** Why the database said no; `not_yours`: the home was opened with a reason, which lets somebody read and nothing more. */
export const reasonTexts = {
  settled_already: 'Någon har redan beslutat, eller så har begäran tagits tillbaka. Läs vad som står längre ner.',
  law_keeps:
    'Radering kan inte beviljas när kartläggningen har börjat. Det som hör till en kartläggning sparas enligt lag. Skriv varför och avslå begäran.',
  not_this_one: 'Radering kan bara beviljas helt eller avslås. Välj ett av dem.',
  not_yours: 'Du kan läsa men inte besluta här. Be hemmets samordnare eller enhetschefen att besluta.',
} as const;
export type Reason = keyof typeof reasonTexts;

/** What is asked for, what each answer does, and what whoever answers should know. */
export const kindTexts = {
  erasure: {
    title: 'Begäran om radering',
    know: [
      'Kartläggningen har inte börjat. Beviljas begäran raderas det som personen har lämnat direkt.',
      'Radering beviljas helt eller inte alls. Gäller önskan bara en del avslår du, och ringer personen.',
      'Andra vuxna i hemmet berörs inte. De begär för sig.',
    ],
    knowInAssessment: [
      'Kartläggningen har börjat. Det som hör till en kartläggning sparas enligt lag, så radering kan inte beviljas här.',
      'Skriv i skälet att lagen kräver att uppgifterna sparas, och att personen kan begära insyn i dem.',
      'Andra vuxna i hemmet berörs inte. De begär för sig.',
    ],
    reasonHint: 'Blir det nej läser den som har frågat skälet på Mina sidor. Skriv enkelt, och inget om någon annan.',
    hints: {
      granted: 'Det som personen har lämnat raderas direkt och kommer inte tillbaka.',
      // Never offered: erasing is done or not.
      partly: '',
      refused: 'Ingenting raderas. Skriv varför.',
    },
  },
  insight: {
    title: 'Begäran om insyn',
    know: [
      'Det som medarbetare skriver visas inte i portalen. Det betyder inte att det är hemligt för den som det handlar om.',
      'Läs igenom det som finns om personen innan något lämnas ut. Det som rör en annan person kan omfattas av sekretess.',
      'Lämna inte ut något här. Skriv i skälet hur och när personen får läsa.',
    ],
    reasonHint: 'Den som har frågat läser skälet på Mina sidor. Skriv enkelt, och inget om någon annan.',
    hints: {
      granted: 'Personen får läsa allt som begärs.',
      partly: 'Personen får läsa en del. Skriv vad som inte lämnas ut.',
      refused: 'Personen får inte läsa. Skriv varför.',
    },
  },
} as const;

/** Where the law leaves one answer. */
export const onlyRefusedText = 'Radering kan inte beviljas här. Skriv varför.';

/** For a home that takes no mail at all. */
export const protectedText = 'Hemmet har skyddade personuppgifter och får inget mejl. Ring och berätta att svaret finns.';

/** For who takes no mail, and may be called at those times alone. */
export const silentText = (name: string, times: string) =>
  `${name} tar inte emot mejl. Berätta själv att svaret finns. Ring, men bara: ${times}`;

const ANSWERED = 'Svaret syns nu på Mina sidor. Den som tar emot mejl får ett mejl om det.';

/** What was just decided, in which home when the address tells: names stand in no address. */
export function doneTextsFor(number?: number) {
  const home = number === undefined ? '' : ` i hem ${number}`;
  return {
    'radering-nej': `Du avslog en begäran om radering${home}. ${ANSWERED}`,
    'radering-ja': `Raderingen${home} är gjord. Den som tar emot mejl får ett sista mejl om att den är klar.`,
    'insyn-ja': `Du beviljade en begäran om insyn${home}. ${ANSWERED}`,
    'insyn-delvis': `Du beviljade en del av en begäran om insyn${home}. ${ANSWERED}`,
    'insyn-nej': `Du avslog en begäran om insyn${home}. ${ANSWERED}`,
  } as const;
}
export const doneTexts = doneTextsFor();
export type Done = keyof typeof doneTexts;
