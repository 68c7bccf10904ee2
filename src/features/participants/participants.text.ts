import type { Temporal } from 'temporal-polyfill';
import type { ACCESS_NEEDS } from '../../shared/occasions/booking.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateTimeInWords } from '../../shared/time/words.ts';
import type { Booking, Reason, Refusal } from './participants.schema.ts';

/** How much is stored, as the database has it. */
export const LIMITS = { name: 100, organisation: 120, text: 500, question: 1000, party: 20, age: 25 } as const;

export const stateTexts: Record<Booking['state'], string> = { booked: 'Bokad', waiting: 'I kö', cancelled: 'Avbokad' };

/** Why a booking ended, after "Avbokad". */
export const endTexts: Record<NonNullable<Booking['endedWhy']>, string> = {
  by_booker: 'av den som bokade',
  by_staff: 'av oss',
  occasion_cancelled: 'tillfället ställdes in',
  left_line: 'lämnade kön',
  passed: 'tackade nej till platsen',
  expired: 'svarade inte i tid',
  moved_away: 'flyttad till ett annat tillfälle',
};

type MailState = NonNullable<Booking['mail']>['states'][number];

/** How the last mail went; the worst first, when several were sent it. */
const MAIL: readonly [states: readonly MailState[], text: string, bad: boolean][] = [
  [['bounced', 'stopped'], 'Mejlet kom inte fram', true],
  [['complained'], 'Mejlet märktes som skräp', true],
  [['withheld'], 'Får inga mejl. Ring.', true],
  [['waiting', 'claimed'], 'Mejlet är på väg', false],
  [['sent'], 'Mejlet är skickat', false],
  [['delivered'], 'Mejlet är framme', false],
];

export function mailSaid({ mail, state }: Pick<Booking, 'mail' | 'state'>): { text: string; bad: boolean } | undefined {
  if (!mail) return state === 'cancelled' ? undefined : { text: 'Inget mejl har skickats', bad: false };
  const [, text = '', bad = false] = MAIL.find(([states]) => states.some((one) => mail.states.includes(one))) ?? [];
  return { text, bad };
}

export const accessTexts: Record<(typeof ACCESS_NEEDS)[number], string> = {
  hearing_loop: 'Hörslinga',
  interpreter: 'Tolk',
  step_free: 'Utan trappor',
  captions: 'Textning',
  other: 'Annat',
};

export const formFaults = {
  name: 'Skriv namnet',
  seats: `Skriv hur många platser det gäller, 1–${LIMITS.party}`,
  ages: 'Skriv bara barnens åldrar, högst 25 år, till exempel 4 och 7',
  form: 'Välj hur de är med',
  slot: 'Välj en tid',
  adult: 'Välj minst en vuxen',
  target: 'Välj vart bokningen ska flyttas',
  tooLong: (most: number) => `Skriv högst ${most} tecken`,
  search: 'Skriv minst två bokstäver av namnet, eller hemmets nummer',
} as const;

/** Why an act by hand was not done. What one may say yes to all the same is asked with the button. */
export const reasonTexts: Record<Exclude<Reason, 'overlaps' | 'full' | 'line'>, string> = {
  cancelled: 'Tillfället är inställt.',
  not_published: 'Tillfället är inte publicerat än. Publicera det först.',
  begun: 'Tillfället är över.',
  over: 'Tillfället är över.',
  closed: 'Bokningen är stängd.',
  not_open_yet: 'Bokningen har inte öppnat än.',
  not_for_you: 'Tillfället är inte till för det hemmet.',
  not_this_form: 'Tillfället hålls inte i den formen.',
  too_many: 'Det är fler än vad en bokning får ha på det här tillfället. Dela upp den i två.',
  no_adult: 'Minst en vuxen behöver vara med.',
  no_children: 'Barn är inte med på det här tillfället.',
  booked_already: 'Det finns redan en bokning för samma person.',
  booked_otherwise: 'Det du bokade nyss gäller. Ändra det i deltagarlistan.',
  slot_taken: 'Den tiden är upptagen. Välj en annan.',
  ended: 'Bokningen är avbokad sedan tidigare.',
  same: 'Bokningen ligger redan där.',
  no_home: 'Det hemmet finns inte, eller så är du jävig.',
  too_early: 'Det är för tidigt. Närvaron öppnar tolv timmar innan träffen börjar.',
  missing: 'Träffen finns inte längre.',
};

/** What stands beside the button that does it all the same. */
export const DESPITE: readonly Reason[] = ['overlaps', 'line', 'booked_already'];

export function refusedText({ reason, inLine = 0, with: other = [] }: Refusal, now: Temporal.Instant): string {
  const waiting = inLine === 1 ? 'En väntar i kön' : `${inLine} väntar i kön`;
  if (reason === 'overlaps') {
    const [first] = other;
    const when = first ? ` ${first.title}, ${dateTimeInWords(inStockholm(first.startsAt), now)}` : ' ett annat tillfälle';
    return `Någon av dem är redan bokad samma tid:${when}.`;
  }
  if (reason === 'line') return `Det finns plats, men ${inLine === 1 ? 'en' : inLine} står före i kön.`;
  if (reason === 'full') return inLine > 0 ? `Alla platser är tagna. ${waiting}.` : 'Alla platser är tagna.';
  return reasonTexts[reason];
}

/** What has just been done, on the page of the list or of the door. */
export const doneTexts = {
  tillagd: 'Bokningen är tillagd, och ett mejl är på väg om vi har en adress.',
  ko: 'Bokningen är tillagd i kön.',
  flyttad: 'Bokningen är flyttad. Platserna här har gått vidare, och den som bokade får ett mejl.',
  flyttadko: 'Bokningen är flyttad till kön på det andra tillfället. Platserna här har gått vidare.',
  avbokad: 'Bokningen är avbokad. Platserna har gått vidare till kön, om någon väntar.',
  borta: { text: 'Bokningen finns inte längre, eller så är du jävig. Ingenting är ändrat.', bad: true },
  inslappt: 'Bokad och prickad. Välkommen in!',
  ovriga: 'Alla som inte är prickade står nu som frånvarande.',
  tidigt: { text: 'Det är för tidigt. Närvaron öppnar tolv timmar innan träffen börjar.', bad: true },
  saknas: { text: 'Träffen finns inte längre.', bad: true },
} as const;
