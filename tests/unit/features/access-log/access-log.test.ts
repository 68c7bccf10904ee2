import { globSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { filterSchema, type Line } from '../../../../src/features/access-log/access-log.schema.ts';
import { happened } from '../../../../src/features/access-log/access-log.text.ts';
import { grouped, timeOf } from '../../../../src/features/access-log/log-lines.ts';

test('the filter reads an address, and leaves out what cannot be looked for', () => {
  const vem = '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11';
  expect(filterSchema.parse({ hem: ' 7 ', vem, fore: '120' })).toEqual({ hem: 7, vem, fore: 120 });
  expect(filterSchema.parse({ hem: '', vem: '' })).toEqual({ hem: undefined, vem: undefined });
  expect(filterSchema.parse({ hem: '1 or 1=1', vem: 'maja', fore: '-3' })).toEqual({
    hem: undefined,
    vem: undefined,
    fore: undefined,
  });
});

const line = (time: string, changes: Partial<Line> = {}): Line => ({
  ...{ id: 1, at: Temporal.Instant.from(time), staff: 'Maja', role: 'coordinator', number: 1 },
  ...{ action: 'opened', ground: 'coordinator', details: null, ...changes },
});

test('what one did again and again with a home in a day is one line', () => {
  const now = Temporal.Instant.from('2026-11-25T12:00:00Z');
  const lines = [
    line('2026-11-25T10:30:00Z'),
    line('2026-11-25T10:00:00Z', { staff: 'Daniel' }),
    line('2026-11-25T09:00:00Z', { number: 2 }),
    line('2026-11-25T08:12:00Z'),
    line('2026-11-25T08:11:00Z', { details: 'requests' }),
    line('2026-11-24T22:30:00Z'),
  ];
  const groups = grouped(lines);
  expect(groups.map(({ times }) => times)).toEqual([2, 1, 1, 1, 1]);
  expect(groups.map((group) => timeOf(group, now))[0]).toBe('onsdag 25 november kl. 9.12–11.30');
  // Half past eleven in the evening in Stockholm is another day than the morning after.
  expect(groups.at(-1)?.times).toBe(1);
});

test('a line says what happened in words', () => {
  expect(happened({ action: 'opened', details: null })).toBe('Öppnade hemmet');
  expect(happened({ action: 'opened', details: 'requests' })).toBe('Läste begäran om radering och insyn');
  expect(happened({ action: 'asked', details: 'Maja är sjuk' })).toBe('Bad om tillfällig åtkomst: ”Maja är sjuk”');
  expect(happened({ action: 'changed', details: 'toString' })).toBe('Ändrade något');
});

test('every change that the database writes in the log has its words', () => {
  const sql = globSync('supabase/migrations/*.sql')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const calls = [...sql.matchAll(/perform private\.note_change\(([^;]*?)(?:jsonb_build_object|'\{\}')/g)].map(
    ([, args = '']) => args,
  );
  const logged = [...sql.matchAll(/log_access\([^;]*?'changed',[^;]*'(\w+)'(?:, \w+)?\);/g)].map(([, name = '']) => name);
  const names = [...calls.flatMap((args) => [...args.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)), ...logged];
  expect(names).toEqual(expect.arrayContaining(['protection_ended', 'adult_changed', 'call_reached', 'silence']));
  expect(names.length).toBeGreaterThan(8);
  for (const details of names) expect(happened({ action: 'changed', details }), details).not.toBe('Ändrade något');
});
