import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { doersOf, fieldsOf, standingOf } from '../../../../src/features/household/way.ts';
import type { WayStep } from '../../../../src/shared/way.ts';

const now = Temporal.Instant.from('2026-11-24T23:30:00Z'); // already the 25th in Sweden
const open = { phase: 'assessment' as const, pausedUntil: null, coordinators: [] };
const step = (with_: Partial<WayStep>): WayStep => ({
  ...{ id: '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11', key: 'bra_fam', stage: 'assessment', doers: ['adult'], doerName: null },
  ...{ heading: 'BRA-fam', about: null, adult: 'Amira', own: true, dueOn: null, rough: false, agreedAt: null, doneOn: null },
  ...{ lateAbout: null, lateNote: null, ...with_ },
});

describe('how a step stands', () => {
  test.each<[Partial<WayStep>, string, string]>([
    [{}, 'ahead', 'Ingen dag än'],
    [{ dueOn: '2026-11-25' }, 'ahead', 'Senast onsdag 25 november'],
    [{ dueOn: '2026-11-24' }, 'late', 'sedan tisdag 24 november'],
    [{ dueOn: '2026-11-24', rough: true }, 'ahead', 'Ungefär i november 2026'],
    [{ dueOn: '2026-11-24', doneOn: '2026-11-25' }, 'done', 'Klart onsdag 25 november'],
    [{ agreedAt: '2026-12-10T16:00:00Z' }, 'ahead', 'Tid torsdag 10 december kl. 17.00'],
  ])('%o is %s: %s', (with_, is, when) => expect(standingOf(step(with_), open, now)).toEqual({ is, when }));

  test('nothing is late while the home is paused, or closed', () => {
    const late = step({ dueOn: '2026-11-01' });
    expect(standingOf(late, { ...open, pausedUntil: '2027-04-01' }, now).is).toBe('ahead');
    expect(standingOf(late, { ...open, phase: 'closed' }, now).is).toBe('ahead');
  });
});

test('each step has who does it', () => {
  const home = { ...open, coordinators: [{ id: 'x', name: 'Maja Påhittsson' }] };
  expect(doersOf(step({ doers: ['adult', 'authority'], doerName: 'Polisen' }), home)).toEqual([
    { who: 'ni', name: 'Amira' },
    { who: 'myndighet', name: 'Polisen' },
  ]);
  expect(doersOf(step({ doers: ['gfo'] }), home)).toEqual([{ who: 'gfo', name: 'GFO, Maja Påhittsson' }]);
});

test('the form of a step begins with the clock on the wall in Sweden', () => {
  expect(fieldsOf(step({ agreedAt: '2026-07-01T22:30:00Z' }))).toMatchObject({ dag: '2026-07-02', klocka: '00:30' });
});
