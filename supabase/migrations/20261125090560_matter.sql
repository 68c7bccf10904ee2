-- What becomes of a home's matter: paused and taken up again. And who is told of it, by a number or by nothing at all.

-- A day in words is for the pages; here it is only that the month lies ahead, and not too far.
create function private.is_a_month_ahead(p_month date) returns boolean
language sql stable set search_path = ''
as $$
  select extract(day from p_month) = 1 and p_month > private.day_of(now()) and p_month <= private.day_of(now()) + interval '25 months'
$$;
revoke execute on function private.is_a_month_ahead(date) from public;

-- Tells the home's adults that something is new, and never what.
create function private.tell_adults(p_household uuid) returns void
language sql security definer set search_path = ''
as $$
  insert into public.mail (template, recipient, member_id, household_id)
  select 'matter_changed', m.email, m.id, p_household
  from public.household_member m
  where m.household_id = p_household and m.left_at is null and m.accepted_at is not null and m.email is not null
$$;
revoke execute on function private.tell_adults from public;

-- Tells the home's coordinators, or GFO where it has none, by number alone.
create function private.tell_coordinators(p_household uuid, p_template public.mail_template) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.mail (template, recipient, payload)
  select p_template, s.email, jsonb_build_object('householdNumber', h.number)
  from public.household h
  join public.household_coordinator c on c.household_id = h.id
  join public.staff_member s on s.id = c.staff_id and s.ended_at is null
  where h.id = p_household;
  if not found then
    insert into public.mail (template, household_id, payload)
    select p_template, h.id, jsonb_build_object('householdNumber', h.number) from public.household h where h.id = p_household;
  end if;
end
$$;
revoke execute on function private.tell_coordinators(uuid, public.mail_template) from public;

create function private.pause(p_household uuid, p_month date, p_actor public.actor_kind, p_details jsonb) returns void
language sql security definer set search_path = ''
as $$
  update public.household set paused_at = coalesce(paused_at, now()), paused_until = p_month where id = p_household;
  insert into public.household_event (household_id, kind, actor, details)
  values (p_household, 'paused', p_actor, p_details || jsonb_build_object('until', p_month));
$$;
revoke execute on function private.pause from public;

-- What falls on a Saturday or a Sunday is for the Monday.
create function private.on_working_day(p_at timestamptz) returns timestamptz
language sql immutable set search_path = ''
as $$
  select p_at + case extract(isodow from p_at at time zone 'Europe/Stockholm') when 6 then 2 when 7 then 1 else 0 end * interval '1 day'
$$;
revoke execute on function private.on_working_day(timestamptz) from public;

-- Where they were: what was due while they paused is due as many days later.
create function private.resume(p_household uuid, p_actor public.actor_kind, p_details jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_paused constant timestamptz := (select paused_at from public.household where id = p_household);
begin
  update public.household_step set due_on = due_on + (private.day_of(now()) - private.day_of(v_paused))
  where household_id = p_household and done_on is null and due_on is not null;
  -- A promised call too, and on a working day.
  update public.household set paused_at = null, paused_until = null,
    call_by = private.on_working_day(call_by + (private.day_of(now()) - private.day_of(v_paused)) * interval '1 day')
  where id = p_household;
  insert into public.household_event (household_id, kind, actor, details) values (p_household, 'resumed', p_actor, p_details);
end
$$;
revoke execute on function private.resume from public;
