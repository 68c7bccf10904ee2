import { Temporal } from 'temporal-polyfill';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { monthInWords } from '../../shared/time/words.ts';
import type { Home } from './home.ts';

/** How much each text may hold, as the database has it. */
export const MATTER_LIMITS = { note: 4000, message: 4000, lateNote: 400 } as const;

export const matterFaults = {
  call: 'Välj om du fick tag på någon',
  noteMissing: 'Skriv anteckningen, eller välj att du har ringt',
  noteLong: `Skriv kortare. Anteckningen får vara högst ${MATTER_LIMITS.note} tecken.`,
  day: 'Kontrollera dagen. Den ska se ut som 2026-12-04',
  dayMissing: 'Välj en dag',
  doneAhead: 'Dagen har inte varit än. Skriv den under ”Senast” eller ”Tid som ni har kommit överens om”',
  clock: 'Kontrollera klockslaget. Det ska se ut som 17:00',
  clockMissing: 'Skriv klockslaget också, eller ta bort dagen',
  agreedDayMissing: 'Skriv dagen också, eller ta bort klockslaget',
  lateNoteLong: `Skriv kortare. Beskedet får vara högst ${MATTER_LIMITS.lateNote} tecken.`,
  messageMissing: 'Skriv ett meddelande',
  messageLong: `Skriv kortare. Meddelandet får vara högst ${MATTER_LIMITS.message} tecken.`,
  month: 'Välj en månad',
  event: 'Välj en träff',
  why: 'Välj varför ärendet avslutas',
  colleague: 'Välj vem som tar över',
} as const;

/** What has just been done in the home's matter, as `doneTexts` of the rest. */
export const matterDoneTexts = {
  samtal: 'Antecknat: ni har pratats vid.',
  'ej-svar': 'Antecknat: ingen svarade. Har vi lovat att höra av oss gäller löftet fortfarande.',
  anteckning: 'Anteckningen är sparad. Den visas inte på Mina sidor.',
  steg: 'Steget är sparat. Den som steget gäller ser det på Mina sidor.',
  skickat: 'Meddelandet ligger på Mina sidor.',
  pausat: 'Hemmet är pausat.',
  'paus-slut': 'Pausen är slut. Det som skulle bli klart under pausen är flyttat lika många dagar fram.',
  'fraga-igen': 'Dagen är sparad.',
  'fraga-igen-bort': 'Ingen dag för att fråga igen är sparad.',
  avslutat: 'Ärendet är avslutat.',
  angrat: 'Ångrat. Ärendet är öppet som förut, och inget meddelande har gått ut.',
  oppnat: 'Ärendet är öppet igen. Ett meddelande som gick ut när det avslutades står kvar.',
  bjudna: 'Familjen är bjuden till Så funkar det. Träffen står som ett steg på deras väg.',
  lamnat: 'Hemmet är överlämnat.',
} as const;
export type MatterDone = keyof typeof matterDoneTexts;

/** The same with the name of whom it was about, where the page knows it. */
export function matterDoneTextsFor(name: string | undefined): Record<MatterDone, string> {
  return name ? { ...matterDoneTexts, lamnat: `${name} har hemmet nu.`, steg: matterDoneTexts.steg } : matterDoneTexts;
}

export const closedWhyTexts: Record<NonNullable<Home['closedWhy']>, string> = {
  withdrawn: 'Familjen avslutade själv',
  not_now: 'Det är inte rätt tid för familjen',
  not_suited: 'Vi går inte vidare tillsammans',
  not_reached: 'Vi har inte fått tag på familjen',
  elsewhere: 'Familjen går vidare hos någon annan',
  joined: 'Hör ihop med ett annat hem',
};

/** The reasons that a coordinator chooses among. */
export const CLOSING = ['not_now', 'not_suited', 'not_reached', 'elsewhere'] as const;
export type Closing = (typeof CLOSING)[number];

const goodbyes: Record<Closing, string> = {
  not_now:
    'Tack för att ni hörde av er. Det är inte rätt tid för er nu, och då avslutar vi ert ärende. Vill ni börja igen är ni välkomna att höra av er när som helst.',
  not_suited:
    'Tack för att ni har berättat om er och tagit er tid. Vi går inte vidare tillsammans den här gången, och då avslutar vi ert ärende. Ring mig gärna om ni vill prata om varför.',
  not_reached:
    'Vi har försökt nå er flera gånger utan att få tag på er. Därför avslutar vi ert ärende nu, så att ni inte går och väntar på oss. Vill ni gå vidare räcker det att ni skriver eller ringer.',
  elsewhere:
    'Tack för att ni hörde av er. Nu går ni vidare hos någon annan, och då avslutar vi ert ärende här. Vi önskar er allt gott. Vill ni prata med oss igen är ni välkomna.',
};

/** A message to begin from, signed by whoever closes. */
export function goodbye(why: Closing, name: string): string {
  return `Hej!\n\n${goodbyes[why]}\n\nVänliga hälsningar\n${name}, GFO`;
}

export const mailTexts: Record<Home['mails'][number]['template'], string> = {
  interest_received: 'Tack för er intresseanmälan',
  interest_notice: 'Ny intresseanmälan',
  undelivered_notice: 'Ett mejl kom inte fram',
  complaint_notice: 'Ett mejl markerades som skräppost',
  adult_invited: 'Inbjudan att logga in',
  address_asked: 'Fråga till en ny adress',
  address_replaced: 'E-postadressen är bytt',
  staff_listed: 'Upplagd som medarbetare',
  security_notice: 'Om inloggningen',
  break_glass_notice: 'Någon har öppnat hemmet med skäl',
  request_notice: 'En begäran har kommit',
  request_decided: 'Begäran är besvarad',
  erasure_announced: 'Uppgifterna raderas snart',
  unannounced_notice: 'Någon behöver förvarnas per telefon eller brev',
  message_waits: 'Ett meddelande väntar på Mina sidor',
  message_notice: 'Familjen har skrivit',
  matter_changed: 'Något är nytt på Mina sidor',
  matter_notice: 'Något är nytt i hemmet',
  withdrawn: 'Din del är avslutad',
  consent_notice: 'Ett samtycke går snart ut',
  booking_confirmed: 'En plats är bokad',
  booking_waiting: 'Reservplats',
  booking_offer: 'En ledig plats erbjuds',
  booking_offer_gone: 'Den erbjudna platsen gick vidare',
  booking_changed: 'En bokning är ändrad',
  booking_moved: 'Något som är bokat är flyttat',
  booking_cancelled: 'En bokning är avbokad',
  booking_link: 'Länken till en bokning en gång till',
  booking_reminder: 'Påminnelse om något som är bokat',
  booking_thanks: 'Tack för att ni kom',
  booking_message: 'Meddelande till dem som har bokat',
  certificate_issued: 'Ett intyg är klart',
  visit_received: 'Tack för förfrågan om ett besök',
  visit_notice: 'Någon vill ha besök',
};

/** Whether a mail arrived. `bad`: somebody has to telephone instead. */
export const mailStates: Record<Home['mails'][number]['state'], { text: string; bad?: true }> = {
  waiting: { text: 'Väntar på att skickas' },
  claimed: { text: 'Skickas nu' },
  sent: { text: 'Skickat, vi vet inte än om det kom fram' },
  delivered: { text: 'Kom fram' },
  bounced: { text: 'Kom inte fram. Ring i stället', bad: true },
  complained: { text: 'Kom fram, men markerades som skräppost', bad: true },
  stopped: { text: 'Kunde inte skickas. Ring i stället', bad: true },
  withheld: { text: 'Stannade hos oss, för mottagaren tar inte emot mejl' },
};

/** "april 2027" */
export function monthWithYear(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${monthInWords(date)} ${date.year}`;
}

/** The months that a pause can last until, the nearest first: their first day and their name. */
export function monthsAhead(now: Temporal.Instant): { value: string; label: string }[] {
  const first = inStockholm(now).toPlainDate().with({ day: 1 });
  return Array.from({ length: 24 }, (_, index) => {
    const value = first.add({ months: index + 1 }).toString();
    return { value, label: monthWithYear(value) };
  });
}
