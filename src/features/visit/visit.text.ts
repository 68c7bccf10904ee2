export const LIMITS = { organisation: 120, wished: 300, people: 1000, message: 1500 } as const;

const number = new Intl.NumberFormat('sv-SE');

export const faultTexts = {
  organisation: 'Skriv vad arbetsplatsen eller föreningen heter',
  name: 'Skriv ett namn',
  email: 'Skriv en e-postadress',
  municipality: 'Välj kommunen där vi ska komma',
  wished: 'Skriv ungefär när det passar, till exempel en onsdag i mars efter kl. 15',
  peopleMissing: 'Skriv ungefär hur många ni blir',
  peopleUnreadable: `Skriv antalet med en siffra från 1 till ${number.format(LIMITS.people)}, till exempel 25`,
  tooLong: (limit: number, length: number) =>
    `Texten får vara högst ${number.format(limit)} tecken. Den är ${number.format(length)} tecken nu.`,
} as const;

export const fieldTexts = {
  organisation: 'Arbetsplats eller förening',
  namn: 'Vem pratar vi med?',
  epost: 'E-post',
  telefon: 'Telefon',
  kommun: 'I vilken kommun?',
  onskan: 'När passar det?',
  antal: 'Ungefär hur många blir ni?',
  meddelande: 'Något mer vi bör veta?',
} as const;

export const notAskedTexts = {
  too_often: {
    heading: 'Vi kan inte ta emot fler förfrågningar härifrån just nu',
    text: 'Er förfrågan är inte skickad. Ring eller mejla oss i stället, så bestämmer vi en dag:',
  },
  unavailable: {
    heading: 'Något gick fel hos oss',
    text: 'Er förfrågan är inte skickad, men det ni har skrivit finns kvar. Försök igen om en stund, eller hör av er:',
  },
  trapped: { heading: 'Formuläret kunde inte skickas härifrån', text: 'Hör av er till oss i stället:' },
} as const;

export const doneTexts = {
  skickat: {
    heading: 'Tack för att ni bjuder in oss',
    text: 'En familjehemssamordnare läser er förfrågan och hör av sig. Vi har mejlat er en bekräftelse.',
  },
} as const;
