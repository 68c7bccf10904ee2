-- A family that wants to hear more before it decides is asked to Så funkar det: a step of its way, at the time of the event.

create function private.invite_to_information(p_number bigint, p_at timestamptz, p_seen bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_changed constant jsonb := private.seen_all(v_staff, v_home, p_seen);
begin
  if v_changed is not null then
    return v_changed;
  end if;
  if v_home.phase <> 'interest' then
    return jsonb_build_object('ok', false, 'reason', case when v_home.phase = 'closed' then 'closed_already' else 'begun_already' end);
  end if;
  if p_at is null or p_at <= now() or not isfinite(p_at) then
    return jsonb_build_object('ok', false, 'reason', 'not_ahead');
  end if;
  -- Pressed twice it is one invitation.
  if not exists (
    select from public.household_step t join public.way_step s on s.id = t.step_id
    where t.household_id = v_home.id and s.begins_by = 'information_invited' and t.agreed_at = p_at and t.done_on is null
  ) then
    perform private.note_change(v_staff, v_home, 'information_invited', jsonb_build_object('at', p_at));
    perform private.tell_adults(v_home.id);
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function public.invite_to_information(p_number bigint, p_at timestamptz, p_seen bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_to_information(p_number, p_at, p_seen) $$;

revoke execute on function private.invite_to_information, public.invite_to_information from public, anon, authenticated, service_role;
grant execute on function private.invite_to_information, public.invite_to_information to authenticated;
