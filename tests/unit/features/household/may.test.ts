import { describe, expect, test } from 'vitest';
import type { Home } from '../../../../src/features/household/home.ts';
import { may, type Step } from '../../../../src/features/household/may.ts';

const STEPS: Step[] = [
  'begin',
  'coordinators',
  'related',
  'relateOthers',
  'unrelate',
  'protect',
  'unprotect',
  'address',
  'invite',
  'adult',
  'changeAdult',
  'contact',
  'flag',
];

function home(with_: Partial<Home>): Home {
  return {
    ...{ ok: true, number: 1, phase: 'interest', ground: 'registration', until: null, erasedAt: null, protected: false },
    ...{ seesPlace: true, municipality: 'timra', address: null, registeredAt: '2026-11-20T10:00:00Z', callBy: null },
    ...{ adults: [], interests: [], requests: [], coordinators: [], related: [], events: [] },
    ...with_,
  };
}
const offered = (with_: Partial<Home>, isHead = false) => STEPS.filter((step) => may(step, home(with_), isHead));

describe('what a home’s page offers', () => {
  test('any coordinator before the assessment', () => {
    expect(offered({})).toEqual([
      ...['begin', 'coordinators', 'related', 'relateOthers', 'protect', 'address', 'invite', 'adult', 'changeAdult', 'flag'],
    ]);
  });

  test('an assessment begins once', () => {
    expect(offered({ phase: 'assessment', ground: 'coordinator' })).not.toContain('begin');
  });

  test('that we have been in touch, while a call is promised', () => {
    const callBy = '2026-11-25T15:00:00Z';
    expect(offered({ callBy })).toContain('contact');
    expect(offered({ callBy: null })).not.toContain('contact');
    expect(offered({ callBy, phase: 'assessment', ground: 'coordinator' })).not.toContain('contact');
    expect(offered({ callBy, erasedAt: '2026-11-20T10:00:00Z' })).toEqual([]);
  });

  test('only the head takes away that somebody is related', () => {
    expect(offered({ ground: 'head' }, true)).toContain('unrelate');
    expect(offered({ ground: 'coordinator' })).not.toContain('unrelate');
  });

  test('a protected home is unmarked by its coordinators alone, and nobody lets themselves in to it', () => {
    expect(offered({ protected: true, ground: 'coordinator' })).toEqual(expect.arrayContaining(['unprotect', 'coordinators']));
    expect(offered({ protected: true, seesPlace: false })).toEqual(['related', 'adult', 'flag']);
    expect(offered({ protected: true, seesPlace: false, ground: 'head' }, true)).toEqual([
      ...['begin', 'coordinators', 'related', 'relateOthers', 'unrelate', 'invite', 'adult', 'changeAdult', 'flag'],
    ]);
  });

  test('who reads for a stated reason changes nothing', () => {
    expect(offered({ phase: 'assessment', ground: 'break_glass' })).toEqual([]);
  });

  test('what is erased is changed by nobody', () => {
    expect(offered({ erasedAt: '2026-11-20T10:00:00Z', ground: 'head' }, true)).toEqual([]);
  });
});
