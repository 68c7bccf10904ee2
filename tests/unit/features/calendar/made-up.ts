import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Occasion, OccasionSession } from '../../../../src/shared/occasions/occasion.ts';
import { stockholm } from '../../shared/time/instants.ts';

let last = 0;

/** An occasion of forty digital seats with sessions of an hour at these times of Stockholm's clock, unless otherwise wished. */
export function occasionAt(starts: readonly (string | Temporal.Instant)[], wishes: Partial<Occasion> = {}): Occasion {
  const sessions = starts.map((start, at) => sessionAt(typeof start === 'string' ? stockholm(start) : start, at + 1));
  const times = sessions
    .flatMap(({ startsAt, endsAt }) => [startsAt, endsAt])
    .toSorted((one, other) => Temporal.Instant.compare(one, other));
  last += 1;
  return {
    number: last,
    activity: 'sa-funkar-det',
    title: 'Så funkar det',
    theme: null,
    about: null,
    state: 'published',
    audience: ['everyone'],
    municipalities: [],
    municipality: null,
    place: null,
    address: null,
    isSlotted: false,
    takesChildren: false,
    givesCertificate: false,
    largestParty: 6,
    startsAt: times[0] ?? stockholm('2027-01-29T12:00'),
    endsAt: times.at(-1) ?? stockholm('2027-01-29T13:00'),
    bookingOpensAt: null,
    bookingClosesAt: null,
    switchUntil: null,
    notBookable: null,
    digital: { seats: 40, free: 40, inLine: 0 },
    physical: null,
    sessions,
    ...wishes,
  };
}

export function sessionAt(startsAt: Temporal.Instant, part = 1, wishes: Partial<OccasionSession> = {}): OccasionSession {
  const endsAt = startsAt.add({ hours: 1 });
  return { id: randomUUID(), part, startsAt, endsAt, form: 'digital', place: null, address: null, isFree: null, ...wishes };
}
