import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../../../src/features/figures/bars.ts';
import type { Figures, Part } from '../../../../src/features/figures/figures.schema.ts';
import { fileLines } from '../../../../src/features/figures/figures-file.ts';
import type { Tertial } from '../../../../src/features/figures/period.ts';
import { reportOf } from '../../../../src/features/figures/report.ts';

const AFTER = Temporal.Instant.from('2027-01-10T12:00Z');
const keys = { municipalities: ['timra', 'ange', 'kramfors'], sources: ['friend', 'poster'] };
const names = {
  municipalities: { timra: 'Timrå', ange: 'Ånge', kramfors: 'Kramfors' },
  sources: { friend: 'En vän', poster: 'Affisch' },
};

const part = (of: number | null, municipalities: Record<string, number>, more: Partial<Part> = {}): Part => ({
  part: of,
  registered: Object.values(municipalities).reduce((total, count) => total + count, 0),
  ...{ promised: 20, inTime: 15, called: 18, median: 1.44, ninth: 3.96, sources: { friend: 9 } },
  municipalities,
  ...more,
});
const figures = (parts: Part[], months = [8, 0, 9, 3, 5, 6, 7, 8, 9, 10, 11, 12]): Figures => ({ since: 2026, months, parts });
const report = (of: Figures, tertial?: Tertial, now = AFTER) => reportOf(of, { year: 2026, part: tertial }, keys, now);

describe('a report', () => {
  const plain = figures([part(1, { timra: 12, ange: 5, kramfors: 3 }), part(null, { timra: 40, ange: 20, kramfors: 8 })]);

  test('has its months, and hides one more beside one that is small', () => {
    expect(report(plain, 1).months).toEqual([
      { month: 1, shown: 8 },
      { month: 2, shown: 0 },
      { month: 3, shown: 'hidden' },
      { month: 4, shown: 'few' },
    ]);
    // The same in the year as in the tertial.
    expect(report(plain).months.slice(0, 4)).toEqual(report(plain, 1).months);
    expect(report(plain).months).toHaveLength(12);
  });

  test('shows municipality and source when the period is over, and not before', () => {
    expect(report(plain, 1).municipalities).toEqual({
      rows: [
        { key: 'timra', shown: 'hidden' },
        { key: 'ange', shown: 5 },
        { key: 'kramfors', shown: 'few' },
      ],
    });
    expect(report(plain, 1).sources).toEqual({
      rows: [
        { key: 'friend', shown: 9 },
        { key: 'poster', shown: 0 },
      ],
    });
    const during = report(plain, 1, Temporal.Instant.from('2026-03-10T12:00Z'));
    expect(during.municipalities).toEqual({ missing: 'running' });
    expect(during.sources).toEqual({ missing: 'running' });
    expect(during.months.map(({ month }) => month)).toEqual([1, 2, 3]);
  });

  test('says nothing more of a period with few', () => {
    const few = report(figures([part(2, { timra: 2 }, { promised: 4, inTime: 4, called: 4 })], Array(12).fill(0)), 2);
    expect(few).toMatchObject({ registered: 'few', municipalities: { missing: 'few' }, sources: { missing: 'few' } });
    expect(few).toMatchObject({ inTime: undefined, median: undefined, ninth: undefined });
  });

  test('hides a year that would give away a tertial with few', () => {
    const year = part(null, { timra: 34 });
    const [first, second, third] = [part(1, { timra: 20 }), part(2, { timra: 3 }), part(3, { timra: 11 })];
    expect(report(figures([first, second, third, year]))).toMatchObject({
      registered: 'hidden',
      municipalities: { missing: 'few' },
    });
    expect(report(figures([first, third, part(null, { timra: 31 })]))).toMatchObject({ registered: 31 });
    const two = report(figures([first, second, part(3, { ange: 2 }), part(null, { timra: 23, ange: 2 })]));
    expect(two).toMatchObject({ registered: 25, municipalities: { missing: 'few' }, sources: { missing: 'few' } });
  });

  test('has whole percent, and what was not called is no wait', () => {
    expect(report(plain, 1)).toMatchObject({ inTime: 75, median: 1.44, ninth: 3.96 });
    expect(report(figures([part(1, { timra: 9 }, { promised: 4 })]), 1).inTime).toBeUndefined();
    expect(report(figures([part(1, { timra: 9 }, { called: 4 })]), 1)).toMatchObject({ median: undefined, ninth: undefined });
    expect(report(figures([]), 1)).toMatchObject({ registered: 0, inTime: undefined });
  });

  test('is the same in the file, with the same things hidden', () => {
    const lines = fileLines(report(plain, 1), { year: 2026, part: 1 }, false, names);
    expect(lines[0]).toEqual(['Period', 'Mått', 'Del', 'Värde', 'Enhet']);
    expect(lines).toContainEqual(['januari–april 2026', 'Anmälningar per månad', 'april', 'färre än 5', 'antal']);
    expect(lines).toContainEqual(['januari–april 2026', 'Anmälningar per kommun', 'Timrå', 'visas inte', 'antal']);
    expect(lines).toContainEqual(['januari–april 2026', 'Väntan på första samtalet', 'nio av tio väntade högst', 4, 'dygn']);
    expect(lines).toContainEqual(['januari–april 2026', 'Vi hörde av oss i tid', 'alla', 75, 'procent']);
    const early = report(plain, 1, Temporal.Instant.from('2026-03-10T12:00Z'));
    const running = fileLines(early, { year: 2026, part: 1 }, true, names);
    expect(running[1]?.[0]).toBe('januari–april 2026 hittills');
    expect(running.flat()).not.toContain('Timrå');
  });
});

describe('the drawing', () => {
  const widthOf = (points: string | undefined) =>
    Math.max(0, ...(points ?? '').split(' ').map((pair) => Number(pair.split(',')[0])));
  const { drawn, height } = drawBars(
    [
      { name: 'a', shown: 20 },
      { name: 'b', shown: 10 },
      { name: 'c', shown: 0 },
      { name: 'd', shown: 'few' },
      { name: 'e', shown: 'hidden' },
      { name: 'f', shown: 20, isRunning: true },
    ],
    'above',
  );

  test('is as long as the number, has none for none, and what is hidden is as long whatever it is', () => {
    const [twenty, ten, none, few, hidden] = drawn.map(({ points }) => widthOf(points));
    expect(Math.abs((ten ?? 0) - (twenty ?? 0) / 2)).toBeLessThan(1);
    expect(none).toBe(0);
    expect(few).toBe(hidden);
    expect(drawn.map(({ label }) => label)).toEqual(['20', '10', '0', 'färre än 5', 'visas inte', '20 hittills']);
  });

  test('keeps within its frame, and no word stands on a bar', () => {
    for (const { labelX, label, labelY, points } of drawn) {
      expect(labelX + label.length * 7.6).toBeLessThanOrEqual(280);
      expect(labelY).toBeLessThanOrEqual(height);
      expect(labelX).toBeGreaterThanOrEqual(widthOf(points));
    }
  });
});
