import { expect, test } from 'vitest';
import { activitySchema } from '../../../../src/features/activities/activities.schema.ts';
import { bookables, kindsOf } from '../../../../src/features/activities/bookable.ts';
import { KIND_WORDS } from '../../../../src/features/calendar/calendar.text.ts';
import { readTexts } from '../../../../src/shared/content/read-content.ts';

const activities = readTexts(process.cwd(), 'activities').map(({ id, head }) => ({ id, data: activitySchema.parse(head) }));

test('what can be held is Så funkar det and what is said to be booked', () => {
  const found = bookables(activities);
  expect(found[0]).toMatchObject({ activity: 'sa-funkar-det', audience: ['everyone'] });
  expect(found.find(({ activity }) => activity === 'ett-hem-att-vaxa-i')).toEqual({
    activity: 'ett-hem-att-vaxa-i',
    title: 'Ett hem att växa i',
    audience: ['assessed', 'foster_homes', 'emergency_homes'],
    largestParty: 4,
    takesChildren: false,
    givesCertificate: true,
  });
  expect(found.find(({ activity }) => activity === 'familjehemsdag')).toMatchObject({ takesChildren: true, largestParty: 12 });
  expect(found.map(({ activity }) => activity)).not.toContain('samordnare');
});

test('every kind has a word in the calendar', () => {
  expect([...new Set(kindsOf(activities).values())].filter((kind) => !KIND_WORDS[kind])).toEqual([]);
});
