import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readOccasion, typedOccasion } from '../../../../src/features/run-occasions/occasion-form.ts';
import { deskOccasionSchema } from '../../../../src/features/run-occasions/run-occasions.schema.ts';
import { readRows, withOtherRows } from '../../../../src/features/run-occasions/session-rows.ts';
import type { Lists } from '../../../../src/shared/form/typed.ts';

const lists = (fields: Record<string, string | string[]>): Lists =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, Array.isArray(text) ? text : [text]]));
const typed = (more: Record<string, string | string[]> = {}) =>
  lists({
    ...{ namn: 'Connect', publik: ['foster_homes'], sallskap: '4', digitalt: '8' },
    ...{ rader: '1', dag1: '2027-03-29', fran1: '18.00', till1: '20:00', form1: 'digital' },
    ...more,
  });
const faults = (more: Record<string, string | string[]>) => {
  const read = readOccasion(typed(more));
  return read.ok ? [] : read.faults.map(({ name }) => name);
};

describe('what was typed of an occasion', () => {
  test('is read with the clock of Stockholm, in summer as in winter', () => {
    const read = readOccasion(typed({ rader: '2', dag2: '2027-01-11', fran2: '9.30', till2: '11.00', form2: 'digital' }));
    expect(read).toMatchObject({
      ok: true,
      columns: {
        digital_seats: 8,
        physical_seats: null,
        sessions: [{ starts_at: '2027-03-29T16:00:00Z' }, { starts_at: '2027-01-11T08:30:00Z' }],
      },
    });
  });

  test.each<[string, Record<string, string | string[]>, string[]]>([
    [
      'nothing of what must be there',
      { namn: '', publik: [], dag1: '', fran1: '25', digitalt: 'åtta' },
      ['namn', 'publik', 'digitalt', 'dag1', 'fran1'],
    ],
    ['an end before the beginning', { till1: '17:00' }, ['till1']],
    ['no seats', { digitalt: '' }, ['digitalt']],
    ['seats of a form in which nothing is held', { fysiskt: '4' }, ['fysiskt']],
    ['a hybrid evening with seats of one form alone', { form1: 'hybrid', plats: 'Skolan' }, ['fysiskt']],
    ['for everyone and only some homes', { publik: ['everyone'], kommuner: ['timra'] }, ['kommuner']],
    ['a link that is none', { lank: 'http://mote' }, ['lank']],
    ['a day without its hour', { oppnarDag: '2027-01-01' }, ['oppnarDag']],
    ['too large a party', { sallskap: '21' }, ['sallskap']],
  ])('is refused beside its field: %s', (_what, more, names) => {
    expect(faults(more)).toEqual(names);
  });

  test('a course of evenings of both kinds has seats of one form', () => {
    const both = { rader: '2', dag2: '2027-04-05', fran2: '18:00', till2: '20:00', form2: 'physical', plats: 'Skolan' };
    expect(faults(both)).toEqual([]);
    expect(faults({ ...both, digitalt: '', fysiskt: '' })).toEqual(['digitalt', 'fysiskt']);
  });
});

describe('the sessions of the form', () => {
  test('one more comes a week after the last one, with its clock', () => {
    const more = withOtherRows(typed({ rad: 'fler' }));
    expect(more).toMatchObject({ rader: ['2'], dag2: ['2027-04-05'], fran2: ['18.00'], traff2: [''], namn: ['Connect'] });
    expect(more).not.toHaveProperty('rad');
  });

  test('one is taken away, and the last one never', () => {
    const two = withOtherRows(typed({ rad: 'fler' })) ?? {};
    const one = withOtherRows({ ...two, rad: ['bort-1'] });
    expect(one).toMatchObject({ rader: ['1'], dag1: ['2027-04-05'] });
    expect(one).not.toHaveProperty('dag2');
    expect(withOtherRows({ ...one, rad: ['bort-1'] })).toBeUndefined();
    expect(withOtherRows(typed())).toBeUndefined();
  });
});

const session = {
  ...{ id: '6f1c2c1e-0000-4000-8000-000000000001', part: 1, startsAt: '2027-03-29T16:00:00Z', endsAt: '2027-03-29T18:00:00Z' },
  ...{ form: 'digital', place: null, address: null, digitalLink: 'https://mote.example/1', staff: null, meets: null },
  ...{ cancelledAt: null, isTaken: false, told: { booked: 0, waiting: 0 } },
};
const occasion = (more: object = {}) =>
  deskOccasionSchema.parse({
    ...{ id: '6f1c2c1e-0000-4000-8000-000000000000', number: 7, changed: 3, activity: 'connect', title: 'Connect', theme: null },
    ...{ state: 'published', audience: ['foster_homes'], municipalities: [], municipality: null, place: 'Skolan', address: null },
    ...{ startsAt: session.startsAt, endsAt: session.endsAt, isSlotted: false, bookingOpensAt: null, notBookable: null },
    ...{ digital: null, physical: null, attendance: { attended: 0, absent: 0 }, about: null, digitalLink: null, digitalSeats: 8 },
    ...{
      physicalSeats: null,
      takesChildren: false,
      givesCertificate: true,
      largestParty: 4,
      guestCode: 'a',
      bookingClosesAt: null,
    },
    ...{ bookingClosedAt: null, switchUntil: '2027-03-28T16:00:00Z', publishedAt: null, cancelledAt: null, cancelledWhy: null },
    ...{ ruleMonth: null, isBooked: false, told: { booked: 0, waiting: 0, asked: 0, suits: 0 }, sessions: [session], line: [] },
    ...{ history: [], shown: null, ...more },
  });

test('an occasion that is shown in its form and sent as it stands is the same', () => {
  const read = readOccasion(typedOccasion(occasion()), occasion());
  expect(read).toMatchObject({
    ok: true,
    columns: {
      ...{ title: 'Connect', place: 'Skolan', digital_seats: 8, gives_certificate: true, switch_until: '2027-03-28T16:00:00Z' },
      // What the form has no field for is kept.
      sessions: [{ id: session.id, starts_at: session.startsAt, digital_link: 'https://mote.example/1' }],
    },
  });
});

test('of one that somebody has booked, times and place stay whatever is sent', () => {
  const read = readOccasion(typed({ plats: 'Någon annanstans', rader: '1', dag1: '2028-01-01' }), occasion({ isBooked: true }));
  expect(read).toMatchObject({
    ok: true,
    columns: { place: 'Skolan', sessions: [{ id: session.id, starts_at: session.startsAt }] },
  });
});

test('a session’s address without a place belongs nowhere', () => {
  expect(readRows(typed({ adress1: 'Storgatan 1' }), []).sessions[0]).toMatchObject({ place: null, address: null });
  expect(Temporal.Instant.from(readRows(typed(), []).sessions[0]?.starts_at ?? '').toString()).toBe('2027-03-29T16:00:00Z');
});
