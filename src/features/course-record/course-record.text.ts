import { numberInWords } from '../../shared/number-in-words.ts';
import type { BookingAnswer } from '../../shared/occasions/booking.ts';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import type { Course, CoursePart } from './course-record.schema.ts';

type Reason = Extract<BookingAnswer, { ok: false }>['reason'];

/** How a part stands, after its number. */
export const stateTexts: Record<CoursePart['state'], string> = {
  attended: 'Du var med',
  booked: 'Bokad',
  unnoted: 'Var',
  missed: 'Du missade den',
  remaining: 'Kvar',
};

export const unnotedText = 'Vi har inte antecknat vilka som var med än.';

/** Why nothing of a plan was booked. */
const REFUSED: Partial<Record<Reason, string>> = {
  full: 'En av träffarna hann bli full. Inget är bokat. Nedanför står det som går tidigast nu.',
  booked_already: 'En av er har redan en plats där. Inget är bokat. Prova att boka för en i taget.',
  overlaps: 'En av er har redan något annat bokat då. Inget är bokat.',
};
export const refusedText = (reason: Reason) =>
  REFUSED[reason] ?? 'Något har ändrats sedan du öppnade sidan. Inget är bokat. Nedanför står det som går att boka nu.';

/** What has just been done, as the page says it. */
export const coursesDoneTexts = {
  bokat: 'Bokat. Ett mejl med kalenderfil är på väg för varje bokning.',
} as const;

export const formTexts = {
  '': 'Det som går först',
  digital: `Bara ${FORM_WORDS.digital}`,
  physical: `Bara ${FORM_WORDS.physical}`,
} as const;

/** "Fyra av sex träffar är klara." */
export function progressInWords({ parts }: Pick<Course, 'parts'>): string {
  const attended = parts.filter(({ state }) => state === 'attended').length;
  if (parts.length === 1) return attended === 1 ? 'Träffen är klar.' : 'Träffen är inte klar än.';
  if (attended === parts.length) return 'Alla träffar är klara.';
  const of = `av ${numberInWords(parts.length)} träffar`;
  if (attended === 0) return `Ingen ${of} är klar än.`;
  const many = attended === 1 ? 'En' : numberInWords(attended).replace(/^./, (letter) => letter.toUpperCase());
  return `${many} ${of} är ${attended === 1 ? 'klar' : 'klara'}.`;
}
