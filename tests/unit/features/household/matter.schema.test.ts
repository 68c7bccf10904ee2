import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  askAgainSchema,
  callSchema,
  closeSchema,
  monthSchema,
  stepSchema,
} from '../../../../src/features/household/matter.schema.ts';
import { CLOSING, goodbye, monthsAhead } from '../../../../src/features/household/matter.text.ts';
import { faultsOf } from '../../../../src/shared/form/faults.ts';

const steg = '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11';
const faultsIn = (typed: Record<string, string>) =>
  faultsOf(stepSchema.safeParse({ steg, ...typed }).error?.issues ?? []).map(({ name }) => name);

describe('a step', () => {
  test('has an agreed time as the clock on the wall in Sweden, summer and winter', () => {
    const at = (dag: string) => stepSchema.parse({ steg, dag, klocka: '17:00' }).agreedAt;
    expect(at('2027-01-14')).toBe('2027-01-14T16:00:00Z');
    expect(at('2027-07-14')).toBe('2027-07-14T15:00:00Z');
  });
  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ klar: '2999-01-01' }, ['klar']],
    [{ senast: '4 december' }, ['senast']],
    [{ dag: '2027-01-14' }, ['klocka']],
    [{ klocka: '17:00' }, ['dag']],
    [{ dag: '2027-01-14', klocka: '25:00' }, ['klocka']],
    [{ besked: 'x'.repeat(401) }, ['besked']],
  ])('%o has to be mended at %o', (typed, names) => expect(faultsIn(typed)).toEqual(names));
  test('sent without what was seen has seen nothing', () => expect(stepSchema.parse({ steg }).sett).toBe(0));
});

describe('a call', () => {
  test('may be without words, a note may not', () => {
    expect(callSchema.parse({ samtal: 'inget' })).toEqual({ reached: false, note: undefined });
    expect(callSchema.safeParse({ samtal: 'bara', anteckning: ' ' }).success).toBe(false);
    expect(callSchema.parse({ samtal: 'bara', anteckning: 'Ringer på fredag' })).toEqual({
      reached: undefined,
      note: 'Ringer på fredag',
    });
    expect(callSchema.safeParse({ anteckning: 'x' }).success).toBe(false);
  });
});

describe('closing', () => {
  test('says nothing to the family when nothing is written', () =>
    expect(closeSchema.parse({ skal: 'not_now', text: ' ' }).text).toBeUndefined());
  test('is no choice that belongs to the family', () => expect(closeSchema.safeParse({ skal: 'withdrawn' }).success).toBe(false));
  test('begins from words that are kind, signed, and approve nobody', () => {
    for (const why of CLOSING) {
      expect(goodbye(why, 'Maja Påhittsson')).toMatch(/^Hej!\n\n.*\n\nVänliga hälsningar\nMaja Påhittsson, GFO$/s);
      expect(goodbye(why, 'Maja Påhittsson')).not.toMatch(/godkän|tyvärr|avslag/i);
    }
  });
});

test('a pause lasts until a month that comes', () => {
  const months = monthsAhead(Temporal.Instant.from('2026-11-30T23:30:00Z'));
  expect(months[0]).toEqual({ value: '2027-01-01', label: 'januari 2027' });
  expect(months).toHaveLength(24);
  expect(monthSchema.safeParse({ manad: '' }).success).toBe(false);
});

test.each([{}, { dag: '' }, { dag: 'i vår' }])('a day to ask again is not %o', (typed) =>
  expect(faultsOf(askAgainSchema.safeParse(typed).error?.issues ?? []).map(({ name }) => name)).toEqual(['dag']),
);
