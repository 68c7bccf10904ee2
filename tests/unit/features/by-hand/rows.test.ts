import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cells, COLUMNS } from '../../../../src/features/by-hand/columns.ts';
import { readRow } from '../../../../src/features/by-hand/rows.ts';

const sound: Cells = { kind: 'Familjehem', municipality: 'Timrå', first1: 'Åsa', last1: 'Exempelsson' };
const read = (cells: Cells = {}, extra = false) => readRow({ line: 2, cells: { ...sound, ...cells }, extra });

test('a sound row is read whole', () => {
  const row = read({
    reference: ' F-12 ',
    kind: 'Familjehem och jourhem',
    municipality: 'Ånge kommun',
    address: 'Påhittade vägen 1\n860 00 Exempel',
    coordinator: 'Maja Påhittsson',
    email1: 'Asa@Exempel.example',
    phone1: '070-174 06 05',
    first2: 'Bo',
    last2: 'Exempelsson',
  });
  expect(row).toMatchObject({
    line: 2,
    name: 'Åsa Exempelsson och Bo Exempelsson',
    faults: [],
    reference: 'F-12',
    foster: true,
    emergency: true,
    municipality: 'ange',
    address: 'Påhittade vägen 1\n860 00 Exempel',
    coordinator: 'Maja Påhittsson',
    adults: [
      {
        first: 'Åsa',
        last: 'Exempelsson',
        email: 'Asa@exempel.example',
        email_key: 'asa@exempel.example',
        phone: '+46701740605',
      },
      { first: 'Bo', last: 'Exempelsson' },
    ],
  });
});

test.each([
  ['Härnösand', 'harnosand'],
  ['HÄRNÖSANDS KOMMUN', 'harnosand'],
  ['Örnsköldsvik', 'ornskoldsvik'],
  ['sollefteå kommun', 'solleftea'],
  ['Kramfors', 'kramfors'],
])('%s is the municipality %s', (municipality, expected) => expect(read({ municipality }).municipality).toBe(expected));

test.each([
  ['jourhem', false, true],
  ['Jourhem, familjehem', true, true],
  ['Båda', true, true],
  ['FAMILJEHEM', true, false],
])('the kind %s', (kind, foster, emergency) => expect(read({ kind })).toMatchObject({ foster, emergency, faults: [] }));

test.each([
  ['701740605', '+46701740605'],
  ['0701740605', '+46701740605'],
  ['70-174 06 05', '+46701740605'],
  ['+46 70 174 06 05', '+46701740605'],
  ['61155500', '+4661155500'],
])('the number %s, with the zero that a spreadsheet takes away', (phone1, phone) =>
  expect(read({ phone1 }).adults[0]).toMatchObject({ phone }),
);

describe('what is wrong is said of its column', () => {
  test.each<[Cells, RegExp]>([
    [{ kind: '' }, /^Slag saknas/],
    [{ kind: 'Kontaktfamilj' }, /^Slag kan inte vara ”Kontaktfamilj”/],
    [{ kind: 'Familjehem, kontaktfamilj' }, /^Slag kan inte vara/],
    [{ municipality: '' }, /^Kommun saknas/],
    [{ municipality: 'Sundsvall' }, /”Sundsvall”/],
    [{ address: 'x'.repeat(301) }, /^Adress är för lång/],
    [{ reference: 'x'.repeat(101) }, /^Er beteckning är för lång/],
    [{ first1: '', last1: '' }, /^Förnamn 1 och Efternamn 1 saknas/],
    [{ first1: '' }, /^Förnamn 1 saknas/],
    [{ last1: ' ' }, /^Efternamn 1 saknas/],
    [{ first1: 'x'.repeat(101) }, /^Namn 1 är för långt/],
    [{ email1: 'asa(at)exempel' }, /^E-post 1 går inte att läsa: ”asa/],
    [{ phone1: '7,02E+08' }, /^Telefon 1 går inte att läsa/],
    [{ email2: 'bo@exempel.example' }, /^Förnamn 2 saknas/],
    [{ email1: 'x@exempel.example', first2: 'Bo', last2: 'B', email2: 'X@exempel.example' }, /samma/],
  ])('%j', (cells, fault) => expect(read(cells).faults.join('|')).toMatch(fault));

  test('all of it at once', () => {
    expect(read({ kind: '', municipality: 'Oslo', first1: '' }, true).faults).toHaveLength(4);
  });
});

test('what is wrong is never told with half a sign, which the database could not keep', () => {
  const { faults } = read({ email1: `${'a'.repeat(38)}😀${'b'.repeat(10)}`, kind: `${'a'.repeat(38)}😀😀` });
  expect(faults).toHaveLength(2);
  expect(faults.every((fault) => fault.isWellFormed())).toBe(true);
});

test('a row without faults has all that the database needs, whatever was written', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 120, unit: 'binary' }),
    fc.constantFrom(...Object.values(sound), 'a@b.se', '0701740605'),
  );
  const cells = fc.record(Object.fromEntries(COLUMNS.map(({ key }) => [key, cell])) as Record<keyof Cells, typeof cell>);
  fc.assert(
    fc.property(cells, (any) => {
      const row = readRow({ line: 2, cells: any, extra: false });
      if (row.faults.length > 0) return;
      expect(row.foster || row.emergency).toBe(true);
      expect(row.municipality).toBeDefined();
      expect(row.adults.length).toBeGreaterThan(0);
      for (const { first, last } of row.adults) {
        expect(first.length * last.length).toBeGreaterThan(0);
        expect(Math.max(first.length, last.length)).toBeLessThanOrEqual(100);
      }
    }),
  );
});
