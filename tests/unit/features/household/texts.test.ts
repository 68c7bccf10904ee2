import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { change, REASONS } from '../../../../src/features/household/change.ts';
import { grouped } from '../../../../src/features/household/history.ts';
import type { HistoryEvent } from '../../../../src/features/household/home.ts';
import {
  doneTexts,
  doneTextsFor,
  eventTexts,
  happened,
  kindOf,
  reasonTexts,
} from '../../../../src/features/household/household.text.ts';
import { callBy } from '../../../../src/features/household/when.ts';
import { Constants } from '../../../../src/shared/db/database.types.ts';
import { homeNumber } from '../../../../src/shared/form/home-number.ts';

const now = Temporal.Instant.from('2026-11-24T12:00:00Z');

test('every kind of event has a line of its own', () => {
  const kinds = Constants.public.Enums.household_event_kind;
  expect(Object.keys(eventTexts).toSorted()).toEqual([...kinds].toSorted());
  expect(new Set(Object.values(eventTexts)).size).toBe(kinds.length);
});

test.each([
  [{ considering: null, fosterHome: true, emergencyHome: true }, 'Familjehem och jourhem'],
  [{ considering: null, fosterHome: true, emergencyHome: false }, 'Familjehem'],
  [{ considering: 'foster_home', fosterHome: false, emergencyHome: true }, 'Jourhem'],
  [{ considering: 'not_sure', fosterHome: false, emergencyHome: false }, 'Vet inte än'],
  [{ considering: null, fosterHome: false, emergencyHome: false }, 'Inte angivet'],
] as const)('what a home is goes before what it thought of: %j', (kind, text) => {
  expect(kindOf(kind)).toBe(text);
});

test('every refusal has a text', () => {
  for (const reason of REASONS) expect(reasonTexts[reason]).toMatch(/\.$/);
});

test('nobody is said to be approved', () => {
  expect(JSON.stringify(doneTexts)).not.toMatch(/godkän/i);
});

test('who it was about is named where that is known, and every text stays', () => {
  expect(doneTextsFor(undefined)).toBe(doneTexts);
  const named = doneTextsFor('Åke Låtsas');
  expect(Object.keys(named)).toEqual(Object.keys(doneTexts));
  expect(named.vuxen).toBe('Åke Låtsas är tillagd i hemmet.');
});

const event = (at: string, changes: Partial<HistoryEvent> = {}): HistoryEvent => ({
  ...{ at, kind: 'contact_changed', actor: 'family', by: null, adult: null, request: null, ...changes },
});

test('the same done by the same on the same day is one line of the history', () => {
  const lines = grouped([
    event('2026-11-24T10:00:00Z'),
    event('2026-11-24T09:00:00Z', { adult: 'Samir Exempelsson' }),
    event('2026-11-24T08:00:00Z'),
    event('2026-11-23T08:00:00Z'),
  ]);
  expect(lines.map(happened)).toEqual([
    'Ändrade kontaktuppgifter, 2 gånger',
    'Ändrade kontaktuppgifter',
    'Ändrade kontaktuppgifter',
  ]);
});

test.each<[Partial<HistoryEvent>, string]>([
  [{ kind: 'request_made', request: 'erasure' }, 'Begärde radering'],
  [{ kind: 'request_made' }, 'Begärde insyn eller radering'],
  [{ kind: 'request_decided', request: 'insight', actor: 'staff', adult: 'Amira' }, 'Beslutade om en begäran om insyn: Amira'],
  [{ kind: 'silence_ended', actor: 'staff', adult: 'Samir' }, 'Avslutade den tysta vägen för en vuxen: Samir'],
])('%o is told as it is known', (changes, told) =>
  expect(happened({ ...event('2026-11-24T10:00:00Z', changes), times: 1 })).toBe(told),
);

describe('a promised call', () => {
  test.each([
    ['2026-11-24 12:00:01+00', false],
    ['2026-11-24T11:59:59Z', true],
  ])('%s is late: %s', (timestamp, late) => expect(callBy(timestamp, now).late).toBe(late));
  test('is said in words', () => expect(callBy('2026-11-25T15:00:00Z', now).text).toBe('onsdag 25 november kl. 16.00'));
});

describe('a step in a home', () => {
  const answered = (data: unknown, code?: string) =>
    change(Promise.resolve({ data, error: code ? { code, message: 'x' } : null }));
  test('is taken, or not for a reason', async () => {
    expect(await answered({ ok: true, until: 'x' })).toEqual({ ok: true });
    const id = '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11';
    expect(await answered({ ok: true, id })).toEqual({ ok: true, id });
    expect(await answered({ ok: false, reason: 'last_adult' })).toEqual({ ok: false, reason: 'last_adult' });
  });
  test('is told what somebody else did meanwhile', async () => {
    const meanwhile = { by: 'Daniel Exempelby', at: '2026-11-24T10:00:00Z', kind: 'step_changed' };
    const told = await answered({ ok: false, reason: 'changed_meanwhile', ...meanwhile });
    expect(told).toEqual({ ok: false, reason: 'changed_meanwhile', meanwhile });
  });
  test('in a home that is closed to this person is refused, not a fault', async () => {
    expect(await answered(null, '42501')).toEqual({ ok: false, reason: 'closed' });
  });
  test('that went wrong otherwise is a fault', async () => {
    await expect(answered(null, '57014')).rejects.toThrow('57014');
    await expect(answered({ ok: false, reason: 'new_reason' })).rejects.toThrow('Invalid option');
  });
});

test.each([
  ['1', 1],
  ['1024', 1024],
  ['0', undefined],
  ['01', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  ['9999999999999', undefined],
  [undefined, undefined],
])('the number of a home in an address: %s', (text, number) => expect(homeNumber(text)).toBe(number));
