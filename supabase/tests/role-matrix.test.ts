import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { functions, rightsHeld, runnersOf, tables } from './support/expectations.ts';
import { type Ground, grounds } from './support/grounds.ts';

describe.each(grounds)('on %s', (_name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());

  test('every table, view and sequence has a stated expectation and gives each role just that', async () => {
    const rows = await rightsHeld(ground.sql);
    const kinds = rows.filter(({ kind }) => kind !== 'S');
    expect([...new Set(kinds.map(({ name }) => name))].sort()).toEqual(Object.keys(tables).sort());
    const open = rows.filter(({ name, role, held }) => held.length > 0 && !tables[name]?.includes(role));
    expect(open).toEqual([]);
  });

  test('every column is as closed as its table', async () => {
    const open = await ground.sql(`
      select c.oid::regclass::text, a.attname, r.role from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      cross join unnest(array['anon', 'authenticated', 'service_role']) r(role)
      where n.nspname in ('public', 'private') and c.relkind = 'r'
        and (has_column_privilege(r.role, c.oid, a.attnum, 'SELECT') or has_column_privilege(r.role, c.oid, a.attnum, 'UPDATE'))`);
    expect(open).toEqual([]);
  });

  test('row-level security guards every table', async () => {
    const unguarded = await ground.sql(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private') and c.relkind in ('r', 'p') and not c.relrowsecurity`);
    expect(unguarded).toEqual([]);
  });

  test('every function has a stated expectation, a fixed search path, and only its roles may run it', async () => {
    const rows = await runnersOf(ground.sql);
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(functions);
    expect(rows.filter(({ fixed }) => !fixed)).toEqual([]);
  });

  test('what runs with its owner’s rights stands out of the reach of the API', async () => {
    const exposed = await ground.sql(`
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(exposed).toEqual([]);
  });

  test('a request without a key is refused', async () => {
    const answer = await fetch(`${ground.url}/rest/v1/interest?select=*`);
    expect(answer.status).toBe(401);
  });
});
