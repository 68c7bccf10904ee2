import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  addressSchema,
  adultSchema,
  changedAdultSchema,
  querySchema,
  reasonSchema,
  timesSchema,
} from '../../../../src/features/household/household.schema.ts';
import { faultTexts } from '../../../../src/features/household/household.text.ts';
import { faultsOf } from '../../../../src/shared/form/faults.ts';
import { personTexts } from '../../../../src/shared/form/person.text.ts';

const faults = (schema: z.ZodType, value: unknown) => {
  const read = schema.safeParse(value);
  return read.success ? [] : faultsOf(read.error.issues).map(({ text }) => text);
};

describe('the reason for opening a home', () => {
  test.each(['', '   kort   ', 'a'.repeat(501), 'nio tecke'])('%j is refused', (skal) => {
    expect(faults(reasonSchema, { skal })).toHaveLength(1);
  });
  test.each(['tio tecken', 'a'.repeat(500), 'Maja är sjuk\noch familjen har ringt'])('%j is one', (skal) => {
    expect(reasonSchema.parse({ skal })).toEqual({ skal });
  });
});

describe('what is searched for', () => {
  test.each([
    ['', faultTexts.queryMissing],
    ['   ', faultTexts.queryMissing],
    ['å', faultTexts.queryShort],
    ['å'.repeat(101), faultTexts.queryLong],
  ])('%j is refused', (sok, text) => expect(faults(querySchema, { sok })).toEqual([text]));
  test.each(['7', 'Li', ' Exempelsson ', '1024'])('%j is a name or a number', (sok) => {
    expect(querySchema.parse({ sok }).sok).toBe(sok.trim());
  });
});

describe('a further adult', () => {
  const named = { fornamn: 'Åsa', efternamn: 'Låtsas' };
  test('needs a name and nothing else: without an address they are met on paper', () => {
    expect(adultSchema.parse({ ...named, epost: '', telefon: '' })).toEqual({ ...named, epost: undefined, telefon: undefined });
  });
  test('is told what to mend, field by field', () => {
    expect(faults(adultSchema, { epost: 'asa@', telefon: 'ring' })).toEqual([
      faultTexts.firstName,
      faultTexts.lastName,
      personTexts.emailUnreadable,
      personTexts.phoneUnreadable,
    ]);
  });
});

test('an adult who is changed is told what to mend as a new one is, and is somebody', () => {
  const vuxen = '2b7cb30d-4822-49b0-ba7b-bf84475dc0b3';
  const changed = { vuxen, fornamn: 'Åsa', efternamn: 'Låtsas', epost: '', telefon: '' };
  expect(changedAdultSchema.parse(changed)).toEqual({ ...changed, epost: undefined, telefon: undefined });
  expect(faults(changedAdultSchema, { vuxen })).toEqual([faultTexts.firstName, faultTexts.lastName]);
  expect(faults(changedAdultSchema, { ...changed, vuxen: 'x' })).toHaveLength(1);
});

test('an empty address takes the address away', () => {
  expect(addressSchema.parse({ adress: '  ' })).toEqual({ adress: undefined });
});

test('a silent way says when', () => {
  expect(faults(timesSchema, { vuxen: '2b7cb30d-4822-49b0-ba7b-bf84475dc0b3', tider: ' ' })).toEqual([faultTexts.timesMissing]);
});
