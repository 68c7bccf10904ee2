-- Break-glass: who asks for a home with a reason reads it for a day, and the head sees it. And the log, for the head to read.

create function private.ask_access(p_number bigint, p_reason text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_until constant timestamptz := now() + interval '1 day';
  v_id uuid;
begin
  select * into v_home from public.household where number = p_number and erased_at is null and joined_into is null for update;
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
  -- Somebody is always told: where no head may hear of it, GFO itself.
  if not found then
    insert into public.mail (template, payload) values ('break_glass_notice', jsonb_build_object('householdNumber', v_home.number));
  end if;
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

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.ask_access(p_number bigint, p_reason text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.ask_access(p_number, p_reason) $$;
create function public.break_glass_list() returns jsonb
language sql security invoker set search_path = '' as $$ select private.break_glass_list() $$;
create function public.see_break_glass(p_id uuid, p_end boolean) returns boolean
language sql security invoker set search_path = '' as $$ select private.see_break_glass(p_id, p_end) $$;
create function public.access_log_list(p_number bigint default null, p_staff uuid default null, p_before bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.access_log_list(p_number, p_staff, p_before) $$;

revoke execute on function
  private.ask_access, private.break_glass_list, private.see_break_glass, private.access_log_list, public.ask_access,
  public.break_glass_list, public.see_break_glass, public.access_log_list
from public, anon, authenticated, service_role;
grant execute on function
  private.ask_access, private.break_glass_list, private.see_break_glass, private.access_log_list, public.ask_access,
  public.break_glass_list, public.see_break_glass, public.access_log_list
to authenticated;
