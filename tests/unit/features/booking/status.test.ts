import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saidAfter } from '../../../../src/features/booking/acts.ts';
import { faultTexts, type Reason, reasonTexts } from '../../../../src/features/booking/booking.text.ts';
import { linkIn } from '../../../../src/features/booking/link.ts';
import { nextAfter } from '../../../../src/features/booking/next-after.ts';
import { faultFor, refusedFor } from '../../../../src/features/booking/refused.ts';
import { errorIdOf, saidOf } from '../../../../src/features/booking/said.ts';
import { seatsInWords, waits } from '../../../../src/features/booking/seats.ts';
import { isOneOfMany, mayChange, maySwitch, statusOf } from '../../../../src/features/booking/status.ts';
import { isOpen, stepIn } from '../../../../src/features/booking/steps.ts';
import { aheadInWords, placesFor } from '../../../../src/features/booking/when-where.ts';
import { paths } from '../../../../src/paths.ts';
import { bookingKey } from '../../../../src/shared/occasions/booking-link.ts';
import { at, occasion } from './occasion.ts';

const about = occasion();
const sessions = about.sessions.map(({ place: _place, address: _address, isFree: _free, ...session }) => session);
const view = { state: 'booked' as const, sessions, about, line: undefined };
const before = at('2027-01-20T08:00:00Z');
const offered = { state: 'offered' as const, form: 'digital' as const, seats: 1, until: at('2027-01-21T08:00:00Z') };

describe('how a booking stands', () => {
  test('with a seat, in line, with an offer, with one that waited too long, ended, and when it has been', () => {
    expect(statusOf(view, before)).toBe('booked');
    expect(statusOf({ ...view, state: 'waiting' }, before)).toBe('waiting');
    expect(statusOf({ ...view, state: 'waiting', line: offered }, before)).toBe('offer');
    expect(statusOf({ ...view, state: 'waiting', line: offered }, offered.until)).toBe('lapsed');
    // Who has a seat keeps it, whatever became of the other.
    expect(statusOf({ ...view, line: offered }, offered.until)).toBe('booked');
    expect(statusOf({ ...view, state: 'cancelled' }, before)).toBe('cancelled');
    expect(statusOf(view, about.endsAt)).toBe('over');
  });

  test('what is needed is said by who booked, and not by who is only named in it', () => {
    expect(isOpen('behov', { ...view, isMine: true }, before)).toBe(true);
    expect(isOpen('behov', { ...view, isMine: false }, before)).toBe(false);
    expect(isOpen('andra', { ...view, isMine: false }, before)).toBe(true);
  });

  test('it is changed until it begins, and its form until the cut-off', () => {
    expect(mayChange(view, before)).toBe(true);
    expect(mayChange(view, about.startsAt)).toBe(false);
    expect(mayChange({ ...view, about: { ...about, state: 'cancelled' } }, before)).toBe(false);
    expect(maySwitch({ about: { ...about, switchUntil: before } }, before)).toBe(false);
    expect(maySwitch(view, before)).toBe(true);
  });

  test('to one evening of a course alone there is no line', () => {
    const course = { ...about, sessions: [...about.sessions, ...about.sessions] };
    expect(isOneOfMany({ isSlot: false, sessions, about: course })).toBe(true);
    expect(isOneOfMany({ isSlot: true, sessions, about: course })).toBe(false);
    expect(isOneOfMany({ isSlot: false, sessions, about })).toBe(false);
  });
});

describe('seats', () => {
  test('a party waits when there are too few, or others stand before it', () => {
    expect(waits(about, 'digital', 4)).toBe(false);
    expect(waits(about, 'digital', 5)).toBe(true);
    expect(waits({ ...about, digital: { seats: 10, free: 4, inLine: 1 } }, 'digital', 1)).toBe(true);
    expect(waits({ ...about, isSlotted: true, digital: { seats: null, free: 1, inLine: 0 } }, 'digital', 6)).toBe(false);
  });

  test('are said in words', () => {
    expect(seatsInWords({ seats: 10, free: 4, inLine: 0 }, false)).toBe('4 platser kvar');
    expect(seatsInWords({ seats: null, free: 1, inLine: 0 }, true)).toBe('En tid kvar');
    expect(seatsInWords({ seats: 10, free: 0, inLine: 0 }, false)).toBe('Fullt. Ni kan ställa er i kö.');
    expect(seatsInWords({ seats: 10, free: 0, inLine: 2 }, false)).toBe('Fullt. Två står i kö, och ni kan ställa er sist.');
  });
});

describe('the link of a mail', () => {
  const secret = createHash('sha256').update('a secret').digest();
  const id = randomUUID();
  const url = (path: string) => new URL(path, 'https://gfo.example');

  test('opens its own booking, on each of its pages', () => {
    const key = bookingKey(secret, id);
    for (const step of [undefined, 'andra', 'avboka', 'behov'] as const)
      expect(linkIn(url(paths.booking(id, key, step)), secret)).toEqual({ id, key });
    expect(linkIn(url(paths.bookingFile(id, key)), secret)).toEqual({ id, key });
  });

  test('and no other: not with another key, a cut one, or somebody else’s', () => {
    const key = bookingKey(secret, id);
    const others = [key.replace(/^./, key[0] === 'a' ? 'b' : 'a'), key.slice(1), bookingKey(secret, randomUUID()), ''];
    for (const other of others) expect(linkIn(url(`/bokning/${id}/${other}`), secret)).toBeUndefined();
    expect(linkIn(url(`/x/bokning/${id}/${key}`), secret)).toBeUndefined();
  });
});

describe('what is said', () => {
  test('of each reason, in a heading and a sentence', () => {
    for (const { heading, text } of Object.values(reasonTexts)) {
      expect(heading).toMatch(/^[A-ZÅÄÖ].*[^.]$/);
      expect(text).toMatch(/[.?:]$/);
    }
  });

  test('beside the field, of what a field can mend', () => {
    const mended = (Object.keys(reasonTexts) as Reason[]).filter((reason) => faultFor(reason, about));
    expect(mended).toEqual(['not_this_form', 'too_many', 'no_adult', 'slot_taken']);
  });

  test('of too many, the number that there are seats for in that form', () => {
    const few = occasion({ physical: { seats: 4, free: 4, inLine: 0 }, largestParty: 8 });
    const refused = (typed: { form?: string[] }, of = few) =>
      refusedFor({ ok: false, reason: 'too_many' }, typed, of).faults[0]?.text;
    expect(refused({ form: ['physical'] })).toBe(faultTexts.tooMany(4));
    expect(refused({ form: ['digital'] })).toBe(faultTexts.tooMany(8));
    expect(refused({}, { ...few, digital: null })).toBe(faultTexts.tooMany(4));
    expect(refused({ form: ['physical'] }, { ...few, physical: { seats: 0, free: 0, inLine: 0 } })).toBe(faultTexts.tooMany(8));
  });

  test('after an act', () => {
    expect(saidAfter('accept', { ok: true, state: 'booked' })).toBe('taget');
    expect(saidAfter('accept', { ok: false, reason: 'no_offer' })).toBe('inget-erbjudande');
    // A booking that is no more says so by itself.
    expect(saidAfter('cancel', { ok: true })).toBeUndefined();
    expect(saidAfter('cancel', { ok: false, reason: 'over' })).toBeUndefined();
    expect(() => saidAfter('accept', { ok: false, reason: 'full' })).toThrow('full');
  });

  test('in an address only what has a text', () => {
    const url = (query: string) => new URL(`https://gfo.example/?${query}`);
    expect(saidOf(url('fel=full'))).toBe('full');
    expect(saidOf(url('fel=constructor'))).toBeUndefined();
    expect(errorIdOf(url('nr=0a1b2c3d'))).toBe('0a1b2c3d');
    expect(errorIdOf(url('nr=<b>'))).toBeUndefined();
  });

  test('of what comes next: within a day of it nobody is reminded the day before', () => {
    const dayBefore = about.startsAt.subtract({ hours: 24 });
    expect(nextAfter({ form: 'digital', sessions }, dayBefore)).toBe('link');
    expect(nextAfter({ form: 'digital', sessions }, dayBefore.add({ minutes: 1 }))).toBe('link_now');
    expect(nextAfter({ form: 'physical', sessions }, dayBefore)).toBe('reminder');
    expect(nextAfter({ form: 'physical', sessions }, dayBefore.add({ minutes: 1 }))).toBe('hindered');
  });

  test('of a step only what is one', () => {
    expect(stepIn('')).toBe('');
    expect(stepIn('avboka')).toBe('avboka');
    expect(stepIn('toString')).toBeUndefined();
  });

  test('where it is, once each', () => {
    expect(placesFor('digital', about.sessions, about)).toEqual(['På nätet']);
    expect(placesFor('physical', about.sessions, about)).toEqual(['Biblioteket, Storgatan 1']);
    const moved = about.sessions.map((session) => ({ ...session, place: 'Skolan' }));
    expect(placesFor('physical', [...about.sessions, ...moved], about)).toEqual(['Biblioteket, Storgatan 1', 'Skolan']);
    expect(placesFor('physical', about.sessions, { place: null, address: null })).toEqual(['Platsen meddelas i ett mejl']);
    // A digital evening of a course is digital for all.
    const mixed = [...about.sessions, ...about.sessions.map((session) => ({ ...session, form: 'digital' as const }))];
    expect(placesFor('physical', mixed, about)).toEqual(['Biblioteket, Storgatan 1', 'På nätet']);
  });

  test('when and where what is left is, and the slot that is offered', () => {
    const [first] = sessions;
    if (!first) throw new Error('no session');
    const later = { ...first, startsAt: first.startsAt.add({ hours: 24 }), endsAt: first.endsAt.add({ hours: 24 }) };
    const booked = { form: 'physical' as const, sessions: [first, { ...later, place: 'Skolan' }], line: undefined, about };
    expect(aheadInWords(booked, before)).toEqual([
      'Fredag 29 januari kl. 12.00–12.45. Biblioteket, Storgatan 1.',
      'Lördag 30 januari kl. 12.00–12.45. Skolan.',
    ]);
    expect(aheadInWords(booked, first.endsAt)).toEqual(['Lördag 30 januari kl. 12.00–12.45. Skolan.']);
    const waits = { ...booked, sessions: [] };
    expect(aheadInWords(waits, before)).toEqual([]);
    expect(aheadInWords({ ...waits, line: { ...offered, slot: first } }, before)).toHaveLength(1);
  });
});
