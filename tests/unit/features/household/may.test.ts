import { describe, expect, test } from 'vitest';
import type { Home } from '../../../../src/features/household/home.ts';
import { may, type Step } from '../../../../src/features/household/may.ts';

const STEPS: Step[] = [
  'begin',
  'information',
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
  'flag',
  'settle',
  'log',
  'walk',
  'message',
  'pause',
  'askAgain',
  'close',
  'reopen',
  'handOver',
  'join',
  'part',
];

function home(with_: Partial<Home>): Home {
  return {
    ...{ ok: true, number: 1, phase: 'interest', ground: 'registration', until: null, erasedAt: null, protected: false },
    ...{ seesPlace: true, municipality: 'timra', address: null, registeredAt: '2026-11-20T10:00:00Z', callBy: null },
    ...{ pausedUntil: null, askAgainOn: null, closedAt: null, closedWhy: null, isFosterHome: false, isEmergencyHome: false },
    ...{ lastEvent: 1, way: [], notes: [], mails: [] },
    ...{ adults: [], interests: [], requests: [], coordinators: [], related: [], events: [], joined: [], isCase: false },
    ...with_,
  };
}
const offered = (with_: Partial<Home>, isHead = false) => STEPS.filter((step) => may(step, home(with_), isHead));

describe('what a home’s page offers', () => {
  test('any coordinator before the assessment', () => {
    expect(offered({})).toEqual([
      ...[
        'begin',
        'information',
        'coordinators',
        'related',
        'relateOthers',
        'protect',
        'address',
        'invite',
        'adult',
        'changeAdult',
        'flag',
      ],
      ...['settle', 'log', 'walk', 'message', 'pause', 'askAgain', 'close', 'join'],
    ]);
  });

  test('what was joined is parted until an assessment begins', () => {
    const joined = [{ number: 2, at: '2026-11-20T10:00:00Z', adults: [] }];
    expect(offered({ joined })).toContain('part');
    expect(offered({ joined, isCase: true, ground: 'coordinator' })).not.toContain('part');
    expect(offered({ joined, protected: true })).not.toContain('part');
  });

  test('an assessment begins once', () => {
    const begun = offered({ phase: 'assessment', ground: 'coordinator' });
    for (const step of ['begin', 'information']) expect(begun).not.toContain(step);
  });

  test('what is closed is opened again before anything more is done on its way', () => {
    const closed = offered({ phase: 'closed', ground: 'coordinator' });
    expect(closed).toEqual(expect.arrayContaining(['reopen', 'log', 'message']));
    for (const step of ['begin', 'walk', 'pause', 'askAgain', 'close']) expect(closed).not.toContain(step);
    expect(offered({})).not.toContain('reopen');
  });

  test('a home is handed over by who may let somebody in, once somebody has it', () => {
    const coordinators = [{ id: '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11', name: 'Maja Påhittsson' }];
    expect(offered({ coordinators })).toContain('handOver');
    expect(offered({ coordinators: [] })).not.toContain('handOver');
    expect(offered({ coordinators, protected: true })).not.toContain('handOver');
  });

  test('only the head takes away that somebody is related', () => {
    expect(offered({ ground: 'head' }, true)).toContain('unrelate');
    expect(offered({ ground: 'coordinator' })).not.toContain('unrelate');
  });

  test('a protected home is unmarked by its coordinators alone, and nobody lets themselves in to it', () => {
    expect(offered({ protected: true, ground: 'coordinator' })).toEqual(expect.arrayContaining(['unprotect', 'coordinators']));
    expect(offered({ protected: true, seesPlace: false })).toEqual([
      ...['information', 'related', 'adult', 'flag', 'settle', 'log', 'walk', 'message', 'pause', 'askAgain'],
    ]);
    expect(offered({ protected: true, seesPlace: false, ground: 'head' }, true)).toEqual([
      ...[
        'begin',
        'information',
        'coordinators',
        'related',
        'relateOthers',
        'unrelate',
        'invite',
        'adult',
        'changeAdult',
        'flag',
      ],
      ...['settle', 'log', 'walk', 'message', 'pause', 'askAgain', 'close', 'join'],
    ]);
  });

  test('who reads for a stated reason changes nothing', () => {
    expect(offered({ phase: 'assessment', ground: 'break_glass' })).toEqual([]);
  });

  test('what is erased is changed by nobody', () => {
    expect(offered({ erasedAt: '2026-11-20T10:00:00Z', ground: 'head' }, true)).toEqual([]);
  });
});
