import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { askedFor, isOver, lastTertial, monthsOf, nameOf, readPeriod } from '../../../../src/features/figures/period.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant();
const NOW = at('2026-06-15T12:00');

describe('the period that an address asks for', () => {
  test.each([
    [{}, '2026'],
    [{ ar: '2025' }, '2025'],
    [{ ar: ' 2025 ', del: '' }, '2025'],
    [{ ar: '', del: 'jan-apr' }, 'januari–april 2026'],
    [{ ar: '2026', del: 'maj-aug' }, 'maj–augusti 2026'],
    [{ ar: '2019', del: 'sep-dec' }, 'september–december 2019'],
  ])('%j is %s', (asked, name) => {
    const { period, faults } = readPeriod(asked, NOW);
    expect(faults).toEqual([]);
    expect(nameOf(period)).toBe(name);
    expect(readPeriod(askedFor(period), NOW).period).toEqual(period);
  });

  test.each([
    [{ ar: '26' }, 'ar', /fyra siffror/],
    [{ ar: 'i fjol' }, 'ar', /fyra siffror/],
    [{ ar: '2018' }, 'ar', /GFO öppnade då/],
    [{ ar: '2027' }, 'ar', /2027 har inte gjort det än/],
    [{ ar: '2025', del: 'sommar' }, 'del', /i listan/],
    [{ ar: '2026', del: 'sep-dec' }, 'del', /September–december 2026 har inte gjort det än/],
  ])('%j is none', (asked, name, text) => {
    const { faults } = readPeriod(asked, NOW);
    expect(faults).toMatchObject([{ name, text: expect.stringMatching(text) }]);
  });
});

test('a tertial is over when the next has begun in Sweden, also when it has not in Greenwich', () => {
  const tertial = { year: 2026, part: 1 } as const;
  expect(isOver(tertial, at('2026-04-30T23:59'))).toBe(false);
  expect(isOver(tertial, at('2026-05-01T00:00'))).toBe(true);
  expect(isOver({ year: 2026, part: undefined }, at('2026-12-31T23:59'))).toBe(false);
  expect(isOver({ year: 2026, part: undefined }, at('2027-01-01T00:00'))).toBe(true);
  expect(readPeriod({}, at('2027-01-01T00:00')).period.year).toBe(2027);
});

test('the latest tertial that is over may be last year’s', () => {
  expect(lastTertial(at('2026-04-30T23:59'))).toEqual({ year: 2025, part: 3 });
  expect(lastTertial(at('2026-05-01T00:00'))).toEqual({ year: 2026, part: 1 });
  expect(lastTertial(at('2026-12-31T23:59'))).toEqual({ year: 2026, part: 2 });
});

test('a period has its months', () => {
  expect(monthsOf({ part: 2 })).toEqual([5, 6, 7, 8]);
  expect(monthsOf({ part: undefined })).toHaveLength(12);
});
