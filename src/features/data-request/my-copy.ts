import { Temporal } from 'temporal-polyfill';
import { parsePhone } from '../../shared/form/phone.ts';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import { inStockholm, parseTimestamp } from '../../shared/time/stockholm.ts';
import { monthInWords, timeInWords } from '../../shared/time/words.ts';
import type { MyRequest } from './data-request.schema.ts';
import { decisionTexts, kindTexts } from './data-request.text.ts';
import { learningInWords } from './learning-copy.ts';
import type { Copy } from './my-copy.schema.ts';
import {
  accessTexts,
  actionTexts,
  actorTexts,
  bookingStateTexts,
  emptyTexts,
  eventTexts,
  groundTexts,
  mailStateTexts,
  mailTexts,
  partTexts,
  phaseTexts,
  roleTexts,
} from './my-copy.text.ts';

type Labelled = Record<string, { label: string }>;
/** What a registration's answers are called. They belong to another feature: the page brings them. */
export type Words = {
  municipality: Record<string, string>;
  considering: Labelled;
  way: Labelled;
  times: Record<string, string>;
  heardFrom: Record<string, string>;
};
type Row = { label: string; value: string };
/** A part of the copy to read. `empty` is what it says when there are no rows; `about` is said first in any case. */
export type Section = { heading: string; rows: Row[]; empty?: string; about?: string };

const NOTHING = 'Inget sparat';

/** The copy as a person reads it: every field by its name, and what is not held said too. */
export function copyInWords(copy: Copy, words: Words): Section[] {
  return [
    { heading: 'Du', rows: aboutMe(copy.me) },
    { heading: 'Hemmet', rows: aboutHome(copy.home, words) },
    { heading: 'Era samordnare', rows: copy.coordinators.map(coordinator), empty: emptyTexts.coordinators },
    ...copy.registrations.map((one) => ({ heading: `Anmälan ${day(one.registeredAt)}`, rows: answers(one, words) })),
    { heading: 'Mejl till dig', rows: copy.mails.map(mail), empty: emptyTexts.mails, about: partTexts.mails },
    { heading: 'Er väg', rows: copy.way.map(step), empty: emptyTexts.way },
    ...learningInWords(copy.learning),
    { heading: 'Meddelanden', rows: copy.messages.map(message), empty: emptyTexts.messages },
    { heading: 'Bokningar som du är med i', rows: copy.bookings.map(booking), empty: emptyTexts.bookings },
    { heading: 'Det du har begärt', rows: copy.requests.flatMap(request), empty: emptyTexts.requests },
    { heading: 'Det som har hänt', rows: copy.events.map(happening) },
    { heading: 'När medarbetare har öppnat hemmet', rows: copy.opened.map(opening), empty: emptyTexts.opened },
    { heading: 'När du har varit inloggad', rows: copy.sessions.map(session) },
  ];
}

function aboutMe(me: Copy['me']): Row[] {
  return [
    row('Förnamn', me.firstName),
    row('Efternamn', me.lastName),
    row('E-post', me.email),
    row('Telefon', phone(me.phone)),
    row('Med i hemmet hos oss sedan', moment(me.joinedAt)),
    row(
      'Visar telefon och e-post för andra vuxna i hemmet',
      me.sharesContactSince ? `Ja, sedan ${moment(me.sharesContactSince)}` : 'Nej',
    ),
    row('Den tysta vägen', me.silentSince ? `Ja, sedan ${moment(me.silentSince)}` : 'Nej'),
    row('Tider då vi får ringa', me.silentTimes),
    row('Kod med mejl när du själv loggar in, trots den tysta vägen', me.silentTakesCodes ? 'Ja' : 'Nej'),
    row('Adress som du har bett att få byta till', me.wishedEmail),
  ];
}

function aboutHome(home: Copy['home'], words: Words): Row[] {
  return [
    row('Nummer hos oss', String(home.number)),
    row('Kommun', municipality(home.municipality, words)),
    row('Adress', home.address),
    row('Var ni är på vägen', phaseTexts[home.phase]),
    row('Registrerat', moment(home.registeredAt)),
  ];
}

function coordinator({ name, since }: Copy['coordinators'][number]): Row {
  return row(name, `Sedan ${moment(since)}`);
}

function answers(one: Copy['registrations'][number], words: Words): Row[] {
  const list = (values: string[], texts: Record<string, string>) => values.map((value) => texts[value]).join(', ');
  return [
    row('Familjehem eller jourhem', words.considering[one.considering]?.label),
    row('Kommun', municipality(one.municipality, words)),
    row('Hur ni hörde talas om oss', list(one.heardFrom, words.heardFrom)),
    row('Vuxna i hemmet', String(one.adults)),
    row('Barn hemma', one.childAges.length === 0 ? 'Inga' : one.childAges.map((age) => `${age} år`).join(', ')),
    row('Er fråga', one.question),
    row('Förnamn', one.firstName),
    row('Efternamn', one.lastName),
    row('E-post', one.email),
    row('Telefon', phone(one.phone)),
    row('Så ville ni att vi hörde av oss', words.way[one.way]?.label),
    row('Passade bäst', list(one.times, words.times)),
    row('Kampanj som ni kom ifrån', one.campaign),
    row('När vi senast skulle höra av oss', one.callBy && moment(one.callBy)),
    row('Togs emot på telefon av', one.takenBy),
    row('Tid för anmälan', moment(one.registeredAt)),
  ];
}

/** Null where it is hidden, also from a copy that others could see. */
function municipality(name: string | null, words: Words): string | undefined {
  return name === null ? 'Visas inte, för att ni har skyddade personuppgifter' : words.municipality[name];
}

function happening({ at, kind, actor }: Copy['events'][number]): Row {
  return row(moment(at), `${eventTexts[kind]}: ${actorTexts[actor]}`);
}

function mail({ template, writtenAt, state }: Copy['mails'][number]): Row {
  return row(moment(writtenAt), `”${mailTexts[template] ?? template}”: ${mailStateTexts[state]}`);
}

function booking(one: Copy['bookings'][number]): Row {
  const access = one.access.map((need) => accessTexts[need]).join(', ');
  const lines = [
    [one.startsAt && moment(one.startsAt), FORM_WORDS[one.form], `antal: ${one.seats}`, bookingStateTexts[one.state]]
      .filter(Boolean)
      .join(', '),
    `Bokades ${moment(one.madeAt)}`,
    access && `Behov: ${access}`,
    one.accessText && `Mer om behoven: ${one.accessText}`,
    one.food && `Mat: ${one.food}`,
    one.question && `Fråga: ${one.question}`,
  ];
  return row(one.title, lines.filter(Boolean).join('\n'));
}

function message({ at, mine, body }: Copy['messages'][number]): Row {
  return row(moment(at), `${mine ? 'Du' : 'GFO'}: ${body}`);
}

/** How a step stands, and the time that it has. */
function step({ heading, doneOn, agreedAt, dueOn, rough }: Copy['way'][number]): Row {
  const plain = (date: string) => dayInWords(Temporal.PlainDate.from(date));
  if (doneOn) return row(heading, `Klart ${plain(doneOn)}`);
  const agreed = agreedAt && `bestämt till ${moment(parseTimestamp(agreedAt))}`;
  const due = dueOn && `${rough ? 'troligen omkring' : 'senast'} ${plain(dueOn)}`;
  return row(heading, ['Inte klart', agreed, due].filter(Boolean).join(', '));
}

function request({ kind, wish, askedAt, withdrawnAt, decision, reason, decidedAt }: MyRequest): Row[] {
  const asked = row(moment(askedAt), [`Du begärde: ${kindTexts[kind].toLowerCase()}`, wish].filter(Boolean).join('\n'));
  const withdrawn = withdrawnAt && row(moment(withdrawnAt), 'Du tog tillbaka begäran');
  const decided =
    decision && decidedAt && row(moment(decidedAt), [`Svar: ${decisionTexts[decision]}`, reason].filter(Boolean).join('\n'));
  return [asked, withdrawn, decided].filter((one) => one !== null);
}

function opening({ at, role, action, ground }: Copy['opened'][number]): Row {
  const why = ground === null ? '' : ` (${groundTexts[ground]})`;
  return row(moment(at), `${roleTexts[role]} ${actionTexts[action]}${why}`);
}

function session({ beganAt, lastSeenAt, endedAt }: Copy['sessions'][number]): Row {
  return row(moment(beganAt), endedAt ? `Avslutad ${moment(endedAt)}` : `Senast använd ${moment(lastSeenAt)}`);
}

function row(label: string, value: string | null | undefined): Row {
  return { label, value: value || NOTHING };
}

function phone(value: string | null): string | null {
  const parsed = parsePhone(value ?? '');
  return parsed.ok ? parsed.shown : value;
}

function day(at: Temporal.Instant): string {
  return dayInWords(inStockholm(at));
}

function dayInWords(date: Temporal.ZonedDateTime | Temporal.PlainDate): string {
  return `${date.day} ${monthInWords(date)} ${date.year}`;
}

function moment(at: Temporal.Instant): string {
  return `${day(at)} kl. ${timeInWords(inStockholm(at))}`;
}
