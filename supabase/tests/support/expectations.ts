import type { Embedded } from '../../local/embedded.ts';

/**
 * What each role may do with each thing in our schemas. A table, view, sequence, function or type of privilege that is
 * not stated here fails the test: whoever adds one must say who may use it.
 */
export type Role = 'anon' | 'authenticated' | 'service_role';
const nobody: Role[] = [];

export const tables: Record<string, Role[]> = {
  'public.household': nobody,
  'public.household_event': nobody,
  'public.interest': nobody,
  'public.mail': nobody,
  'public.mail_event': nobody,
  'private.site_gate': nobody,
  'private.rate_rule': nobody,
  'private.rate_hit': nobody,
};

export const functions: Record<string, Role[]> = {
  'public.register_interest': ['anon'],
  'public.flag_interest_question': ['service_role'],
  'public.claim_mails': ['service_role'],
  'public.stamp_mail_sent': ['service_role'],
  'public.stamp_mail_failed': ['service_role'],
  'public.record_mail_event': ['service_role'],
  'public.stuck_mails': ['service_role'],
  'public.retry_mail': ['service_role'],
  'public.settle_mail': ['service_role'],
  'public.forget_rate_hits': ['service_role'],
  'private.register_interest': ['anon'],
  'private.flag_interest_question': ['service_role'],
  'private.claim_mails': ['service_role'],
  'private.stamp_mail_sent': ['service_role'],
  'private.stamp_mail_failed': ['service_role'],
  'private.record_mail_event': ['service_role'],
  'private.stuck_mails': ['service_role'],
  'private.retry_mail': ['service_role'],
  'private.settle_mail': ['service_role'],
  'private.forget_rate_hits': ['service_role'],
  'private.set_site_gate': nobody,
  'private.require_site_gate': nobody,
  'private.within_limit': nobody,
  'private.refuse_change': nobody,
  'private.tell_undelivered': nobody,
  'private.stop_mail': nobody,
  'private.interest_is_within_limits': nobody,
  'private.promise_call': nobody,
};

/** What each role holds on each table, view and sequence (`kind` as in pg_class) of our schemas. */
export const rightsHeld = (sql: Embedded['sql']) =>
  sql<{ name: string; kind: string; role: Role; held: string[] }>(`
  select n.nspname || '.' || c.relname as name, c.relkind as kind, r.role,
    array(select p from unnest(case when c.relkind = 'S' then array['SELECT', 'UPDATE', 'USAGE'] else
      array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'] end) p
      where case when c.relkind = 'S' then has_sequence_privilege(r.role, c.oid, p) else has_table_privilege(r.role, c.oid, p) end) as held
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join unnest(array['anon', 'authenticated', 'service_role']) r(role)
  where n.nspname in ('public', 'private') and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S')`);

/** Who may run each function of our schemas, and whether its search path is fixed. */
export const runnersOf = (sql: Embedded['sql']) =>
  sql<{ name: string; fixed: boolean; may: Role[] }>(`
  select n.nspname || '.' || p.proname as name, coalesce(p.proconfig @> array['search_path=""'], false) as fixed,
    array(select r from unnest(array['anon', 'authenticated', 'service_role']) r where has_function_privilege(r, p.oid, 'EXECUTE')) as may
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private')`);
