import { csvFile } from '../../shared/http/csv.ts';

/** The columns of the file, in the template's order. `more`: what stands in them, for whoever fills it in. */
export const COLUMNS = [
  { key: 'reference', name: 'Er beteckning', needed: false, more: 'Ett nummer eller namn som ni själva känner igen hemmet på.' },
  { key: 'kind', name: 'Slag', needed: true, more: 'Familjehem, Jourhem eller ”Familjehem och jourhem”.' },
  { key: 'municipality', name: 'Kommun', needed: true, more: 'En av de sex kommunerna.' },
  { key: 'address', name: 'Adress', needed: false, more: 'Gata, postnummer och ort.' },
  {
    key: 'coordinator',
    name: 'Samordnare',
    needed: false,
    more: 'Namn eller e-postadress som i Personal. Tomt betyder du själv.',
  },
  { key: 'first1', name: 'Förnamn 1', needed: true, more: 'Den första vuxna.' },
  { key: 'last1', name: 'Efternamn 1', needed: true, more: 'Den första vuxna.' },
  { key: 'email1', name: 'E-post 1', needed: false, more: 'Behövs för att kunna logga in. Var och en har sin egen.' },
  { key: 'phone1', name: 'Telefon 1', needed: false, more: 'Med eller utan landsnummer.' },
  { key: 'first2', name: 'Förnamn 2', needed: false, more: 'Den andra vuxna, om det finns någon.' },
  { key: 'last2', name: 'Efternamn 2', needed: false, more: 'Den andra vuxna.' },
  { key: 'email2', name: 'E-post 2', needed: false, more: 'Inte samma som den förstas.' },
  { key: 'phone2', name: 'Telefon 2', needed: false, more: 'Den andra vuxna.' },
] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];
export type Cells = Partial<Record<ColumnKey, string>>;

/** Letters without their marks and digits alone: "E-post 1" and "epost1" are the same, "Ånge" is "ange". */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** An empty file with the rubrics. */
export function template(): string {
  return csvFile([COLUMNS.map(({ name }) => name)]);
}
