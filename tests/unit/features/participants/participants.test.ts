import { describe, expect, test } from 'vitest';
import { formAtDoor, sessionAt } from '../../../../src/features/participants/door.ts';
import { buttonFor } from '../../../../src/features/participants/mark.ts';
import { countsOf, saidOf } from '../../../../src/features/participants/needs.ts';
import { homeForm, partyOf, visitorForm } from '../../../../src/features/participants/participants.form.ts';
import { listSchema, needsSchema } from '../../../../src/features/participants/participants.schema.ts';
import { mailSaid, refusedText } from '../../../../src/features/participants/participants.text.ts';
import { fileLines } from '../../../../src/features/participants/participants-file.ts';
import { booked, cameTo, missing, seatOf, takenOf, waiting } from '../../../../src/features/participants/people.ts';
import { share, sumsOf } from '../../../../src/features/participants/turnout.ts';
import { csvFile } from '../../../../src/shared/http/csv.ts';
import { parseTimestamp } from '../../../../src/shared/time/stockholm.ts';

const id = (nr: number) => `00000000-0000-4000-8000-${String(nr).padStart(12, '0')}`;
const ONE = id(101);
const TWO = id(102);
const occasion = {
  number: 12,
  title: 'Ett hem att växa i',
  theme: null,
  activity: 'ett-hem-att-vaxa-i',
  state: 'published',
  isSlotted: false,
  takesChildren: true,
  largestParty: 8,
  startsAt: '2027-01-14 17:00:00+00',
  endsAt: '2027-01-21 19:00:00+00',
  digital: null,
  physical: { seats: 4, free: 0, inLine: 1 },
  sessions: [
    {
      id: ONE,
      part: 1,
      startsAt: '2027-01-14 17:00:00+00',
      endsAt: '2027-01-14 19:00:00+00',
      form: 'physical',
      place: 'Kontoret',
    },
    { id: TWO, part: 2, startsAt: '2027-01-21 17:00:00+00', endsAt: '2027-01-21 19:00:00+00', form: 'physical', place: null },
  ],
};
const booking = (nr: number, more: object = {}) => ({
  id: id(nr),
  number: nr,
  state: 'booked',
  form: 'physical',
  seats: 1,
  byStaff: false,
  madeAt: '2026-12-31 23:30:00+00',
  erased: false,
  unsure: false,
  hasNeeds: false,
  people: [{ id: id(1000 + nr), name: `Person ${nr}` }],
  ...more,
});
const listOf = (...bookings: object[]) => listSchema.parse({ ...occasion, bookings });

describe('the list', () => {
  const list = listOf(
    booking(1, {
      name: 'Örjan Exempel',
      people: [{ id: id(1), name: 'Örjan Exempel' }, { id: id(2) }, { id: id(3), age: 0 }],
      seats: 3,
    }),
    booking(2, { home: 5, people: [{ id: id(4), name: 'Åsa Exempel', marks: { [ONE]: 'attended' } }] }),
    booking(3, { related: true, people: [{ id: id(5) }] }),
    booking(4, { state: 'waiting', line: { state: 'waiting', form: 'physical', place: 2 } }),
    booking(5, { state: 'waiting', line: { state: 'waiting', form: 'physical', place: 1 } }),
    booking(6, { session: TWO }),
    booking(7, { state: 'cancelled', endedWhy: 'by_booker', endedAt: '2027-01-02 10:00:00+00' }),
  );

  test('goes by name as a Swede looks for it, and the line by its turn', () => {
    expect(booked(list).map(({ number }) => number)).toEqual([3, 6, 2, 1]);
    expect(waiting(list).map(({ number }) => number)).toEqual([5, 4]);
  });

  test('says a child by age alone, who comes along by whose company they are, and nothing of a home where one is biased', () => {
    const [orjan] = list.bookings;
    expect(orjan?.people.map((person) => orjan && seatOf(orjan, person))).toEqual([
      'Örjan Exempel',
      'Med Örjan Exempel',
      'Barn under 1 år',
    ]);
    const related = list.bookings[2];
    expect(related?.people.map((person) => related && seatOf(related, person))).toEqual(['Jäv']);
  });

  test('counts those who come to an evening, and those who came to none', () => {
    expect(cameTo(list, ONE)).toEqual({ came: 1, expected: 5, noted: true });
    expect(cameTo(list, TWO)).toEqual({ came: 0, expected: 6, noted: false });
    expect(missing(list)).toBe(5);
    expect(missing(listOf(booking(1)))).toBeUndefined();
    expect(takenOf(list)).toEqual([{ words: 'på plats', taken: 5, seats: 4, over: 1 }]);
  });

  test('says the worst of what became of the last mail', () => {
    const mail = (...states: string[]) =>
      listOf(booking(1, { mail: { template: 'booking_confirmed', at: '2027-01-01 10:00:00+00', states } })).bookings;
    expect(mail('delivered', 'bounced').map(mailSaid)).toEqual([{ text: 'Mejlet kom inte fram', bad: true }]);
    expect(mail('delivered').map(mailSaid)).toEqual([{ text: 'Mejlet är framme', bad: false }]);
    expect(listOf(booking(1)).bookings.map(mailSaid)).toEqual([{ text: 'Inget mejl har skickats', bad: false }]);
  });
});

describe('the file', () => {
  test('has a line for each seat, what Excel would reckon out as text, and no name that must not lie about', () => {
    const list = listOf(
      booking(1, {
        people: [
          { id: id(1), name: '=SUMMA(A1)', marks: { [ONE]: 'absent' } },
          { id: id(2), age: 7 },
        ],
        email: 'vera@exempel.example',
      }),
      booking(2, { home: 5, protected: true, people: [{ id: id(3), name: 'Hemlig Exempel' }] }),
      booking(3, { session: TWO, organisation: 'Rör; och el' }),
    );
    const file = csvFile(fileLines(list));
    expect(file.startsWith('\uFEFFBokning;Namn;Ålder;Hem;')).toBe(true);
    const [head, ...lines] = file.slice(1).trimEnd().split('\r\n');
    expect(head).toContain(';Träff 1 2027-01-14;Träff 2 2027-01-21');
    expect(lines.join('\n')).not.toContain('Hemlig');
    expect(lines).toContain("1;'=SUMMA(A1);;;;vera@exempel.example;på plats;Bokad;;2027-01-01;Kom inte;");
    expect(lines).toContain('1;Barn;7;;;vera@exempel.example;på plats;Bokad;;2027-01-01;;');
    expect(lines).toContain('2;Skyddade uppgifter;;5;;;på plats;Bokad;;2027-01-01;;');
    expect(lines).toContain('3;Person 3;;;"Rör; och el";;på plats;Bokad;;2027-01-01;Inte med;');
  });
});

test('in the file a time says its day', () => {
  const list = listSchema.parse({ ...occasion, isSlotted: true, bookings: [booking(1, { session: TWO })] });
  const [head, line] = fileLines(list);
  expect(head?.slice(-2)).toEqual(['Tid', 'Närvaro']);
  expect(line?.slice(-2)).toEqual(['2027-01-21 18.00', '']);
});

describe('the door', () => {
  test('opens at the evening that goes on or comes next', () => {
    const list = listOf();
    const at = (text: string, asked: string | null = null) => sessionAt(list, asked, parseTimestamp(text))?.part;
    expect(at('2027-01-01 10:00:00+00')).toBe(1);
    expect(at('2027-01-14 20:30:00+00')).toBe(1);
    expect(at('2027-01-15 10:00:00+00')).toBe(2);
    expect(at('2027-03-01 10:00:00+00')).toBe(2);
    expect(at('2027-03-01 10:00:00+00', '1')).toBe(1);
    expect(at('2027-03-01 10:00:00+00', '9')).toBe(2);
  });

  test('opens at what goes on, and between two at the one that people come to', () => {
    const session = (nr: number, starts: string, ends: string) => ({
      ...{ id: id(nr), part: nr, form: 'physical', place: null },
      ...{ startsAt: `2027-01-14 ${starts}:00+00`, endsAt: `2027-01-14 ${ends}:00+00` },
    });
    const opensAt = (sessions: object[], clock: string) =>
      sessionAt(listSchema.parse({ ...occasion, sessions, bookings: [] }), null, parseTimestamp(`2027-01-14 ${clock}:00+00`))
        ?.part;
    const times = [session(1, '17:00', '17:40'), session(2, '17:40', '18:20'), session(3, '18:30', '19:10')];
    expect(['16:00', '17:00', '17:39', '17:40', '18:20', '18:31', '20:00'].map((clock) => opensAt(times, clock))).toEqual([
      1, 1, 1, 2, 3, 3, 3,
    ]);
    const day = [session(1, '09:00', '12:00'), session(2, '13:00', '16:00')];
    expect(['12:00', '12:29', '12:30', '13:30', '17:30', '19:00'].map((clock) => opensAt(day, clock))).toEqual([
      1, 1, 2, 2, 2, 2,
    ]);
  });

  test('lets in who has not booked to the only kind of seat there is, and else to the one at the door', () => {
    const [evening] = listOf().sessions;
    if (!evening) throw new Error('no session');
    const seats = { seats: 4, free: 4, inLine: 0 };
    const digital = { ...evening, form: 'digital' as const };
    expect(formAtDoor({ digital: null, physical: seats }, digital)).toBe('physical');
    expect(formAtDoor({ digital: seats, physical: null }, evening)).toBe('digital');
    expect(formAtDoor({ digital: seats, physical: seats }, digital)).toBe('digital');
    expect(formAtDoor({ digital: seats, physical: seats }, evening)).toBe('physical');
  });

  test('has a button that stands for one or for a party', () => {
    expect(buttonFor([{ id: ONE }, { id: TWO }], 'attended')).toBe(`${ONE},${TWO} attended`);
  });
});

describe('what is typed', () => {
  test('ages are read as people write them, and a party is who booked, who comes along and the children', () => {
    const read = visitorForm.safeParse({
      bokning: ONE,
      form: 'physical',
      namn: ' Vera  Exempel ',
      antal: '2',
      barn: '4, 7 och 11',
    });
    expect(read.data).toMatchObject({ namn: 'Vera Exempel', antal: 2, barn: [4, 7, 11], ko: false });
    expect(partyOf('Vera', 2, [4])).toEqual([{ name: 'Vera' }, {}, { age: 4 }]);
    const bad = visitorForm.safeParse({ bokning: ONE, namn: '', antal: '0', barn: 'Elsa 4' });
    expect(bad.error?.issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['form', 'namn', 'antal', 'barn']));
    for (const barn of ['26', 'inga', ' och ', Array.from({ length: 21 }, () => '3').join(' ')])
      expect(visitorForm.shape.barn.safeParse(barn).success, barn).toBe(false);
    expect(homeForm.safeParse({ bokning: ONE, form: 'digital', hem: '5' }).error?.issues[0]?.path).toEqual(['vuxna']);
  });

  test('numbers are read as families may write them', () => {
    const ages = (text: string) => visitorForm.shape.barn.parse(text);
    expect([ages('4 år'), ages('fyra'), ages('8 månader'), ages('')]).toEqual([[4], [4], [0], []]);
    expect(['', '2', 'två', '2 vuxna'].map((text) => visitorForm.shape.antal.parse(text))).toEqual([1, 2, 2, 2]);
    for (const text of ['0', '21', 'många', '1.5']) expect(visitorForm.shape.antal.safeParse(text).success, text).toBe(false);
  });

  test('a refusal says what stands in the way', () => {
    const now = parseTimestamp('2026-12-01 10:00:00+00');
    expect(refusedText({ ok: false, reason: 'full', inLine: 2 }, now)).toBe('Alla platser är tagna. 2 väntar i kön.');
    expect(refusedText({ ok: false, reason: 'line', inLine: 1 }, now)).toBe('Det finns plats, men en står före i kön.');
    const other = { occasion: 3, title: 'TMO', startsAt: parseTimestamp('2027-01-14 17:00:00+00') };
    expect(refusedText({ ok: false, reason: 'overlaps', with: [other] }, now)).toContain(
      'TMO, torsdag 14 januari 2027 kl. 18.00',
    );
  });
});

describe('needs and turnout', () => {
  test('needs stand by what has to be arranged, and are counted', () => {
    const base = { number: 1, state: 'booked', form: 'physical', seats: 3, access: [] };
    const { needs } = needsSchema.parse({
      ...occasion,
      hidden: 0,
      needs: [
        { ...base, access: ['hearing_loop', 'other'], accessText: 'Sitter långt fram', names: ['Vera Exempel'], ages: [4] },
        { ...base, number: 2, food: 'Nötter', home: 5, state: 'waiting', seats: 1 },
        { ...base, number: 3, food: 'Ägg', home: 6, seats: 1, names: ['Vera Exempel'], protected: true },
      ],
    });
    expect(countsOf(needs)).toEqual([
      { need: 'hearing_loop', count: 1 },
      { need: 'other', count: 1 },
    ]);
    expect(saidOf(needs, ({ food }) => (food ? [food] : []))).toEqual([
      { who: 'Hem 5', onPaper: undefined, about: 'väntar i kön', said: ['Nötter'] },
      { who: 'Vera Exempel', onPaper: 'Hem 6', about: '', said: ['Ägg'] },
    ]);
    expect(saidOf(needs, ({ accessText }) => (accessText ? [accessText] : []))).toEqual([
      { who: 'Vera Exempel', onPaper: undefined, about: '3 platser, barn, 4 år', said: ['Sitter långt fram'] },
    ]);
  });

  test('a year is summed by activity, and who was not noted is not counted as missing', () => {
    const outcome = { number: 1, activity: 'a', title: 'A', theme: null, startsAt: parseTimestamp('2027-01-14 17:00:00+00') };
    const noted = { ...outcome, seats: 10, taken: 8, people: 8, came: 6, noted: true };
    expect(sumsOf([noted, { ...noted, came: 0, noted: false }])).toEqual([
      { activity: 'a', title: 'A', occasions: 2, seats: 20, taken: 16, people: 8, came: 6 },
    ]);
    expect([share(2, 3), share(0, 0)]).toEqual(['67 %', '–']);
  });
});
