-- Homes that staff enter themselves: a registration taken by telephone, and a home that is there already.

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

create function private.home_key(p_reference text, p_adults jsonb, p_municipality text, p_address text) returns text
language sql immutable set search_path = ''
as $$
  select encode(sha256(convert_to(case
    when p_reference is not null then jsonb_build_array('reference', lower(btrim(p_reference)))
    else jsonb_build_array(
      'home', p_municipality, lower(btrim(regexp_replace(coalesce(p_address, ''), '\s+', ' ', 'g'))),
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

-- In one order, so that two who enter the same people never wait for each other.
create function private.hold_addresses(p_adults jsonb) returns void
language sql security definer set search_path = ''
as $$
  select private.hold_address(key) from (
    select distinct a ->> 'email_key' as key from jsonb_array_elements(p_adults) a where a ->> 'email_key' is not null order by 1
  ) keys
$$;
revoke execute on function private.hold_addresses(jsonb) from public;

-- Adults who have an address, were never told there that they can sign in, and have not done so. A mail that was held back told
-- nobody anything.
create function private.uninvited(p_household uuid) returns setof public.household_member
language sql stable security definer set search_path = ''
as $$
  select m.* from public.household_member m
  where m.household_id = p_household and m.left_at is null and m.accepted_at is not null and m.email is not null and m.user_id is null
    and not private.takes_no_mail(p_household, m.id)
    and not exists (
      select from public.mail l
      where l.member_id = m.id and l.template in ('adult_invited', 'interest_received', 'address_asked')
        and l.state <> 'withheld' and lower(l.recipient) = lower(m.email)
    )
$$;
revoke execute on function private.uninvited(uuid) from public;

-- How many were.
create function private.invite_to_sign_in(p_staff public.staff_member, p_household public.household) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_member public.household_member;
  v_count integer := 0;
begin
  for v_member in select * from private.uninvited(p_household.id) order by joined_at loop
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
  perform private.log_access(p_staff, p_household.id, 'found', private.ground_of(p_staff, p_household), 'entered');
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
  perform private.hold_addresses(p_adults);
  for v_adult, v_at in
    select a, at from jsonb_array_elements(p_adults) with ordinality adult (a, at) where a ->> 'email_key' is not null order by at
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

-- Whether a home is there just as it was entered now: whoever is told that it is entered believes that all of this is.
create function private.is_entered_so(
  p_household public.household, p_adults jsonb, p_coordinator public.staff_member, p_is_foster_home boolean, p_is_emergency_home boolean
) returns boolean
language sql stable security definer set search_path = ''
as $$
  select p_household.is_foster_home = p_is_foster_home and p_household.is_emergency_home = p_is_emergency_home
    and private.coordinates(p_coordinator, p_household.id)
    and jsonb_strip_nulls(p_adults) = (
      select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'first', m.first_name, 'last', m.last_name, 'email', m.email, 'email_key', m.email_key, 'phone', m.phone
      )) order by m.joined_at)
      from public.household_member m where m.household_id = p_household.id and m.left_at is null
    )
$$;
revoke execute on function private.is_entered_so from public;

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
  if coalesce(p_kind not in ('registration', 'home') or jsonb_array_length(p_adults) not between 1 and 10, true) then
    raise exception 'not a home to enter' using errcode = '22023';
  end if;
  if v_is_home and not coalesce(p_is_foster_home, false) and not coalesce(p_is_emergency_home, false) then
    return jsonb_build_object('ok', false, 'reason', 'no_kind');
  end if;
  if v_coordinator.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if p_call_by <= now() or not isfinite(p_call_by) then
    return jsonb_build_object('ok', false, 'reason', 'not_ahead');
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
    if v_home.created_at > now() - interval '10 minutes' and not private.is_related(v_staff, v_home.id)
      and (v_home.protected_at is not null) = coalesce(p_protected, false)
      and (not v_is_home or private.is_entered_so(
        v_home, p_adults, v_coordinator, coalesce(p_is_foster_home, false), coalesce(p_is_emergency_home, false)
      ))
    then
      if p_invite then
        perform private.invite_to_sign_in(v_staff, v_home);
      end if;
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

-- What the API shows --------------------------------------------------------------------------------------------------

-- Lists come as text and are read here: the embedded Supabase hands a list for jsonb to PostgreSQL as one string.

create function public.enter_by_hand(
  p_kind text, p_municipality public.municipality, p_adults text, p_address text default null, p_considering public.considering default null,
  p_number_of_adults smallint default null, p_child_ages smallint[] default '{}', p_contact_way public.contact_way default 'phone',
  p_contact_times text[] default '{}', p_heard_from text[] default '{}', p_question text default null,
  p_call_by timestamptz default null, p_coordinator uuid default null, p_invite boolean default false,
  p_is_foster_home boolean default false, p_is_emergency_home boolean default false, p_protected boolean default false
) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.enter_by_hand(
    p_kind, p_municipality, p_adults::jsonb, p_address, p_considering, p_number_of_adults, p_child_ages, p_contact_way,
    p_contact_times::public.contact_time[], p_heard_from::public.heard_from[],
    p_question, p_call_by, p_coordinator, p_invite, p_is_foster_home, p_is_emergency_home, p_protected
  )
$$;
create function public.invite_adults(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_adults(p_number) $$;

revoke execute on function
  private.enter_by_hand, private.invite_adults, public.enter_by_hand, public.invite_adults
from public, anon, authenticated, service_role;
grant execute on function
  private.enter_by_hand, private.invite_adults, public.enter_by_hand, public.invite_adults
to authenticated;
