-- What an adult of a home sees and decides. Each adult is a person of their own: of the others they see names, and contact
-- details where both have said yes. Everything else is looked up by who asks, never by home.

create function private.my_home() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return (
    select jsonb_build_object(
      'number', h.number, 'phase', h.phase, 'registeredAt', h.created_at, 'municipality', case when h.protected_at is null then h.municipality end,
      'protected', h.protected_at is not null,
      'callBy', private.call_by(h, v_me.id),
      'way', private.way_of(h.id, v_me.id), 'pausedUntil', h.paused_until,
      'isFosterHome', h.is_foster_home, 'isEmergencyHome', h.is_emergency_home,
      'unread', (select count(*) from public.message w where w.member_id = v_me.id and w.staff_id is not null and w.read_at is null),
      'me', jsonb_build_object(
        'firstName', v_me.first_name, 'lastName', v_me.last_name, 'email', v_me.email, 'phone', v_me.phone,
        'sharesContact', v_me.shares_contact_at is not null, 'silentSince', v_me.silent_since, 'silentTimes', v_me.silent_times,
        'silentTakesCodes', v_me.silent_takes_codes
      ),
      'others', coalesce((
        select jsonb_agg(jsonb_build_object(
          'name', m.first_name || ' ' || m.last_name,
          'email', case when v_me.shares_contact_at is not null and m.shares_contact_at is not null then m.email end,
          'phone', case when v_me.shares_contact_at is not null and m.shares_contact_at is not null then m.phone end
        ) order by m.joined_at)
        from public.household_member m where m.household_id = h.id and m.left_at is null and m.accepted_at is not null and m.id <> v_me.id
      ), '[]'),
      'asked', coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.first_name || ' ' || m.last_name, 'byMe', m.asked_by = v_me.id) order by m.joined_at)
        from public.household_member m where m.household_id = h.id and m.left_at is null and m.accepted_at is null
      ), '[]'),
      'coordinators', coalesce((
        select jsonb_agg(s.name order by c.since)
        from public.household_coordinator c join public.staff_member s on s.id = c.staff_id where c.household_id = h.id and s.ended_at is null
      ), '[]')
    )
    from public.household h where h.id = v_me.household_id
  );
end
$$;

-- Which roles have opened the matter, and when; not who. What was only found by a search is there too.
create function private.who_opened(p_before bigint) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return coalesce((
    select jsonb_agg(row) from (
      select jsonb_build_object('id', l.id, 'at', l.happened_at, 'role', l.staff_role, 'action', l.action, 'ground', l.ground) as row
      from private.stays_of(v_me) stay
      join public.access_log l on l.household_id = stay.household_id and l.happened_at >= stay.since and l.happened_at < stay.until
      where coalesce(l.member_id, v_me.id) = v_me.id
        and (p_before is null or l.id < p_before)
      order by l.id desc limit 51
    ) rows
  ), '[]');
end
$$;

create function private.share_contact(p_on boolean) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  update public.household_member set shares_contact_at = case when p_on then now() end
  where id = v_me.id and (shares_contact_at is not null) <> p_on;
  if found then
    insert into public.household_event (household_id, kind, actor, details) values (
      v_me.household_id, case when p_on then 'contact_shared' else 'contact_unshared' end::public.household_event_kind, 'family',
      jsonb_build_object('member', v_me.id)
    );
  end if;
end
$$;

create function private.change_phone(p_phone text) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  update public.household_member set phone = p_phone where id = v_me.id and phone is distinct from p_phone;
  if found then
    insert into public.household_event (household_id, kind, actor, details)
    values (v_me.household_id, 'contact_changed', 'family', jsonb_build_object('member', v_me.id));
  end if;
end
$$;

create function private.silence(p_member public.household_member, p_times text, p_takes_codes boolean, p_actor public.actor_kind, p_by uuid)
returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.household_member
  set silent_since = case when p_times is not null then coalesce(silent_since, now()) end, silent_times = p_times,
      silent_takes_codes = p_times is not null and p_takes_codes
  where id = p_member.id;
  insert into public.household_event (household_id, kind, actor, details) values (
    p_member.household_id, case when p_times is null then 'silence_ended' else 'silence_began' end::public.household_event_kind, p_actor,
    jsonb_strip_nulls(jsonb_build_object('member', p_member.id, 'by', p_by))
  );
  if p_times is not null then
    perform private.withhold_waiting_mails();
  end if;
end
$$;
revoke execute on function private.silence(public.household_member, text, boolean, public.actor_kind, uuid) from public;

-- The silent way: no mail, telephone only at the times that are named. Without times it ends.
create function private.set_own_silence(p_times text, p_takes_codes boolean) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.silence(private.held_member(), p_times, p_takes_codes, 'family', null);
end
$$;

-- The same, asked for by telephone.
create function private.set_adult_silence(p_number bigint, p_member uuid, p_times text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_member public.household_member;
begin
  select * into v_member from public.household_member where id = p_member and household_id = v_home.id and left_at is null;
  if v_member.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  -- Who chose to have codes all the same keeps them when only the times change.
  perform private.silence(v_member, p_times, v_member.silent_takes_codes, 'staff', v_staff.id);
  perform private.log_access(v_staff, v_home.id, 'changed', private.ground_of(v_staff, v_home), 'silence', p_member);
  return jsonb_build_object('ok', true);
end
$$;

create function public.my_home() returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_home() $$;
create function public.who_opened(p_before bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.who_opened(p_before) $$;
create function public.share_contact(p_on boolean) returns void
language sql security invoker set search_path = '' as $$ select private.share_contact(p_on) $$;
create function public.change_phone(p_phone text default null) returns void
language sql security invoker set search_path = '' as $$ select private.change_phone(p_phone) $$;
create function public.set_own_silence(p_times text default null, p_takes_codes boolean default false) returns void
language sql security invoker set search_path = '' as $$ select private.set_own_silence(p_times, p_takes_codes) $$;
create function public.set_adult_silence(p_number bigint, p_member uuid, p_times text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_adult_silence(p_number, p_member, p_times) $$;

revoke execute on function
  private.my_home, private.who_opened, private.share_contact, private.change_phone, private.set_own_silence, private.set_adult_silence,
  public.my_home, public.who_opened, public.share_contact, public.change_phone, public.set_own_silence, public.set_adult_silence
from public, anon, authenticated, service_role;
grant execute on function
  private.my_home, private.who_opened, private.share_contact, private.change_phone, private.set_own_silence, private.set_adult_silence,
  public.my_home, public.who_opened, public.share_contact, public.change_phone, public.set_own_silence, public.set_adult_silence
to authenticated;
