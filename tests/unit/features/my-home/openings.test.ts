import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Opening } from '../../../../src/features/my-home/my-home.schema.ts';
import { openedByDay, wholeDays } from '../../../../src/features/my-home/openings.ts';

const now = Temporal.Instant.from('2026-11-26T09:00:00Z');
const opening = (at: string, changed: Partial<Opening> = {}): Opening => ({
  ...{ id: 1, at: Temporal.Instant.from(at), role: 'coordinator', action: 'opened', ground: 'coordinator', ...changed },
});

test('what one role did on a day is one line, with how often and when', () => {
  const openings = [
    opening('2026-11-25T09:05:00Z', { role: 'head', ground: 'head' }),
    opening('2026-11-25T01:23:40Z'),
    opening('2026-11-25T01:22:00Z', { action: 'changed' }),
    opening('2026-11-25T01:21:00Z'),
    opening('2026-11-25T01:20:10Z'),
    opening('2026-11-24T22:59:00Z', { action: 'found', ground: null }),
  ];
  expect(openedByDay(openings, now)).toEqual([
    {
      day: 'onsdag 25 november',
      lines: [
        { who: 'Enhetschefen', what: 'läste kl. 10.05' },
        { who: 'Er samordnare', what: 'läste 3 gånger, kl. 2.20–2.23' },
        { who: 'Er samordnare', what: 'ändrade eller lade till något kl. 2.22' },
      ],
    },
    {
      day: 'tisdag 24 november',
      lines: [{ who: 'En familjehemssamordnare', what: 'såg att hemmet finns, i en sökning kl. 23.59' }],
    },
  ]);
});

test('the same minute twice is one time', () => {
  const [day] = openedByDay([opening('2026-11-25T01:20:40Z'), opening('2026-11-25T01:20:10Z')], now);
  expect(day?.lines).toEqual([{ who: 'Er samordnare', what: 'läste 2 gånger, kl. 2.20' }]);
});

test('a page ends with a whole day as the clock in Sweden has it, except when one day is longer than a page', () => {
  const [late, midnight, before] = ['2026-11-25T09:00:00Z', '2026-11-24T23:00:00Z', '2026-11-24T22:59:59Z'].map((at) =>
    opening(at),
  );
  if (!late || !midnight || !before) throw new Error('three openings');
  expect(wholeDays([late, midnight, before], 3)).toHaveLength(3);
  expect(wholeDays([late, midnight, before], 2)).toEqual([late, midnight]);
  expect(wholeDays([late, before, before], 2)).toEqual([late]);
  expect(wholeDays([late, late, late], 2)).toEqual([late, late]);
});
