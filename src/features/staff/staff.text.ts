/** As many characters as the database keeps. */
export const NAME_LIMIT = 100;

export const roleTexts = {
  coordinator: { label: 'Familjehemssamordnare', hint: 'Öppnar intresseanmälningar och de hem som hen samordnar.' },
  communicator: { label: 'Kommunikatör', hint: 'Öppnar inget hem och läser inga personuppgifter.' },
  head: { label: 'Enhetschef', hint: 'Öppnar alla hem, läser åtkomstloggen och har hand om medarbetarna.' },
} as const;

export const roleOptions = Object.entries(roleTexts).map(([value, text]) => ({ value, ...text }));

export const faultTexts = {
  nameMissing: 'Skriv medarbetarens namn',
  nameTooLong: `Namnet får vara högst ${NAME_LIMIT} tecken`,
  emailMissing: 'Skriv medarbetarens e-postadress på jobbet',
  emailUnreadable: 'Kontrollera e-postadressen. Den ska se ut så här: namn@exempel.se',
  role: 'Välj en roll',
};

/** Why the database said no. */
export const reasonTexts = {
  listed_already: 'Den e-postadressen har redan en plats bland medarbetarna',
  is_adult: 'Adressen hör till en vuxen i ett hem. Medarbetaren behöver en egen adress på jobbet.',
  last_head:
    'Det måste alltid finnas en enhetschef. Gör först någon annan till enhetschef, och vänta tills hen har loggat in med sitt andra steg.',
  not_this_one: 'Det går inte för den här personen. Gå till listan över medarbetare och välj igen.',
} as const;

/** What was just done, by name when the page knows it: the address has only the id. */
export function doneTextsFor(name = 'Medarbetaren') {
  return {
    tillagd: {
      heading: `${name} är tillagd`,
      text: 'Vi har mejlat hur man loggar in. Första gången väljer hen sitt andra steg.',
    },
    andrad: { heading: `${name} har en ny roll`, text: 'Det gäller redan från nästa klick som hen gör.' },
    oforandrad: { heading: 'Inget är ändrat', text: 'Rollen är densamma som förut.' },
    borttagen: { heading: `${name} är borttagen`, text: 'Alla inloggningar är avslutade och inget går längre att öppna.' },
    aterstalld: {
      heading: `${name} börjar om med det andra steget`,
      text: 'Vi har mejlat det till hen, som väljer ett nytt andra steg vid nästa inloggning.',
    },
  } as const;
}
export const doneTexts = doneTextsFor();

/** What happens, said before it does. */
export const questionTexts = {
  'ta-bort': (name: string, isOneself: boolean) => ({
    heading: isOneself ? 'Ta bort dig själv?' : `Ta bort ${name}?`,
    points: [
      'Det gäller direkt. Alla inloggningar avslutas, också på telefonen.',
      'Det som är gjort finns kvar i loggen under samma namn.',
      isOneself ? 'Du loggas ut och kan inte ångra det själv.' : 'Börjar hen igen lägger du till hen på nytt.',
    ],
    yes: isOneself ? 'Ja, ta bort mig' : 'Ja, ta bort',
  }),
  aterstall: (name: string) => ({
    heading: `Återställ det andra steget för ${name}?`,
    points: [
      'Telefonen, nycklarna och reservkoderna slutar gälla direkt, och alla inloggningar avslutas.',
      'Nästa gång loggar hen in med koden i mejlet och väljer ett nytt andra steg.',
      'Vi mejlar hen att det är gjort. Har du inte talat med hen: ring först, på ett nummer du känner igen.',
    ],
    yes: 'Ja, återställ',
  }),
} as const;

const inWords = new Intl.ListFormat('sv-SE');

/** Said before somebody is removed whose homes would have nobody left. */
export function aloneText(name: string, homes: readonly number[]): string {
  const them = homes.length === 1 ? 'det' : 'dem';
  return `${name} är ensam samordnare för ${inWords.format(homes.map((home) => `hem ${home}`))}. Välj en ny samordnare för ${them} först.`;
}
