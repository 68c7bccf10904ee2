-- Signing in. Supabase keeps the codes and makes the tokens; what counts is decided here. A session counts from the moment
-- the website has recorded it (the gate proves that it was the website), until it is ended, idle or too old: a token that
-- somebody got past the website, by guessing at Supabase's own door, opens nothing.

create type public.assurance as enum ('email_code', 'second_factor', 'eid');

-- How long a session lasts, as data.
create table private.session_rule (
  audience text not null,
  idle interval not null,
  longest interval not null,
  constraint session_rule_pk primary key (audience),
  constraint session_rule_audience_is_known check (audience in ('family', 'staff')),
  constraint session_rule_is_some_time check (idle > interval '0' and longest >= idle)
);
alter table private.session_rule enable row level security;
insert into private.session_rule (audience, idle, longest) values
  ('family', '7 days', '30 days'),
  ('staff', '30 minutes', '12 hours');

create table private.sign_in_session (
  id uuid not null,
  user_id uuid not null,
  began_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  assurance public.assurance not null default 'email_code',
  verified_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  constraint sign_in_session_pk primary key (id),
  constraint sign_in_session_is_verified_whole check ((assurance = 'email_code') = (verified_at is null)),
  constraint sign_in_session_says_why_it_ended check ((ended_at is null) = (ended_why is null)),
  constraint sign_in_session_end_is_known check (ended_why in ('signed_out', 'signed_out_everywhere', 'idle', 'removed'))
);
create index sign_in_session_by_user on private.sign_in_session (user_id);
alter table private.sign_in_session enable row level security;
comment on column private.sign_in_session.id is 'The claim session_id of the tokens.';

create function private.claim(p_name text) returns text
language sql stable set search_path = ''
as $$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> p_name $$;
revoke execute on function private.claim(text) from public;

-- Accounts whose person is erased: Supabase's own record of them goes last, by the job.
create table private.account_to_erase (
  user_id uuid not null,
  since timestamptz not null default now(),
  constraint account_to_erase_pk primary key (user_id)
);
alter table private.account_to_erase enable row level security;

-- An account that somebody uses: as staff, or in a home where they still live.
create function private.account_is_used(p_user uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.staff_member s where s.user_id = p_user and s.ended_at is null)
    or exists (select from public.household_member m where m.user_id = p_user and m.left_at is null)
$$;
revoke execute on function private.account_is_used(uuid) from public;

-- Who asks, as far as a session that counts says so ------------------------------------------------------------------

create function private.live_session() returns private.sign_in_session
language sql stable security definer set search_path = ''
as $$
  select s from private.sign_in_session s
  join private.session_rule r on r.audience = case
    when exists (select from public.staff_member w where w.user_id = s.user_id and w.ended_at is null) then 'staff' else 'family' end
  where s.id::text = private.claim('session_id') and s.user_id = (select auth.uid()) and s.ended_at is null
    and s.last_seen_at > now() - r.idle and s.began_at > now() - r.longest
$$;
revoke execute on function private.live_session() from public;

-- Listed staff in a session of theirs, second factor or not.
create function private.staff_at_the_door() returns public.staff_member
language sql stable security definer set search_path = ''
as $$
  select w from public.staff_member w
  where w.ended_at is null and w.user_id = (private.live_session()).user_id
$$;
revoke execute on function private.staff_at_the_door() from public;

create function private.session_is_verified() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from private.sign_in_session s
    where s.id = (private.live_session()).id and s.assurance in ('second_factor', 'eid') and s.verified_at > now() - interval '12 hours'
  )
$$;
revoke execute on function private.session_is_verified() from public;

create function private.current_staff() returns public.staff_member
language sql stable security definer set search_path = ''
as $$
  select w from public.staff_member w
  where w.id = (private.staff_at_the_door()).id and private.session_is_verified()
$$;
revoke execute on function private.current_staff() from public;

create function private.require_staff(variadic p_roles public.staff_role[]) returns public.staff_member
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.current_staff();
begin
  if v_staff.id is null or not v_staff.role = any (p_roles) then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  return v_staff;
end
$$;
revoke execute on function private.require_staff(public.staff_role[]) from public;

create function private.current_member() returns public.household_member
language sql stable security definer set search_path = ''
as $$
  select m from public.household_member m
  where m.left_at is null and m.accepted_at is not null and m.user_id = (private.live_session()).user_id
$$;
revoke execute on function private.current_member() from public;

-- Who has been asked to come into a home, and has not answered.
create function private.invited_member() returns public.household_member
language sql stable security definer set search_path = ''
as $$
  select m from public.household_member m
  where m.left_at is null and m.accepted_at is null and m.user_id = (private.live_session()).user_id
$$;
revoke execute on function private.invited_member() from public;

create function private.require_member() returns public.household_member
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_member constant public.household_member := private.current_member();
begin
  if v_member.id is null then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  return v_member;
end
$$;
revoke execute on function private.require_member() from public;

-- As require_member, for what changes something in the home: who holds their address stays in that home for as long. And with
-- `p_and`, an address that they write there.
create function private.held_member(p_and text default null) returns public.household_member
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  perform private.hold_address(key) from (select distinct key from unnest(array[v_me.email_key, p_and]) key order by 1) keys;
  return private.require_member();
end
$$;
revoke execute on function private.held_member(text) from public;

-- Asking for a code ---------------------------------------------------------------------------------------------------
-- A wish is written for any address, known or not, in the same steps: whether it is known is looked up later, by the job.

create table private.code_wish (
  id bigint generated always as identity,
  address_key text not null,
  email text,
  next text,
  asked_at timestamptz not null default now(),
  claimed_at timestamptz,
  mailed boolean not null default false,
  used_from text,
  tries integer not null default 0,
  constraint code_wish_pk primary key (id),
  constraint code_wish_key_is_a_hash check (address_key ~ '^[0-9a-f]{64}$'),
  constraint code_wish_next_is_a_path check (next ~ '^/[a-z]' and length(next) <= 500)
);
create index code_wish_by_address on private.code_wish (address_key, asked_at);
create index code_wish_to_claim on private.code_wish (asked_at) where claimed_at is null;
alter table private.code_wish enable row level security;
comment on column private.code_wish.email is 'Gone as soon as the job has seen it: an address that is not ours is kept nowhere.';
comment on column private.code_wish.mailed is 'It is an address of ours, and a code has gone there.';
comment on column private.code_wish.used_from is 'The network that signed in with it: there, and there alone, it makes nobody wait any more.';
comment on column private.code_wish.tries is 'Codes tried since this one was mailed; five wrong ones end it.';

insert into private.rate_rule (bucket, max_hits, per) values
  ('code_wish_network', 30, '1 hour'),
  -- One network alone does not use up what an address has: its owner must be able to get in from another.
  ('code_wish_pair', 20, '1 day'),
  ('code_wish_address', 60, '1 day'),
  ('code_try_network', 60, '1 hour'),
  ('code_try_pair', 20, '1 day'),
  ('code_try_address', 100, '1 day');

-- All of the counts, from the narrowest to the widest. What one refuses is not counted by those after it.
create function private.within_code_limits(p_what text, p_network_key text, p_address_key text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  return private.within_limit(p_what || '_network', p_network_key)
    and private.within_limit(p_what || '_pair', encode(sha256(convert_to(p_network_key || p_address_key, 'UTF8')), 'hex'))
    and private.within_limit(p_what || '_address', p_address_key);
end
$$;
revoke execute on function private.within_code_limits(text, text, text) from public;

-- How long after the n-th wish of a day the next one may come.
create function private.wait_after(p_wishes bigint) returns interval
language sql immutable set search_path = ''
as $$
  select case when p_wishes <= 0 then interval '0' else (
    array['30 seconds', '1 minute', '3 minutes', '10 minutes', '30 minutes', '1 hour', '2 hours']::interval[]
  )[least(p_wishes, 7)] end
$$;
revoke execute on function private.wait_after(bigint) from public;

create function private.ask_for_code(p_gate text, p_network_key text, p_address_key text, p_email text, p_next text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_within boolean;
  v_today bigint;
  v_next_at timestamptz;
begin
  perform private.require_site_gate(p_gate);
  perform pg_advisory_xact_lock(hashtextextended('code:' || p_address_key, 0));
  v_within := private.within_code_limits('code_wish', p_network_key, p_address_key);
  select count(*), max(asked_at) + private.wait_after(count(*)) into v_today, v_next_at
  from private.code_wish
  where address_key = p_address_key and asked_at > now() - interval '1 day' and used_from is distinct from p_network_key;
  if not v_within then
    return jsonb_build_object('outcome', 'limited');
  end if;
  if v_next_at > now() then
    return jsonb_build_object('outcome', 'wait', 'nextAt', v_next_at);
  end if;
  insert into private.code_wish (address_key, email, next) values (p_address_key, p_email, p_next);
  return jsonb_build_object('outcome', 'accepted', 'nextAt', now() + private.wait_after(v_today + 1));
end
$$;

create type public.claimed_code_wish as (id bigint, email text, has_account boolean);

-- The wishes that shall become a mail. The others end here, without a trace of their address.
create function private.claim_code_wishes() returns setof public.claimed_code_wish
language plpgsql security definer set search_path = ''
as $$
begin
  return query
  with due as materialized (
    select w.id, w.email, w.asked_at from private.code_wish w where w.claimed_at is null order by w.asked_at limit 50 for update skip locked
  ), ours as (
    -- To the address that we hold, not as it was typed: two spellings that look alike to us may be two mailboxes.
    select due.id, coalesce(staff.email, adult.email) as email, coalesce(staff.user_id, adult.user_id) is not null as has_account
    from due
    left join public.staff_member staff on staff.email_key = lower(due.email) and staff.ended_at is null
    left join public.household_member adult on adult.email_key = lower(due.email) and adult.left_at is null
    left join public.household home on home.id = adult.household_id
    where due.asked_at > now() - interval '5 minutes' and (
      staff.id is not null
      or (adult.id is not null and home.protected_at is null and (adult.silent_since is null or adult.silent_takes_codes))
    )
  ), seen as (
    update private.code_wish w set claimed_at = now(), email = null, mailed = w.id in (select ours.id from ours)
    from due where w.id = due.id
  )
  select ours.id, ours.email, ours.has_account from ours;
end
$$;

-- Counted before the code is tried, so that many guesses at once are no more than five.
create function private.try_code(p_gate text, p_network_key text, p_address_key text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_within boolean;
  v_tries integer;
begin
  perform private.require_site_gate(p_gate);
  v_within := private.within_code_limits('code_try', p_network_key, p_address_key);
  -- The latest that was mailed: asking anew with a spelling that is not ours gives the old code no new life.
  update private.code_wish set tries = tries + 1
  where v_within and id = (
      select w.id from private.code_wish w where w.address_key = p_address_key and w.mailed order by w.asked_at desc, w.id desc limit 1
    )
    and asked_at > now() - interval '15 minutes'
  returning tries into v_tries;
  return v_within and coalesce(v_tries <= 5, false);
end
$$;

-- From here a token counts. `next` is where the person was going when they asked for the code.
create function private.begin_session(p_gate text, p_network_key text, p_address_key text, p_email_key text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_user constant uuid := (select auth.uid());
  v_session constant uuid := private.claim('session_id')::uuid;
  v_staff uuid;
  v_adult uuid;
  v_next text;
begin
  perform private.require_site_gate(p_gate);
  if v_user is null or v_session is null or lower(private.claim('email')) is distinct from p_email_key then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  update public.staff_member set user_id = v_user where email_key = p_email_key and ended_at is null returning id into v_staff;
  update public.household_member set user_id = v_user
  where v_staff is null and email_key = p_email_key and left_at is null returning id into v_adult;
  if v_staff is null and v_adult is null then
    return jsonb_build_object('ok', false);
  end if;
  perform private.take_past_along(v_adult);
  insert into private.sign_in_session (id, user_id) values (v_session, v_user) on conflict (id) do nothing;
  delete from private.account_to_erase where user_id = v_user;
  -- Whoever signs in after we said that we would erase is in touch again.
  insert into public.household_event (household_id, kind, actor, details)
  select m.household_id, 'erasure_called_off', 'family', jsonb_build_object('member', m.id)
  from public.household_member m
  where m.id = v_adult and exists (
    select from public.household_event e
    where e.household_id = m.household_id and e.kind = 'erasure_announced' and e.happened_at > private.last_contact(m.household_id)
  );
  select w.next into v_next from private.code_wish w where w.address_key = p_address_key order by w.asked_at desc, w.id desc limit 1;
  -- The code has done its work.
  update private.code_wish set tries = 6, used_from = p_network_key
  where address_key = p_address_key and asked_at > now() - interval '1 day';
  return jsonb_build_object('ok', true, 'next', v_next, 'kept', exists (
    select from private.kept_form k where k.user_id = v_user and k.path = v_next and k.kept_at > now() - interval '1 day'
  ));
end
$$;

-- Who is here, asked at every page behind the sign-in. It is what keeps a session from being idle, and what ends an idle one.
create function private.visit() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_session private.sign_in_session;
  v_staff public.staff_member;
  v_member public.household_member;
  v_invited public.household_member;
  v_rule private.session_rule;
begin
  v_session := private.live_session();
  if v_session.id is null then
    update private.sign_in_session set ended_at = now(), ended_why = 'idle'
    where id::text = private.claim('session_id') and user_id = (select auth.uid()) and ended_at is null;
    return jsonb_build_object('here', false);
  end if;
  v_staff := private.staff_at_the_door();
  v_member := private.current_member();
  v_invited := private.invited_member();
  if v_staff.id is null and v_member.id is null and v_invited.id is null then
    return jsonb_build_object('here', false);
  end if;
  update private.sign_in_session set last_seen_at = now() where id = v_session.id;
  select * into v_rule from private.session_rule where audience = case when v_staff.id is null then 'family' else 'staff' end;
  return jsonb_build_object(
    'here', true,
    'assurance', v_session.assurance,
    'idleAt', least(now() + v_rule.idle, v_session.began_at + v_rule.longest),
    'staff', case when v_staff.id is not null then jsonb_build_object(
      'id', v_staff.id, 'name', v_staff.name, 'role', v_staff.role, 'verified', private.session_is_verified()
    ) end,
    'invited', v_invited.id is not null,
    'adult', case when v_member.id is not null then jsonb_build_object('id', v_member.id, 'firstName', v_member.first_name) end
  );
end
$$;

-- Named by the website, which knows the session from its own sealed cookie: also one whose token has run out can be ended.
create function private.end_session(p_gate text, p_session uuid, p_everywhere boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_site_gate(p_gate);
  update private.sign_in_session s
  set ended_at = now(), ended_why = case when p_everywhere then 'signed_out_everywhere' else 'signed_out' end
  where s.ended_at is null and (
    s.id = p_session
    or (p_everywhere and s.user_id = (select t.user_id from private.sign_in_session t where t.id = p_session and t.ended_at is null))
  );
end
$$;

-- What was being typed when a session ended ---------------------------------------------------------------------------
-- Sealed by the website, so that nobody reads it here; handed back, once, to the same person on the same page.

create table private.kept_form (
  user_id uuid not null,
  path text not null,
  sealed text not null,
  kept_at timestamptz not null default now(),
  constraint kept_form_pk primary key (user_id, path),
  constraint kept_form_is_limited check (length(sealed) <= 300000 and length(path) <= 500)
);
alter table private.kept_form enable row level security;

-- The token may have run out by then, so the session is named by the website, which knows it from its own sealed cookie.
create function private.keep_form(p_gate text, p_session uuid, p_path text, p_sealed text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_user uuid;
begin
  perform private.require_site_gate(p_gate);
  insert into private.kept_form (user_id, path, sealed)
  select s.user_id, p_path, p_sealed from private.sign_in_session s
  where s.id = p_session and coalesce(s.ended_at, s.last_seen_at) > now() - interval '1 day'
    and coalesce(s.ended_why, 'idle') = 'idle'
  on conflict (user_id, path) do update set sealed = excluded.sealed, kept_at = now()
  returning user_id into v_user;
  delete from private.kept_form k
  where k.user_id = v_user and k.path not in (select l.path from private.kept_form l where l.user_id = v_user order by l.kept_at desc limit 10);
  return v_user is not null;
end
$$;

create function private.take_form(p_path text) returns text
language sql security definer set search_path = ''
as $$
  delete from private.kept_form
  where user_id = (private.live_session()).user_id and path = p_path and kept_at > now() - interval '1 day'
  returning sealed
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.ask_for_code(p_gate text, p_network_key text, p_address_key text, p_email text, p_next text default null)
returns jsonb
language sql security invoker set search_path = ''
as $$ select private.ask_for_code(p_gate, p_network_key, p_address_key, p_email, p_next) $$;

create function public.claim_code_wishes() returns setof public.claimed_code_wish
language sql security invoker set search_path = '' as $$ select * from private.claim_code_wishes() $$;

create function public.try_code(p_gate text, p_network_key text, p_address_key text) returns boolean
language sql security invoker set search_path = '' as $$ select private.try_code(p_gate, p_network_key, p_address_key) $$;

create function public.begin_session(p_gate text, p_network_key text, p_address_key text, p_email_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.begin_session(p_gate, p_network_key, p_address_key, p_email_key) $$;

create function public.visit() returns jsonb
language sql security invoker set search_path = '' as $$ select private.visit() $$;

create function public.end_session(p_gate text, p_session uuid, p_everywhere boolean) returns void
language sql security invoker set search_path = '' as $$ select private.end_session(p_gate, p_session, p_everywhere) $$;

create function public.keep_form(p_gate text, p_session uuid, p_path text, p_sealed text) returns boolean
language sql security invoker set search_path = '' as $$ select private.keep_form(p_gate, p_session, p_path, p_sealed) $$;

create function public.take_form(p_path text) returns text
language sql security invoker set search_path = '' as $$ select private.take_form(p_path) $$;

revoke execute on function
  private.ask_for_code, private.claim_code_wishes, private.try_code, private.begin_session, private.visit,
  private.end_session, private.keep_form, private.take_form,
  public.ask_for_code, public.claim_code_wishes, public.try_code, public.begin_session, public.visit,
  public.end_session, public.keep_form, public.take_form
from public, anon, authenticated, service_role;
grant execute on function
  private.ask_for_code, private.try_code, private.end_session, private.keep_form,
  public.ask_for_code, public.try_code, public.end_session, public.keep_form
to anon;
grant execute on function
  private.begin_session, private.visit, private.take_form, public.begin_session, public.visit, public.take_form
to authenticated;
grant execute on function private.claim_code_wishes, public.claim_code_wishes to service_role;
