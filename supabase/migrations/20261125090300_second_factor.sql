-- The second factor of staff: an authenticator app, passkeys, and recovery codes for the day both are lost. The website does
-- the arithmetic (HMAC and signatures); the gate proves that it did, and the database keeps count, refuses what was used
-- before, and marks the session. Factors belong to the listed person, not to the account: an account made anew opens nothing.

create table private.factor (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  kind text not null,
  label text not null,
  sealed_secret text,
  last_step bigint,
  credential_id text,
  public_key text,
  counter bigint,
  transports text[],
  added_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz,
  constraint factor_pk primary key (id),
  constraint factor_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint factor_kind_is_known check (kind in ('app', 'passkey')),
  constraint factor_label_is_short check (length(label) between 1 and 60),
  constraint factor_is_whole check (case kind
    when 'app' then sealed_secret is not null and last_step is not null and credential_id is null
    else credential_id is not null and public_key is not null and counter is not null and sealed_secret is null end)
);
create unique index factor_credential_is_unique on private.factor (credential_id);
create index factor_by_staff on private.factor (staff_id);
alter table private.factor enable row level security;
comment on column private.factor.sealed_secret is 'Sealed by the website with a key that is not in the database.';
comment on column private.factor.last_step is 'The 30-second step of the last code that was taken: neither it nor an older one is taken again.';

create table private.recovery_code (
  staff_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (staff_id, code_hash),
  constraint recovery_code_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint recovery_code_is_a_hash check (code_hash ~ '^[0-9a-f]{64}$')
);
alter table private.recovery_code enable row level security;

create table private.passkey_challenge (
  session_id uuid not null,
  purpose text not null,
  challenge text not null,
  made_at timestamptz not null default now(),
  constraint passkey_challenge_pk primary key (session_id, purpose),
  constraint passkey_challenge_session_fk foreign key (session_id) references private.sign_in_session (id),
  constraint passkey_challenge_purpose_is_known check (purpose in ('add', 'use')),
  constraint passkey_challenge_is_short check (length(challenge) between 16 and 200)
);
alter table private.passkey_challenge enable row level security;

insert into private.rate_rule (bucket, max_hits, per) values
  ('second_factor_try', 5, '5 minutes'),
  ('second_factor_try_day', 40, '1 day');

-- Listed staff in a session of theirs, told by the website.
create function private.door(p_gate text) returns public.staff_member
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.staff_at_the_door();
begin
  perform private.require_site_gate(p_gate);
  if v_staff.id is null then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  return v_staff;
end
$$;
revoke execute on function private.door(text) from public;

create function private.mark_verified() returns void
language sql security definer set search_path = ''
as $$
  update private.sign_in_session set assurance = 'second_factor', verified_at = now()
  where id = (private.live_session()).id
$$;
revoke execute on function private.mark_verified() from public;

-- Whoever has no factor yet may add the first one, after the code by mail. After that only a verified session may.
create function private.require_may_add(p_staff uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if exists (select from private.factor where staff_id = p_staff and removed_at is null) and not private.session_is_verified() then
    raise exception 'not for this person' using errcode = '42501';
  end if;
end
$$;
revoke execute on function private.require_may_add(uuid) from public;

create function private.tell_security(p_staff public.staff_member, p_what text) returns void
language sql security definer set search_path = ''
as $$
  insert into public.mail (template, recipient, payload) values ('security_notice', p_staff.email, jsonb_build_object('what', p_what))
$$;
revoke execute on function private.tell_security(public.staff_member, text) from public;

create function private.second_factors(p_gate text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  return jsonb_build_object(
    'staffId', v_staff.id, 'email', v_staff.email, 'name', v_staff.name, 'verified', private.session_is_verified(),
    'recoveryLeft', (select count(*) from private.recovery_code where staff_id = v_staff.id and used_at is null),
    'factors', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', f.id, 'kind', f.kind, 'label', f.label, 'sealedSecret', f.sealed_secret, 'credentialId', f.credential_id,
        'publicKey', f.public_key, 'counter', f.counter, 'transports', f.transports, 'addedAt', f.added_at, 'lastUsedAt', f.last_used_at
      ) order by f.added_at)
      from private.factor f where f.staff_id = v_staff.id and f.removed_at is null
    ), '[]')
  );
end
$$;

-- Counted before the code is looked at.
create function private.try_second_factor(p_gate text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
  v_key constant text := encode(sha256(convert_to(v_staff.id::text, 'UTF8')), 'hex');
begin
  return (select bool_and(ok) from unnest(array[
    private.within_limit('second_factor_try', v_key), private.within_limit('second_factor_try_day', v_key)
  ]) ok);
end
$$;

create function private.keep_challenge(p_gate text, p_purpose text, p_challenge text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.door(p_gate);
  insert into private.passkey_challenge (session_id, purpose, challenge) values ((private.live_session()).id, p_purpose, p_challenge)
  on conflict (session_id, purpose) do update set challenge = excluded.challenge, made_at = now();
end
$$;

-- Each challenge is answered once, within five minutes, in the session that it was made for.
create function private.take_challenge(p_gate text, p_purpose text) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  v_challenge private.passkey_challenge;
begin
  perform private.door(p_gate);
  delete from private.passkey_challenge where session_id = (private.live_session()).id and purpose = p_purpose returning * into v_challenge;
  return case when v_challenge.made_at > now() - interval '5 minutes' then v_challenge.challenge end;
end
$$;

create function private.pass_app_code(p_gate text, p_factor uuid, p_step bigint) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  update private.factor set last_step = p_step, last_used_at = now()
  where id = p_factor and staff_id = v_staff.id and kind = 'app' and removed_at is null and last_step < p_step;
  if not found then
    return false;
  end if;
  perform private.mark_verified();
  return true;
end
$$;

-- A counter that does not grow means a copied key; keys that are kept in a cloud have none, and always say nought.
create function private.pass_passkey(p_gate text, p_factor uuid, p_counter bigint) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  update private.factor set counter = p_counter, last_used_at = now()
  where id = p_factor and staff_id = v_staff.id and kind = 'passkey' and removed_at is null
    and (p_counter > counter or (p_counter = 0 and counter = 0));
  if not found then
    return false;
  end if;
  perform private.mark_verified();
  return true;
end
$$;

create function private.pass_recovery_code(p_gate text, p_hash text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  update private.recovery_code set used_at = now() where staff_id = v_staff.id and code_hash = p_hash and used_at is null;
  if not found then
    return false;
  end if;
  perform private.mark_verified();
  perform private.tell_security(v_staff, 'recovery_code_used');
  return true;
end
$$;

create function private.factor_added(p_staff public.staff_member) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into private.staff_event (staff_id, kind, role, done_by) values (p_staff.id, 'factor_added', p_staff.role, p_staff.id);
  perform private.mark_verified();
  perform private.tell_security(p_staff, 'factor_added');
end
$$;
revoke execute on function private.factor_added(public.staff_member) from public;

create function private.add_app(p_gate text, p_label text, p_sealed_secret text, p_step bigint) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
  v_id uuid;
begin
  -- One at a time for each person: two first ones at once would both be the first.
  perform pg_advisory_xact_lock(hashtextextended('factor:' || v_staff.id, 0));
  perform private.require_may_add(v_staff.id);
  insert into private.factor (staff_id, kind, label, sealed_secret, last_step)
  values (v_staff.id, 'app', p_label, p_sealed_secret, p_step) returning id into v_id;
  perform private.factor_added(v_staff);
  return v_id;
end
$$;

create function private.add_passkey(
  p_gate text, p_label text, p_credential_id text, p_public_key text, p_counter bigint, p_transports text[]
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
  v_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('factor:' || v_staff.id, 0));
  perform private.require_may_add(v_staff.id);
  insert into private.factor (staff_id, kind, label, credential_id, public_key, counter, transports)
  values (v_staff.id, 'passkey', p_label, p_credential_id, p_public_key, p_counter, p_transports) returning id into v_id;
  perform private.factor_added(v_staff);
  return v_id;
end
$$;

create function private.set_recovery_codes(p_gate text, p_hashes text[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  if not private.session_is_verified() then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  delete from private.recovery_code where staff_id = v_staff.id;
  insert into private.recovery_code (staff_id, code_hash) select v_staff.id, unnest(p_hashes);
end
$$;

-- The last one stays: without any, the code by mail alone could add a new one.
create function private.remove_factor(p_gate text, p_factor uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.door(p_gate);
begin
  if not private.session_is_verified() then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('factor:' || v_staff.id, 0));
  update private.factor set removed_at = now()
  where id = p_factor and staff_id = v_staff.id and removed_at is null
    and (select count(*) from private.factor f where f.staff_id = v_staff.id and f.removed_at is null) > 1;
  if not found then
    return false;
  end if;
  insert into private.staff_event (staff_id, kind, role, done_by) values (v_staff.id, 'factor_removed', v_staff.role, v_staff.id);
  perform private.tell_security(v_staff, 'factor_removed');
  return true;
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.second_factors(p_gate text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.second_factors(p_gate) $$;

create function public.try_second_factor(p_gate text) returns boolean
language sql security invoker set search_path = '' as $$ select private.try_second_factor(p_gate) $$;

create function public.keep_challenge(p_gate text, p_purpose text, p_challenge text) returns void
language sql security invoker set search_path = '' as $$ select private.keep_challenge(p_gate, p_purpose, p_challenge) $$;

create function public.take_challenge(p_gate text, p_purpose text) returns text
language sql security invoker set search_path = '' as $$ select private.take_challenge(p_gate, p_purpose) $$;

create function public.pass_app_code(p_gate text, p_factor uuid, p_step bigint) returns boolean
language sql security invoker set search_path = '' as $$ select private.pass_app_code(p_gate, p_factor, p_step) $$;

create function public.pass_passkey(p_gate text, p_factor uuid, p_counter bigint) returns boolean
language sql security invoker set search_path = '' as $$ select private.pass_passkey(p_gate, p_factor, p_counter) $$;

create function public.pass_recovery_code(p_gate text, p_hash text) returns boolean
language sql security invoker set search_path = '' as $$ select private.pass_recovery_code(p_gate, p_hash) $$;

create function public.add_app(p_gate text, p_label text, p_sealed_secret text, p_step bigint) returns uuid
language sql security invoker set search_path = '' as $$ select private.add_app(p_gate, p_label, p_sealed_secret, p_step) $$;

create function public.add_passkey(
  p_gate text, p_label text, p_credential_id text, p_public_key text, p_counter bigint, p_transports text[]
) returns uuid
language sql security invoker set search_path = ''
as $$ select private.add_passkey(p_gate, p_label, p_credential_id, p_public_key, p_counter, p_transports) $$;

create function public.set_recovery_codes(p_gate text, p_hashes text[]) returns void
language sql security invoker set search_path = '' as $$ select private.set_recovery_codes(p_gate, p_hashes) $$;

create function public.remove_factor(p_gate text, p_factor uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.remove_factor(p_gate, p_factor) $$;

revoke execute on function
  private.second_factors, private.try_second_factor, private.keep_challenge, private.take_challenge, private.pass_app_code,
  private.pass_passkey, private.pass_recovery_code, private.add_app, private.add_passkey, private.set_recovery_codes, private.remove_factor,
  public.second_factors, public.try_second_factor, public.keep_challenge, public.take_challenge, public.pass_app_code,
  public.pass_passkey, public.pass_recovery_code, public.add_app, public.add_passkey, public.set_recovery_codes, public.remove_factor
from public, anon, authenticated, service_role;
grant execute on function
  private.second_factors, private.try_second_factor, private.keep_challenge, private.take_challenge, private.pass_app_code,
  private.pass_passkey, private.pass_recovery_code, private.add_app, private.add_passkey, private.set_recovery_codes, private.remove_factor,
  public.second_factors, public.try_second_factor, public.keep_challenge, public.take_challenge, public.pass_app_code,
  public.pass_passkey, public.pass_recovery_code, public.add_app, public.add_passkey, public.set_recovery_codes, public.remove_factor
to authenticated;
