-- Homes that staff enter themselves: a registration taken by telephone, a home that is there already, and many at once from
-- a file, whose rows wait as a draft until somebody has looked at them.

-- A registration by telephone: the address may be missing, and the talk may have been had already.
alter table public.interest
  add column taken_by uuid,
  alter column call_by drop not null,
  add constraint interest_taken_by_fk foreign key (taken_by) references public.staff_member (id),
  add constraint interest_from_the_website_is_promised_a_call check (call_by is not null or taken_by is not null),
  add constraint interest_email_is_whole check ((email is null) = (email_key is null)),
  drop constraint interest_is_erased_whole,
  add constraint interest_is_erased_whole check (case
    when erased_at is null then first_name is not null and last_name is not null and (email_key is not null or taken_by is not null)
    else coalesce(first_name, last_name, email, email_key, phone, question) is null and child_ages = '{}' end),
  drop constraint interest_a_call_needs_a_number,
  add constraint interest_a_call_needs_a_number check (
    contact_way = 'email_first' or phone is not null or taken_by is not null or erased_at is not null
  );
create index interest_by_taker on public.interest (taken_by) where taken_by is not null;
comment on column public.interest.taken_by is 'Who wrote it down on the telephone; null: the family itself, on the website.';

alter table public.household
  add column import_key text,
  add constraint household_import_key_is_sha256 check (import_key ~ '^[0-9a-f]{64}$'),
  add constraint household_import_key_is_unique unique (import_key);
comment on column public.household.import_key is 'What recognises a home that staff entered when it is entered once more.';

-- What recognises a home says who it is, to somebody who guesses.
create function private.forget_import_key() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.import_key := null;
  return new;
end
$$;
revoke execute on function private.forget_import_key() from public;
create trigger household_key_is_erased_too before update of erased_at on public.household
for each row when (new.erased_at is not null) execute function private.forget_import_key();

create table private.import_draft (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  rows jsonb,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  households uuid[],
  constraint import_draft_pk primary key (id),
  constraint import_draft_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint import_draft_is_used_whole check ((rows is null) = (done_at is not null) and (households is null) = (done_at is null)),
  constraint import_draft_is_a_short_list check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) <= 1000)
);
create index import_draft_by_staff on private.import_draft (staff_id);
create index import_draft_by_age on private.import_draft (made_at);
alter table private.import_draft enable row level security;
revoke all on table private.import_draft from public, anon, authenticated, service_role;
comment on column private.import_draft.rows is 'The file''s rows as they were read. Gone once used, and after a day in any case.';

create function private.home_key(p_reference text, p_adults jsonb, p_municipality text, p_address text) returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(case
    when p_reference is not null then jsonb_build_array('reference', lower(btrim(p_reference)))
    else jsonb_build_array(
      'home', p_municipality, lower(regexp_replace(coalesce(p_address, ''), '\s+', ' ', 'g')),
      (select jsonb_agg(lower(a ->> 'first' || ' ' || (a ->> 'last')) order by lower(a ->> 'first' || ' ' || (a ->> 'last'))) from jsonb_array_elements(p_adults) a)
    ) end::text, 'UTF8')), 'hex')
$$;
revoke execute on function private.home_key from public;

-- One at a time: a double click, and two who enter the same file, see each other.
create function private.enter_alone() returns void
language sql security definer set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('by hand', 0)) $$;
revoke execute on function private.enter_alone() from public;

create function private.add_adults(p_household uuid, p_adults jsonb) returns void
language sql security definer set search_path = ''
as $$
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
  select p_household, a ->> 'first', a ->> 'last', a ->> 'email', a ->> 'email_key', a ->> 'phone', now() + at * interval '1 microsecond'
  from jsonb_array_elements(p_adults) with ordinality adult (a, at)
$$;
revoke execute on function private.add_adults from public;

-- Mails who has an address, was never invited and has never signed in. How many.
create function private.invite_to_sign_in(p_staff public.staff_member, p_household public.household) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_member public.household_member;
  v_count integer := 0;
begin
  for v_member in
    select m.* from public.household_member m
    where m.household_id = p_household.id and m.left_at is null and m.accepted_at is not null and m.email is not null and m.user_id is null
      and not private.takes_no_mail(p_household.id, m.id)
      and not exists (select from public.mail l where l.member_id = m.id and l.template in ('adult_invited', 'interest_received'))
    order by m.joined_at
  loop
    insert into public.mail (template, recipient, member_id, household_id) values ('adult_invited', v_member.email, v_member.id, p_household.id);
    perform private.note_change(p_staff, p_household, 'adult_invited', jsonb_build_object('member', v_member.id));
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
revoke execute on function private.invite_to_sign_in from public;

-- Somebody who can be a home's coordinator; oneself when nobody was named.
create function private.coordinator_for(p_staff public.staff_member, p_id uuid) returns public.staff_member
language sql stable security definer set search_path = ''
as $$
  select s from public.staff_member s
  where s.id = coalesce(p_id, p_staff.id) and s.ended_at is null and s.role in ('coordinator', 'head')
$$;
revoke execute on function private.coordinator_for from public;

-- The number of a home that somebody asked about without knowing, logged as found; null to who is related to it.
create function private.found_number(p_staff public.staff_member, p_household public.household) returns bigint
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.log_access(p_staff, p_household.id, 'found', private.ground_of(p_staff, p_household), 'address');
  return case when not private.is_related(p_staff, p_household.id) then p_household.number end;
end
$$;
revoke execute on function private.found_number from public;

-- Why these adults cannot come into a new home: one of them has an address that is somebody's already. Null: they can.
create function private.refused_adults(p_staff public.staff_member, p_adults jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_adult jsonb;
  v_at integer;
  v_taken text;
  v_keys text[] := '{}';
begin
  -- In the order of the addresses, so that two who enter the same people never wait for each other.
  for v_adult, v_at in
    select a, at from jsonb_array_elements(p_adults) with ordinality adult (a, at) where a ->> 'email_key' is not null order by a ->> 'email_key', at
  loop
    v_taken := case when v_adult ->> 'email_key' = any (v_keys) then 'same_address' else private.address_is_taken(p_staff, v_adult ->> 'email_key') end;
    if v_taken is not null then
      return jsonb_strip_nulls(jsonb_build_object('ok', false, 'reason', v_taken, 'adult', v_at, 'number', (
        select case when not private.is_related(p_staff, h.id) then h.number end
        from public.household_member m join public.household h on h.id = m.household_id
        where v_taken = 'address_taken' and m.email_key = v_adult ->> 'email_key' and m.left_at is null
      )));
    end if;
    v_keys := v_keys || (v_adult ->> 'email_key');
  end loop;
  return null;
end
$$;
revoke execute on function private.refused_adults from public;

create function private.enter_by_hand(
  p_kind text, p_municipality public.municipality, p_adults jsonb, p_address text, p_considering public.considering,
  p_number_of_adults smallint, p_child_ages smallint[], p_contact_way public.contact_way, p_contact_times public.contact_time[],
  p_heard_from public.heard_from[], p_question text, p_call_by timestamptz, p_coordinator uuid, p_invite boolean,
  p_is_foster_home boolean, p_is_emergency_home boolean, p_protected boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_is_home constant boolean := p_kind = 'home';
  v_coordinator constant public.staff_member := private.coordinator_for(v_staff, p_coordinator);
  v_key constant text := private.home_key(null, p_adults, p_municipality::text, p_address);
  v_digest constant text := encode(sha256(convert_to(jsonb_build_array(
    v_staff.id, p_municipality, p_adults, p_address, p_considering, p_number_of_adults, p_child_ages, p_contact_way, p_contact_times, p_heard_from,
    p_question, p_call_by is null, p_coordinator
  )::text, 'UTF8')), 'hex');
  v_home public.household;
  v_interest uuid;
  v_refused jsonb;
begin
  if p_kind not in ('registration', 'home') or jsonb_array_length(p_adults) not between 1 and 10 then
    raise exception 'not a home to enter' using errcode = '22023';
  end if;
  if v_is_home and not coalesce(p_is_foster_home, false) and not coalesce(p_is_emergency_home, false) then
    return jsonb_build_object('ok', false, 'reason', 'no_kind');
  end if;
  if v_coordinator.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  perform private.enter_alone();
  -- The same once more: what was made stands, whether the button was pressed twice or somebody forgot that it was.
  if v_is_home then
    select * into v_home from public.household where import_key = v_key;
  else
    select h.* into v_home from public.interest i join public.household h on h.id = i.household_id
    where i.digest = v_digest and i.taken_by = v_staff.id and i.registered_at > now() - interval '10 minutes' and h.erased_at is null;
  end if;
  if v_home.id is not null then
    if v_home.created_at > now() - interval '10 minutes' and not private.is_related(v_staff, v_home.id) then
      return jsonb_build_object('ok', true, 'number', v_home.number, 'mayOpen', private.ground_of(v_staff, v_home) is not null);
    end if;
    return jsonb_strip_nulls(jsonb_build_object('ok', false, 'reason', 'home_is_there', 'number', private.found_number(v_staff, v_home)));
  end if;
  v_refused := private.refused_adults(v_staff, p_adults);
  if v_refused is not null then
    return v_refused;
  end if;

  insert into public.household (
    municipality, address, considering, phase, case_since, is_foster_home, is_emergency_home, call_by, protected_at, import_key
  ) values (
    p_municipality, p_address, case when not v_is_home then p_considering end,
    case when v_is_home then 'home' else 'interest' end::public.household_phase, case when v_is_home then now() end,
    v_is_home and coalesce(p_is_foster_home, false), v_is_home and coalesce(p_is_emergency_home, false),
    case when not v_is_home then p_call_by end, case when p_protected then now() end, case when v_is_home then v_key end
  ) returning * into v_home;
  perform private.add_adults(v_home.id, p_adults);
  -- A home, and one that is hidden, is somebody's. A registration is everybody's until somebody takes it.
  insert into public.household_coordinator (household_id, staff_id)
  select v_home.id, v_coordinator.id where v_is_home or p_protected or p_coordinator is not null;
  if v_is_home then
    perform private.note_change(v_staff, v_home, 'entered_by_hand', '{}');
  else
    insert into public.interest (
      household_id, member_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
      contact_way, contact_times, heard_from, question, call_by, taken_by
    )
    select v_home.id, m.id, 'received', v_digest, p_considering, p_municipality, coalesce(p_number_of_adults, jsonb_array_length(p_adults)::smallint),
      coalesce(p_child_ages, '{}'), m.first_name, m.last_name, m.email, m.email_key, m.phone, coalesce(p_contact_way, 'phone'),
      coalesce(p_contact_times, '{}'), coalesce(p_heard_from, '{}'), p_question, p_call_by, v_staff.id
    from public.household_member m where m.household_id = v_home.id order by m.joined_at limit 1
    returning id into v_interest;
    perform private.note_change(v_staff, v_home, 'interest_registered', jsonb_build_object('interest', v_interest));
    if p_call_by is null then
      perform private.note_change(v_staff, v_home, 'call_reached', '{}');
    end if;
  end if;
  if p_protected then
    perform private.note_change(v_staff, v_home, 'protection_began', '{}');
  end if;
  if p_invite then
    perform private.invite_to_sign_in(v_staff, v_home);
  end if;
  return jsonb_build_object('ok', true, 'number', v_home.number, 'mayOpen', private.ground_of(v_staff, v_home) is not null);
end
$$;

create function private.invite_adults(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  return jsonb_build_object('ok', true, 'invited', private.invite_to_sign_in(v_staff, v_home));
end
$$;

-- Many at once ---------------------------------------------------------------------------------------------------------

-- Which one is meant by an address or a name in a file; nobody when nobody or several are called so.
create function private.colleague_called(p_said text) returns uuid
language sql stable security definer set search_path = ''
as $$
  select min(s.id::text)::uuid from public.staff_member s
  where s.ended_at is null and s.role in ('coordinator', 'head') and lower(btrim(p_said)) in (s.email_key, lower(s.name))
  having count(*) = 1
$$;
revoke execute on function private.colleague_called from public;

-- What becomes of each row, in their order: `new`, `there`, `double` or `fault`. Homes that are recognised are logged as found, once each.
create function private.judge_rows(p_staff public.staff_member, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_row jsonb;
  v_key text;
  v_keys text[] := '{}';
  v_emails text[] := '{}';
  v_mine text[];
  v_found uuid[] := '{}';
  v_other public.household;
  v_said jsonb := '[]';
  v_state text;
begin
  for v_row in select * from jsonb_array_elements(p_rows) loop
    v_other := null;
    v_key := null;
    if jsonb_array_length(v_row -> 'faults') > 0 then
      v_said := v_said || jsonb_build_object('state', 'fault');
      continue;
    end if;
    v_key := private.home_key(v_row ->> 'reference', v_row -> 'adults', v_row ->> 'municipality', v_row ->> 'address');
    v_mine := array(select a ->> 'email_key' from jsonb_array_elements(v_row -> 'adults') a where a ->> 'email_key' is not null);
    select h.* into v_other from public.household h
    where h.import_key = v_key or h.id in (select m.household_id from public.household_member m where m.email_key = any (v_mine) and m.left_at is null)
    order by h.import_key = v_key desc nulls last limit 1;
    v_state := case
      when v_other.id is not null then 'there'
      when v_key = any (v_keys) or v_mine && v_emails then 'double'
      when exists (select from unnest(v_mine) mine where private.is_staff_address(mine)) then 'staff_address'
      when v_row ->> 'coordinator' is not null and private.colleague_called(v_row ->> 'coordinator') is null then 'no_colleague'
      else 'new' end;
    if v_other.id is not null and v_other.id <> all (v_found) then
      v_found := v_found || v_other.id;
      perform private.found_number(p_staff, v_other);
    end if;
    if v_state = 'new' then
      v_keys := v_keys || v_key;
      v_emails := v_emails || v_mine;
    end if;
    v_said := v_said || jsonb_strip_nulls(jsonb_build_object(
      'state', v_state, 'number', case when v_other.id is not null and not private.is_related(p_staff, v_other.id) then v_other.number end
    ));
  end loop;
  return v_said;
end
$$;
revoke execute on function private.judge_rows from public;

create function private.keep_import(p_rows jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_id uuid;
begin
  insert into private.import_draft (staff_id, rows) values (v_staff.id, p_rows) returning id into v_id;
  return v_id;
end
$$;

-- One's own draft with what would become of each row, or what it has made; null when there is none, any more.
create function private.import_draft(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
begin
  select * into v_draft from private.import_draft where id = p_draft and staff_id = v_staff.id and made_at > now() - interval '1 day';
  if v_draft.id is null then
    return null;
  end if;
  if v_draft.done_at is null then
    return jsonb_build_object('done', false, 'rows', v_draft.rows, 'said', private.judge_rows(v_staff, v_draft.rows));
  end if;
  return jsonb_build_object('done', true, 'made', coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', h.number, 'mayOpen', private.ground_of(v_staff, h) is not null, 'invites', (
        select count(*) from public.household_member m
        where m.household_id = h.id and m.left_at is null and m.email is not null and m.user_id is null and not private.takes_no_mail(h.id, m.id)
          and not exists (select from public.mail l where l.member_id = m.id and l.template = 'adult_invited')
      )
    ) order by h.number) from public.household h where h.id = any (v_draft.households) and not private.is_related(v_staff, h.id)
  ), '[]'));
end
$$;

-- Enters what is sound, in one transaction. Once more: says that it is done, with how many.
create function private.confirm_import(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
  v_said jsonb;
  v_row jsonb;
  v_home public.household;
  v_made uuid[] := '{}';
begin
  select * into v_draft from private.import_draft where id = p_draft and staff_id = v_staff.id and made_at > now() - interval '1 day' for update;
  if v_draft.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if v_draft.done_at is not null then
    return jsonb_build_object('ok', true, 'again', true, 'made', cardinality(v_draft.households));
  end if;
  perform private.enter_alone();
  -- As registering takes it, and in one order: nobody comes between what is judged here and what is entered.
  perform pg_advisory_xact_lock(hashtextextended('interest:' || key, 0)) from (
    select distinct a ->> 'email_key' as key from jsonb_array_elements(v_draft.rows) r, jsonb_array_elements(r -> 'adults') a
    where a ->> 'email_key' is not null order by 1
  ) keys;
  v_said := private.judge_rows(v_staff, v_draft.rows);
  for v_row in
    select r from jsonb_array_elements(v_draft.rows) with ordinality one (r, at)
    where v_said -> (at::integer - 1) ->> 'state' = 'new' order by at
  loop
    insert into public.household (municipality, address, phase, case_since, is_foster_home, is_emergency_home, import_key) values (
      (v_row ->> 'municipality')::public.municipality, v_row ->> 'address', 'home', now(), (v_row ->> 'foster')::boolean,
      (v_row ->> 'emergency')::boolean,
      private.home_key(v_row ->> 'reference', v_row -> 'adults', v_row ->> 'municipality', v_row ->> 'address')
    ) returning * into v_home;
    perform private.add_adults(v_home.id, v_row -> 'adults');
    insert into public.household_coordinator (household_id, staff_id)
    values (v_home.id, coalesce(private.colleague_called(v_row ->> 'coordinator'), v_staff.id));
    perform private.note_change(v_staff, v_home, 'entered_by_hand', '{}');
    v_made := v_made || v_home.id;
  end loop;
  update private.import_draft set rows = null, done_at = now(), households = v_made where id = p_draft;
  return jsonb_build_object('ok', true, 'again', false, 'made', cardinality(v_made));
end
$$;

create function private.invite_imported(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
  v_home public.household;
  v_count integer := 0;
begin
  select * into v_draft from private.import_draft
  where id = p_draft and staff_id = v_staff.id and done_at is not null and made_at > now() - interval '1 day' for update;
  if v_draft.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  for v_home in
    select * from public.household h
    where h.id = any (v_draft.households) and h.erased_at is null and h.phase = 'home' and not private.is_related(v_staff, h.id)
      and private.may_let_in(v_staff, h) order by h.number for update
  loop
    v_count := v_count + private.invite_to_sign_in(v_staff, v_home);
  end loop;
  return jsonb_build_object('ok', true, 'invited', v_count);
end
$$;

create function private.forget_import_drafts(p_now timestamptz) returns void
language sql security definer set search_path = ''
as $$ delete from private.import_draft where made_at < p_now - interval '1 day' $$;
revoke execute on function private.forget_import_drafts(timestamptz) from public;
grant execute on function private.forget_import_drafts(timestamptz) to service_role;

create or replace function public.forget_traces(p_days integer, p_now timestamptz default now()) returns void
language sql security invoker set search_path = ''
as $$
  select private.forget_import_drafts(p_now);
  select private.forget_traces(p_days, p_now);
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

-- Lists come as text and are read here: the embedded Supabase hands a list for jsonb to PostgreSQL as one string.

create function public.enter_by_hand(
  p_kind text, p_municipality public.municipality, p_adults text, p_address text default null, p_considering public.considering default null,
  p_number_of_adults smallint default null, p_child_ages smallint[] default '{}', p_contact_way public.contact_way default 'phone',
  p_contact_times public.contact_time[] default '{}', p_heard_from public.heard_from[] default '{}', p_question text default null,
  p_call_by timestamptz default null, p_coordinator uuid default null, p_invite boolean default false,
  p_is_foster_home boolean default false, p_is_emergency_home boolean default false, p_protected boolean default false
) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.enter_by_hand(
    p_kind, p_municipality, p_adults::jsonb, p_address, p_considering, p_number_of_adults, p_child_ages, p_contact_way, p_contact_times, p_heard_from,
    p_question, p_call_by, p_coordinator, p_invite, p_is_foster_home, p_is_emergency_home, p_protected
  )
$$;
create function public.invite_adults(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_adults(p_number) $$;
create function public.keep_import(p_rows text) returns uuid
language sql security invoker set search_path = '' as $$ select private.keep_import(p_rows::jsonb) $$;
create function public.import_draft(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.import_draft(p_draft) $$;
create function public.confirm_import(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.confirm_import(p_draft) $$;
create function public.invite_imported(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_imported(p_draft) $$;

revoke execute on function
  private.enter_by_hand, private.invite_adults, private.keep_import, private.import_draft, private.confirm_import, private.invite_imported,
  public.enter_by_hand, public.invite_adults, public.keep_import, public.import_draft, public.confirm_import, public.invite_imported
from public, anon, authenticated, service_role;
grant execute on function
  private.enter_by_hand, private.invite_adults, private.keep_import, private.import_draft, private.confirm_import, private.invite_imported,
  public.enter_by_hand, public.invite_adults, public.keep_import, public.import_draft, public.confirm_import, public.invite_imported
to authenticated;
