-- What waits for a coordinator today. Registrations without a coordinator wait for all of them, everything else for its own.
-- The head asks for any coordinator, or for all homes at once.

create index household_event_last on public.household_event (household_id, id desc) where actor in ('family', 'staff');

-- Whether somebody waits for a call that the home's pause does not put off: who registers in the middle of it, or comes to the home
-- then from another that has not paused.
create function private.waits_in_pause(p_household public.household) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
  return exists (select from public.interest i where i.household_id = p_household.id and i.registered_at > p_household.paused_at and i.state <> 'discarded')
    or exists (
      select from private.joining j
      where j.target_id = p_household.id and j.parted_at is null and j.carried_call and j.joined_at > p_household.paused_at
    );
end
$$;
revoke execute on function private.waits_in_pause from public;

-- Homes whose day it is: one row for each thing that waits. `due`: since or until when; null when it only waits.
create function private.waiting_for(p_staff uuid)
returns table (number bigint, what text, due timestamptz, member uuid)
language sql stable security definer set search_path = ''
as $$
  with mine as (
    select h.* from (
      select c.household_id as id from public.household_coordinator c where c.staff_id = p_staff
      union all select a.id from public.household a where p_staff is null
    ) one join public.household h using (id)
    where h.erased_at is null and h.paused_at is null and h.phase <> 'closed'
  )
  select h.number, 'call', h.call_by, null::uuid from public.household h
  where h.call_by is not null and h.erased_at is null
    and (h.paused_at is null or private.waits_in_pause(h)) and (
    p_staff is null
    or exists (select from public.household_coordinator c where c.household_id = h.id and c.staff_id = p_staff)
    or not exists (
      select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id and s.ended_at is null
      where c.household_id = h.id
    )
  )
  union all
  select m.number, 'message', min(w.sent_at), w.member_id
  from mine m join public.message w on w.household_id = m.id and w.read_at is null and w.staff_id is null
  group by m.number, w.member_id
  union all
  select m.number, 'step', min((t.due_on + time '24:00') at time zone 'Europe/Stockholm'), null
  from mine m join public.household_step t on t.household_id = m.id and t.done_on is null and not t.rough
  where t.due_on <= private.day_of(now()) group by m.number
  union all
  select m.number, 'request', min(r.asked_at), null
  from mine m join public.data_request r on r.household_id = m.id and r.decision is null and r.withdrawn_at is null group by m.number
  union all
  select m.number, 'ask_again', (m.ask_again_on + time '00:00') at time zone 'Europe/Stockholm', null
  from mine m where m.ask_again_on <= private.day_of(now())
  union all
  select h.number, 'pause_over', (h.paused_until + time '00:00') at time zone 'Europe/Stockholm', null
  from public.household h
  where h.paused_until <= private.day_of(now()) and h.erased_at is null and (
    p_staff is null or exists (select from public.household_coordinator c where c.household_id = h.id and c.staff_id = p_staff)
  )
  union all
  -- An assessment in which neither the family nor we have done anything for two weeks.
  select m.number, 'silent', e.happened_at, null
  from mine m cross join lateral (
    select e.happened_at from public.household_event e
    where e.household_id = m.id and e.actor in ('family', 'staff') order by e.id desc limit 1
  ) e
  where m.phase = 'assessment' and e.happened_at < now() - interval '14 days'
$$;
revoke execute on function private.waiting_for(uuid) from public;

-- Without `p_staff` one's own day; another's, or all homes with `p_all`, for the head.
create function private.my_day(p_staff uuid, p_all boolean) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
begin
  if (p_staff is distinct from v_staff.id and p_staff is not null or p_all) and v_staff.role <> 'head' then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', w.number, 'what', w.what, 'due', w.due, 'late', w.due < now() and w.what in ('call', 'step'), 'mayOpen', private.ground_of(v_staff, h) is not null
    ) order by w.due nulls last, w.number)
    from (
      select * from private.waiting_for(case when p_all then null else coalesce(p_staff, v_staff.id) end) order by due nulls last, number limit 200
    ) w
    join public.household h on h.number = w.number
    where not private.is_related(v_staff, h.id)
  ), '[]');
end
$$;

-- How much waits for each coordinator, for the head. Nobody: what has no coordinator.
create function private.days_of_all() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', s.id, 'name', s.name,
      'homes', (select count(*) from public.household_coordinator c join public.household h on h.id = c.household_id where c.staff_id = s.id and h.phase <> 'closed' and h.erased_at is null),
      'waiting', d.waiting, 'late', d.late
    ) order by d.late desc, s.name)
    from public.staff_member s
    cross join lateral (
      select count(*) as waiting, count(*) filter (where w.due < now() and w.what in ('call', 'step')) as late
      from private.waiting_for(s.id) w join public.household h on h.number = w.number
      where exists (select from public.household_coordinator c where c.household_id = h.id and c.staff_id = s.id)
        and not private.is_related(v_head, h.id)
    ) d
    where s.ended_at is null and s.role in ('coordinator', 'head')
  ), '[]');
end
$$;

create function public.my_day(p_staff uuid default null, p_all boolean default false) returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_day(p_staff, p_all) $$;
create function public.days_of_all() returns jsonb
language sql security invoker set search_path = '' as $$ select private.days_of_all() $$;
revoke execute on function private.my_day, private.days_of_all, public.my_day, public.days_of_all from public, anon, authenticated, service_role;
grant execute on function private.my_day, private.days_of_all, public.my_day, public.days_of_all to authenticated;
