export const kindTexts = { app: 'Autentiseringsapp', passkey: 'Passnyckel' } as const;

export const faultTexts = {
  codeMissing: 'Skriv koden från appen',
  codeUnreadable: 'Koden är sex siffror. Kontrollera att du har fått med alla.',
  /** One text for a wrong, an old and a used code. */
  codeRefused: 'Koden stämmer inte eller är redan använd. Vänta tills appen visar en ny, och skriv den.',
  appRefused: 'Koden stämmer inte. Kontrollera att appen visar GFO familjehem, och skriv koden som står där nu.',
  recoveryMissing: 'Skriv en av dina reservkoder',
  recoveryUnreadable: 'En reservkod är tio bokstäver och siffror. Kontrollera att du har fått med alla.',
  recoveryRefused: 'Reservkoden stämmer inte eller är redan använd. Var och en kan användas en gång.',
  limited:
    'Det blev för många försök. Vänta fem minuter och försök igen. Går det ändå inte kan enhetschefen återställa ditt andra steg.',
  passkeyNeedsScript: 'En passnyckel behöver JavaScript. Slå på det i webbläsaren, eller välj ett annat sätt.',
  passkeyRefused: 'Det gick inte att läsa din passnyckel. Försök igen, eller välj ett annat sätt.',
  passkeyKnown: 'Den passnyckeln finns redan i listan.',
  nameLong: 'Namnet får vara högst 60 tecken.',
  lastStays: 'Den sista kan inte tas bort. Lägg till en ny först.',
} as const;

/** What the browser says while it has the passkey in its hands. */
export const ceremonyTexts = {
  stopped: 'Det avbröts, eller tog för lång tid. Tryck på knappen och försök igen.',
  known: faultTexts.passkeyKnown,
  unsupported: 'Den här webbläsaren kan inte använda passnycklar. Välj ett annat sätt.',
} as const;
