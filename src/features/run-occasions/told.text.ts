import type { Temporal } from 'temporal-polyfill';
import { held } from './columns.ts';
import type { DeskOccasion, DeskSession } from './run-occasions.schema.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

const whomInWords = (booked: number, waiting: number) =>
  [booked > 0 && count(booked, 'bokning', 'bokningar'), waiting > 0 && `${waiting} i kö`].filter(Boolean).join(' och ');

/** Who gets a mail of it. */
export function toldInWords(booked: number, waiting: number): string {
  const whom = whomInWords(booked, waiting);
  return whom === '' ? 'Ingen har bokat, så ingen behöver få veta det.' : `${whom} får ett mejl.`;
}

type Occasion = Pick<DeskOccasion, 'isSlotted' | 'digital' | 'physical' | 'told' | 'sessions'>;
/** `session`: none for another place for all that are to come. `span`: when it is moved to, as soon as that is said. */
type Move = { session: DeskSession | undefined; span: Pick<DeskSession, 'startsAt' | 'endsAt'> | undefined };

/** Who gets a mail when this is moved, and how many they are: of another place alone, who comes there. */
export function toldOfMove(occasion: Occasion, { session, span }: Move, now: Temporal.Instant) {
  const { booked, waiting } = session?.told ?? toldAhead(occasion, now);
  const isSameTime = !session || (span?.startsAt.equals(session.startsAt) && span.endsAt.equals(session.endsAt));
  const inBoth = session ? session.form === 'hybrid' : occasion.digital !== null && occasion.physical !== null;
  const isSome = booked + waiting > 0 && isSameTime && inBoth;
  return {
    text: isSome ? `Av ${whomInWords(booked, waiting)} får de som kommer på plats ett mejl.` : toldInWords(booked, waiting),
    booked,
    waiting,
  };
}

/** Of a day that is cut into times, those whose time has been hear nothing. */
function toldAhead({ isSlotted, told, ...occasion }: Occasion, now: Temporal.Instant) {
  if (!isSlotted) return told;
  const ahead = held(occasion).filter(({ startsAt }) => startsAt.epochMilliseconds > now.epochMilliseconds);
  return { booked: ahead.reduce((sum, slot) => sum + slot.told.booked, 0), waiting: told.waiting };
}
