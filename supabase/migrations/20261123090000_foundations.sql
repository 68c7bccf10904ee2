-- The ground that every other migration stands on: nothing is open by itself, helpers live out of the API's reach,
-- and the two things the website must prove or respect when it writes: the gate and the limits.

create schema private;
revoke all on schema private from public;
grant usage on schema private to anon, authenticated, service_role;

alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- The gate -----------------------------------------------------------------------------------------------------------
-- A visitor has no sign-in, so the website writes as anon. The gate is what the website knows and a stranger with the
-- publishable key does not: without it the limits below could be walked around by calling the API directly.

create table private.site_gate (
  only_row boolean not null default true,
  digest text not null,
  constraint site_gate_pk primary key (only_row),
  constraint site_gate_has_one_row check (only_row),
  constraint site_gate_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$')
);
alter table private.site_gate enable row level security;

create function private.set_site_gate(p_digest text) returns void
language sql security definer set search_path = ''
as $$
  insert into private.site_gate (digest) values (p_digest)
  on conflict (only_row) do update set digest = excluded.digest;
$$;
revoke execute on function private.set_site_gate(text) from public;
comment on function private.set_site_gate(text) is
  'Run by the owner of the database alone: sha-256 (hex) of the gate that the website derives from SITE_SECRET.';

create function private.require_site_gate(p_gate text) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if not exists (
    select from private.site_gate where digest = encode(sha256(convert_to(coalesce(p_gate, ''), 'UTF8')), 'hex')
  ) then
    raise exception 'the gate is closed' using errcode = '42501';
  end if;
end
$$;
revoke execute on function private.require_site_gate(text) from public;

-- The limits ---------------------------------------------------------------------------------------------------------
-- Keys are hashes made by the website with a secret of its own, so the table holds no address of any kind.

create table private.rate_rule (
  bucket text not null,
  max_hits integer not null,
  per interval not null,
  constraint rate_rule_pk primary key (bucket),
  constraint rate_rule_allows_something check (max_hits > 0),
  constraint rate_rule_window_is_short check (per between interval '1 minute' and interval '7 days')
);
alter table private.rate_rule enable row level security;

create table private.rate_hit (
  bucket text not null,
  key_hash text not null,
  window_start timestamptz not null,
  hits integer not null,
  constraint rate_hit_pk primary key (bucket, key_hash, window_start),
  constraint rate_hit_rule_fk foreign key (bucket) references private.rate_rule (bucket),
  constraint rate_hit_key_is_a_hash check (key_hash ~ '^[0-9a-f]{64}$')
);
create index rate_hit_by_age on private.rate_hit (window_start);
alter table private.rate_hit enable row level security;

create function private.within_limit(p_bucket text, p_key_hash text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_rule private.rate_rule;
  v_hits integer;
begin
  select * into strict v_rule from private.rate_rule where bucket = p_bucket;
  insert into private.rate_hit as r (bucket, key_hash, window_start, hits)
  values (p_bucket, p_key_hash, date_bin(v_rule.per, now(), timestamptz '2026-01-01'), 1)
  on conflict (bucket, key_hash, window_start) do update set hits = r.hits + 1
  returning hits into v_hits;
  return v_hits <= v_rule.max_hits;
end
$$;
revoke execute on function private.within_limit(text, text) from public;
comment on function private.within_limit(text, text) is
  'Counts this call and answers whether it is within the rule of the bucket; fixed windows.';

create function private.forget_rate_hits() returns void
language sql security definer set search_path = ''
as $$ delete from private.rate_hit where window_start < now() - interval '30 days' $$;
revoke execute on function private.forget_rate_hits() from public;
grant execute on function private.forget_rate_hits() to service_role;

create function public.forget_rate_hits() returns void
language sql security invoker set search_path = ''
as $$ select private.forget_rate_hits() $$;
revoke execute on function public.forget_rate_hits() from public, anon, authenticated;
grant execute on function public.forget_rate_hits() to service_role;
