/** How much each text may hold, as the database has it. */
export const LIMITS = { wish: 1000, reason: { least: 10, most: 2000 } } as const;

const number = new Intl.NumberFormat('sv-SE');

export const faultTexts = {
  wishTooLong: (length: number) =>
    `Texten får vara högst ${number.format(LIMITS.wish)} tecken. Den är ${number.format(length)} tecken nu.`,
} as const;

export const kindTexts = { erasure: 'Radering', insight: 'Insyn' } as const;

export const decisionTexts = { granted: 'Ja', partly: 'Ja, till en del', refused: 'Nej' } as const;

/** Which page asks for what. */
export const KIND_OF = { insyn: 'insight', radering: 'erasure' } as const;

export const askTexts = {
  insight: {
    title: 'Begär insyn',
    lead: 'Du kan begära att få läsa det som GFO:s medarbetare har skrivit om dig och ert hem.',
    points: [
      'Tar du emot mejl får du ett om att svaret finns, utan något av innehållet.',
      'Det som rör dig själv får du i regel läsa. Rör något en annan person kan det vara sekretess också mot dig. Då står det i svaret.',
    ],
    label: 'Vad vill du läsa?',
    hint: 'Lämna tomt om du vill läsa allt.',
    button: 'Begär insyn',
  },
  erasure: {
    title: 'Vill du begära radering?',
    lead: 'Det som raderas kommer inte tillbaka. Läs först vad som händer.',
    points: [
      'Svaret har ett skäl. Ingenting försvinner förrän dess, och du kan ta tillbaka din begäran.',
      'Raderas allt om dig kan du inte logga in mer. Vill du senare vara med anmäler du intresse igen.',
      'Har kartläggningen börjat finns ett ärende. Handlingar i ärenden måste sparas enligt lag. Då står det i svaret vad som blir kvar och varför.',
      'Andra vuxna i hemmet begär för sig. Deras uppgifter finns kvar.',
    ],
    label: 'Vad vill du få raderat?',
    hint: 'Lämna tomt om det gäller allt om dig.',
    button: 'Begär radering',
  },
} as const;

export const doneTexts = {
  insyn: 'Din begäran om insyn har kommit fram. En samordnare svarar här på sidan.',
  radering: 'Din begäran om radering har kommit fram. En samordnare svarar här på sidan. Ingenting är raderat än.',
  'redan-insyn': 'Du har redan begärt insyn. Svaret kommer här.',
  'redan-radering': 'Du har redan begärt radering. Svaret kommer här.',
  aterkallad: 'Du har tagit tillbaka din begäran.',
  'redan-klar': 'Den begäran är redan besvarad eller tillbakatagen.',
} as const;
