import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileFaults } from '../../../../src/features/by-hand/by-hand.text.ts';
import { type Cells, COLUMNS, template } from '../../../../src/features/by-hand/columns.ts';
import { readTable } from '../../../../src/features/by-hand/csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const NEEDED = 'Slag;Kommun;Förnamn 1;Efternamn 1';
const row = (name: string) => `Familjehem;Timrå;${name};Exempelsson`;
const faultOf = (file: Uint8Array) => {
  const table = readTable(file);
  return table.ok ? undefined : table.fault;
};
const namesOf = (file: Uint8Array) => {
  const table = readTable(file);
  return table.ok ? table.lines.map(({ cells }) => cells.first1) : table.fault;
};

describe('a file as a spreadsheet saves it', () => {
  test.each([
    ['UTF-8 with a byte order mark', bytes(`\uFEFF${NEEDED}\r\n${row('Åsa')}\r\n`)],
    ['UTF-8 with commas', bytes(`${NEEDED}\n${row('Åsa')}`.replaceAll(';', ','))],
    ['Windows-1252', latin(`${NEEDED}\r\n${row('Åsa')}\r\n`)],
    ['UTF-16 with tabs', utf16(`${NEEDED}\r\n${row('Åsa')}`.replaceAll(';', '\t'))],
    ['old line breaks', bytes(`${NEEDED}\r${row('Åsa')}\r`)],
    ['a line that names the delimiter', bytes(`sep=;\r\n${NEEDED}\r\n${row('Åsa')}`)],
    ['empty rows before, between and after', bytes(`;;;\n${NEEDED}\n;;;\n${row('Åsa')}\n\n;;;\n`)],
    ['rubrics written otherwise', bytes(`SLAG;kommun;förnamn1;Efternamn  1\n${row('Åsa')}`)],
    ['columns of their own', bytes(`Anteckning;${NEEDED}\nLugnt;${row('Åsa')}`)],
    ['quotes', bytes(`${NEEDED}\n"Familjehem";"Timrå";"Åsa";"Exempelsson"`)],
  ])('%s', (_how, file) => expect(namesOf(file)).toEqual(['Åsa']));

  test('rows keep the numbers that the spreadsheet shows', () => {
    const table = readTable(bytes(`${NEEDED}\n${row('A')}\n\n${row('"B\nb"')}\n${row('C')}`));
    expect(table.ok && table.lines.map(({ line }) => line)).toEqual([2, 4, 5]);
  });

  test('a row with more cells than rubrics says so', () => {
    const table = readTable(bytes(`${NEEDED}\n${row('A')};mer\n${row('B')};\n`));
    expect(table.ok && table.lines.map(({ extra }) => extra)).toEqual([true, false]);
  });
});

test.each([
  ['nothing', bytes(''), /tom/],
  ['spaces', bytes(' \r\n '), /tom/],
  ['a workbook', bytes('PK\u0003\u0004xl/workbook'), /ingen CSV-fil/],
  ['bytes that are no text', Uint8Array.of(1, 0, 2, 0), /ingen CSV-fil/],
  ['no rubrics', bytes(row('Åsa')), /Kolumnerna .*Slag.* saknas/],
  ['one rubric less', bytes(`Slag;Kommun;Förnamn 1\n${row('Åsa')}`), /Kolumnen ”Efternamn 1” saknas/],
  ['a rubric twice', bytes(`${NEEDED};Slag\n${row('Åsa')}`), /”Slag” finns två gånger/],
  ['rubrics alone', bytes(template()), /inga hem/],
  ['a quote that never ends', bytes(`${NEEDED}\n${row('Åsa')}\n"Familjehem;Timrå`), /rad \d+/],
  ['more rows than one can look through', bytes(`${NEEDED}\n${`${row('Åsa')}\n`.repeat(1001)}`), /högst 1000/],
  ['more than a file may hold', new Uint8Array(1_000_001).fill(65), /för stor/],
])('%s is refused with what to do', (_what, file, fault) => expect(faultOf(file)).toMatch(fault));

test('whatever stands in the cells comes out as it went in, in any of the forms', () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', 'Å', 'ö', '1', ' ', ';', ',', '"', '\n', '-', '@', '+'), maxLength: 12 })
    // A blank row is no row, and a cell's own line breaks are the spreadsheet's.
    .filter((cell) => cell.trim() !== '');
  const cells = fc.array(text, { minLength: COLUMNS.length, maxLength: COLUMNS.length });
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\r\n', '\n'),
      fc.constantFrom(bytes, latin, utf16),
      (rows, delimiter, end, encoded) => {
        const file = [COLUMNS.map(({ name }) => name), ...rows].map((record) => record.map(quoted).join(delimiter)).join(end);
        const table = readTable(encoded(file));
        const expected = rows.map((record): Cells => Object.fromEntries(COLUMNS.map(({ key }, at) => [key, record[at]])));
        expect(table.ok && table.lines.map((line) => line.cells)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});

test('whatever bytes come, they are read or refused', () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ maxLength: 400, unit: 'binary' }).map((text) => bytes(`${NEEDED}\n${text}`)),
  );
  fc.assert(
    fc.property(any, (file) => {
      expect(readTable(file)).toHaveProperty('ok');
    }),
    // A file that cannot be read tells long of why.
    { numRuns: 40 },
  );
});

test('the template is a file whose rubrics are known', () => {
  const filled = `${template()}1;Jourhem;Ånge;;;Åsa;Exempelsson;;;;;;\r\n`;
  expect(namesOf(bytes(filled))).toEqual(['Åsa']);
});

test('no file keeps everybody waiting, however wide, long or empty it is', () => {
  const [wide, lines] = [`${NEEDED}${';'.repeat(300_000)}\n`, (count: number) => 'a\n'.repeat(count)];
  const began = performance.now();
  const read = [`${wide}${lines(1000)}`, `${wide}${lines(300_000)}`, `${NEEDED}\n${lines(450_000)}`].map((text) =>
    readTable(bytes(text)),
  );
  expect(read).toMatchObject([{ ok: true }, { fault: fileFaults.tooMany }, { fault: fileFaults.tooMany }]);
  expect(readTable(bytes(`${NEEDED}\n${'\n'.repeat(900_000)}`))).toEqual({ ok: false, fault: fileFaults.noRows });
  expect(performance.now() - began).toBeLessThan(8000);
}, 20_000);

test('the empty rows that a spreadsheet writes at the end are nothing', () => {
  expect(namesOf(bytes(`${NEEDED}\nJourhem;Ånge;Åsa;Exempelsson\n${';;;\r\n'.repeat(40_000)}`))).toEqual(['Åsa']);
});
