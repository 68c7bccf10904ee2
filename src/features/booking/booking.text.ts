import type { ACCESS_NEEDS, BookingAnswer, BookingView } from '../../shared/occasions/booking.ts';

/** How much each answer may hold, as the database has it. */
export const LIMITS = { adults: 20, age: 25, accessText: 500, food: 500, question: 1000, organisation: 120 } as const;

const number = new Intl.NumberFormat('sv-SE');

export const faultTexts = {
  form: 'Välj om ni vill vara med digitalt eller på plats',
  slot: 'Välj en tid',
  slotGone: 'Den tiden går inte att boka längre. Välj en annan.',
  slotOtherForm: 'Den tiden finns inte i den formen. Välj en annan tid, eller ändra hur ni vill vara med.',
  adultsMissing: 'Skriv hur många vuxna som kommer',
  adultsUnreadable: 'Skriv antalet vuxna med en siffra, till exempel 2',
  nobody: 'Välj minst en vuxen',
  agesUnreadable: 'Skriv bara barnens åldrar i år, till exempel 4, 7 och 12',
  ageTooHigh: `Barnens ålder kan vara högst ${LIMITS.age} år. Räkna den som är äldre som vuxen.`,
  tooMany: (largest: number) => `Ni kan boka för högst ${largest} personer på en gång. Är ni fler? Ring oss.`,
  name: 'Skriv ett namn',
  email: 'Skriv er e-postadress',
  tooLong: (limit: number, length: number) =>
    `Texten får vara högst ${number.format(limit)} tecken. Den är ${number.format(length)} tecken nu.`,
} as const;

/** The labels of the fields, the same on the forms and on the booking's own page. */
export const fieldTexts = {
  form: 'Hur vill ni vara med?',
  tid: 'Vilken tid passar?',
  vuxna: 'Hur många vuxna kommer?',
  vilka: 'Vilka av er kommer?',
  aldrar: 'Kommer barn med? Hur gamla är de?',
  namn: 'Namn',
  epost: 'E-post',
  organisation: 'Arbetsplats, förening eller kommun',
  behov: 'Behöver ni något för att kunna vara med?',
  behovstext: 'Berätta kort vad ni behöver',
  mat: 'Mat och allergier',
  fraga: 'En fråga innan?',
} as const;

export const accessTexts: Record<(typeof ACCESS_NEEDS)[number], string> = {
  hearing_loop: 'Hörslinga',
  interpreter: 'Tolk',
  step_free: 'Plats utan trappor eller trösklar',
  captions: 'Textning',
  other: 'Något annat',
};

export type Reason = Extract<BookingAnswer, { ok: false }>['reason'];

/** Why nothing was booked or changed. `mend`: it can be put right in the form; otherwise there is another way on. */
export const reasonTexts = {
  cancelled: { heading: 'Träffen är inställd', text: 'Den går inte att boka längre.' },
  not_published: { heading: 'Träffen går inte att boka', text: 'Den visas inte längre i kalendern.' },
  begun: { heading: 'Det har redan börjat', text: 'Det går inte att boka eller ändra på webben längre.' },
  closed: { heading: 'Bokningen är stängd', text: 'Det går inte längre att boka på webben.' },
  not_open_yet: { heading: 'Bokningen har inte öppnat', text: 'Kom tillbaka när den öppnar.' },
  not_for_you: { heading: 'Den här träffen är för andra', text: 'Titta i kalendern efter något som är för er.' },
  not_this_form: { heading: 'Det går inte att vara med på det sättet', text: 'Välj ett annat sätt att vara med.' },
  too_many: { heading: 'Ni är för många för en bokning', text: 'Ändra antalet, eller ring oss så hjälps vi åt.' },
  no_adult: { heading: 'En vuxen måste vara med', text: 'Lägg till minst en vuxen.' },
  no_children: { heading: 'Den här träffen är bara för vuxna', text: 'Ta bort barnen ur bokningen.' },
  booked_already: { heading: 'Någon av er är redan med', text: 'Den du valde har redan bokat, eller står i kö.' },
  booked_otherwise: {
    heading: 'Ni har redan bokat, men inte så här',
    text: 'Det ni bokade nyss gäller. Vill ni ändra det gör ni det på bokningens sida: länken finns i mejlet. Kom inget mejl kan adressen ha blivit fel. Säg till, så rättar vi den.',
  },
  overlaps: { heading: 'Ni är redan bokade på något samtidigt', text: 'Ni kan boka ändå. Det här är samtidigt:' },
  slot_taken: { heading: 'Tiden hann bli tagen', text: 'Välj en annan tid. Det ni har skrivit finns kvar.' },
  full: { heading: 'Platserna räcker inte', text: 'Det ni har skrivit finns kvar. Ni kan ställa er i kö.' },
  too_often: {
    heading: 'Nu har det kommit många bokningar härifrån',
    text: 'Vi stoppar en stund, så att ingen fyller träffen med påhittade bokningar. Ring eller mejla, så bokar vi åt er.',
  },
  too_late: {
    heading: 'Det går inte att byta längre',
    text: 'Så här nära går det inte att byta mellan digitalt och på plats på webben. Ring oss, så ser vi vad som går.',
  },
  same: { heading: 'Ingenting är ändrat', text: 'Det är samma som ni redan har.' },
  ended: { heading: 'Bokningen finns inte längre', text: 'Den är avbokad eller har gått ut.' },
  no_offer: {
    heading: 'Erbjudandet gäller inte längre',
    text: 'Det är redan besvarat, eller så har tiden gått ut. Så här ser er bokning ut nu.',
  },
  over: { heading: 'Träffen har varit', text: 'Det går inte att avboka något som har varit.' },
} satisfies Record<Reason, { heading: string; text: string }>;

/** Why a booking that is no more has ended. */
type Ended = { heading: string; text: string; kind: 'ok' | 'sun' | 'bad' };
export const endTexts: Record<NonNullable<BookingView['endedWhy']>, Ended> = {
  by_booker: { kind: 'ok', heading: 'Ni har avbokat', text: 'Platsen har gått vidare till nästa i kön, eller är ledig igen.' },
  by_staff: { kind: 'bad', heading: 'GFO har avbokat platsen', text: 'Undrar ni varför? Ring oss.' },
  occasion_cancelled: { kind: 'bad', heading: 'Träffen är inställd', text: 'Det beror inte på er. Titta gärna efter en ny tid.' },
  left_line: { kind: 'ok', heading: 'Ni har lämnat kön', text: 'Ni får inget mer erbjudande om den här träffen.' },
  passed: { kind: 'ok', heading: 'Ni lämnade platsen vidare', text: 'Nästa i kön har fått erbjudandet.' },
  expired: { kind: 'sun', heading: 'Tiden för att ta platsen gick ut', text: 'Platsen har gått vidare till nästa i kön.' },
  moved_away: {
    kind: 'sun',
    heading: 'Ni är flyttade till en annan träff',
    text: 'Den nya bokningen har ni fått i ett eget mejl.',
  },
};

/** What the booking's own page says has just been done. */
export const doneTexts = {
  bokat: 'Platsen är er. Välkomna!',
  ko: 'Ni står i kö. Vi hör av oss när det blir er tur.',
  taget: 'Platsen är er. Välkomna!',
  vidare: 'Tack för att ni svarade. Platsen går till nästa i kön.',
  lamnat: 'Ni står inte i kö längre.',
  andrat: 'Bokningen är ändrad.',
  andratko: 'Er plats i kön är ändrad.',
  behov: 'Sparat. Det läser bara de som ordnar träffen.',
  passar: 'Tack för svaret. Då vet vi att det passar.',
  'inget-erbjudande': { ...reasonTexts.no_offer, bad: true },
  osparat: {
    heading: 'Det ni skrev är inte sparat',
    text: 'Bokningen hade redan avslutats, eller så hade träffen varit.',
    bad: true,
  },
} as const;

/** What is said of them once the booking is no more: why it ended stands on the page by itself. */
export const endedDoneTexts = { osparat: doneTexts.osparat } as const;

/** What comes after a booking, on the page that says thanks. */
export const nextTexts = {
  link: {
    heading: 'Ni får en länk till mötet',
    text: 'Vi mejlar den dagen före. Den finns också på er bokning då.',
    who: 'gfo',
    when: 'Dagen före',
  },
  link_now: {
    heading: 'Öppna länken till mötet',
    text: 'Den står i mejlet som vi just skickade. Är den inte klar än visas den på er bokning innan det börjar.',
    who: 'ni',
    when: undefined,
  },
  reminder: {
    heading: 'Vi påminner er',
    text: 'Vi mejlar dagen före. Får ni förhinder, avboka med länken i mejlet, så kan någon annan få platsen.',
    who: 'gfo',
    when: 'Dagen före',
  },
  hindered: {
    heading: 'Får ni förhinder?',
    text: 'Avboka med länken i mejlet, så kan någon annan få platsen.',
    who: 'ni',
    when: undefined,
  },
} as const;

/** What a page says first, when the last press did not lead on: one of the reasons, or one of these. */
export const unsentTexts = {
  trapped: { heading: 'Formuläret kunde inte skickas härifrån', text: 'Ingenting är bokat. Hör av er, så bokar vi åt er:' },
  too_quick: {
    heading: 'Det gick väldigt fort',
    text: 'Läs igenom och tryck en gång till. Fungerar det inte, hör av er:',
  },
  no_line: {
    heading: 'Platserna räcker inte',
    text: 'Det går inte att stå i kö till en enda träff. Det ni har bokat behåller ni.',
  },
  unavailable: {
    heading: 'Något gick fel hos oss',
    text: 'Ingenting är bokat, men det ni har skrivit finns kvar. Försök igen om en stund. Fungerar det inte, hör av er:',
  },
} as const;

/** `ratta`: something has to be mended, which the page reads out of the answers by itself. */
export type Said = Reason | keyof typeof unsentTexts | 'ratta';
