import { Temporal } from 'temporal-polyfill';
import type { SeatForm } from '../../shared/occasions/occasion.ts';
import type { CourseRecord, OpenSession, Round, Seat } from './course-record.schema.ts';

type Span = CourseRecord['busy'][number];
export type Wish = {
  /** The parts that are not attended and not booked. */
  needed: readonly number[];
  rounds: readonly Round[];
  busy: readonly Span[];
  /** How many go together. */
  seats: number;
  /** The forms that suit. */
  forms: readonly SeatForm[];
  now: Temporal.Instant;
};
export type Pick = { part: number; session: OpenSession; occasion: number; form: SeatForm };
export type Finish =
  | { ok: true; finishesAt: Temporal.Instant; picks: Pick[]; seats: Seat[] }
  /** The parts that lie nowhere ahead with room; empty when what lies ahead is at the same time. */
  | { ok: false; missing: number[] };

const compare = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other);
const overlap = (one: Span, other: Span) => compare(one.startsAt, other.endsAt) < 0 && compare(other.startsAt, one.endsAt) < 0;

/** The sessions that one may come to for this part alone, the earliest first. */
export function sessionsFor(part: number, { rounds, busy, seats, forms, now }: Omit<Wish, 'needed'>): Pick[] {
  const picks = rounds.flatMap(({ occasion, sessions }) =>
    sessions.flatMap((session) => {
      const form = forms.find((one) => session[one] >= seats);
      const suits = session.part === part && form && compare(session.startsAt, now) > 0;
      return suits && !busy.some((span) => overlap(span, session)) ? [{ part, session, occasion, form }] : [];
    }),
  );
  return picks.toSorted(byEnd);
}

const byEnd = (one: Pick, other: Pick) =>
  compare(one.session.endsAt, other.session.endsAt) ||
  one.occasion - other.occasion ||
  one.session.id.localeCompare(other.session.id);

/** The earliest that a course can be finished, and how: of several ways to the same day, the one with the fewest rounds in one form. */
export function earliestFinish(wish: Wish): Finish {
  const open = new Map([...new Set(wish.needed)].map((part) => [part, sessionsFor(part, wish)]));
  const missing = [...open].filter(([, picks]) => picks.length === 0).map(([part]) => part);
  if (missing.length > 0) return { ok: false, missing: missing.toSorted((one, other) => one - other) };
  const ends = [...open.values()].flat().toSorted(byEnd);
  for (const { session } of ends) {
    const inTime = within(open, ({ session: { endsAt } }) => compare(endsAt, session.endsAt) <= 0);
    if (!choose(inTime)) continue;
    const picks = simplest(inTime, wish);
    return { ok: true, finishesAt: session.endsAt, picks, seats: seatsOf(picks, wish) };
  }
  return { ok: false, missing: [] };
}

type Open = ReadonlyMap<number, readonly Pick[]>;
const within = (open: Open, suits: (pick: Pick) => boolean): Open =>
  new Map([...open].map(([part, picks]) => [part, picks.filter(suits)]));

/** One session for each part, none at the same time as another; undefined when that cannot be. The scarcest part first. */
function choose(open: Open, chosen: readonly Pick[] = []): Pick[] | undefined {
  const [next, ...rest] = [...open].toSorted(([, one], [, other]) => one.length - other.length);
  if (!next) return chosen.toSorted(byEnd);
  for (const pick of next[1]) {
    const left = within(new Map(rest), ({ session }) => !overlap(session, pick.session));
    const found = choose(left, [...chosen, pick]);
    if (found) return found;
  }
  return undefined;
}

/** In time is settled; here it is made simple: few rounds, and one form where that goes. */
function simplest(open: Open, { rounds, forms, seats }: Wish): Pick[] {
  const inTime = new Set([...open.values()].flat().map(({ occasion }) => occasion));
  const numbers = rounds.map(({ occasion }) => occasion).filter((occasion) => inTime.has(occasion));
  const inForms = [...forms.map((form) => inOneForm(open, form, seats)), open];
  // Never more rounds than parts, and each way made only when those before it have failed: their number doubles with each round.
  for (let size = 1; size <= open.size; size += 1) {
    for (const few of subsets(numbers, size)) {
      for (const alike of inForms) {
        const found = choose(within(alike, ({ occasion }) => few.includes(occasion)));
        if (found) return found;
      }
    }
  }
  throw new Error('a way that was there is gone');
}

const inOneForm = (open: Open, form: SeatForm, seats: number): Open =>
  new Map(
    [...open].map(([part, picks]) => [
      part,
      picks.filter(({ session }) => session[form] >= seats).map((pick) => ({ ...pick, form })),
    ]),
  );

function* subsets<T>(all: readonly T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else for (const [at, one] of all.entries()) for (const rest of subsets(all.slice(at + 1), size - 1)) yield [one, ...rest];
}

/** A round of which every session is picked is booked as a whole where there is room for that. */
function seatsOf(picks: readonly Pick[], { rounds, seats }: Wish): Seat[] {
  return rounds.flatMap((round) => {
    const own = picks.filter(({ occasion }) => occasion === round.occasion);
    const [first] = own;
    if (!first) return [];
    const { occasion } = round;
    const isWhole = round.isWhole && own.length === round.sessions.length && own.every(({ form }) => form === first.form);
    if (isWhole && round[first.form] >= seats) return [{ occasion, form: first.form }];
    return own.map(({ session, form }) => ({ occasion, form, session: session.id }));
  });
}
