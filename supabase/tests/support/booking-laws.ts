import type { Booking, Event, Now, Wish } from './occasion-now.ts';
import type { Form } from './occasions.ts';

/** What always holds of an occasion, whatever has been done with it, and what each step keeps. Each law answers what breaks it. */

const FORMS: Form[] = ['digital', 'physical'];
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const booked = (now: Now) => now.bookings.filter(({ state }) => state === 'booked');
const inLine = (now: Now, state: string, form: Form) => now.wishes.filter((w) => w.state === state && w.form === form);
const fits = (session: { form: string }, form: Form) => session.form === form || session.form === 'hybrid';

/** Seats that are taken or held by an offer, in the fullest session. */
export function taken(now: Now, form: Form): number {
  const of = (session: string | null) =>
    sum(
      booked(now)
        .filter((b) => b.form === form && b.session === session)
        .map(({ seats }) => seats),
    );
  const held = sum(inLine(now, 'offered', form).map(({ need }) => need));
  return of(null) + held + Math.max(0, ...now.sessions.map(({ id }) => of(id)));
}

const slotTakers = (now: Now, id: string) => [
  ...booked(now).filter((b) => b.isSlot && b.session === id),
  ...now.wishes.filter(({ state, slot }) => state === 'offered' && slot === id),
];

function places(now: Now): string[] {
  return now.bookings.flatMap((b) => {
    const open = now.wishes.filter(({ booking }) => booking === b.id);
    const right = {
      booked: b.isBookedSince && open.length <= 1 && b.isSlot === (b.isSlot && b.session !== null),
      waiting: !b.isBookedSince && open.length === 1 && b.session === null,
      cancelled: open.length === 0,
    };
    return [
      ...(right[b.state] ? [] : [`${b.id} is ${b.state}, with ${open.length} places in line`]),
      ...(b.people.length === b.seats && b.people.every((ord, at) => ord === at + 1)
        ? []
        : [`${b.id} has ${b.seats} seats, and people ${b.people}`]),
      ...open
        .filter((w) => w.need !== needOf(now, b, w))
        .map((w) => `${b.id} waits for ${w.need}, and needs ${needOf(now, b, w)}`),
    ];
  });
}

function needOf(now: Now, b: Booking, w: Wish): number {
  return now.isSlotted ? 1 : w.seats - (b.state === 'booked' && b.form === w.form ? b.seats : 0);
}

const slots = (now: Now): string[] =>
  now.isSlotted
    ? now.sessions.filter(({ id }) => slotTakers(now, id).length > 1).map(({ id }) => `the slot ${id} is given to two`)
    : [];

/** Nobody who is first in line waits while there is room. */
function waitsInVain(now: Now): string[] {
  return FORMS.flatMap((form) => {
    const [first] = inLine(now, 'waiting', form);
    if (!first) return [];
    const room = now.isSlotted
      ? now.sessions.filter((session) => fits(session, form) && slotTakers(now, session.id).length === 0).length
      : (now.seats[form] ?? 0) - taken(now, form);
    return room >= first.need ? [`${first.booking} waits for ${first.need} ${form} while there are ${room}`] : [];
  });
}

type Told = {
  state: string;
  form?: Form | undefined;
  seats: number;
  line: { state: string; form: Form | undefined; seats: number } | null;
  mails: string[];
  sequence: number;
};
type Does = (told: Told, event: Event, isSlotted: boolean) => Partial<Told>;

const ends: Does = ({ state }) => ({ state: state === 'waiting' ? 'cancelled' : state, line: null });
const takes: Does = (told, { form, seats = 0 }) => ({ state: 'booked', form, seats, line: null, sequence: told.sequence + 1 });
const mailed = (told: Told, template: string) => ({ mails: [...told.mails, `booking_${template}`] });
const offers =
  (state: string) =>
  ({ line }: Told) => ({ line: line && { ...line, state } });

const DOES: Record<string, Does> = {
  booked: (told, event, isSlotted) => ({ ...takes(told, event, isSlotted), ...mailed(told, 'confirmed'), sequence: 0 }),
  into_line: (told, { form, seats = 0 }) => ({
    ...(told.state === 'none' && { state: 'waiting', form, seats }),
    ...mailed(told, 'waiting'),
    line: { state: 'waiting', form, seats },
  }),
  // Who needs no more than before keeps the turn, and what is offered.
  line_changed: ({ line }, { form, seats = 0 }, isSlotted) => ({
    form,
    seats,
    line: { state: line && form === line.form && (isSlotted || seats <= line.seats) ? line.state : 'waiting', form, seats },
  }),
  offered: (told) => ({ ...offers('offered')(told), ...mailed(told, 'offer') }),
  offer_withdrawn: offers('waiting'),
  accepted: (told, event, isSlotted) => ({
    ...takes(told, event, isSlotted),
    ...mailed(told, told.state === 'booked' ? 'changed' : 'confirmed'),
  }),
  changed: (told, event, isSlotted) => ({ ...takes(told, event, isSlotted), ...mailed(told, 'changed') }),
  expired: (told, event, isSlotted) => ({ ...ends(told, event, isSlotted), ...mailed(told, 'offer_gone') }),
  passed: ends,
  left_line: ends,
  by_booker: (told) => ({ state: 'cancelled', line: null, sequence: told.sequence + 1, ...mailed(told, 'cancelled') }),
};

/** What a booking's history says of it now, and the mails and calendar versions that were due. */
function replay(events: Event[], isSlotted: boolean): Told {
  let told: Told = { state: 'none', seats: 0, line: null, mails: [], sequence: 0 };
  for (const event of events) {
    const does = DOES[event.kind];
    if (!does) throw new Error(`a history of ${event.kind}`);
    told = { ...told, ...does(told, event, isSlotted) };
  }
  return told;
}

/** Its history tells what it is, each step was mailed once, and each calendar file is newer than the one before. */
function histories(now: Now): string[] {
  return now.bookings.flatMap((b) => {
    const told = replay(b.events, now.isSlotted);
    const line = now.wishes.find(({ booking }) => booking === b.id)?.state ?? 'none';
    const is = [b.state, b.form, b.seats, line, b.sequence].join(' ');
    const said = [told.state, told.form, told.seats, told.line?.state ?? 'none', told.sequence].join(' ');
    const mails = b.mails
      .filter((template) => template !== 'booking_link')
      .toSorted()
      .join(' ');
    const due = told.mails.toSorted().join(' ');
    return [
      ...(is === said ? [] : [`${b.id} is ${is}, and its history says ${said}`]),
      ...(mails === due ? [] : [`${b.id} was mailed ${mails}, and ${due} was due`]),
    ];
  });
}

/** What holds at any moment. */
export const brokenNow = (now: Now): string[] => [...places(now), ...slots(now), ...waitsInVain(now), ...histories(now)];

/** Over its seats, also when these have been lowered: nothing more is given before it is below. */
function overbooked(before: Now, after: Now): string[] {
  if (after.isSlotted) return [];
  return FORMS.flatMap((form) => {
    const [seats, now, then] = [after.seats[form] ?? 0, taken(after, form), taken(before, form)];
    return now > Math.max(seats, then) ? [`${now} of ${seats} ${form} seats are taken, and ${then} were`] : [];
  });
}

/** Nobody is offered anything while somebody waits before them for the same form. */
function outOfTurn(before: Now, after: Now): string[] {
  const had = new Set(before.wishes.filter(({ state }) => state === 'offered').map(({ id }) => id));
  return FORMS.flatMap((form) => {
    const [first] = inLine(after, 'waiting', form);
    return inLine(after, 'offered', form)
      .filter(({ id, place }) => first && !had.has(id) && place > first.place)
      .map(({ booking }) => `${booking} is offered ${form} seats before ${first?.booking}`);
  });
}

/** Nobody gets more than they had, but in their turn, while somebody waits for the same form. */
function passedBy(before: Now, after: Now): string[] {
  const waited = new Set(before.wishes.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  return FORMS.flatMap((form) => {
    const first = inLine(after, 'waiting', form).find(({ id }) => waited.has(id));
    if (!first) return [];
    const stoodBefore = before.wishes.filter(({ state, place }) => state === 'offered' || place < first.place);
    const theirTurn = new Set(stoodBefore.map(({ booking }) => booking));
    return booked(after)
      .filter((b) => b.form === form && !theirTurn.has(b.id) && b.seats > hadSeats(before, b))
      .map(({ id }) => `${id} is given ${form} seats that ${first.booking} waits for`);
  });
}

/** Within one's own slot the form is one's own, and so is who comes. */
function hadSeats(before: Now, { id, form }: Booking): number {
  const had = booked(before).find((b) => b.id === id);
  if (!had) return 0;
  if (before.isSlotted) return Number.POSITIVE_INFINITY;
  return had.form === form ? had.seats : 0;
}

const past = (before: Now, after: Now): string[] =>
  before.bookings
    .filter(({ id, events }) => {
      const later = after.bookings.find((b) => b.id === id)?.events ?? [];
      return JSON.stringify(later.slice(0, events.length)) !== JSON.stringify(events);
    })
    .map(({ id }) => `${id} has another past than before`);

/** What holds from one moment to the next. */
export const brokenBetween = (before: Now, after: Now): string[] => [
  ...overbooked(before, after),
  ...outOfTurn(before, after),
  ...passedBy(before, after),
  ...past(before, after),
];
