import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { howSchema, ourHowSchema } from '../../../../src/features/booking/booking.schema.ts';
import { faultTexts as say } from '../../../../src/features/booking/booking.text.ts';
import { read, readHow, readWho } from '../../../../src/features/booking/journey.ts';
import { needsAsText } from '../../../../src/features/booking/needs.ts';
import { adultsIn, agesIn, agesInWords, homeParty, partyInWords, partyOf } from '../../../../src/features/booking/people.ts';
import { HOW_FIELDS } from '../../../../src/features/booking/typed.ts';
import { occasion } from './occasion.ts';

const faults = (answer: ReturnType<typeof readHow> | ReturnType<typeof readWho>) => (answer.ok ? [] : answer.faults);

describe('how, when and how many', () => {
  const evening = occasion();

  test('a form and a number are enough', () => {
    expect(readHow(evening, { form: ['digital'], vuxna: ['två'] })).toEqual({
      ok: true,
      data: { form: 'digital', tid: '', vuxna: 2, aldrar: [] },
    });
  });

  test('a visitor takes the whole of a course, whatever evening is named', () => {
    const read = readHow(evening, { form: ['digital'], vuxna: ['två'], tid: [evening.sessions[0]?.id ?? ''] });
    expect(read).toMatchObject({ ok: true, data: { tid: '' } });
  });

  test('what is missing is said all at once, in the order of the page', () => {
    expect(faults(readHow(evening, {}))).toEqual([
      { name: 'form', text: say.form },
      { name: 'vuxna', text: say.adultsMissing },
    ]);
  });

  test.each(['0', '-1', 'många', '2,5', '1e3'])('%s is no number of adults', (text) => {
    expect(faults(readHow(evening, { form: ['digital'], vuxna: [text] }))).toEqual([
      { name: 'vuxna', text: say.adultsUnreadable },
    ]);
  });

  test('what is held in one form asks for none', () => {
    expect(readHow(occasion({ physical: null }), { vuxna: ['1'] })).toMatchObject({ ok: true, data: { form: 'digital' } });
  });

  test('no more than a party', () => {
    const full = occasion({ largestParty: 3, takesChildren: true });
    expect(readHow(full, { form: ['digital'], vuxna: ['2'], aldrar: ['4'] })).toMatchObject({ ok: true });
    expect(faults(readHow(full, { form: ['digital'], vuxna: ['2'], aldrar: ['4, 7'] }))).toEqual([
      { name: 'vuxna', text: say.tooMany(3) },
    ]);
  });

  test('children are their ages, and none where none are taken', () => {
    const day = occasion({ takesChildren: true });
    expect(readHow(day, { form: ['digital'], vuxna: ['1'], aldrar: ['4, 7 och 12 år'] })).toMatchObject({
      data: { aldrar: [4, 7, 12] },
    });
    expect(readHow(occasion(), { form: ['digital'], vuxna: ['1'], aldrar: ['4'] })).toMatchObject({ data: { aldrar: [] } });
    for (const text of ['Elsa 4', 'inga barn', ' och '])
      expect(faults(readHow(day, { form: ['digital'], vuxna: ['1'], aldrar: [text] }))).toEqual([
        { name: 'aldrar', text: say.agesUnreadable },
      ]);
    expect(faults(readHow(day, { form: ['digital'], vuxna: ['1'], aldrar: ['40'] }))).toEqual([
      { name: 'aldrar', text: say.ageTooHigh },
    ]);
  });

  test('a slot is chosen among the free ones of the form', () => {
    const slots = occasion({}, [
      { form: 'digital', isFree: true },
      { form: 'physical', isFree: true },
      { form: 'hybrid', isFree: false },
    ]);
    const [digital, physical, taken] = slots.sessions.map(({ id }) => id);
    const choose = (tid: string | undefined) =>
      faults(readHow(slots, { form: ['digital'], vuxna: ['1'], tid: tid ? [tid] : [] }));
    expect(choose(digital)).toEqual([]);
    expect(choose(undefined)).toEqual([{ name: 'tid', text: say.slot }]);
    expect(choose(physical)).toEqual([{ name: 'tid', text: say.slotOtherForm }]);
    expect(choose(taken)).toEqual([{ name: 'tid', text: say.slotGone }]);
    expect(choose('någon annans')).toEqual([{ name: 'tid', text: say.slotGone }]);
  });

  test('with no slot free in the form there is nothing to choose, for who then stands in line', () => {
    const slots = occasion({}, [{ form: 'digital', isFree: false }]);
    expect(readHow(slots, { form: ['digital'], vuxna: ['1'] })).toMatchObject({ ok: true });
  });

  test('a home names its own adults, and nobody else', () => {
    const adults = [{ id: 'a' }, { id: 'b' }];
    const chosen = (vuxna: string[]) => read(ourHowSchema(occasion(), adults), { form: ['digital'], vuxna }, HOW_FIELDS);
    expect(chosen(['b', 'a', 'b'])).toMatchObject({ ok: true, data: { vuxna: ['a', 'b'] } });
    expect(chosen(['somebody'])).toMatchObject({ ok: false, faults: [{ name: 'vuxna', text: say.nobody }] });
  });

  test('nothing that can be typed makes it fall', () => {
    const schema = howSchema(occasion({ takesChildren: true }));
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...HOW_FIELDS), texts), (typed) => {
        const answer = read(schema, typed, HOW_FIELDS);
        expect(answer.ok ? answer.data.vuxna + answer.data.aldrar.length <= 8 : answer.faults.length > 0).toBe(true);
      }),
    );
  });
});

describe('who, and what they need', () => {
  const whole = { namn: [' Vera  Exempelgren '], epost: ['Vera@Exempel.example'] };

  test('a name and an address are enough', () => {
    expect(readWho(whole)).toMatchObject({
      ok: true,
      data: { namn: 'Vera Exempelgren', epost: { address: 'Vera@exempel.example', key: 'vera@exempel.example' }, behov: [] },
    });
  });

  test('what is missing is said all at once', () => {
    expect(faults(readWho({}))).toEqual([
      { name: 'namn', text: say.name },
      { name: 'epost', text: say.email },
    ]);
  });

  test('free texts have their limits, said in words', () => {
    expect(faults(readWho({ ...whole, mat: ['x'.repeat(501)], fraga: ['y'.repeat(1001)] }))).toEqual([
      { name: 'mat', text: say.tooLong(500, 501) },
      { name: 'fraga', text: say.tooLong(1000, 1001) },
    ]);
  });

  test('needs are those that are asked of whoever comes so; an unknown one is none', () => {
    const needs = { behov: ['hearing_loop' as const, 'captions' as const], behovstext: undefined, mat: 'nötter', fraga: 'Hund?' };
    expect(JSON.parse(needsAsText(needs, 'physical'))).toEqual({
      access: ['hearing_loop', 'captions'],
      food: 'nötter',
      question: 'Hund?',
    });
    expect(JSON.parse(needsAsText(needs, 'digital'))).toEqual({ access: ['captions'], question: 'Hund?' });
    expect(needsAsText({ behov: [], behovstext: undefined, mat: undefined, fraga: undefined }, 'physical')).toBe('{}');
    expect(readWho({ ...whole, behov: ['captions', 'gold'] })).toMatchObject({ data: { behov: ['captions'] } });
  });
});

describe('a party', () => {
  const count = fc.integer({ min: 1, max: 20 });
  const ages = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 10 });

  test('has a seat for each, one name at most, and of children nothing but ages', () => {
    fc.assert(
      fc.property(count, ages, (adults, children) => {
        const party = partyOf('Vera', adults, children);
        const people = party.map((one) => ({ id: '', ...one }));
        expect(party).toHaveLength(adults + children.length);
        expect(adultsIn(people)).toBe(adults);
        expect(agesIn(people)).toEqual(children);
        expect(party.filter((one) => 'name' in one)).toHaveLength(1);
      }),
    );
    expect(homeParty(['m'], [3])).toEqual([{ member: 'm' }, { age: 3 }]);
  });

  test('is said in words', () => {
    expect(partyInWords(1, [])).toBe('en vuxen');
    expect(partyInWords(2, [7])).toBe('två vuxna och ett barn (7 år)');
    expect(partyInWords(1, [4, 7, 12])).toBe('en vuxen och tre barn (4, 7 och 12 år)');
    expect(agesInWords([4, 7])).toBe('4 och 7');
  });
});
