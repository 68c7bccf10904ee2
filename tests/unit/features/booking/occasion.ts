import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../../../../src/shared/occasions/occasion.ts';

export const at = (text: string) => Temporal.Instant.from(text);

type Slot = { form: 'digital' | 'physical' | 'hybrid'; isFree: boolean };

/** An evening in January, on the spot and digitally, unless otherwise wished. With slots, those are its seats. */
export function occasion(wishes: Partial<Occasion> = {}, slots?: Slot[]): Occasion {
  const sessions = slots ?? [{ form: 'hybrid' as const, isFree: null }];
  return {
    ...{ number: 7, activity: 'sa-funkar-det', title: 'Så funkar det', theme: null, about: null, state: 'published' },
    ...{ audience: ['everyone'], municipalities: [], municipality: 'timra', place: 'Biblioteket', address: 'Storgatan 1' },
    ...{ isSlotted: slots !== undefined, takesChildren: false, givesCertificate: false, largestParty: 8 },
    ...{ startsAt: at('2027-01-29T11:00:00Z'), endsAt: at('2027-01-29T12:00:00Z') },
    ...{ bookingOpensAt: null, bookingClosesAt: null, switchUntil: null, notBookable: null },
    digital: { seats: slots ? null : 10, free: 4, inLine: 0 },
    physical: { seats: slots ? null : 10, free: 0, inLine: 2 },
    sessions: sessions.map((session, index) => ({
      ...{ id: randomUUID(), part: index + 1, place: null, address: null, ...session },
      startsAt: at('2027-01-29T11:00:00Z').add({ minutes: 60 * index }),
      endsAt: at('2027-01-29T11:45:00Z').add({ minutes: 60 * index }),
    })),
    ...wishes,
  };
}
