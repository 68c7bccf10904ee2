-- What the coordinators do to an occasion. Each takes it held, looks once more, notes who did it, and answers { ok } or a reason.
-- Who has last seen it before somebody else's change is told of that change first: reason `changed`.

-- As many days later by the clock on the wall.
create function private.days_later(p_at timestamptz, p_days integer) returns timestamptz
language sql immutable set search_path = ''
as $$ select (p_at at time zone 'Europe/Stockholm' + p_days * interval '1 day') at time zone 'Europe/Stockholm' $$;
revoke execute on function private.days_later from public;

-- What is wrong with an occasion as it would be, apart from what its constraints say.
create function private.refused_occasion(p_occasion public.occasion, p_sessions jsonb) returns text
language sql stable security definer set search_path = ''
as $$
  with form as (
    select coalesce(bool_or(s ->> 'form' in ('digital', 'hybrid')), false) as digital,
      coalesce(bool_or(s ->> 'form' in ('physical', 'hybrid')), false) as physical,
      coalesce(bool_or(s ->> 'form' = 'hybrid'), false) as hybrid,
      coalesce(bool_or(s ->> 'form' <> 'digital' and coalesce(s ->> 'place', p_occasion.place) is null), false) as nowhere
    from jsonb_array_elements(p_sessions) s
  )
  select case
    when jsonb_array_length(p_sessions) = 0 then 'no_sessions'
    when jsonb_array_length(p_sessions) > 100 then 'too_many_sessions'
    when not coalesce(p_occasion.is_slotted, false) and (
      (p_occasion.digital_seats is not null and not form.digital) or (p_occasion.physical_seats is not null and not form.physical)
      or (form.hybrid and (p_occasion.digital_seats is null or p_occasion.physical_seats is null))
      or coalesce(p_occasion.digital_seats, p_occasion.physical_seats) is null
    ) then 'form_without_seats'
    when p_occasion.state = 'published' and form.nowhere then 'no_place'
    when exists (
      select from jsonb_array_elements(p_sessions) s
      where s ->> 'staff_id' is not null and not exists (
        select from public.staff_member m where m.id = (s ->> 'staff_id')::uuid and m.ended_at is null and m.role <> 'communicator'
      )
    ) then 'not_staff'
  end
  from form
$$;
revoke execute on function private.refused_occasion from public;

-- Which of its columns are other than they were, as the history tells them.
create function private.occasion_difference(p_old public.occasion, p_new public.occasion) returns jsonb
language sql immutable set search_path = ''
as $$
  select coalesce(jsonb_object_agg(new.key, case when new.key = 'about' then '[]' else jsonb_build_array(old.value, new.value) end), '{}')
  from jsonb_each(to_jsonb(p_new)) new join jsonb_each(to_jsonb(p_old)) old on old.key = new.key
  where new.value is distinct from old.value and new.key not in ('changed', 'starts_at', 'ends_at', 'guest_code')
$$;
revoke execute on function private.occasion_difference from public;

create function private.sessions_now(p_occasion uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form, 'place', s.place, 'address', s.address, 'link', s.digital_link,
    'staff', s.staff_id
  )) order by s.starts_at, s.part), '[]')
  from public.occasion_session s where s.occasion_id = p_occasion and s.cancelled_at is null
$$;
revoke execute on function private.sessions_now from public;

-- Whether the sessions may become these: of a course that somebody is booked on none is moved, added or taken away without a word,
-- and of slots only those that nobody has.
create function private.may_set_sessions(p_occasion public.occasion, p_sessions jsonb) returns boolean
language sql stable security definer set search_path = ''
as $$
  select not private.is_booked(p_occasion.id) or (
    not exists (
      select from public.occasion_session s
      left join jsonb_array_elements(p_sessions) n on (n ->> 'id')::uuid = s.id
      where s.occasion_id = p_occasion.id and s.cancelled_at is null and (not p_occasion.is_slotted or private.slot_is_taken(s.id))
        -- A form holds no more than minutes.
        and (date_trunc('minute', s.starts_at), date_trunc('minute', s.ends_at), s.form::text, s.place, s.address) is distinct from (
          date_trunc('minute', (n ->> 'starts_at')::timestamptz), date_trunc('minute', (n ->> 'ends_at')::timestamptz),
          n ->> 'form', n ->> 'place', n ->> 'address'
        )
    )
    and (p_occasion.is_slotted or not exists (select from jsonb_array_elements(p_sessions) n where n ->> 'id' is null))
  )
$$;
revoke execute on function private.may_set_sessions from public;

-- The sessions become these. Whom nobody has ever had is gone, the others are kept as cancelled.
create function private.set_sessions(p_occasion public.occasion, p_sessions jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_kept constant uuid[] := array(select (n ->> 'id')::uuid from jsonb_array_elements(p_sessions) n where n ->> 'id' is not null);
  v_last integer;
begin
  delete from public.occasion_session s
  where s.occasion_id = p_occasion.id and s.id <> all (v_kept)
    and not exists (select from public.booking b where b.session_id = s.id)
    and not exists (select from public.seat_wish w where w.session_id = s.id)
    and not exists (select from public.attendance a where a.session_id = s.id);
  update public.occasion_session set cancelled_at = now() where occasion_id = p_occasion.id and id <> all (v_kept) and cancelled_at is null;
  update public.occasion_session s
  set starts_at = n.starts_at, ends_at = n.ends_at, form = n.form, place = n.place, address = n.address, digital_link = n.digital_link,
      staff_id = n.staff_id
  from jsonb_to_recordset(p_sessions) n (
    id uuid, starts_at timestamptz, ends_at timestamptz, form public.session_form, place text, address text, digital_link text, staff_id uuid
  )
  where s.id = n.id and s.occasion_id = p_occasion.id and s.cancelled_at is null;
  select coalesce(max(part), 0) into v_last from public.occasion_session where occasion_id = p_occasion.id;
  insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form, place, address, digital_link, staff_id)
  select p_occasion.id, v_last + row_number() over (order by n.starts_at), n.starts_at, n.ends_at, n.form, n.place, n.address, n.digital_link,
    n.staff_id
  from jsonb_to_recordset(p_sessions) n (
    id uuid, starts_at timestamptz, ends_at timestamptz, form public.session_form, place text, address text, digital_link text, staff_id uuid
  )
  where n.id is null;
  -- The first evening is part one, as long as nobody has any of them.
  if not private.is_booked(p_occasion.id) then
    update public.occasion_session s set part = t.nr
    from (
      select id, row_number() over (order by cancelled_at is not null, starts_at, part) as nr
      from public.occasion_session where occasion_id = p_occasion.id
    ) t
    where t.id = s.id and s.part <> t.nr;
  end if;
end
$$;
revoke execute on function private.set_sessions from public;

/*
 * Makes an occasion of that id, or with `p_seen` changes it. `p_occasion` holds columns by their names, and `sessions`. The same
 * press once more finds what it made. Reasons: missing, changed, over (cancelled), no_sessions, too_many_sessions,
 * form_without_seats, no_place, not_staff, booked (what would move those booked, or take their form).
 */
create function private.save_occasion(p_id uuid, p_seen integer, p_occasion jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_sessions constant jsonb := coalesce(p_occasion -> 'sessions', '[]');
  v_given constant jsonb := coalesce((
    select jsonb_object_agg(key, value) from jsonb_each(p_occasion)
    where key in (
      'title', 'theme', 'about', 'audience', 'municipalities', 'municipality', 'place', 'address', 'digital_link', 'digital_seats',
      'physical_seats', 'is_slotted', 'takes_children', 'gives_certificate', 'largest_party', 'booking_opens_at', 'booking_closes_at',
      'switch_until'
    )
  ), '{}');
  v_old public.occasion;
  v_new public.occasion := jsonb_populate_record(null::public.occasion, v_given);
  v_why jsonb;
  v_reason text;
  v_before jsonb;
  v_details jsonb;
  v_made boolean := false;
begin
  if p_seen is null then
    v_reason := private.refused_occasion(v_new, v_sessions);
    if v_reason is not null then
      return jsonb_build_object('ok', false, 'reason', v_reason);
    end if;
    insert into public.occasion (
      id, activity, title, audience, is_slotted, digital_seats, physical_seats, created_by
    ) values (
      p_id, p_occasion ->> 'activity', v_new.title, v_new.audience, coalesce(v_new.is_slotted, false), v_new.digital_seats,
      v_new.physical_seats, v_staff.id
    ) on conflict (id) do nothing;
    v_made := found;
  end if;
  v_old := private.hold_occasion((select number from public.occasion where id = p_id));
  -- Who makes it has seen it as it is when it is made.
  v_why := case when not v_made then private.run_meanwhile(v_old, coalesce(p_seen, 1)) end;
  if v_why is not null then
    return v_why;
  end if;
  v_new := jsonb_populate_record(v_old, v_given);
  v_new.state := case when v_old.state = 'proposed' then 'draft' else v_old.state end;
  v_reason := case
    when v_old.state = 'cancelled' then 'over'
    when not private.may_set_sessions(v_old, v_sessions) then 'booked'
    when private.is_booked(p_id) and (
      (v_new.is_slotted, v_new.place, v_new.address) is distinct from (v_old.is_slotted, v_old.place, v_old.address)
      or private.form_is_taken_away(v_old, v_new)
    ) then 'booked'
    else private.refused_occasion(v_new, v_sessions)
  end;
  if v_reason is not null then
    return jsonb_build_object('ok', false, 'reason', v_reason);
  end if;

  v_before := private.sessions_now(p_id);
  update public.occasion
  set state = v_new.state, title = v_new.title, theme = v_new.theme, about = v_new.about, audience = v_new.audience,
      municipalities = v_new.municipalities, municipality = v_new.municipality, place = v_new.place, address = v_new.address,
      digital_link = v_new.digital_link, digital_seats = v_new.digital_seats, physical_seats = v_new.physical_seats,
      is_slotted = v_new.is_slotted, takes_children = v_new.takes_children, gives_certificate = v_new.gives_certificate,
      largest_party = v_new.largest_party, booking_opens_at = v_new.booking_opens_at, booking_closes_at = v_new.booking_closes_at,
      switch_until = v_new.switch_until
  where id = p_id;
  perform private.set_sessions(v_old, v_sessions);
  v_details := private.occasion_difference(v_old, v_new) || case
    when private.sessions_now(p_id) is distinct from v_before then jsonb_build_object('sessions', jsonb_build_array(v_before, private.sessions_now(p_id)))
    else '{}' end;
  if v_made then
    perform private.note_occasion(p_id, v_staff, 'made');
  elsif v_details <> '{}' then
    perform private.note_occasion(p_id, v_staff, 'saved', v_details);
    select * into v_new from public.occasion where id = p_id;
    perform private.follow_line(v_new);
  end if;
  return jsonb_build_object('ok', true, 'number', v_old.number);
end
$$;

-- Whether a form goes in which somebody has a seat or waits for one.
create function private.form_is_taken_away(p_old public.occasion, p_new public.occasion) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.booking b
    left join public.seat_wish w on w.booking_id = b.id and w.state in ('waiting', 'offered')
    where b.occasion_id = p_old.id and b.state <> 'cancelled' and not p_new.is_slotted and (
      (p_new.digital_seats is null and 'digital' in (b.form, w.form)) or (p_new.physical_seats is null and 'physical' in (b.form, w.form))
    )
  )
$$;
revoke execute on function private.form_is_taken_away from public;

-- A draft like it whose first session is on that day, and everything else as many days later.
create function private.copy_occasion(p_id uuid, p_number bigint, p_on date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_from public.occasion;
  v_days integer;
  v_made bigint;
begin
  select * into v_from from public.occasion where number = p_number;
  if v_from.id is null or v_from.starts_at is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  v_days := p_on - (v_from.starts_at at time zone 'Europe/Stockholm')::date;
  insert into public.occasion (
    id, activity, title, theme, about, audience, municipalities, municipality, place, address, digital_link, digital_seats, physical_seats,
    is_slotted, takes_children, gives_certificate, largest_party, booking_opens_at, booking_closes_at, switch_until, created_by
  ) values (
    p_id, v_from.activity, v_from.title, v_from.theme, v_from.about, v_from.audience, v_from.municipalities, v_from.municipality, v_from.place,
    v_from.address, v_from.digital_link, v_from.digital_seats, v_from.physical_seats, v_from.is_slotted, v_from.takes_children,
    v_from.gives_certificate, v_from.largest_party, private.days_later(v_from.booking_opens_at, v_days),
    private.days_later(v_from.booking_closes_at, v_days), private.days_later(v_from.switch_until, v_days), v_staff.id
  ) on conflict (id) do nothing returning number into v_made;
  if v_made is null then
    return jsonb_build_object('ok', true, 'number', (select o.number from public.occasion o where o.id = p_id));
  end if;
  insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form, place, address, digital_link, staff_id)
  select p_id, row_number() over (order by s.starts_at, s.part), private.days_later(s.starts_at, v_days), private.days_later(s.ends_at, v_days),
    s.form, s.place, s.address, s.digital_link, (select m.id from public.staff_member m where m.id = s.staff_id and m.ended_at is null)
  from public.occasion_session s where s.occasion_id = v_from.id and s.cancelled_at is null;
  perform private.note_occasion(p_id, v_staff, 'copied', jsonb_build_object('from', p_number));
  return jsonb_build_object('ok', true, 'number', v_made);
end
$$;

/*
 * `p_act`: publish, draft (back to it, while nobody has booked), close and open (the booking), discard (a draft) and restore,
 * new_link (of the guests: the one before opens nothing). Reasons: missing, changed, not_now, begun, no_sessions, no_place, booked.
 */
create function private.act_on_occasion(p_number bigint, p_seen integer, p_act text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.hold_occasion(p_number);
  v_unsettled constant boolean := v_occasion.state in ('draft', 'proposed');
  v_why jsonb := private.run_meanwhile(v_occasion, p_seen);
  v_new public.occasion := v_occasion;
begin
  if v_why is not null then
    return v_why;
  end if;
  select jsonb_build_object('ok', false, 'reason', reason) into v_why
  from (
    select case
      when not case p_act
        when 'publish' then v_unsettled
        when 'discard' then v_unsettled
        when 'restore' then v_occasion.state = 'cancelled' and v_occasion.published_at is null
        when 'draft' then v_occasion.state = 'published'
        when 'close' then v_occasion.state = 'published' and v_occasion.booking_closed_at is null
        when 'open' then v_occasion.state = 'published' and v_occasion.booking_closed_at is not null
        when 'new_link' then v_occasion.state <> 'cancelled'
      end then 'not_now'
      when p_act = 'draft' and private.is_booked(v_occasion.id) then 'booked'
      when p_act = 'publish' and v_occasion.starts_at is null then 'no_sessions'
      when p_act = 'publish' and v_occasion.starts_at <= now() then 'begun'
      when p_act = 'publish' and exists (
        select from public.occasion_session s
        where s.occasion_id = v_occasion.id and s.cancelled_at is null and s.form <> 'digital' and coalesce(s.place, v_occasion.place) is null
      ) then 'no_place'
    end as reason
  ) judged
  where reason is not null;
  if v_why is not null then
    return v_why;
  end if;
  v_new.state := case p_act when 'publish' then 'published' when 'draft' then 'draft' when 'discard' then 'cancelled' when 'restore' then 'draft'
    else v_new.state::text end::public.occasion_state;
  update public.occasion
  set state = v_new.state,
      published_at = case p_act when 'publish' then now() when 'draft' then null else published_at end,
      cancelled_at = case p_act when 'discard' then now() when 'restore' then null else cancelled_at end,
      booking_closed_at = case p_act when 'close' then now() when 'open' then null when 'draft' then null else booking_closed_at end,
      guest_code = case p_act when 'new_link' then encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')
        else guest_code end
  where id = v_occasion.id;
  perform private.note_occasion(v_occasion.id, v_staff, case p_act
    when 'publish' then 'published' when 'draft' then 'back_to_draft' when 'close' then 'booking_closed' when 'open' then 'booking_opened'
    when 'discard' then 'discarded' when 'restore' then 'restored' when 'new_link' then 'link_renewed' end);
  return jsonb_build_object('ok', true, 'number', p_number);
end
$$;

-- Cancels it for everybody at once: who is booked or waits is told why. What is over is not cancelled. Reasons: missing, changed,
-- over, not_now (a draft is thrown away instead).
create function private.cancel_occasion(p_number bigint, p_seen integer, p_why text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.hold_occasion(p_number);
  v_why jsonb := private.run_meanwhile(v_occasion, p_seen);
  v_booked uuid[];
  v_waiting uuid[];
begin
  v_why := coalesce(v_why, case
    when v_occasion.state <> 'published' then jsonb_build_object('ok', false, 'reason', 'not_now')
    when v_occasion.ends_at <= now() then jsonb_build_object('ok', false, 'reason', 'over')
  end);
  if v_why is not null then
    return v_why;
  end if;
  select coalesce(array_agg(id) filter (where state = 'booked'), '{}'), coalesce(array_agg(id) filter (where state = 'waiting'), '{}')
  into v_booked, v_waiting
  from (
    select b.id, b.state from public.booking b where b.occasion_id = v_occasion.id and b.state <> 'cancelled' order by b.number for update
  ) held;
  update public.occasion set state = 'cancelled', cancelled_at = now(), cancelled_why = p_why where id = v_occasion.id;
  update public.seat_wish set state = 'left', settled_at = now() where occasion_id = v_occasion.id and state in ('waiting', 'offered');
  update public.booking
  set state = 'cancelled', ended_at = now(), ended_why = 'occasion_cancelled', sequence = sequence + 1
  where id = any (v_booked || v_waiting);
  insert into public.booking_event (booking_id, kind, actor, staff_id)
  select id, 'occasion_cancelled', 'staff', v_staff.id from unnest(v_booked || v_waiting) these (id);
  perform private.tell_booked(
    these.id, 'booking_cancelled', jsonb_build_object('why', 'occasion_cancelled', 'had', these.had, 'text', p_why)
  )
  from (select id, 'booked' as had from unnest(v_booked) b (id) union all select id, 'waiting' from unnest(v_waiting) w (id)) these;
  perform private.note_occasion(
    v_occasion.id, v_staff, 'cancelled', jsonb_build_object('why', p_why, 'told', cardinality(v_booked || v_waiting))
  );
  return jsonb_build_object('ok', true, 'number', p_number, 'told', cardinality(v_booked || v_waiting));
end
$$;

-- Whether they come to the place, or would: to this session, or without one to any that is still to come.
create function private.comes_in_person(p_occasion public.occasion, p_booking public.booking, p_session uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.occasion_session s
    left join public.seat_wish w on w.booking_id = p_booking.id and w.state in ('waiting', 'offered')
    where s.occasion_id = p_occasion.id and s.cancelled_at is null and s.starts_at > now()
      and s.id = coalesce(p_session, p_booking.session_id, s.id) and s.form <> 'digital'
      -- An evening of a course that is held nowhere else is so for all who take it.
      and ('physical' in (p_booking.form, w.form) or (s.form = 'physical' and not p_occasion.is_slotted))
  )
$$;
revoke execute on function private.comes_in_person from public;

/*
 * A session at another time or place; without `p_session` all that are still to come, at another place. `p_to` holds starts_at and
 * ends_at (of one), place, address. Who is booked on it is told, and asked whether it still suits; who waits is told too. Another place
 * alone is nothing to who follows it on a screen.
 * Reasons: missing, changed, not_now, begun, not_ahead, backwards, same, no_place.
 */
create function private.move_session(p_number bigint, p_seen integer, p_session uuid, p_to jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.hold_occasion(p_number);
  v_why jsonb := private.run_meanwhile(v_occasion, p_seen);
  v_starts constant timestamptz := (p_to ->> 'starts_at')::timestamptz;
  v_ends constant timestamptz := (p_to ->> 'ends_at')::timestamptz;
  v_place constant text := nullif(p_to ->> 'place', '');
  v_address constant text := nullif(p_to ->> 'address', '');
  v_elsewhere constant boolean := (v_place, v_address) is distinct from (v_occasion.place, v_occasion.address);
  v_session public.occasion_session;
  v_was jsonb;
  v_these uuid[];
begin
  if v_why is not null then
    return v_why;
  end if;
  select * into v_session from public.occasion_session where id = p_session and occasion_id = v_occasion.id and cancelled_at is null;
  v_was := jsonb_strip_nulls(jsonb_build_object(
    'session', v_session.id, 'startsAt', v_session.starts_at, 'endsAt', v_session.ends_at,
    'place', case when v_session.form is distinct from 'digital' then coalesce(v_session.place, v_occasion.place) end,
    'address', case when v_session.form = 'digital' then null when v_session.place is null then v_occasion.address else v_session.address end
  ));
  select jsonb_build_object('ok', false, 'reason', reason) into v_why
  from (
    select case
      when v_occasion.state <> 'published' then 'not_now'
      when p_session is not null and v_session.id is null then 'missing'
      when coalesce(v_session.starts_at, v_occasion.ends_at) <= now() then 'begun'
      when v_starts <= now() then 'not_ahead'
      when v_ends <= v_starts or v_ends >= v_starts + interval '3 days' then 'backwards'
      when v_place is null and (p_session is null or v_session.form <> 'digital') then 'no_place'
      when p_session is not null and (v_starts, v_ends, v_place, v_address) is not distinct from (
        v_session.starts_at, v_session.ends_at, v_was ->> 'place', v_was ->> 'address'
      ) then 'same'
      when p_session is null and (v_place, v_address) is not distinct from (v_occasion.place, v_occasion.address) then 'same'
    end as reason
  ) judged
  where reason is not null;
  if v_why is not null then
    return v_why;
  end if;

  if p_session is null then
    update public.occasion set place = v_place, address = v_address where id = v_occasion.id;
    -- What has been is kept where it was.
    update public.occasion_session set place = v_occasion.place, address = v_occasion.address
    where occasion_id = v_occasion.id and starts_at <= now() and place is null and v_occasion.place is not null;
    update public.occasion_session set place = null, address = null
    where occasion_id = v_occasion.id and starts_at > now() and cancelled_at is null and form <> 'digital' and place is not null;
  else
    update public.occasion_session
    set starts_at = v_starts, ends_at = v_ends, place = case when v_elsewhere then v_place end, address = case when v_elsewhere then v_address end
    where id = p_session;
  end if;
  with moved as (
    update public.booking b set sequence = b.sequence + 1, moved_at = now(), suits_at = null
    where b.occasion_id = v_occasion.id and b.state <> 'cancelled' and (
      p_session is null or b.session_id = p_session or (not v_occasion.is_slotted and b.session_id is null)
      or exists (select from public.seat_wish w where w.booking_id = b.id and w.state = 'offered' and w.session_id = p_session)
    ) and (
      (v_starts, v_ends) is distinct from (v_session.starts_at, v_session.ends_at) or private.comes_in_person(v_occasion, b, p_session)
    )
    returning b.id
  )
  select coalesce(array_agg(id), '{}') into v_these from moved;
  insert into public.booking_event (booking_id, kind, actor, staff_id)
  select id, 'session_moved', 'staff', v_staff.id from unnest(v_these) these (id);
  perform private.tell_booked(these.id, 'booking_moved', jsonb_build_object('was', case
    when (v_starts, v_ends) is distinct from (v_session.starts_at, v_session.ends_at)
      then jsonb_build_array(jsonb_build_object('startsAt', v_session.starts_at, 'endsAt', v_session.ends_at))
    else '[]' end
  )) from unnest(v_these) these (id);
  perform private.note_occasion(v_occasion.id, v_staff, 'moved', jsonb_build_object(
    'was', v_was, 'to', jsonb_strip_nulls(jsonb_build_object('startsAt', v_starts, 'endsAt', v_ends, 'place', v_place)),
    'told', cardinality(v_these)
  ));
  return jsonb_build_object('ok', true, 'number', p_number, 'told', cardinality(v_these));
end
$$;

-- More seats are offered to the line at once. Fewer than are booked throw nobody out. A form that is not held stays so.
-- Reasons: missing, changed, not_now, not_this_form.
create function private.set_capacity(p_number bigint, p_seen integer, p_digital integer, p_physical integer) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion public.occasion := private.hold_occasion(p_number);
  v_why constant jsonb := private.run_meanwhile(v_occasion, p_seen);
  v_old constant jsonb := jsonb_build_object('digital', v_occasion.digital_seats, 'physical', v_occasion.physical_seats);
  v_offered integer;
begin
  if v_why is not null then
    return v_why;
  end if;
  if v_occasion.state = 'cancelled' or v_occasion.is_slotted then
    return jsonb_build_object('ok', false, 'reason', 'not_now');
  end if;
  if (p_digital is null, p_physical is null) <> (v_occasion.digital_seats is null, v_occasion.physical_seats is null) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_form');
  end if;
  if (p_digital, p_physical) is not distinct from (v_occasion.digital_seats, v_occasion.physical_seats) then
    return jsonb_build_object('ok', true, 'number', p_number, 'offered', 0);
  end if;
  update public.occasion set digital_seats = p_digital, physical_seats = p_physical where id = v_occasion.id returning * into v_occasion;
  v_offered := private.follow_line(v_occasion);
  perform private.note_occasion(v_occasion.id, v_staff, 'capacity', jsonb_strip_nulls(jsonb_build_object(
    'was', v_old, 'to', jsonb_build_object('digital', p_digital, 'physical', p_physical), 'offered', v_offered
  )));
  return jsonb_build_object('ok', true, 'number', p_number, 'offered', v_offered);
end
$$;

-- A seat for somebody in line whose turn it is not, out of those that are free. Reasons: missing, not_now, no_turn (waits no more),
-- full, related (to that home: a colleague decides). The home's line in the log comes before the occasion is held.
create function private.offer_seat(p_number bigint, p_booking uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant uuid := (select private.home_of_booking(b) from public.booking b where b.id = p_booking);
  v_occasion public.occasion;
  v_wish public.seat_wish;
  v_slot public.occasion_session;
  v_why text;
begin
  if private.is_related(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'related');
  end if;
  if v_home is not null then
    perform private.log_access(
      v_staff, v_home, 'changed', (select private.ground_of(v_staff, h) from public.household h where h.id = v_home), 'booking_offered'
    );
  end if;
  v_occasion := private.hold_occasion(p_number);
  select * into v_wish from public.seat_wish where booking_id = p_booking and occasion_id = v_occasion.id and state = 'waiting';
  v_why := case
    when v_occasion.id is null then 'missing'
    when private.not_bookable(v_occasion, case when v_occasion.is_slotted then v_occasion.ends_at else v_occasion.starts_at end)
      in ('cancelled', 'not_published', 'begun') then 'not_now'
    when v_wish.id is null then 'no_turn'
    when coalesce(private.seats_free(v_occasion, v_wish.form), 0) < v_wish.need then 'full'
  end;
  -- What was not done is in no log either.
  if v_why is not null then
    raise exception 'refused' using errcode = 'P0001', detail = v_why;
  end if;
  if v_occasion.is_slotted then
    select s.* into v_slot from public.occasion_session s
    where s.occasion_id = v_occasion.id and private.slot_is_free(v_occasion, s.id, v_wish.form, now()) order by s.starts_at, s.part limit 1;
  end if;
  update public.seat_wish
  set state = 'offered', offered_at = now(), session_id = v_slot.id,
      offer_until = private.offer_until(coalesce(v_slot.starts_at, v_occasion.starts_at), now())
  where id = v_wish.id;
  perform private.note_booking(p_booking, 'offered', 'staff', v_staff.id, jsonb_build_object('byHand', true));
  perform private.tell_booked(p_booking, 'booking_offer');
  perform private.note_occasion(
    v_occasion.id, v_staff, 'offered_by_hand', jsonb_build_object('booking', (select b.number from public.booking b where b.id = p_booking))
  );
  return jsonb_build_object('ok', true, 'number', p_number);
exception when raise_exception then
  get stacked diagnostics v_why = pg_exception_detail;
  return jsonb_build_object('ok', false, 'reason', v_why);
end
$$;

-- A mail to those booked (`booked`), those in line (`waiting`) or all of them (`both`), once for each press. Reasons: missing,
-- not_now, nobody.
create function private.message_booked(p_press uuid, p_number bigint, p_to text, p_subject text, p_body text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.hold_occasion(p_number);
  v_these uuid[];
begin
  if v_occasion.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if exists (select from private.occasion_event e where e.press = p_press) then
    return jsonb_build_object('ok', true, 'number', p_number);
  end if;
  if v_occasion.published_at is null or v_occasion.state = 'cancelled' then
    return jsonb_build_object('ok', false, 'reason', 'not_now');
  end if;
  select coalesce(array_agg(b.id order by b.number), '{}') into v_these
  from public.booking b
  where b.occasion_id = v_occasion.id and b.erased_at is null
    and b.state = any (case p_to when 'booked' then '{booked}' when 'waiting' then '{waiting}' when 'both' then '{booked,waiting}' end::public.booking_state[]);
  if cardinality(v_these) = 0 then
    return jsonb_build_object('ok', false, 'reason', 'nobody');
  end if;
  perform private.note_occasion(
    v_occasion.id, v_staff, 'messaged', jsonb_build_object('to', p_to, 'subject', p_subject, 'told', cardinality(v_these)), p_press
  );
  perform private.tell_booked(these.id, 'booking_message', jsonb_build_object('subject', p_subject, 'body', p_body))
  from unnest(v_these) these (id);
  return jsonb_build_object('ok', true, 'number', p_number, 'told', cardinality(v_these));
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.save_occasion(p_id uuid, p_occasion text, p_seen integer default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.save_occasion(p_id, p_seen, p_occasion::jsonb) $$;
create function public.copy_occasion(p_id uuid, p_number bigint, p_on date) returns jsonb
language sql security invoker set search_path = '' as $$ select private.copy_occasion(p_id, p_number, p_on) $$;
create function public.act_on_occasion(p_number bigint, p_act text, p_seen integer default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.act_on_occasion(p_number, p_seen, p_act) $$;
create function public.cancel_occasion(p_number bigint, p_why text, p_seen integer default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.cancel_occasion(p_number, p_seen, p_why) $$;
create function public.move_session(p_number bigint, p_to text, p_session uuid default null, p_seen integer default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.move_session(p_number, p_seen, p_session, p_to::jsonb) $$;
create function public.set_capacity(
  p_number bigint, p_digital integer default null, p_physical integer default null, p_seen integer default null
) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_capacity(p_number, p_seen, p_digital, p_physical) $$;
create function public.offer_seat(p_number bigint, p_booking uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.offer_seat(p_number, p_booking) $$;
create function public.message_booked(p_press uuid, p_number bigint, p_to text, p_subject text, p_body text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.message_booked(p_press, p_number, p_to, p_subject, p_body) $$;

revoke execute on function
  private.save_occasion, public.save_occasion, private.copy_occasion, public.copy_occasion, private.act_on_occasion, public.act_on_occasion,
  private.cancel_occasion, public.cancel_occasion, private.move_session, public.move_session, private.set_capacity, public.set_capacity,
  private.offer_seat, public.offer_seat, private.message_booked, public.message_booked
from public, anon, authenticated, service_role;
grant execute on function
  private.save_occasion, public.save_occasion, private.copy_occasion, public.copy_occasion, private.act_on_occasion, public.act_on_occasion,
  private.cancel_occasion, public.cancel_occasion, private.move_session, public.move_session, private.set_capacity, public.set_capacity,
  private.offer_seat, public.offer_seat, private.message_booked, public.message_booked
to authenticated;
