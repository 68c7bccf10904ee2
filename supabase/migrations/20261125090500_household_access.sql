-- Which staff may open which home. Before an assessment every coordinator may; from the moment it begins, its own
-- coordinators and the head, and who asks with a reason, for a day. Who is related to a home never gets in. Every home that
-- is found, opened or changed leaves a line in the log, written in the same call: nothing is read past it.

create table public.household_coordinator (
  household_id uuid not null,
  staff_id uuid not null,
  since timestamptz not null default now(),
  constraint household_coordinator_pk primary key (household_id, staff_id),
  constraint household_coordinator_household_fk foreign key (household_id) references public.household (id),
  constraint household_coordinator_staff_fk foreign key (staff_id) references public.staff_member (id)
);
create index household_coordinator_by_staff on public.household_coordinator (staff_id);
alter table public.household_coordinator enable row level security;
revoke all on table public.household_coordinator from public, anon, authenticated, service_role;

create table public.related_staff (
  household_id uuid not null,
  staff_id uuid not null,
  marked_at timestamptz not null default now(),
  marked_by uuid not null,
  constraint related_staff_pk primary key (household_id, staff_id),
  constraint related_staff_household_fk foreign key (household_id) references public.household (id),
  constraint related_staff_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint related_staff_marked_by_fk foreign key (marked_by) references public.staff_member (id)
);
create index related_staff_by_staff on public.related_staff (staff_id);
alter table public.related_staff enable row level security;
revoke all on table public.related_staff from public, anon, authenticated, service_role;

create table public.break_glass (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  staff_id uuid not null,
  reason text,
  asked_at timestamptz not null default now(),
  until timestamptz not null,
  seen_at timestamptz,
  constraint break_glass_pk primary key (id),
  constraint break_glass_household_fk foreign key (household_id) references public.household (id),
  constraint break_glass_staff_fk foreign key (staff_id) references public.staff_member (id),
  erased_at timestamptz,
  constraint break_glass_has_a_reason check ((reason is null) = (erased_at is not null) and length(reason) between 10 and 500),
  constraint break_glass_lasts_a_day_at_most check (until <= asked_at + interval '1 day')
);
create index break_glass_by_home on public.break_glass (household_id, staff_id, until);
alter table public.break_glass enable row level security;
revoke all on table public.break_glass from public, anon, authenticated, service_role;

create type public.access_action as enum ('found', 'opened', 'changed', 'asked');
create type public.access_ground as enum ('registration', 'coordinator', 'head', 'break_glass');

create table public.access_log (
  id bigint generated always as identity,
  happened_at timestamptz not null default now(),
  staff_id uuid not null,
  staff_role public.staff_role not null,
  household_id uuid not null,
  action public.access_action not null,
  ground public.access_ground,
  details text,
  constraint access_log_pk primary key (id),
  constraint access_log_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint access_log_household_fk foreign key (household_id) references public.household (id),
  constraint access_log_details_are_short check (length(details) <= 60)
);
create index access_log_by_household on public.access_log (household_id, id);
create index access_log_by_staff on public.access_log (staff_id, id);
alter table public.access_log enable row level security;
revoke all on table public.access_log from public, anon, authenticated, service_role;
comment on column public.access_log.details is 'What was changed, or the id of the reason that was given. Never a text that somebody wrote.';

create trigger access_log_only_grows before update or delete on public.access_log
for each row execute function private.refuse_change();
create trigger access_log_is_never_emptied before truncate on public.access_log
for each statement execute function private.refuse_change();

-- The rule itself ------------------------------------------------------------------------------------------------------

create function private.is_related(p_staff public.staff_member, p_household uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.related_staff r where r.household_id = p_household and r.staff_id = p_staff.id)
    -- Nobody meets their own home as staff.
    or exists (
      select from public.household_member m
      where m.household_id = p_household and (m.user_id = p_staff.user_id or m.email_key = p_staff.email_key)
    )
$$;
revoke execute on function private.is_related(public.staff_member, uuid) from public;

create function private.coordinates(p_staff public.staff_member, p_household uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from public.household_coordinator c where c.household_id = p_household and c.staff_id = p_staff.id) $$;
revoke execute on function private.coordinates(public.staff_member, uuid) from public;

-- Where it is hidden who lives, nobody lets themselves in, nor anybody else.
create function private.may_let_in(p_staff public.staff_member, p_household public.household) returns boolean
language sql stable security definer set search_path = ''
as $$ select p_household.protected_at is null or p_staff.role = 'head' or private.coordinates(p_staff, p_household.id) $$;
revoke execute on function private.may_let_in(public.staff_member, public.household) from public;

-- On what ground this person may open this home; null: on none.
create function private.ground_of(p_staff public.staff_member, p_household public.household) returns public.access_ground
language sql stable security definer set search_path = ''
as $$
  select case
    when p_staff.id is null or p_staff.role not in ('coordinator', 'head') then null
    when private.is_related(p_staff, p_household.id) then null
    when private.coordinates(p_staff, p_household.id) then 'coordinator'
    when p_staff.role = 'head' then 'head'
    when p_household.phase = 'interest' then 'registration'
    when exists (
      select from public.break_glass b
      where b.household_id = p_household.id and b.staff_id = p_staff.id and b.until > now()
    ) then 'break_glass'
  end::public.access_ground
$$;
revoke execute on function private.ground_of(public.staff_member, public.household) from public;

create function private.log_access(
  p_staff public.staff_member, p_household uuid, p_action public.access_action, p_ground public.access_ground, p_details text
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.access_log (staff_id, staff_role, household_id, action, ground, details)
  values (p_staff.id, p_staff.role, p_household, p_action, p_ground, p_details)
$$;
revoke execute on function private.log_access(public.staff_member, uuid, public.access_action, public.access_ground, text) from public;

-- The one way to a home for staff who change something: refuses, or hands the home over. What is then done leaves its lines
-- with note_change. Who came in by
-- break-glass reads and changes nothing, or a day could be made into for ever.
create function private.enter_household(p_staff public.staff_member, p_number bigint) returns public.household
language plpgsql security definer set search_path = ''
as $$
declare
  v_household public.household;
  v_ground public.access_ground;
begin
  select * into v_household from public.household where number = p_number for update;
  v_ground := private.ground_of(p_staff, v_household);
  if v_household.id is null or v_household.erased_at is not null or v_ground is null or v_ground = 'break_glass' then
    raise exception 'not this home for this person' using errcode = '42501';
  end if;
  return v_household;
end
$$;
revoke execute on function private.enter_household(public.staff_member, bigint) from public;

-- What staff did to a home, in its history and in the log, where `p_what` is the word for it unless the history's own is.
create function private.note_change(
  p_staff public.staff_member, p_household public.household, p_kind public.household_event_kind, p_details jsonb, p_what text default null
) returns void
language sql security definer set search_path = ''
as $$
  select private.log_access(
    p_staff, p_household.id, 'changed', private.ground_of(p_staff, p_household), coalesce(p_what, p_kind::text)
  );
  insert into public.household_event (household_id, kind, actor, details)
  values (p_household.id, p_kind, 'staff', p_details || jsonb_build_object('by', p_staff.id));
$$;
revoke execute on function private.note_change from public;

-- Until when we have promised to be in touch; null when we have been since, or when it is no longer a registration.
create function private.call_by(p_household public.household, p_address_key text default null) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select max(i.call_by) from public.interest i
  where i.household_id = p_household.id and p_household.phase = 'interest' and i.erased_at is null
    and (p_address_key is null or (i.email_key = p_address_key and i.state = 'received'))
    -- Nobody is left to be called where the last adult has moved to another home.
    and exists (select from public.household_member m where m.household_id = p_household.id and m.left_at is null)
    and not exists (
      select from public.household_event e
      where e.household_id = p_household.id and e.kind = 'contact_noted' and e.happened_at > i.registered_at
    )
$$;
revoke execute on function private.call_by from public;

-- Reading --------------------------------------------------------------------------------------------------------------

-- A list shows administrative state and no person: not even a name. What is protected shows no municipality either, and is
-- found by none.
create function private.household_list(
  p_phase public.household_phase, p_municipality public.municipality, p_coordinator uuid, p_since date, p_before bigint
) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
begin
  return coalesce((
    select jsonb_agg(row order by (row ->> 'number')::bigint desc) from (
      select jsonb_build_object(
        'number', h.number, 'phase', h.phase, 'registeredAt', h.created_at, 'protected', h.protected_at is not null,
        'municipality', case when h.protected_at is null or private.coordinates(v_staff, h.id) then h.municipality end,
        'callBy', private.call_by(h),
        'mayOpen', private.ground_of(v_staff, h) is not null,
        'coordinators', coalesce((
          select jsonb_agg(s.name order by s.name) from public.household_coordinator c
          join public.staff_member s on s.id = c.staff_id and s.ended_at is null where c.household_id = h.id
        ), '[]')
      ) as row
      from public.household h
      where h.erased_at is null and not private.is_related(v_staff, h.id)
        and (p_phase is null or h.phase = p_phase)
        and (p_municipality is null or (h.municipality = p_municipality and (h.protected_at is null or private.coordinates(v_staff, h.id))))
        and (p_coordinator is null or exists (
          select from public.household_coordinator c where c.household_id = h.id and c.staff_id = p_coordinator
        ))
        and (p_since is null or h.created_at >= p_since::timestamp at time zone 'Europe/Stockholm')
        and (p_before is null or h.number < p_before)
      order by h.number desc limit 51
    ) rows
  ), '[]');
end
$$;

-- Colleagues, for choosing among: names and roles of those listed.
create function private.colleagues() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'role', s.role) order by s.name)
    from public.staff_member s where s.ended_at is null
  ), '[]');
end
$$;

-- By name or number, and by nothing else. Each home that the answer names is logged as found.
create function private.search_households(p_query text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_query constant text := lower(btrim(p_query));
  v_number constant bigint := case when v_query ~ '^\d{1,12}$' then v_query::bigint end;
  v_found uuid[];
begin
  if v_number is null and length(v_query) < 2 then
    return '[]';
  end if;
  v_found := array(
    select h.id from public.household h
    where h.erased_at is null and not private.is_related(v_staff, h.id) and (
      h.number = v_number
      or (v_number is null and exists (
        select from public.household_member m
        where m.household_id = h.id and m.left_at is null and (
          starts_with(lower(m.first_name || ' ' || m.last_name), v_query) or starts_with(lower(m.last_name), v_query)
        )
      ))
    )
    order by h.number desc limit 20
  );
  insert into public.access_log (staff_id, staff_role, household_id, action, ground)
  select v_staff.id, v_staff.role, h.id, 'found', private.ground_of(v_staff, h)
  from public.household h where h.id = any (v_found);
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', h.number, 'phase', h.phase, 'mayOpen', private.ground_of(v_staff, h) is not null, 'protected', h.protected_at is not null,
      'names', coalesce((
        select jsonb_agg(m.first_name || ' ' || m.last_name order by m.joined_at)
        from public.household_member m where m.household_id = h.id and m.left_at is null
      ), '[]')
    ) order by h.number desc)
    from public.household h where h.id = any (v_found)
  ), '[]');
end
$$;

create function private.household_page(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_ground public.access_ground;
  v_sees_place boolean;
begin
  select * into v_home from public.household where number = p_number;
  -- For who is related the home is not there.
  if v_home.id is null or private.is_related(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  v_ground := private.ground_of(v_staff, v_home);
  if v_ground is null then
    return jsonb_build_object('ok', false, 'reason', 'needs_reason', 'number', v_home.number);
  end if;
  perform private.log_access(v_staff, v_home.id, 'opened', v_ground, null);
  v_sees_place := v_home.protected_at is null or v_ground = 'coordinator';
  return jsonb_build_object(
    'ok', true, 'number', v_home.number, 'phase', v_home.phase, 'ground', v_ground, 'erasedAt', v_home.erased_at,
    'protected', v_home.protected_at is not null, 'seesPlace', v_sees_place,
    'municipality', case when v_sees_place then v_home.municipality end,
    'address', case when v_sees_place then v_home.address end,
    'registeredAt', v_home.created_at, 'callBy', private.call_by(v_home),
    'until', (select max(b.until) from public.break_glass b where b.household_id = v_home.id and b.staff_id = v_staff.id and v_ground = 'break_glass'),
    'adults', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', m.first_name || ' ' || m.last_name, 'firstName', m.first_name, 'lastName', m.last_name, 'email', m.email,
        'phone', m.phone, 'joinedAt', m.joined_at,
        'hasSignedIn', m.user_id is not null, 'silentTimes', m.silent_times
      ) order by m.joined_at)
      from public.household_member m where m.household_id = v_home.id and m.left_at is null
    ), '[]'),
    'interests', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', i.id, 'state', i.state, 'considering', i.considering, 'municipality', case when v_sees_place then i.municipality end,
        'adults', i.adults, 'childAges', i.child_ages, 'name', i.first_name || ' ' || i.last_name, 'email', i.email, 'phone', i.phone,
        'way', i.contact_way, 'times', i.contact_times, 'heardFrom', i.heard_from, 'question', i.question,
        'flaggedAt', i.question_flagged_at, 'callBy', i.call_by, 'registeredAt', i.registered_at
      ) order by i.registered_at)
      from public.interest i where i.household_id = v_home.id and i.erased_at is null
    ), '[]'),
    'coordinators', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'since', c.since) order by c.since)
      from public.household_coordinator c join public.staff_member s on s.id = c.staff_id where c.household_id = v_home.id and s.ended_at is null
    ), '[]'),
    'related', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name)
      from public.related_staff r join public.staff_member s on s.id = r.staff_id where r.household_id = v_home.id
    ), '[]'),
    'events', coalesce((
      select jsonb_agg(jsonb_build_object('at', e.happened_at, 'kind', e.kind, 'actor', e.actor, 'by', s.name) order by e.id desc)
      from public.household_event e left join public.staff_member s on s.id::text = e.details ->> 'by' where e.household_id = v_home.id
    ), '[]')
  );
end
$$;

-- Changing -------------------------------------------------------------------------------------------------------------

create function private.begin_assessment(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if v_home.phase <> 'interest' then
    return jsonb_build_object('ok', false, 'reason', 'begun_already');
  end if;
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  update public.household set phase = 'assessment' where id = v_home.id;
  insert into public.household_coordinator (household_id, staff_id) values (v_home.id, v_staff.id) on conflict do nothing;
  perform private.note_change(v_staff, v_home, 'assessment_began', '{}');
  return jsonb_build_object('ok', true);
end
$$;

create function private.add_coordinator(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_added public.staff_member;
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  select * into v_added from public.staff_member where id = p_staff and ended_at is null and role in ('coordinator', 'head');
  if v_added.id is null or private.is_related(v_added, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  insert into public.household_coordinator (household_id, staff_id) values (v_home.id, p_staff) on conflict do nothing;
  if found then
    perform private.note_change(v_staff, v_home, 'coordinator_added', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- A home in assessment, or a protected one, always has a coordinator left.
create function private.is_last_coordinator(p_household public.household, p_staff uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select (p_household.phase <> 'interest' or p_household.protected_at is not null)
    and exists (select from public.household_coordinator c where c.household_id = p_household.id and c.staff_id = p_staff)
    and not exists (
      select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id
      where c.household_id = p_household.id and c.staff_id <> p_staff and s.ended_at is null
    )
$$;
revoke execute on function private.is_last_coordinator from public;

create function private.remove_coordinator(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if private.is_last_coordinator(v_home, p_staff) then
    return jsonb_build_object('ok', false, 'reason', 'last_coordinator');
  end if;
  delete from public.household_coordinator where household_id = v_home.id and staff_id = p_staff;
  if found then
    perform private.note_change(v_staff, v_home, 'coordinator_removed', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function private.mark_related(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_marked public.staff_member;
begin
  select * into v_marked from public.staff_member where id = p_staff and ended_at is null;
  if v_marked.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  -- Else a home could be hidden from the head.
  if v_marked.role = 'head' and v_staff.role <> 'head' then
    return jsonb_build_object('ok', false, 'reason', 'head_only');
  end if;
  -- Oneself always: whoever is related must be able to step back. Others only by who may let them in.
  if p_staff <> v_staff.id then
    if not private.may_let_in(v_staff, v_home) then
      return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
    end if;
    if v_staff.role <> 'head' and private.is_last_coordinator(v_home, p_staff) then
      return jsonb_build_object('ok', false, 'reason', 'last_coordinator');
    end if;
  end if;
  insert into public.related_staff (household_id, staff_id, marked_by) values (v_home.id, p_staff, v_staff.id) on conflict do nothing;
  if found then
    delete from public.household_coordinator where household_id = v_home.id and staff_id = p_staff;
    update public.break_glass set until = greatest(now(), asked_at) where household_id = v_home.id and staff_id = p_staff and until > now();
    perform private.note_change(v_staff, v_home, 'staff_related', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- Only the head takes such a mark away, and who bears it can take no step in that home at all.
create function private.unmark_related(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
  v_home constant public.household := private.enter_household(v_head, p_number);
begin
  delete from public.related_staff where household_id = v_home.id and staff_id = p_staff;
  if found then
    perform private.note_change(v_head, v_home, 'staff_unrelated', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- Whoever marks a home becomes its coordinator: somebody must be able to see where it is. Only its coordinators unmark it.
create function private.protect_household(p_number bigint, p_on boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not p_on and not private.coordinates(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if p_on = (v_home.protected_at is not null) then
    return jsonb_build_object('ok', true);
  end if;
  update public.household set protected_at = case when p_on then now() end where id = v_home.id;
  if p_on then
    insert into public.household_coordinator (household_id, staff_id)
    select v_home.id, v_staff.id
    where not exists (
      select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id
      where c.household_id = v_home.id and s.ended_at is null
    );
    perform private.withhold_waiting_mails();
  end if;
  perform private.note_change(
    v_staff, v_home, case when p_on then 'protection_began' else 'protection_ended' end::public.household_event_kind, '{}'
  );
  return jsonb_build_object('ok', true);
end
$$;

create function private.set_address(p_number bigint, p_address text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if v_home.protected_at is not null and not private.coordinates(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  update public.household set address = p_address where id = v_home.id;
  perform private.note_change(v_staff, v_home, 'address_changed', '{}');
  return jsonb_build_object('ok', true);
end
$$;

-- Nobody meets their own home as staff, so a head's address in a home could hide it from the head.
create function private.would_hide_from_head(p_staff public.staff_member, p_email_key text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select p_staff.role <> 'head' and exists (
    select from public.staff_member s where s.email_key = p_email_key and s.ended_at is null and s.role = 'head'
  )
$$;
revoke execute on function private.would_hide_from_head from public;

-- A further adult: with an address of their own they can sign in, without one they are met on paper.
create function private.invite_adult(
  p_number bigint, p_first_name text, p_last_name text, p_email text, p_email_key text, p_phone text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_id uuid;
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if private.would_hide_from_head(v_staff, p_email_key) then
    return jsonb_build_object('ok', false, 'reason', 'head_only');
  end if;
  -- Registering takes the same lock.
  perform pg_advisory_xact_lock(hashtextextended('interest:' || p_email_key, 0)) where p_email_key is not null;
  if (select count(*) from public.household_member where household_id = v_home.id and left_at is null) >= 10 then
    return jsonb_build_object('ok', false, 'reason', 'too_many');
  end if;
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone)
  values (v_home.id, p_first_name, p_last_name, p_email, p_email_key, p_phone)
  on conflict (email_key) where left_at is null do nothing returning id into v_id;
  if v_id is null then
    return jsonb_build_object('ok', false, 'reason', 'address_taken');
  end if;
  perform private.note_change(v_staff, v_home, 'adult_invited', jsonb_build_object('member', v_id));
  if p_email is not null then
    insert into public.mail (template, recipient, household_id) values ('adult_invited', p_email, v_home.id);
  end if;
  return jsonb_build_object('ok', true, 'id', v_id);
end
$$;

-- Puts right what was wrong. A changed address is another way in: what was signed in with the old one ends.
create function private.change_adult(
  p_number bigint, p_member uuid, p_first_name text, p_last_name text, p_email text, p_email_key text, p_phone text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_before public.household_member;
begin
  select * into v_before from public.household_member where id = p_member and household_id = v_home.id and left_at is null;
  if v_before.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if private.would_hide_from_head(v_staff, p_email_key) then
    return jsonb_build_object('ok', false, 'reason', 'head_only');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('interest:' || p_email_key, 0)) where p_email_key is not null;
  if exists (select from public.household_member where email_key = p_email_key and left_at is null and id <> p_member) then
    return jsonb_build_object('ok', false, 'reason', 'address_taken');
  end if;
  update public.household_member
  set first_name = p_first_name, last_name = p_last_name, email = p_email, email_key = p_email_key, phone = p_phone,
      user_id = case when email_key is not distinct from p_email_key then user_id end
  where id = p_member;
  if v_before.email_key is distinct from p_email_key then
    update private.sign_in_session set ended_at = now(), ended_why = 'removed'
    where user_id = v_before.user_id and ended_at is null
      and not exists (select from public.staff_member s where s.user_id = v_before.user_id and s.ended_at is null);
  end if;
  perform private.note_change(v_staff, v_home, 'adult_changed', jsonb_build_object('member', p_member));
  return jsonb_build_object('ok', true);
end
$$;

-- We have been in touch: the promise of a call is kept, and the time of keeping begins anew.
create function private.note_contact(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  perform private.note_change(v_staff, v_home, 'contact_noted', '{}');
  return jsonb_build_object('ok', true);
end
$$;

create function private.remove_adult(p_number bigint, p_member uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  -- Two who registered each for themselves come together when one leaves a home that is only registered.
  if v_home.phase <> 'interest' and (
    select count(*) from public.household_member where household_id = v_home.id and left_at is null
  ) <= 1 then
    return jsonb_build_object('ok', false, 'reason', 'last_adult');
  end if;
  update public.household_member set left_at = now() where id = p_member and household_id = v_home.id and left_at is null;
  if found then
    perform private.note_change(v_staff, v_home, 'adult_left', jsonb_build_object('member', p_member));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- Break-glass ----------------------------------------------------------------------------------------------------------

create function private.ask_access(p_number bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_until constant timestamptz := now() + interval '1 day';
  v_id uuid;
begin
  select * into v_home from public.household where number = p_number and erased_at is null for update;
  if v_home.id is null or private.is_related(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if private.ground_of(v_staff, v_home) is not null then
    return jsonb_build_object('ok', true);
  end if;
  insert into public.break_glass (household_id, staff_id, reason, until) values (v_home.id, v_staff.id, p_reason, v_until) returning id into v_id;
  -- The log points at the reason: what somebody wrote can then be erased with the home, and the log cannot.
  perform private.log_access(v_staff, v_home.id, 'asked', 'break_glass', v_id::text);
  -- Not a mail of the home's: it goes to heads, and says no more than a number.
  insert into public.mail (template, recipient, payload)
  select 'break_glass_notice', s.email, jsonb_build_object('householdNumber', v_home.number)
  from public.staff_member s where s.role = 'head' and s.ended_at is null and not private.is_related(s, v_home.id);
  return jsonb_build_object('ok', true, 'until', v_until);
end
$$;

create function private.break_glass_list() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
begin
  return coalesce((
    select jsonb_agg(row) from (
      select jsonb_build_object(
        'id', b.id, 'number', h.number, 'staff', s.name, 'reason', b.reason, 'askedAt', b.asked_at, 'until', b.until, 'seenAt', b.seen_at
      ) as row
      from public.break_glass b join public.household h on h.id = b.household_id join public.staff_member s on s.id = b.staff_id
      where not private.is_related(v_head, h.id)
      order by b.seen_at is not null, b.asked_at desc limit 100
    ) rows
  ), '[]');
end
$$;

-- The head has read the reason; with `p_end` the access is over at once.
create function private.see_break_glass(p_id uuid, p_end boolean) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
begin
  update public.break_glass b
  set seen_at = coalesce(b.seen_at, now()), until = case when p_end then least(b.until, greatest(now(), b.asked_at)) else b.until end
  where b.id = p_id and not private.is_related(v_head, b.household_id);
  return found;
end
$$;

create function private.access_log_list(p_number bigint, p_staff uuid, p_before bigint) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
begin
  return coalesce((
    select jsonb_agg(row) from (
      select jsonb_build_object(
        'id', l.id, 'at', l.happened_at, 'staff', s.name, 'role', l.staff_role, 'number', h.number, 'action', l.action,
        'ground', l.ground,
        'details', case when l.action = 'asked' then (select b.reason from public.break_glass b where b.id::text = l.details) else l.details end
      ) as row
      from public.access_log l join public.household h on h.id = l.household_id join public.staff_member s on s.id = l.staff_id
      where (p_number is null or h.number = p_number) and (p_staff is null or l.staff_id = p_staff) and (p_before is null or l.id < p_before)
        and not private.is_related(v_head, h.id)
      order by l.id desc limit 51
    ) rows
  ), '[]');
end
$$;

-- A question that tells of a child in danger, or of anything that should not stand there, is marked by staff: what was
-- written stays as it is, and the history says that it was seen.
drop function public.flag_interest_question(uuid);
drop function private.flag_interest_question(uuid);

create function private.flag_interest_question(p_number bigint, p_interest uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  update public.interest set question_flagged_at = now()
  where id = p_interest and household_id = v_home.id and question is not null and question_flagged_at is null;
  if found then
    perform private.note_change(v_staff, v_home, 'question_flagged', jsonb_build_object('interest', p_interest));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.household_list(
  p_phase public.household_phase default null, p_municipality public.municipality default null, p_coordinator uuid default null,
  p_since date default null, p_before bigint default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.household_list(p_phase, p_municipality, p_coordinator, p_since, p_before) $$;
create function public.colleagues() returns jsonb
language sql security invoker set search_path = '' as $$ select private.colleagues() $$;
create function public.search_households(p_query text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.search_households(p_query) $$;
create function public.household_page(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.household_page(p_number) $$;
create function public.begin_assessment(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.begin_assessment(p_number) $$;
create function public.add_coordinator(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.add_coordinator(p_number, p_staff) $$;
create function public.remove_coordinator(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_coordinator(p_number, p_staff) $$;
create function public.mark_related(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_related(p_number, p_staff) $$;
create function public.unmark_related(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.unmark_related(p_number, p_staff) $$;
create function public.protect_household(p_number bigint, p_on boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.protect_household(p_number, p_on) $$;
create function public.set_address(p_number bigint, p_address text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_address(p_number, p_address) $$;
create function public.invite_adult(
  p_number bigint, p_first_name text, p_last_name text, p_email text default null, p_email_key text default null, p_phone text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.invite_adult(p_number, p_first_name, p_last_name, p_email, p_email_key, p_phone) $$;
create function public.change_adult(
  p_number bigint, p_member uuid, p_first_name text, p_last_name text, p_email text default null, p_email_key text default null,
  p_phone text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.change_adult(p_number, p_member, p_first_name, p_last_name, p_email, p_email_key, p_phone) $$;
create function public.note_contact(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.note_contact(p_number) $$;
create function public.remove_adult(p_number bigint, p_member uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_adult(p_number, p_member) $$;
create function public.ask_access(p_number bigint, p_reason text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.ask_access(p_number, p_reason) $$;
create function public.break_glass_list() returns jsonb
language sql security invoker set search_path = '' as $$ select private.break_glass_list() $$;
create function public.see_break_glass(p_id uuid, p_end boolean) returns boolean
language sql security invoker set search_path = '' as $$ select private.see_break_glass(p_id, p_end) $$;
create function public.access_log_list(p_number bigint default null, p_staff uuid default null, p_before bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.access_log_list(p_number, p_staff, p_before) $$;
create function public.flag_interest_question(p_number bigint, p_interest uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.flag_interest_question(p_number, p_interest) $$;

revoke execute on function
  private.household_list, private.colleagues, private.search_households, private.household_page, private.begin_assessment,
  private.add_coordinator, private.remove_coordinator, private.mark_related, private.unmark_related, private.protect_household,
  private.set_address, private.invite_adult, private.change_adult, private.note_contact, private.remove_adult, private.ask_access, private.break_glass_list,
  private.see_break_glass, private.access_log_list, private.flag_interest_question,
  public.household_list, public.colleagues, public.search_households, public.household_page, public.begin_assessment,
  public.add_coordinator, public.remove_coordinator, public.mark_related, public.unmark_related, public.protect_household,
  public.set_address, public.invite_adult, public.change_adult, public.note_contact, public.remove_adult, public.ask_access, public.break_glass_list,
  public.see_break_glass, public.access_log_list, public.flag_interest_question
from public, anon, authenticated, service_role;
grant execute on function
  private.household_list, private.colleagues, private.search_households, private.household_page, private.begin_assessment,
  private.add_coordinator, private.remove_coordinator, private.mark_related, private.unmark_related, private.protect_household,
  private.set_address, private.invite_adult, private.change_adult, private.note_contact, private.remove_adult, private.ask_access, private.break_glass_list,
  private.see_break_glass, private.access_log_list, private.flag_interest_question,
  public.household_list, public.colleagues, public.search_households, public.household_page, public.begin_assessment,
  public.add_coordinator, public.remove_coordinator, public.mark_related, public.unmark_related, public.protect_household,
  public.set_address, public.invite_adult, public.change_adult, public.note_contact, public.remove_adult, public.ask_access, public.break_glass_list,
  public.see_break_glass, public.access_log_list, public.flag_interest_question
to authenticated;
