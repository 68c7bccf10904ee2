import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { capital } from '../../shared/form/capital.ts';
import { numberInWords } from '../../shared/number-in-words.ts';
import type { BookingFacts } from '../../shared/occasions/booking.ts';
import { type LinkComes, linkComes } from '../../shared/occasions/link-comes.ts';
import { FORM_WORDS, spanInWords } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateTimeInWords, timeInWords } from '../../shared/time/words.ts';
import type { cancelledPayload, movedPayload, reminderPayload } from './booking.payload.ts';

/** Where a mail about a booking leads; never to something that is done by being opened. */
export type Goal = 'booking' | 'calendar' | 'interest' | 'courses';
/** What a mail says around the facts of the booking, `before` and `after` them, and of its calendar file when it brings one. */
export type Words = {
  subject: string;
  heading: string;
  before: string[];
  after: string[];
  file?: string;
  to: Goal;
  label: string;
};
type Cancelled = z.output<typeof cancelledPayload>;
type Reminder = z.output<typeof reminderPayload>;
type Now = Temporal.Instant;

const OWN_PAGE = { to: 'booking', label: 'Se, ändra eller avboka' } as const;
/** It says whether one can book anew; the occasion's own page is there for those alone whom it is for. */
const ENDED_PAGE = { to: 'booking', label: 'Se om det finns plats' } as const;
const FILE = {
  puts: 'Öppna den bifogade filen, så lägger sig tiden i er kalender.',
  changes: 'Öppna den bifogade filen, så ändras tiden i er kalender.',
  removes: 'Öppna den bifogade filen, så försvinner tiden ur er kalender.',
} as const;
const NOT_COMING = 'Kan ni inte komma? Avboka, så kan någon annan få platsen.';

/** "en plats", "tre platser"; of a slot "en tid". */
function seatsInWords(seats: number, isSlot: boolean): string {
  if (isSlot) return 'en tid';
  return seats === 1 ? 'en plats' : `${numberInWords(seats)} platser`;
}

/** ": fredag 29 januari kl. 12.00" after a subject, when there is a time. */
function since({ sessions }: BookingFacts, now: Now): string {
  const [first] = sessions;
  return first ? `: ${dateTimeInWords(inStockholm(first.startsAt), now)}` : '';
}

const several = ({ seats, isSlot }: BookingFacts) => seats > 1 && !isSlot;
/** "Er plats är bokad" */
const bookedHeading = (facts: BookingFacts) =>
  facts.isSlot ? 'Er tid är bokad' : several(facts) ? 'Era platser är bokade' : 'Er plats är bokad';

export function confirmedWords(facts: BookingFacts, now: Now): Words {
  const heading = bookedHeading(facts);
  return {
    subject: heading + since(facts, now),
    heading,
    before: ['Välkomna! Det här har ni bokat:'],
    after: [...linkPromise(facts, now), NOT_COMING],
    file: FILE.puts,
    ...OWN_PAGE,
  };
}

const LINK_COMES: Record<LinkComes, string> = {
  day_before: 'Länken till det digitala mötet får ni i ett mejl dagen före.',
  hour_before: 'Länken till det digitala mötet får ni i ett mejl en timme före.',
  on_page: 'Länken till det digitala mötet visas på bokningens sida.',
};

/** How the digital link comes, as long as it is not there. */
function linkPromise(facts: BookingFacts, now: Now): string[] {
  const comes = linkComes(facts, now);
  return comes ? [LINK_COMES[comes]] : [];
}

export function waitingWords(facts: BookingFacts): Words {
  const { line } = facts;
  const keeps = facts.state === 'booked' ? ['Ni behåller det ni har bokat så länge:'] : [];
  return {
    subject: 'Ni står i kö',
    heading: 'Ni står i kö',
    before: [
      `${facts.isSlot ? 'Just nu finns det ingen ledig tid' : 'Just nu räcker platserna inte till er'}. ${line?.place ? `Ni har plats ${line.place} i kön` : 'Ni står i kö'}${
        line ? ` för att vara med ${FORM_WORDS[line.form]}` : ''
      }.`,
      'När det blir er tur mejlar vi er. Då står det också hur länge ni har på er att svara.',
      ...keeps,
    ],
    after: [],
    to: 'booking',
    label: 'Se er plats i kön',
  };
}

export function offerWords(facts: BookingFacts, now: Now): Words {
  const { line, isSlot } = facts;
  if (line?.until === undefined) throw new Error('an offer without its time');
  const until = dateTimeInWords(inStockholm(line.until), now);
  const what = seatsInWords(line.seats, isSlot);
  const keeps = facts.state === 'booked' ? ['Det här har ni redan bokat. Säger ni nej behåller ni det:'] : [];
  return {
    subject: `Ledig plats: svara senast ${until}`,
    heading: isSlot ? 'Det finns en tid till er' : line.seats > 1 ? 'Det finns platser till er' : 'Det finns en plats till er',
    before: [
      `Nu kan ni få ${what} ${FORM_WORDS[line.form]}.${line.slot ? ` Tiden är ${spanInWords(line.slot, now)}.` : ''}`,
      `Svara senast ${until}. Annars går ${isSlot ? 'tiden' : several({ ...facts, seats: line.seats }) ? 'platserna' : 'platsen'} vidare till nästa i kön.`,
      ...keeps,
    ],
    after: [],
    to: 'booking',
    label: 'Svara ja eller nej',
  };
}

export function offerGoneWords(facts: BookingFacts): Words {
  const keeps = facts.state === 'booked';
  return {
    subject: 'Platsen gick vidare',
    heading: 'Platsen gick vidare',
    before: [
      'Vi fick inget svar i tid. Därför gick platsen vidare till nästa i kön.',
      keeps ? 'Ni har kvar det som ni redan hade bokat:' : 'Ni står inte längre i kö till det här:',
    ],
    after: keeps ? [] : ['Vill ni fortfarande vara med? Boka eller ställ er i kö igen.'],
    ...(keeps ? OWN_PAGE : ENDED_PAGE),
  };
}

export function changedWords(facts: BookingFacts, now: Now): Words {
  return {
    subject: 'Er bokning är ändrad',
    heading: 'Er bokning är ändrad',
    before: ['Så här ser den ut nu:'],
    after: linkPromise(facts, now),
    file: FILE.changes,
    ...OWN_PAGE,
  };
}

/** What holds now. Who waits for a slot has no time yet, or that of an offer. */
function insteadInWords({ sessions, line }: BookingFacts, now: Now): string {
  if (sessions.length > 0) return 'Så här blir det i stället:';
  if (line?.slot) return `Tiden som ni kan få är nu ${spanInWords(line.slot, now)}. Platsen står på bokningens sida.`;
  return 'Hur det blir i stället står på bokningens sida.';
}

export function movedWords(moved: z.output<typeof movedPayload>, now: Now): Words {
  const { was, state } = moved;
  return {
    subject: 'Flyttat: passar det fortfarande?',
    heading: 'Passar det fortfarande?',
    before: [
      state === 'waiting'
        ? 'Något som ni står i kö till är flyttat. Ni står kvar i kön.'
        : 'Något som ni har bokat är flyttat. Ni har kvar er plats.',
      ...(was.length > 0 ? [`Det här gäller inte längre: ${was.map((span) => spanInWords(span, now)).join('; ')}.`] : []),
      insteadInWords(moved, now),
    ],
    after: [`Berätta om det passar, så vet vi. Passar det inte kan ni ${state === 'waiting' ? 'lämna kön' : 'avboka'}.`],
    file: FILE.changes,
    to: 'booking',
    label: 'Svara om det passar',
  };
}

export function cancelledWords(facts: Cancelled, now: Now): Words {
  const { why, had, text } = facts;
  const held = had === 'booked';
  const file = held ? { file: FILE.removes } : {};
  const told = text === undefined ? [] : [text];
  if (why === 'occasion_cancelled') {
    return {
      subject: `Inställt${since(facts, now)}`,
      heading: 'Det blir inställt',
      before: ['Tyvärr måste vi ställa in.', ...told, 'Det här blir inte av:'],
      after: ['Vi hoppas att ni vill komma en annan gång.'],
      ...file,
      to: 'calendar',
      label: 'Se vad mer som händer',
    };
  }
  if (why === 'moved_away') {
    return {
      subject: 'Er bokning är flyttad',
      heading: 'Er bokning är flyttad',
      // It is not known here whether there was a seat, or a place in line.
      before: [
        'Vi har flyttat er bokning till ett annat tillfälle. Hur det blir där står i ett eget mejl.',
        ...told,
        'Det här gäller inte längre:',
      ],
      after: [],
      ...file,
      to: 'calendar',
      label: 'Se vad mer som händer',
    };
  }
  const byUs = why === 'by_staff';
  return {
    subject: held ? `Avbokat${since(facts, now)}` : 'Ni står inte längre i kö',
    heading: held ? 'Nu är det avbokat' : 'Ni står inte längre i kö',
    before: [
      ...told,
      held
        ? byUs
          ? 'Vi har avbokat det här åt er:'
          : 'Ni har avbokat det här:'
        : byUs
          ? 'Vi har tagit bort er från kön till det här:'
          : 'Ni har lämnat kön till det här:',
    ],
    after: [
      byUs ? 'Undrar ni varför? Ring eller mejla oss.' : 'Tack för att ni säger till. Ändrar ni er är ni välkomna att boka igen.',
    ],
    ...file,
    ...ENDED_PAGE,
  };
}

export function linkWords(facts: BookingFacts): Words {
  return {
    subject: 'Här är er bokning',
    heading: 'Ni har redan bokat',
    before: [
      'Någon bokade just en gång till med den här adressen. Ni har redan en bokning, och den ändrades inte.',
      facts.state === 'waiting' ? 'Ni står i kö till det här:' : 'Det här har ni bokat:',
    ],
    after: ['Vill ni bli fler, eller byta sätt att vara med? Det gör ni på bokningens sida.'],
    ...OWN_PAGE,
  };
}

export function reminderWords(reminder: Reminder, now: Now): Words {
  const next = reminder.sessions.find(({ id }) => id === reminder.session);
  if (!next) throw new Error('a reminder of a session that is not booked');
  const at = soonInWords(next.startsAt, now);
  const { title, after } = reminderSaid(reminder, next.link !== undefined, now);
  return {
    subject: reminder.when === 'hour' ? `${title}: ${at}` : `Påminnelse: ${at}`,
    heading: title,
    before: [`${capital(at)} är det dags. Det här har ni bokat:`],
    after,
    file: FILE.puts,
    ...OWN_PAGE,
  };
}

function reminderSaid(reminder: Reminder, hasLink: boolean, now: Now): { title: string; after: string[] } {
  if (reminder.when === 'hour') {
    return { title: 'Snart börjar det', after: ['Öppna länken några minuter innan, så hinner ni prova ljud och bild.'] };
  }
  const link = hasLink ? ['Länken är till er som har bokat. Skicka den inte vidare.'] : [];
  return { title: 'Snart ses vi', after: [...link, ...linkPromise(reminder, now), NOT_COMING] };
}

/** "i morgon kl. 18.00" when it is so near, and otherwise with the day. */
function soonInWords(startsAt: Temporal.Instant, now: Now): string {
  const start = inStockholm(startsAt);
  const days = inStockholm(now).toPlainDate().until(start.toPlainDate()).days;
  const near = ['i dag', 'i morgon'][days];
  return near ? `${near} kl. ${timeInWords(start)}` : dateTimeInWords(start, now);
}

export function thanksWords({ activity, ours }: BookingFacts): Words {
  const said = {
    subject: 'Tack för att ni var med',
    heading: 'Tack för att ni var med',
    before: ['Det var roligt att ses här:'],
  };
  const ask = 'Är det något ni undrar över? Ring eller mejla oss.';
  if (ours)
    return { ...said, after: [ask, 'På Mina sidor ser ni vad som kommer sedan.'], to: 'courses', label: 'Se på Mina sidor' };
  if (activity !== 'sa-funkar-det')
    return { ...said, after: [ask, 'Vi ses gärna igen.'], to: 'calendar', label: 'Se vad mer som händer' };
  return {
    ...said,
    after: [
      ask,
      'Vill ni gå vidare? Anmäl intresse, så ringer en familjehemssamordnare och berättar mer. Ni binder er inte till något.',
    ],
    to: 'interest',
    label: 'Anmäl intresse',
  };
}

export function messageWords({ subject }: { subject: string }): Words {
  return { subject, heading: subject, before: [], after: [], ...OWN_PAGE };
}
