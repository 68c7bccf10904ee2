import { expect, test } from 'vitest';
import { csvFile } from '../../../../src/shared/http/csv.ts';

test('a file begins with a byte order mark and has semicolons, decimal commas and Windows line ends', () => {
  expect(
    csvFile([
      ['Mått', 'Värde'],
      ['Väntan', 1.5],
      ['Anmälningar', 12],
    ]),
  ).toBe('\uFEFFMått;Värde\r\nVäntan;1,5\r\nAnmälningar;12\r\n');
});

test.each([
  ['=1+1', "'=1+1"],
  ['+46', "'+46"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=A1;"x"', `"'=A1;""x"""`],
  ['två\nrader', '"två\nrader"'],
  ['januari–april', 'januari–april'],
])('%j is text and never reckoned out', (text, written) => {
  expect(csvFile([[text]])).toBe(`\uFEFF${written}\r\n`);
});

test('a number below nothing is a number', () => {
  expect(csvFile([[-1.5]])).toBe('\uFEFF-1,5\r\n');
});
