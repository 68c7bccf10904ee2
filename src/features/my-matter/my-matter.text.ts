export const LIMITS = { name: 100, message: 4000 } as const;

export const faultTexts = {
  month: 'Välj en månad i listan',
  firstName: 'Skriv förnamnet',
  lastName: 'Skriv efternamnet',
  nameTooLong: `Namnet får vara högst ${LIMITS.name} tecken`,
  emailMissing: 'Skriv e-postadressen',
  emailUnreadable: 'Kontrollera e-postadressen. Den ska se ut som namn@exempel.se',
  hereAlready: 'Den adressen har redan någon av er i hemmet. Var och en behöver en egen.',
  tooManyAdults: 'Det är fler vuxna i hemmet än vi kan ta emot här. Ring oss, så hjälps vi åt.',
  messageMissing: 'Skriv ett meddelande',
  messageTooLong: (length: number) =>
    `Meddelandet får vara högst 4 000 tecken. Det är ${length.toLocaleString('sv-SE')} tecken nu.`,
  tooManyMessages: 'Du har skrivit många meddelanden i dag. Ring oss i stället, så pratar vi.',
} as const;

export const messageDoneTexts = { skickat: 'Ditt meddelande har kommit fram till oss.' } as const;
