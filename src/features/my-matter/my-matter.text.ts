export const LIMITS = { message: 4000 } as const;

export const faultTexts = {
  month: 'Välj en månad i listan',
  firstName: 'Skriv förnamnet',
  lastName: 'Skriv efternamnet',
  emailMissing: 'Skriv e-postadressen',
  messageMissing: 'Skriv ett meddelande',
  messageTooLong: (length: number) =>
    `Meddelandet får vara högst 4 000 tecken. Det är ${length.toLocaleString('sv-SE')} tecken nu.`,
  tooManyMessages: 'Du har skrivit många meddelanden i dag. Ring oss i stället, så pratar vi.',
} as const;

/** Why nobody was asked to come in. */
export const askTexts = {
  here_already: 'Den adressen har redan någon av er i hemmet. Var och en behöver en egen.',
  asked_many: 'Du har bjudit in flera det senaste dygnet. Vänta till i morgon, eller ring oss.',
  too_many: 'Det är fler vuxna i hemmet än vi kan ta emot här. Ring oss, så hjälps vi åt.',
} as const;

export const messageDoneTexts = { skickat: 'Ditt meddelande har kommit fram till oss.' } as const;
