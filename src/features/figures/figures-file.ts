import type { Cell } from '../../shared/http/csv.ts';
import { monthInWords } from '../../shared/time/words.ts';
import { hiddenTexts, measureTexts, missingTexts } from './figures.text.ts';
import type { Shown } from './hide.ts';
import { nameOf, type Period } from './period.ts';
import type { Breakdown, Report } from './report.ts';

type Names = Record<'municipalities' | 'sources', Readonly<Record<string, string>>>;

/** The report, a line for each number, so that it can be sorted and drawn from. */
export function fileLines(report: Report, period: Period, isRunning: boolean, names: Names): Cell[][] {
  const name = `${nameOf(period)}${isRunning ? ' hittills' : ''}`;
  const line = (measure: string, of: string, value: Cell | undefined, unit: string): Cell[] => [
    name,
    measure,
    of,
    value ?? hiddenTexts.hidden,
    unit,
  ];
  const counted = (measure: string, of: string, shown: Shown) => line(measure, of, shownIn(shown), 'antal');
  const table = (what: keyof Names, breakdown: Breakdown) =>
    'missing' in breakdown
      ? breakdown.missing === 'running'
        ? []
        : [line(measureTexts[what], 'alla', missingTexts[breakdown.missing], '')]
      : breakdown.rows.map(({ key, shown }) => counted(measureTexts[what], names[what][key] ?? key, shown));
  return [
    ['Period', 'Mått', 'Del', 'Värde', 'Enhet'],
    counted('Anmälningar', 'alla', report.registered),
    ...report.months.map(({ month, shown }) => counted(measureTexts.months, monthInWords({ month }), shown)),
    ...table('municipalities', report.municipalities),
    ...table('sources', report.sources),
    line('Vi hörde av oss i tid', 'alla', report.inTime, 'procent'),
    line('Väntan på första samtalet', 'hälften väntade högst', rounded(report.median), 'dygn'),
    line('Väntan på första samtalet', 'nio av tio väntade högst', rounded(report.ninth), 'dygn'),
  ];
}

const shownIn = (shown: Shown): Cell => (typeof shown === 'number' ? shown : hiddenTexts[shown]);

/** To a tenth of a day. */
export const rounded = (days: number | undefined) => (days === undefined ? undefined : Math.round(days * 10) / 10);
