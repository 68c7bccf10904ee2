import { PERSON_LIMITS } from '../../shared/form/person.text.ts';

/** How much is stored, as the database has it. */
export const LIMITS = { address: 300, reference: 100, rows: 1000, fileBytes: 1_000_000 } as const;

export const personFaults = {
  firstName: 'Skriv förnamnet',
  lastName: 'Skriv efternamnet',
} as const;

export const homeFaults = {
  kind: 'Välj om det är ett familjehem, ett jourhem eller båda',
  municipality: 'Välj kommunen där hemmet ligger',
  address: `Adressen får vara högst ${LIMITS.address} tecken`,
  emailToInvite: 'Skriv minst en e-postadress, eller ta bort krysset här',
  noMailToHidden: 'Hem med skyddade personuppgifter får inga mejl. Ta bort krysset här.',
} as const;

export const fileFaults = {
  missing: 'Välj en fil',
  empty: 'Filen är tom. Välj en fil med en rad för varje hem.',
  tooLarge: 'Filen är för stor. Den får vara högst 1 MB. Dela upp den i flera filer.',
  notText: 'Filen är ingen CSV-fil. Öppna den i Excel och välj Spara som, CSV UTF-8 (kommaavgränsad).',
  broken: (line: number) => `Filen går inte att läsa längre än till rad ${line}. Kontrollera citattecknen på den raden.`,
  tooMany: `Filen har för många rader. Lägg in högst ${LIMITS.rows} hem åt gången.`,
  noRows: 'Filen har rubriker men inga hem under dem.',
  columns: (names: readonly string[]) =>
    names.length === 1
      ? `Kolumnen ”${names[0]}” saknas. Lägg till den, eller börja från mallen.`
      : `Kolumnerna ${names.map((name) => `”${name}”`).join(', ')} saknas. Lägg till dem, eller börja från mallen.`,
  twice: (name: string) => `Kolumnen ”${name}” finns två gånger. Ta bort den ena.`,
} as const;

/** What is wrong in one row, said of its column. */
export const rowFaults = {
  kindMissing: 'Slag saknas: skriv Familjehem, Jourhem eller båda',
  kindUnreadable: (text: string) => `Slag kan inte vara ”${text}”: skriv Familjehem, Jourhem eller båda`,
  municipalityMissing: 'Kommun saknas',
  municipalityUnreadable: (text: string) => `Kommun kan inte vara ”${text}”: skriv en av de sex`,
  addressLong: `Adress är för lång: högst ${LIMITS.address} tecken`,
  referenceLong: `Er beteckning är för lång: högst ${LIMITS.reference} tecken`,
  noAdult: 'Förnamn 1 och Efternamn 1 saknas',
  firstName: (at: number) => `Förnamn ${at} saknas`,
  lastName: (at: number) => `Efternamn ${at} saknas`,
  nameLong: (at: number) => `Namn ${at} är för långt: högst ${PERSON_LIMITS.name} tecken`,
  email: (at: number, text: string) => `E-post ${at} går inte att läsa: ”${text}”`,
  phone: (at: number, text: string) => `Telefon ${at} går inte att läsa: ”${text}”`,
  sameEmail: 'E-post 1 och E-post 2 är samma: var och en behöver en egen',
  cells: 'Raden har fler kolumner än rubrikerna',
} as const;

/** What becomes of a row that could be read. */
export const stateTexts = {
  new: 'Läggs in',
  there: 'Läggs inte in, finns redan',
  double: 'Står två gånger i filen',
  fault: 'Behöver rättas',
  no_colleague: 'Samordnaren finns inte här. Skriv namnet eller e-postadressen som i listan över personal, eller lämna tomt.',
  staff_address: 'En e-postadress tillhör en medarbetare. Hemmet behöver en egen adress.',
} as const;
export type RowState = keyof typeof stateTexts;

const number = new Intl.NumberFormat('sv-SE');

/** "1 rad", "203 rader" */
export const counted = (count: number, one: string, many: string) => `${number.format(count)} ${count === 1 ? one : many}`;

/** What has just been done with a file, said on its page. */
export const doneTexts = {
  inbjudna: 'Mejlen är på väg. De som inte kunde bjudas in står kvar på hemmens egna sidor.',
} as const;
