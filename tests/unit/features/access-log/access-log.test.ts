import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filterSchema } from '../../../../src/features/access-log/access-log.schema.ts';
import { happened } from '../../../../src/features/access-log/access-log.text.ts';

test('the filter reads an address, and leaves out what cannot be looked for', () => {
  const vem = '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11';
  expect(filterSchema.parse({ hem: '7', vem, fore: '120' })).toEqual({ hem: 7, vem, fore: 120 });
  expect(filterSchema.parse({ hem: '', vem: '' })).toEqual({ hem: undefined, vem: undefined });
  expect(filterSchema.parse({ hem: '1 or 1=1', vem: 'maja', fore: '-3' })).toEqual({
    hem: undefined,
    vem: undefined,
    fore: undefined,
  });
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
  const logged = [...sql.matchAll(/log_access\([^;]*?'changed',[^;]*'(\w+)'\);/g)].map(([, name = '']) => name);
  const names = [...calls.flatMap((args) => [...args.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)), ...logged];
  expect(names).toEqual(expect.arrayContaining(['protection_ended', 'adult_changed', 'contact_noted', 'silence']));
  expect(names.length).toBeGreaterThan(8);
  for (const details of names) expect(happened({ action: 'changed', details }), details).not.toBe('Ändrade något');
});
