import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { lastSeen } from '../../../../src/features/staff/last-seen.ts';
import { forStaff, type Outcome, outcomeOf } from '../../../../src/features/staff/outcome.ts';
import { questionOf } from '../../../../src/features/staff/question.ts';
import { isLastHead } from '../../../../src/features/staff/staff.queries.ts';
import { newStaffSchema, type Staff } from '../../../../src/features/staff/staff.schema.ts';
import { aloneText } from '../../../../src/features/staff/staff.text.ts';

const typed = { namn: ' Siv \n Provsson ', epost: ' <Siv@Räksmörgås.example> ', roll: 'head' };
const faults = (changes: Partial<typeof typed>) => {
  const parsed = newStaffSchema.safeParse({ ...typed, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

test('a new colleague is read as people write', () => {
  expect(newStaffSchema.parse(typed)).toEqual({
    namn: 'Siv Provsson',
    epost: { address: 'Siv@xn--rksmrgs-5wao1o.example', key: 'siv@xn--rksmrgs-5wao1o.example' },
    roll: 'head',
  });
});

test.each<[Partial<typeof typed>, string[]]>([
  [{ namn: ' ' }, ['namn: Skriv medarbetarens namn']],
  [{ namn: 'å'.repeat(101) }, ['namn: Namnet får vara högst 100 tecken']],
  [{ epost: '' }, ['epost: Skriv medarbetarens e-postadress på jobbet']],
  [{ epost: 'siv@' }, [expect.stringContaining('epost: Kontrollera e-postadressen')]],
  [{ epost: 'siv@exempel.example\nBcc: en@annan.example' }, [expect.stringContaining('epost: Kontrollera')]],
  [{ roll: '' }, ['roll: Välj en roll']],
  [{ roll: 'service_role' }, ['roll: Välj en roll']],
])('%o is refused in words', (changes, told) => expect(faults(changes)).toEqual(told));

test('an expected no comes back, the unexpected throws', () => {
  expect(outcomeOf('x', { data: { ok: true }, error: null })).toEqual({ ok: true });
  expect(outcomeOf('x', { data: { ok: false, reason: 'last_head' }, error: null })).toEqual({ ok: false, reason: 'last_head' });
  expect(() => outcomeOf('x', { data: { ok: false, reason: 'news' }, error: null })).toThrow('reason');
  expect(() => outcomeOf('x', { data: null, error: { code: '42501', message: 'not for this person' } })).toThrow('x: 42501');
});

test('what is no id is nobody, and the database is not asked', async () => {
  const run = vi.fn<(id: string) => Promise<Outcome>>(async () => ({ ok: true }));
  for (const id of ['', 'maja', "' or 1=1"]) expect(await forStaff(id, run)).toEqual({ ok: false, reason: 'not_this_one' });
  expect(run).not.toHaveBeenCalled();
  expect(await forStaff('2b7cb30d-4822-49b0-ba7b-bf84475dc0b3', run)).toEqual({ ok: true });
});

test('who has not been seen is told apart from who has never been here', () => {
  const now = Temporal.Instant.from('2026-11-24T12:00:00Z');
  const lastSeenAt = Temporal.Instant.from('2026-11-24T08:12:00Z');
  expect(lastSeen({ lastSeenAt, hasSecondFactor: true }, now)).toContain('9.12');
  expect(lastSeen({ lastSeenAt: null, hasSecondFactor: true }, now)).toMatch(/^Inte de senaste \d+ dagarna$/);
  expect(lastSeen({ lastSeenAt: null, hasSecondFactor: false }, now)).toBe('Inte än');
});

test('only what can be asked is asked, and nobody opens their own door', () => {
  expect(questionOf('ta-bort', 'Siv', false)?.heading).toBe('Ta bort Siv?');
  expect(questionOf('ta-bort', 'Siv', true)?.heading).toBe('Ta bort dig själv?');
  expect(questionOf('aterstall', 'Siv', false)?.yes).toBe('Ja, återställ');
  expect(questionOf('aterstall', 'Siv', true)).toBeUndefined();
  expect(questionOf('constructor', 'Siv', false)).toBeUndefined();
});

test('the last head who can come in is known', () => {
  const listedAt = Temporal.Instant.from('2026-11-24T12:00:00Z');
  const staff = (id: string, changes: Partial<Staff> = {}): Staff => ({
    ...{ id, name: 'Siv Provsson', email: 'siv@familjehem.example', role: 'head', listedAt, endedAt: null },
    ...{ hasSecondFactor: true, lastSeenAt: null, ...changes },
  });
  const others = [staff('b', { endedAt: listedAt }), staff('c', { hasSecondFactor: false }), staff('d', { role: 'coordinator' })];
  expect(isLastHead([staff('a'), ...others], staff('a'))).toBe(true);
  expect(isLastHead([staff('a'), staff('e'), ...others], staff('a'))).toBe(false);
  expect(isLastHead([staff('a'), ...others], staff('d', { role: 'coordinator' }))).toBe(false);
});

test('the homes that would have nobody are named by number', () => {
  expect(aloneText('Maja', [1, 4])).toBe('Maja är ensam samordnare för hem 1 och hem 4. Välj en ny samordnare för dem först.');
  expect(aloneText('Du', [7])).toBe('Du är ensam samordnare för hem 7. Välj en ny samordnare för det först.');
});
