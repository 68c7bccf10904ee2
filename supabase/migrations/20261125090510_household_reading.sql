-- What staff read of homes: the list, the search, and a home's page. Each home that is found or opened is logged in the same call.

-- A list shows administrative state and no person: not even a name. What is protected shows no municipality either, and is
-- found by none. Those that wait for a call come first, the most urgent at the top, and then the newest; `p_turn` and
-- `p_before` are of the last row on the page before. What is joined into another home is that home.
create function private.household_list(
  p_phase public.household_phase, p_municipality public.municipality, p_kind public.considering, p_coordinator uuid, p_since date,
  p_turn timestamptz, p_before bigint
) returns jsonb
-- Planned for the filters that are there: a plan for all of them would read every home.
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_of constant uuid[] := case when p_coordinator is not null then
    array(select household_id from public.household_coordinator where staff_id = p_coordinator) end;
begin
  return coalesce((
    select jsonb_agg(row order by turn, number desc) from (
      select h.turn, h.number, jsonb_build_object(
        'number', h.number, 'phase', h.phase, 'registeredAt', h.created_at, 'protected', h.protected_at is not null,
        'municipality', case when h.protected_at is null or private.coordinates(v_staff, h.id) then h.municipality end,
        'kind', jsonb_build_object('considering', h.considering, 'fosterHome', h.is_foster_home, 'emergencyHome', h.is_emergency_home),
        'callBy', h.call_by, 'pausedUntil', h.paused_until,
        'mayOpen', private.ground_of(v_staff, h) is not null,
        'coordinators', coalesce((
          select jsonb_agg(s.name order by s.name) from public.household_coordinator c
          join public.staff_member s on s.id = c.staff_id and s.ended_at is null where c.household_id = h.id
        ), '[]')
      ) as row
      from public.household h
      where h.erased_at is null and h.joined_into is null and not private.is_related(v_staff, h.id)
        and (p_phase is null or h.phase = p_phase)
        and (p_municipality is null or (h.municipality = p_municipality and (h.protected_at is null or private.coordinates(v_staff, h.id))))
        and (p_kind is distinct from 'foster_home' or h.is_foster_home or h.considering = 'foster_home')
        and (p_kind is distinct from 'emergency_home' or h.is_emergency_home or h.considering = 'emergency_home')
        and (p_kind is distinct from 'not_sure' or h.considering = 'not_sure')
        and (v_of is null or h.id = any (v_of))
        and (p_since is null or h.created_at >= p_since::timestamp at time zone 'Europe/Stockholm')
        and (p_before is null or (h.turn, -h.number) > (coalesce(p_turn, timestamptz 'infinity'), -p_before))
      order by h.turn, -h.number limit 51
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

-- By name or number, and by nothing else. Each home that the answer names is logged as found. The number of a home that is joined
-- into another leads to that one.
create function private.search_households(p_query text) returns jsonb
language plpgsql security definer set search_path = '' set plan_cache_mode = force_custom_plan
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_query constant text := lower(btrim(p_query));
  v_number constant bigint := case when v_query ~ '^\d{1,12}$' then v_query::bigint end;
  -- The beginning of a name, for the index; what means something to `like` means itself.
  v_prefix constant text := regexp_replace(v_query, '([\\%_])', '\\\1', 'g') || '%';
  v_found uuid[];
begin
  if v_number is null and length(v_query) < 2 then
    return '[]';
  end if;
  v_found := array(
    select named.id from (
      -- Sorted first: it is only asked of as many as are shown whether somebody is related.
      select h.id, h.number from public.household h
      where h.erased_at is null and h.joined_into is null and h.id = any (case
        when v_number is not null then array(select private.home_now(n.id) from public.household n where n.number = v_number)
        else array(
          select m.household_id from public.household_member m
          where m.left_at is null and (lower(m.first_name || ' ' || m.last_name) like v_prefix or lower(m.last_name) like v_prefix)
        ) end)
      order by h.number desc offset 0
    ) named
    where not private.is_related(v_staff, named.id)
    order by named.number desc limit 20
  );
  insert into public.access_log (staff_id, staff_role, household_id, action, ground)
  select v_staff.id, v_staff.role, h.id, 'found', private.ground_of(v_staff, h)
  from public.household h where h.id = any (v_found);
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', h.number, 'phase', h.phase, 'mayOpen', private.ground_of(v_staff, h) is not null, 'protected', h.protected_at is not null,
      'joined', (select coalesce(jsonb_agg(s.number order by s.number), '[]') from public.household s where s.joined_into = h.id),
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
  if v_home.joined_into is not null then
    perform private.log_access(v_staff, v_home.id, 'found', v_ground, null);
    return jsonb_build_object(
      'ok', false, 'reason', 'joined', 'number', v_home.number, 'at', v_home.closed_at,
      'into', (select h.number from public.household h where h.id = v_home.joined_into)
    );
  end if;
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
    'registeredAt', v_home.created_at, 'callBy', v_home.call_by, 'pausedUntil', v_home.paused_until, 'askAgainOn', v_home.ask_again_on,
    'closedAt', v_home.closed_at, 'closedWhy', v_home.closed_why, 'isFosterHome', v_home.is_foster_home, 'isEmergencyHome', v_home.is_emergency_home,
    'lastEvent', (select max(e.id) from public.household_event e where e.household_id = v_home.id),
    'way', private.way_of(v_home.id, null),
    'notes', coalesce((
      select jsonb_agg(jsonb_build_object('at', n.written_at, 'by', s.name, 'reached', n.reached, 'body', n.body) order by n.written_at desc)
      from public.contact_note n join public.staff_member s on s.id = n.staff_id where n.household_id = v_home.id and n.erased_at is null
    ), '[]'),
    'mails', coalesce((
      select jsonb_agg(jsonb_build_object('template', l.template, 'at', l.created_at, 'state', l.state, 'adult', m.first_name) order by l.created_at desc)
      from public.mail l left join public.household_member m on m.id = l.member_id
      where l.household_id = v_home.id and l.recipient is not null
    ), '[]'),
    'until', (select max(b.until) from public.break_glass b where b.household_id = v_home.id and b.staff_id = v_staff.id and v_ground = 'break_glass'),
    'adults', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', m.id, 'name', m.first_name || ' ' || m.last_name, 'firstName', m.first_name, 'lastName', m.last_name, 'email', m.email,
        'phone', m.phone, 'joinedAt', m.joined_at,
        'hasSignedIn', m.user_id is not null, 'silentTimes', m.silent_times, 'takesCodes', m.silent_takes_codes, 'acceptedAt', m.accepted_at,
        'mayBeInvited', m.id in (select u.id from private.uninvited(v_home.id) u),
        'unread', (select count(*) from public.message w where w.member_id = m.id and w.staff_id is null and w.read_at is null)
      ) order by m.joined_at)
      from public.household_member m where m.household_id = v_home.id and m.left_at is null
    ), '[]'),
    'interests', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', i.id, 'state', i.state, 'considering', i.considering, 'municipality', case when v_sees_place then i.municipality end,
        'adults', i.adults, 'childAges', i.child_ages, 'name', i.first_name || ' ' || i.last_name, 'email', i.email, 'phone', i.phone,
        'way', i.contact_way, 'times', i.contact_times, 'heardFrom', i.heard_from, 'question', i.question,
        'flaggedAt', i.question_flagged_at, 'callBy', i.call_by,
        'takenBy', (select s.name from public.staff_member s where s.id = i.taken_by), 'registeredAt', i.registered_at,
        'restorableUntil', i.discarded_at + interval '30 days'
      ) order by i.registered_at)
      from public.interest i where i.household_id = v_home.id and i.erased_at is null
    ), '[]'),
    'requests', coalesce((
      select jsonb_agg(jsonb_build_object('kind', r.kind, 'askedAt', r.asked_at, 'by', m.first_name || ' ' || m.last_name) order by r.asked_at)
      from public.data_request r join public.household_member m on m.id = r.member_id
      where r.household_id = v_home.id and r.decision is null and r.withdrawn_at is null
    ), '[]'),
    'coordinators', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'since', c.since) order by c.since)
      from public.household_coordinator c join public.staff_member s on s.id = c.staff_id where c.household_id = v_home.id and s.ended_at is null
    ), '[]'),
    'joined', coalesce((
      select jsonb_agg(jsonb_build_object('number', s.number, 'at', s.closed_at, 'adults', coalesce((
        select jsonb_agg(m.first_name || ' ' || m.last_name order by m.joined_at)
        from public.household_member m where m.id = any (private.who_parts(j)) and m.left_at is null
      ), '[]')) order by s.number)
      from public.household s join private.joining j on j.source_id = s.id and j.parted_at is null where s.joined_into = v_home.id
    ), '[]'),
    'isCase', v_home.case_since is not null,
    'related', coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name)
      from public.related_staff r join public.staff_member s on s.id = r.staff_id where r.household_id = v_home.id
    ), '[]'),
    'events', coalesce((
      select jsonb_agg(jsonb_build_object(
        'at', e.happened_at, 'kind', e.kind, 'actor', e.actor, 'by', s.name, 'adult', m.first_name || ' ' || m.last_name, 'request', r.kind
      ) order by e.id desc)
      from public.household_event e
      left join public.staff_member s on s.id = (e.details ->> 'by')::uuid
      left join public.data_request r on r.id = (e.details ->> 'request')::uuid
      left join public.household_member m on m.id = coalesce((e.details ->> 'member')::uuid, r.member_id)
      where e.household_id in (select private.homes_within(v_home.id))
        -- Of both homes one line each: this one's.
        and (e.household_id = v_home.id or e.kind not in ('joined', 'parted'))
    ), '[]')
  );
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.household_list(
  p_phase public.household_phase default null, p_municipality public.municipality default null, p_kind public.considering default null,
  p_coordinator uuid default null, p_since date default null, p_turn timestamptz default null, p_before bigint default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.household_list(p_phase, p_municipality, p_kind, p_coordinator, p_since, p_turn, p_before) $$;
create function public.colleagues() returns jsonb
language sql security invoker set search_path = '' as $$ select private.colleagues() $$;
create function public.search_households(p_query text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.search_households(p_query) $$;
create function public.household_page(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.household_page(p_number) $$;

revoke execute on function
  private.household_list, private.colleagues, private.search_households, private.household_page, public.household_list,
  public.colleagues, public.search_households, public.household_page
from public, anon, authenticated, service_role;
grant execute on function
  private.household_list, private.colleagues, private.search_households, private.household_page, public.household_list,
  public.colleagues, public.search_households, public.household_page
to authenticated;
