import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { monthsAhead } from '../../../../src/features/my-matter/months.ts';
import { adultSchema, messageSchema, monthSchema } from '../../../../src/features/my-matter/my-matter.schema.ts';
import { faultTexts, LIMITS } from '../../../../src/features/my-matter/my-matter.text.ts';
import { faultsOf } from '../../../../src/shared/form/faults.ts';
import { PERSON_LIMITS, personTexts } from '../../../../src/shared/form/person.text.ts';

test('two years of months can be chosen, from the next one on, by the calendar in Sweden', () => {
  const months = monthsAhead(Temporal.Instant.from('2026-11-30T23:30:00Z'));
  expect(months).toHaveLength(24);
  expect(months[0]).toEqual({ value: '2027-01', label: 'januari 2027' });
  expect(months.at(-1)).toEqual({ value: '2028-12', label: 'december 2028' });
  for (const { value } of months) expect(monthSchema.parse(value)).toBe(`${value}-01`);
});

test('what is no month is asked for again', () => {
  for (const text of ['', '2027', '2027-13', '2027-4', '2027-04-01', 'april'])
    expect(monthSchema.safeParse(text).success).toBe(false);
});

test('another adult needs a name and an address of their own', () => {
  const read = adultSchema.safeParse({ fornamn: ' ', efternamn: 'x'.repeat(PERSON_LIMITS.name + 1), epost: 'samir' });
  expect(faultsOf(read.error?.issues ?? [])).toEqual([
    { name: 'fornamn', text: faultTexts.firstName },
    { name: 'efternamn', text: personTexts.nameTooLong },
    { name: 'epost', text: personTexts.emailUnreadable },
  ]);
  expect(adultSchema.safeParse({ fornamn: 'S', efternamn: 'E', epost: ' ' }).error?.issues[0]?.message).toBe(
    faultTexts.emailMissing,
  );
  expect(adultSchema.parse({ fornamn: ' Samir ', efternamn: 'Exempelsson', epost: 'Samir@Exempel.example' })).toMatchObject({
    ...{ fornamn: 'Samir', epost: { address: 'Samir@exempel.example', key: 'samir@exempel.example' } },
  });
});

test('a message keeps its lines, and may be 4 000 characters', () => {
  expect(messageSchema.parse(' Hej\r\n\r\n<b>du</b> ')).toBe('Hej\n\n<b>du</b>');
  expect(messageSchema.safeParse(' \n ').error?.issues[0]?.message).toBe(faultTexts.messageMissing);
  expect(messageSchema.parse('x'.repeat(LIMITS.message))).toHaveLength(LIMITS.message);
  expect(messageSchema.safeParse('x'.repeat(LIMITS.message + 1)).error?.issues[0]?.message).toBe(
    faultTexts.messageTooLong(LIMITS.message + 1),
  );
});
