import { Constants } from '../../shared/db/database.types.ts';
import { asRow } from '../../shared/entered.ts';
import { cleanLine, cleanText } from '../../shared/form/clean.ts';
import { parseEmail } from '../../shared/form/email.ts';
import { PERSON_LIMITS } from '../../shared/form/person.text.ts';
import { parsePhone } from '../../shared/form/phone.ts';
import { LIMITS, rowFaults as say } from './by-hand.text.ts';
import { type Cells, type ColumnKey, plain } from './columns.ts';
import type { Line } from './csv.ts';

const MUNICIPALITIES = Constants.public.Enums.municipality;
type Municipality = (typeof MUNICIPALITIES)[number];

/** One row as the draft keeps it: what is wrong with it, and what was read of it. */
export type Row = {
  line: number;
  /** Who it is about, for whoever looks the rows through. */
  name: string;
  faults: string[];
  reference?: string | undefined;
  foster: boolean;
  emergency: boolean;
  municipality?: Municipality | undefined;
  address?: string | undefined;
  coordinator?: string | undefined;
  adults: ReturnType<typeof asRow>[];
};

/** Reads a row; everything that is wrong with it is said at once. */
export function readRow({ line, cells, extra }: Line): Row {
  const [reference, coordinator] = [cellOf(cells, 'reference'), cellOf(cells, 'coordinator')];
  const address = cleanText(cells.address ?? '');
  const kind = kindOf(cellOf(cells, 'kind'));
  const municipality = municipalityOf(cellOf(cells, 'municipality'));
  const [one, two] = [adultOf(cells, 1), adultOf(cells, 2)];
  const adults = [one, two].flatMap((adult) => adult?.row ?? []);
  const faults = [
    extra && say.cells,
    reference.length > LIMITS.reference && say.referenceLong,
    kind.fault,
    municipality.fault,
    address.length > LIMITS.address && say.addressLong,
    !one && say.noAdult,
    ...[one, two].flatMap((adult) => adult?.faults ?? []),
    haveSameEmail(adults) && say.sameEmail,
  ].filter((fault) => typeof fault === 'string');
  return {
    line,
    name: [one?.name, two?.name].filter(Boolean).join(' och '),
    faults,
    reference: reference || undefined,
    foster: kind.foster,
    emergency: kind.emergency,
    municipality: municipality.value,
    address: address || undefined,
    coordinator: coordinator || undefined,
    adults,
  };
}

const cellOf = (cells: Cells, key: ColumnKey) => cleanLine(cells[key] ?? '');

function haveSameEmail([one, two]: Row['adults']): boolean {
  return one?.email_key !== undefined && one.email_key === two?.email_key;
}

/** `fault` when the cell is empty or says something else. */
function kindOf(said: string): { foster: boolean; emergency: boolean; fault?: string } {
  const parts = said.split(/[,;/+&]|\soch\s/i).map(plain);
  const both = parts.some((part) => part === 'bada' || part === 'bade');
  const foster = both || parts.includes('familjehem');
  const emergency = both || parts.includes('jourhem');
  if (said === '') return { foster, emergency, fault: say.kindMissing };
  const known = parts.every((part) => ['familjehem', 'jourhem', 'bada'].includes(part));
  return known ? { foster, emergency } : { foster, emergency, fault: say.kindUnreadable(short(said)) };
}

/** "Ånge", "ange", "Ånge kommun", "Härnösands kommun". */
function municipalityOf(said: string): { value?: Municipality; fault?: string } {
  if (said === '') return { fault: say.municipalityMissing };
  const name = plain(said.replace(/\s+kommun$/i, ''));
  const value = MUNICIPALITIES.find((municipality) => municipality === name || `${municipality}s` === name);
  return value ? { value } : { fault: say.municipalityUnreadable(short(said)) };
}

type AdultRead = { name: string; faults: string[]; row: ReturnType<typeof asRow> };

/** Undefined when nothing at all stands about that adult. */
function adultOf(cells: Cells, at: 1 | 2): AdultRead | undefined {
  const cell = (what: 'first' | 'last' | 'email' | 'phone') => cellOf(cells, `${what}${at}`);
  const [first, last, email, phone] = [cell('first'), cell('last'), cell('email'), cell('phone')];
  if (!first && !last && !email && !phone) return undefined;
  const readEmail = email === '' ? undefined : parseEmail(email);
  const readPhone = phone === '' ? undefined : parsePhone(phone);
  const faults = [
    !first && say.firstName(at),
    !last && say.lastName(at),
    Math.max(first.length, last.length) > PERSON_LIMITS.name && say.nameLong(at),
    readEmail?.ok === false && say.email(at, short(email)),
    readPhone && !(readPhone.ok && readPhone.value.length <= PERSON_LIMITS.phone) && say.phone(at, short(phone)),
  ].filter((fault) => typeof fault === 'string');
  const row = asRow({
    first,
    last,
    email: readEmail?.ok ? readEmail : undefined,
    phone: readPhone?.ok ? readPhone : undefined,
  });
  return { name: `${first} ${last}`.trim(), faults, row };
}

/** Never cut in the middle of a sign: the database takes no half ones. */
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39).replace(/\p{Cs}$/u, '')}…` : text);
