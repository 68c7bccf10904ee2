/** How long a code holds, as Supabase is told in supabase/config.toml and supabase/local/embedded.ts. */
export const CODE_MINUTES = 15;

/** The subject of the mail with the code: nothing of the matter, and not the code itself. */
export const CODE_SUBJECT = 'Din kod till GFO familjehem';

export const faultTexts = {
  emailMissing: 'Skriv din e-postadress',
  emailUnreadable: 'Kontrollera e-postadressen. Den ska se ut så här: namn@exempel.se',
  codeMissing: 'Skriv koden från mejlet',
  codeUnreadable: 'Koden är sex siffror. Kontrollera att du har fått med alla.',
  /** One text for a wrong, an old and a used code, and for an address that we do not know. */
  codeRefused: 'Koden stämmer inte eller gäller inte längre. Kontrollera siffrorna. Efter fem försök behövs en ny kod.',
  limited: 'Det har kommit för många försök härifrån. Vänta en stund och försök igen, eller ring oss.',
} as const;

export const reasonTexts = {
  tid: {
    heading: 'Du har loggats ut',
    text: 'Ingenting hände på sidan på en stund. Det du höll på att skriva finns kvar när du har loggat in.',
  },
  /** Nothing was kept, for nothing was typed. */
  still: { heading: 'Du har loggats ut', text: 'Ingenting hände på sidan på en stund.' },
  slut: {
    heading: 'Logga in igen',
    text: 'Inloggningen har gått ut. Har du skrivit något finns det kvar när du har loggat in.',
  },
  igen: { heading: 'Logga in igen', text: 'Inloggningen har gått ut. Det du skrev gick inte att spara.' },
  borta: { heading: 'Du är inte inloggad längre', text: 'Logga in igen, så kommer du tillbaka dit du var.' },
  oskickat: {
    heading: 'Du är utloggad',
    text: 'Det du skrev är inte skickat. Gå bakåt i webbläsaren om du vill kopiera det innan du loggar in igen.',
  },
  bytt: { heading: 'Adressen är bytt', text: 'Logga in med din nya e-postadress. Den gamla går inte längre att logga in med.' },
  ut: { heading: 'Du är utloggad', text: 'Stäng webbläsaren om fler än du använder datorn eller telefonen.' },
} as const;
