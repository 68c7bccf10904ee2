import { expect, test } from 'vitest';
import { occasionEvent } from '../../../../src/features/calendar/occasion-event.ts';
import type { Occasion } from '../../../../src/shared/occasions/occasion.ts';
import { stockholm } from '../../shared/time/instants.ts';
import { occasionAt } from './made-up.ts';

const site = new URL('https://www.familjehem.example');
const of = (wishes: Partial<Occasion>, starts = ['2027-07-29T12:00'], seats = true) =>
  occasionEvent(occasionAt(starts, { number: 7, ...wishes }), 'Om det.', site, seats);

test('a digital one is told with its summer time, free, and with seats', () => {
  expect(of({})).toMatchObject({
    '@type': 'Event',
    name: 'Så funkar det',
    startDate: '2027-07-29T12:00+02:00',
    endDate: '2027-07-29T13:00+02:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url: 'https://www.familjehem.example/kalender/7' },
    offers: [{ price: 0, priceCurrency: 'SEK', availability: 'https://schema.org/InStock' }],
  });
});

test('a hybrid one has both places, and seats of each form', () => {
  const told = of({
    physical: { seats: 4, free: 0, inLine: 1 },
    place: 'Biblioteket',
    address: 'Exempelgatan 1, Kramfors',
    bookingOpensAt: stockholm('2027-06-01T09:00'),
  });
  expect(told).toMatchObject({
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [{ '@type': 'VirtualLocation' }, { '@type': 'Place', name: 'Biblioteket', address: 'Exempelgatan 1, Kramfors' }],
    offers: [
      { name: 'digitalt', availability: 'https://schema.org/InStock', validFrom: '2027-06-01T09:00+02:00' },
      { name: 'på plats', availability: 'https://schema.org/SoldOut' },
    ],
  });
});

test('one that is cancelled, closed or told on a page that is kept for long promises no seat', () => {
  expect(of({ state: 'cancelled', notBookable: 'cancelled' })).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
  });
  expect(of({ state: 'cancelled', notBookable: 'cancelled' })).not.toHaveProperty('offers');
  expect(of({ notBookable: 'closed' })).not.toHaveProperty('offers');
  expect(of({}, ['2027-07-29T12:00'], false)).not.toHaveProperty('offers');
});

test('a course tells each of its evenings', () => {
  expect(of({}, ['2027-03-23T18:00', '2027-03-30T18:00'])).toMatchObject({
    subEvent: [{ startDate: '2027-03-23T18:00+01:00' }, { startDate: '2027-03-30T18:00+02:00' }],
  });
});
