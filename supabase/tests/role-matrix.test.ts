import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ground, grounds } from './support/grounds.ts';

/**
 * What each role may do with each thing in our schemas. A table, view, sequence, function or type of privilege that is
 * not stated here fails the test: whoever adds one must say who may use it.
 */
type Role = 'anon' | 'authenticated' | 'service_role';
const nobody: Role[] = [];

const tables: Record<string, Role[]> = {
  'public.household': nobody,
  'public.household_event': nobody,
  'public.interest': nobody,
  'public.mail': nobody,
  'public.mail_event': nobody,
  'private.site_gate': nobody,
  'private.rate_rule': nobody,
  'private.rate_hit': nobody,
};

const functions: Record<string, Role[]> = {
  'public.register_interest': ['anon'],
  'public.flag_interest_question': ['service_role'],
  'public.claim_mails': ['service_role'],
  'public.stamp_mail_sent': ['service_role'],
  'public.stamp_mail_failed': ['service_role'],
  'public.record_mail_event': ['service_role'],
  'public.stuck_mails': ['service_role'],
  'public.retry_mail': ['service_role'],
  'public.forget_rate_hits': ['service_role'],
  'private.register_interest': ['anon'],
  'private.flag_interest_question': ['service_role'],
  'private.claim_mails': ['service_role'],
  'private.stamp_mail_sent': ['service_role'],
  'private.stamp_mail_failed': ['service_role'],
  'private.record_mail_event': ['service_role'],
  'private.stuck_mails': ['service_role'],
  'private.retry_mail': ['service_role'],
  'private.forget_rate_hits': ['service_role'],
  'private.set_site_gate': nobody,
  'private.require_site_gate': nobody,
  'private.within_limit': nobody,
  'private.refuse_change': nobody,
  'private.tell_undelivered': nobody,
  'private.stop_mail': nobody,
};

describe.each(grounds)('on %s', (_name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
  });
  afterAll(() => ground?.stop());

  test('every table, view and sequence has a stated expectation and gives each role just that', async () => {
    const rows = await ground.sql<{ name: string; kind: string; role: Role; held: string[] }>(`
      select n.nspname || '.' || c.relname as name, c.relkind as kind, r.role,
        array(select p from unnest(case when c.relkind = 'S' then array['SELECT', 'UPDATE', 'USAGE'] else
          array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] end) p
          where case when c.relkind = 'S' then has_sequence_privilege(r.role, c.oid, p) else has_table_privilege(r.role, c.oid, p) end) as held
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(array['anon', 'authenticated', 'service_role']) r(role)
      where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')`);
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
    const rows = await ground.sql<{ name: string; fixed: boolean; may: Role[] }>(`
      select n.nspname || '.' || p.proname as name, coalesce(p.proconfig @> array['search_path=""'], false) as fixed,
        array(select r from unnest(array['anon', 'authenticated', 'service_role']) r where has_function_privilege(r, p.oid, 'EXECUTE')) as may
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private')`);
    expect(Object.fromEntries(rows.map(({ name, may }) => [name, may]))).toEqual(functions);
    expect(rows.filter(({ fixed }) => !fixed)).toEqual([]);
  });

  test('what runs with its owner’s rights stands out of the reach of the API', async () => {
    const exposed = await ground.sql(`
      select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`);
    expect(exposed).toEqual([]);
  });

  test.each(Object.keys(tables).filter((name) => name.startsWith('public.')))(
    '%s is closed when called directly',
    async (name) => {
      const table = name.replace('public.', '') as 'interest';
      for (const client of [ground.anon, ground.service]) {
        expect((await client.from(table).select('*')).error?.code).toBe('42501');
        expect((await client.from(table).delete().not('id', 'is', null)).error?.code).toBe('42501');
      }
    },
  );

  test('a request without a key is refused', async () => {
    const answer = await fetch(`${ground.url}/rest/v1/interest?select=*`);
    expect(answer.status).toBe(401);
  });

  test('a stranger cannot run what belongs to the jobs', async () => {
    const { error } = await ground.anon.rpc('claim_mails', { p_limit: 1 });
    expect(error?.code).toBe('42501');
    expect((await ground.anon.rpc('stuck_mails')).error?.code).toBe('42501');
  });
});
