-- Those who come, for those who arrange it: the list, what they need, who was there, and what is done by hand.
-- A list names families, so each home on it gets a line in the log, before anything is read, and before an occasion is held.

-- A home that the one who asks is related to is a number of seats on the list and nothing more: the room is reckoned right, and
-- nobody is named. A colleague meets them at the door.

-- The last press of each seat at each session, also one that took back what was noted: a press that comes late, over a slow net,
-- is older than what was pressed after it and changes nothing.
create table private.attendance_press (
  session_id uuid not null,
  person_id uuid not null,
  state public.attendance_state,
  pressed_at timestamptz not null,
  constraint attendance_press_pk primary key (session_id, person_id),
  constraint attendance_press_session_fk foreign key (session_id) references public.occasion_session (id),
  constraint attendance_press_person_fk foreign key (person_id) references public.booking_person (id) on delete cascade
);
create index attendance_press_by_person on private.attendance_press (person_id);
alter table private.attendance_press enable row level security;

-- The log --------------------------------------------------------------------------------------------------------------

create function private.homes_on(p_occasion uuid) returns setof uuid
language sql stable security definer set search_path = ''
as $$
  select distinct m.household_id
  from public.booking b
  left join public.booking_person p on p.booking_id = b.id
  join public.household_member m on m.id in (b.member_id, p.member_id)
  where b.occasion_id = p_occasion and b.erased_at is null
$$;
revoke execute on function private.homes_on(uuid) from public;

-- One line for a home, a colleague and an hour, however often the list is looked at and by how many windows at once.
create function private.log_listed(p_staff public.staff_member, p_homes uuid[], p_number bigint) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('listed ' || p_staff.id || ' ' || p_number, 0));
  insert into public.access_log (staff_id, staff_role, household_id, action, ground, details)
  select p_staff.id, p_staff.role, h.id, 'listed', private.ground_of(p_staff, h), p_number::text
  from public.household h
  where h.id = any (p_homes) and not private.is_related(p_staff, h.id) and not exists (
    select from public.access_log l
    where l.household_id = h.id and l.staff_id = p_staff.id and l.action = 'listed' and l.details = p_number::text
      and l.happened_at > now() - interval '1 hour'
  )
  order by h.number;
end
$$;
revoke execute on function private.log_listed from public;

-- The occasion for who arranges it, with its homes' lines in the log.
create function private.list_occasion(p_staff public.staff_member, p_number bigint) returns public.occasion
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion public.occasion;
begin
  select * into v_occasion from public.occasion where number = p_number;
  if v_occasion.id is not null then
    perform private.log_listed(p_staff, array(select private.homes_on(v_occasion.id)), p_number);
  end if;
  return v_occasion;
end
$$;
revoke execute on function private.list_occasion from public;

-- Who it is ------------------------------------------------------------------------------------------------------------

create function private.home_of_booking(p_booking public.booking) returns uuid
language sql stable security definer set search_path = ''
as $$ select private.home_now(m.household_id) from public.household_member m where m.id = p_booking.member_id $$;
revoke execute on function private.home_of_booking from public;

-- Whose the booking is: the home or the visitor; of who is related to the one who asks, that alone.
create function private.booker(p_staff public.staff_member, p_booking public.booking) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select case
    when h.id is null then jsonb_build_object('name', p_booking.name, 'email', p_booking.email, 'organisation', p_booking.organisation)
    when private.is_related(p_staff, h.id) then jsonb_build_object('related', true)
    else jsonb_build_object('home', h.number, 'mayOpen', private.ground_of(p_staff, h) is not null, 'protected', h.protected_at is not null)
  end
  from (select private.home_of_booking(p_booking) as id) home left join public.household h on h.id = home.id
$$;
revoke execute on function private.booker from public;

-- The occasion as the pages about its participants head it.
create function private.listed_occasion(p_occasion public.occasion) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'number', p_occasion.number, 'title', p_occasion.title, 'theme', p_occasion.theme, 'activity', p_occasion.activity,
    'state', p_occasion.state, 'isSlotted', p_occasion.is_slotted, 'takesChildren', p_occasion.takes_children,
    'largestParty', p_occasion.largest_party, 'startsAt', p_occasion.starts_at, 'endsAt', p_occasion.ends_at,
    'digital', private.form_facts(p_occasion, 'digital'), 'physical', private.form_facts(p_occasion, 'physical'),
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'part', s.part, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form, 'place', coalesce(s.place, p_occasion.place)
      ) order by s.starts_at, s.part), '[]')
      from public.occasion_session s where s.occasion_id = p_occasion.id and s.cancelled_at is null
    )
  )
$$;
revoke execute on function private.listed_occasion from public;

-- The list -------------------------------------------------------------------------------------------------------------

-- How the last mail about a booking went, to each who was sent it.
create function private.last_mail(p_booking uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('template', l.template, 'at', l.created_at, 'states', jsonb_agg(distinct l.state))
  from public.mail l where l.payload ? 'booking' and l.payload ->> 'booking' = p_booking::text
  group by l.template, l.created_at order by l.created_at desc, l.template limit 1
$$;
revoke execute on function private.last_mail(uuid) from public;

create function private.participant(p_staff public.staff_member, p_booking public.booking) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', p_booking.id, 'number', p_booking.number, 'state', p_booking.state, 'form', p_booking.form, 'seats', p_booking.seats,
    'session', p_booking.session_id, 'byStaff', p_booking.by_staff, 'madeAt', p_booking.created_at, 'endedAt', p_booking.ended_at,
    'endedWhy', p_booking.ended_why, 'erased', p_booking.erased_at is not null, 'mail', private.last_mail(p_booking.id),
    'unsure', p_booking.moved_at is not null and p_booking.suits_at is null and p_booking.state <> 'cancelled',
    'hasNeeds', exists (select from private.booking_need n where n.booking_id = p_booking.id),
    'line', (
      select jsonb_strip_nulls(jsonb_build_object(
        'state', w.state, 'form', w.form, 'until', w.offer_until, 'place', case when w.state = 'waiting' then (
          select count(*) from public.seat_wish f
          where f.occasion_id = w.occasion_id and f.form = w.form and f.state = 'waiting' and f.place <= w.place
        ) end
      ))
      from public.seat_wish w where w.booking_id = p_booking.id and w.state in ('waiting', 'offered')
    ),
    'people', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', p.id, 'name', case when not who.hidden then p.name end, 'age', case when not who.hidden then p.age end,
        'marks', (select coalesce(jsonb_object_agg(a.session_id, a.state), '{}') from public.attendance a where a.person_id = p.id)
      )) order by p.ord), '[]')
      from public.booking_person p where p.booking_id = p_booking.id
    )
  ) || who.is)
  from (
    select booker as is, coalesce((booker ->> 'related')::boolean, false) as hidden from private.booker(p_staff, p_booking) booker
  ) who
$$;
revoke execute on function private.participant from public;

create function private.participants(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.list_occasion(v_staff, p_number);
begin
  return case when v_occasion.id is not null then private.listed_occasion(v_occasion) || jsonb_build_object('bookings', (
    select coalesce(jsonb_agg(private.participant(v_staff, b) order by b.number), '[]') from public.booking b where b.occasion_id = v_occasion.id
  )) end;
end
$$;

-- What those who come need, on one page.
create function private.occasion_needs(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_occasion constant public.occasion := private.list_occasion(v_staff, p_number);
begin
  return case when v_occasion.id is not null then private.listed_occasion(v_occasion) || jsonb_build_object('needs', (
    select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'number', b.number, 'state', b.state, 'form', b.form, 'seats', b.seats, 'access', n.access, 'accessText', n.access_text,
      'food', n.food, 'question', n.question,
      'names', (select jsonb_agg(p.name order by p.ord) from public.booking_person p where p.booking_id = b.id and p.name is not null),
      'ages', (select jsonb_agg(p.age order by p.age) from public.booking_person p where p.booking_id = b.id and p.age is not null)
    ) || private.booker(v_staff, b)) order by b.number), '[]')
    from public.booking b join private.booking_need n on n.booking_id = b.id
    where b.occasion_id = v_occasion.id and b.state <> 'cancelled'
      -- Of who is related to the one who asks, only a colleague reads it.
      and not coalesce((private.booker(v_staff, b) ->> 'related')::boolean, false)
  ), 'hidden', (
    select count(*) from public.booking b join private.booking_need n on n.booking_id = b.id
    where b.occasion_id = v_occasion.id and b.state <> 'cancelled' and coalesce((private.booker(v_staff, b) ->> 'related')::boolean, false)
  )) end;
end
$$;

-- Who was there --------------------------------------------------------------------------------------------------------

-- The seats that somebody can be marked in at a session.
create function private.seats_at(p_session public.occasion_session) returns setof public.booking_person
language sql stable security definer set search_path = ''
as $$
  select p.* from public.booking b join public.booking_person p on p.booking_id = b.id
  where b.occasion_id = p_session.occasion_id and b.state = 'booked' and (b.session_id = p_session.id or (b.session_id is null and not b.is_slot))
$$;
revoke execute on function private.seats_at from public;

-- How it stands at a session: each seat by itself, and how many came.
create function private.attendance_of(p_session public.occasion_session) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select jsonb_build_object(
    'ok', true, 'now', clock_timestamp(), 'expected', count(*), 'came', count(*) filter (where a.state = 'attended'),
    'marks', coalesce(jsonb_object_agg(p.id, a.state) filter (where p.id is not null), '{}')
  )
  from private.seats_at(p_session) p left join public.attendance a on a.session_id = p_session.id and a.person_id = p.id
$$;
revoke execute on function private.attendance_of from public;

/*
 * Notes who is there. Each press is {person, state, at}: a null state takes back what was noted, and `at` is when it was pressed (now,
 * when nothing is said; never later than now). A later press wins over an earlier one, whichever comes first; the same one twice
 * is once. With none it only tells how it stands. Reasons: missing, too_early (the day before, nobody is there).
 */
create function private.mark_attendance(p_session uuid, p_marks jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_session public.occasion_session;
  v_won uuid[];
begin
  select * into v_session from public.occasion_session where id = p_session and cancelled_at is null;
  if v_session.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if v_session.starts_at > now() + interval '12 hours' then
    return jsonb_build_object('ok', false, 'reason', 'too_early');
  end if;
  with said as (
    select distinct on (m.person) m.person, m.state, least(coalesce(m.at, clock_timestamp()), clock_timestamp()) as at
    from jsonb_to_recordset(p_marks) m (person uuid, state public.attendance_state, at timestamptz)
    join private.seats_at(v_session) p on p.id = m.person
    join public.booking b on b.id = p.booking_id
    where b.member_id is null or not private.is_related(v_staff, private.home_of_booking(b))
    -- In one order, so that two who send at once never wait for each other for ever.
    order by m.person, m.at desc nulls first
  ), won as (
    insert into private.attendance_press as old (session_id, person_id, state, pressed_at)
    select v_session.id, said.person, said.state, said.at from said
    on conflict (session_id, person_id) do update set state = excluded.state, pressed_at = excluded.pressed_at
    where excluded.pressed_at > old.pressed_at
    returning person_id
  )
  select array_agg(person_id) into v_won from won;
  -- Statements of their own: they see what whoever was waited for has noted.
  delete from public.attendance a using private.attendance_press p
  where a.session_id = v_session.id and a.person_id = any (v_won) and p.session_id = a.session_id and p.person_id = a.person_id and p.state is null;
  insert into public.attendance (session_id, person_id, state, noted_at, noted_by)
  select p.session_id, p.person_id, p.state, p.pressed_at, v_staff.id
  from private.attendance_press p where p.session_id = v_session.id and p.person_id = any (v_won) and p.state is not null order by p.person_id
  on conflict (session_id, person_id) do update set state = excluded.state, noted_at = excluded.noted_at, noted_by = excluded.noted_by;
  return private.attendance_of(v_session);
end
$$;

-- Whoever nobody has noted did not come. Weaker than any press: one that is still on its way, from a phone on a slow net, wins.
create function private.mark_rest_absent(p_session uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_session public.occasion_session;
begin
  select * into v_session from public.occasion_session where id = p_session and cancelled_at is null;
  if v_session.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if v_session.starts_at > now() then
    return jsonb_build_object('ok', false, 'reason', 'too_early');
  end if;
  insert into private.attendance_press as old (session_id, person_id, state, pressed_at)
  select v_session.id, p.id, 'absent', v_session.starts_at - interval '12 hours'
  from private.seats_at(v_session) p join public.booking b on b.id = p.booking_id
  where b.member_id is null or not private.is_related(v_staff, private.home_of_booking(b))
  order by p.id
  -- What was taken back is older than this by a hair, and what was pressed after that is not.
  on conflict (session_id, person_id) do update set state = 'absent', pressed_at = old.pressed_at + interval '1 microsecond'
  where old.state is null;
  insert into public.attendance (session_id, person_id, state, noted_by)
  select p.session_id, p.person_id, p.state, v_staff.id from private.attendance_press p
  where p.session_id = v_session.id and p.state = 'absent' order by p.person_id
  on conflict (session_id, person_id) do nothing;
  return private.attendance_of(v_session);
end
$$;

-- By hand --------------------------------------------------------------------------------------------------------------

-- A home whose adults somebody wants to add: found by number, as homes are, and named, so it is in the log.
create function private.home_to_add(p_staff public.staff_member, p_home bigint, p_number bigint) returns public.household
language plpgsql security definer set search_path = ''
as $$
declare
  v_home public.household;
begin
  select now_is.* into v_home from public.household h join public.household now_is on now_is.id = private.home_now(h.id)
  where h.number = p_home and now_is.erased_at is null and not private.is_related(p_staff, h.id);
  if v_home.id is not null then
    perform private.log_listed(p_staff, array[v_home.id], p_number);
  end if;
  return v_home;
end
$$;
revoke execute on function private.home_to_add from public;

create function private.home_to_book(p_number bigint, p_home bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.home_to_add(v_staff, p_home, p_number);
begin
  if v_home.id is null then
    return jsonb_build_object('ok', false, 'reason', 'no_home');
  end if;
  return jsonb_build_object(
    'ok', true, 'home', v_home.number, 'protected', v_home.protected_at is not null,
    'isFor', coalesce((select private.is_for(o, v_home.id) from public.occasion o where o.number = p_number), false),
    'adults', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.first_name || ' ' || m.last_name) order by m.joined_at, m.first_name), '[]')
      from public.household_member m where m.household_id = v_home.id and m.left_at is null and m.accepted_at is not null
    )
  );
end
$$;

-- A booking for staff who change it, with its home's line in the log; refuses who is related to the home.
create function private.booking_to_change(p_staff public.staff_member, p_id uuid, p_what text) returns public.booking
language plpgsql security definer set search_path = ''
as $$
declare
  v_booking public.booking;
  v_home public.household;
begin
  select * into v_booking from public.booking where id = p_id and erased_at is null;
  select * into v_home from public.household where id = private.home_of_booking(v_booking);
  if v_booking.id is null or (v_home.id is not null and private.is_related(p_staff, v_home.id)) then
    raise exception 'not this booking for this person' using errcode = '42501';
  end if;
  if v_home.id is not null then
    perform private.log_access(p_staff, v_home.id, 'changed', private.ground_of(p_staff, v_home), p_what);
  end if;
  return v_booking;
end
$$;
revoke execute on function private.booking_to_change from public;

/*
 * Adds a visitor, or with `p_home` adults of a home. `p_door`: the session at which they stand: they are booked and there in one
 * act, past the line when `p_despite`, and never over what there is. `p_despite` also says yes to what overlaps and to who has booked
 * already by the same address; `p_may` to a home for which it is not, and to nothing else. All or nothing: a refusal leaves no line
 * that says otherwise.
 * Reasons: those of booking, no_home, line (a seat is free, and somebody waits for it), too_early.
 */
create function private.add_booking(
  p_number bigint, p_id uuid, p_form public.seat_form, p_session uuid, p_people jsonb, p_needs jsonb, p_home bigint, p_key_hash text,
  p_name text, p_email text, p_email_key text, p_organisation text, p_wait boolean, p_despite boolean, p_door uuid, p_may boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_new public.booking;
  v_answer jsonb;
  v_refused text;
begin
  v_new.id := p_id;
  v_new.form := p_form;
  v_new.session_id := p_session;
  v_home := case when p_home is not null then private.home_to_add(v_staff, p_home, p_number) end;
  if p_home is not null and v_home.id is null then
    return jsonb_build_object('ok', false, 'reason', 'no_home');
  end if;
  if exists (
    select from jsonb_array_elements(p_people) p left join public.household_member m on m.id = (p ->> 'member')::uuid
    where p ? 'member' and (m.household_id is distinct from v_home.id or m.left_at is not null or m.accepted_at is null)
  ) then
    raise exception 'somebody who is not of this home' using errcode = '42501';
  end if;
  if v_home.id is not null then
    select (p ->> 'member')::uuid into v_new.member_id from jsonb_array_elements(p_people) p where p ? 'member' limit 1;
    if v_new.member_id is null then
      return jsonb_build_object('ok', false, 'reason', 'no_adult');
    end if;
    perform private.log_access(v_staff, v_home.id, 'changed', private.ground_of(v_staff, v_home), 'booking_made');
  elsif not p_despite and exists (
    select from public.booking b join public.occasion o on o.id = b.occasion_id
    where o.number = p_number and b.state <> 'cancelled' and b.email_key = p_email_key and b.id <> p_id
  ) then
    return jsonb_build_object('ok', false, 'reason', 'booked_already');
  end if;
  if v_home.id is null then
    v_new.key_hash := p_key_hash;
    v_new.name := p_name;
    v_new.email := p_email;
    v_new.email_key := p_email_key;
    v_new.organisation := p_organisation;
  end if;

  v_answer := private.book(
    v_new, p_number, p_people, p_needs,
    v_home.id is null or p_may or coalesce((select private.is_for(o, v_home.id) from public.occasion o where o.number = p_number), false),
    p_wait and p_door is null, p_despite, 'staff', v_staff.id, now(), p_door is not null
  );
  if (v_answer ->> 'ok')::boolean and p_door is not null then
    v_answer := v_answer || jsonb_build_object('door', private.mark_attendance(p_door, (
      select jsonb_agg(jsonb_build_object('person', p.id, 'state', 'attended')) from public.booking_person p where p.booking_id = p_id
    )));
    if not (v_answer -> 'door' ->> 'ok')::boolean then
      v_answer := v_answer -> 'door';
    end if;
  elsif p_door is not null and v_answer ->> 'reason' = 'full' and (
    select case when p_session is null or o.is_slotted then private.seats_free(o, p_form) else private.session_free(o, p_session, p_form) end
    from public.occasion o where o.number = p_number
  ) >= jsonb_array_length(p_people) then
    v_answer := v_answer || jsonb_build_object('reason', 'line');
  end if;
  if not (v_answer ->> 'ok')::boolean then
    raise exception 'refused' using errcode = 'P0001', detail = v_answer::text;
  end if;
  return v_answer - 'door';
exception when raise_exception then
  get stacked diagnostics v_refused = pg_exception_detail;
  -- The answer tells something of the home too, and its line in the log went with the rest.
  if v_home.id is not null then
    perform private.log_listed(v_staff, array[v_home.id], p_number);
  end if;
  return v_refused::jsonb;
end
$$;

/*
 * Moves a booking to another occasion: a seat there and its seats here given on, both or neither. It is another booking from then
 * on, with a link of its own; the calendar takes away the one and gets the other. Reasons: those of booking, ended, over, same.
 */
create function private.move_booking(
  p_id uuid, p_to bigint, p_new uuid, p_form public.seat_form, p_session uuid, p_key_hash text, p_wait boolean, p_despite boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_from bigint;
  v_booking public.booking;
  v_new public.booking;
  v_people jsonb;
  v_needs jsonb;
  v_answer jsonb;
  v_refused text;
begin
  v_booking := private.booking_to_change(v_staff, p_id, 'booking_moved');
  select o.number into v_from from public.occasion o where o.id = v_booking.occasion_id;
  if v_from = p_to then
    raise exception 'refused' using errcode = 'P0001', detail = jsonb_build_object('ok', false, 'reason', 'same')::text;
  end if;
  -- Two who move between the same two occasions, in either direction, hold them in one order.
  perform private.hold_occasion(least(v_from, p_to));
  perform private.hold_occasion(greatest(v_from, p_to));
  -- Asked once more by the same press, perhaps at the same moment.
  if exists (select from public.booking b where b.id = p_new and b.state <> 'cancelled') then
    return private.booked_answer(p_new);
  end if;
  select * into v_booking from public.booking where id = p_id for update;
  if v_booking.state = 'cancelled' then
    raise exception 'refused' using errcode = 'P0001', detail = jsonb_build_object('ok', false, 'reason', 'ended')::text;
  end if;
  v_people := private.people_of_booking(p_id);
  select jsonb_strip_nulls(jsonb_build_object('access', n.access, 'accessText', n.access_text, 'food', n.food, 'question', n.question))
  into v_needs from private.booking_need n where n.booking_id = p_id;
  -- First what it leaves, or it would be in its own way where the two are at the same time.
  v_answer := private.cancel_booking(p_id, 'moved_away', 'staff', v_staff.id);
  if (v_answer ->> 'ok')::boolean then
    v_new.id := p_new;
    v_new.form := p_form;
    v_new.session_id := p_session;
    v_new.member_id := v_booking.member_id;
    v_new.name := v_booking.name;
    v_new.email := v_booking.email;
    v_new.email_key := v_booking.email_key;
    v_new.organisation := v_booking.organisation;
    v_new.key_hash := case when v_booking.member_id is null then p_key_hash end;
    v_answer := private.book(v_new, p_to, v_people, coalesce(v_needs, '{}'), true, p_wait, p_despite, 'staff', v_staff.id);
  end if;
  if not (v_answer ->> 'ok')::boolean then
    raise exception 'refused' using errcode = 'P0001', detail = v_answer::text;
  end if;
  return v_answer;
exception when raise_exception then
  get stacked diagnostics v_refused = pg_exception_detail;
  if v_booking.member_id is not null then
    perform private.log_listed(v_staff, array[private.home_of_booking(v_booking)], v_from);
  end if;
  return v_refused::jsonb;
end
$$;

create function private.cancel_by_hand(p_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_answer jsonb;
  v_refused text;
begin
  perform private.booking_to_change(v_staff, p_id, 'booking_cancelled');
  v_answer := private.cancel_booking(p_id, 'by_staff', 'staff', v_staff.id);
  -- What was not done is in no log either.
  if not (v_answer ->> 'ok')::boolean then
    raise exception 'refused' using errcode = 'P0001', detail = v_answer::text;
  end if;
  return v_answer;
exception when raise_exception then
  get stacked diagnostics v_refused = pg_exception_detail;
  return v_refused::jsonb;
end
$$;

-- What else lies ahead, for who wants to move somebody: the same activity first.
create function private.occasions_ahead(p_number bigint) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(private.occasion_facts(o) order by o.activity <> this.activity, o.starts_at, o.number)
    from public.occasion this join public.occasion o on o.id <> this.id and o.state = 'published' and o.ends_at > now()
    where this.number = p_number
  ), '[]');
end
$$;

-- How it went ----------------------------------------------------------------------------------------------------------

-- The occasions of a year that are over: what there was room for, how many were booked, and how many of them came. Who came to one of
-- several evenings came. Where nobody was noted it is not known who came, and nobody is counted as missing.
create function private.turnout(p_year integer) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', o.number, 'activity', o.activity, 'title', o.title, 'theme', o.theme, 'startsAt', o.starts_at,
      'seats', case when o.is_slotted then (select count(*) from public.occasion_session s where s.occasion_id = o.id and s.cancelled_at is null)
        else coalesce(o.digital_seats, 0) + coalesce(o.physical_seats, 0) end,
      'taken', case when o.is_slotted then booked.parties else booked.people end,
      'people', booked.people, 'came', booked.came, 'noted', booked.noted
    ) order by o.starts_at, o.number)
    from public.occasion o, lateral (
      select count(distinct b.id) as parties, count(p.id) as people, count(p.id) filter (where here.attended) as came,
        coalesce(bool_or(here.noted), false) as noted
      from public.booking b join public.booking_person p on p.booking_id = b.id, lateral (
        select coalesce(bool_or(a.state = 'attended'), false) as attended, count(*) > 0 as noted
        from public.attendance a where a.person_id = p.id
      ) here
      where b.occasion_id = o.id and b.state = 'booked'
    ) booked
    where o.state = 'published' and o.ends_at <= now()
      and extract(year from o.starts_at at time zone 'Europe/Stockholm') = p_year
  ), '[]');
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.participants(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.participants(p_number) $$;

create function public.occasion_needs(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.occasion_needs(p_number) $$;

create function public.mark_attendance(p_session uuid, p_marks text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_attendance(p_session, p_marks::jsonb) $$;

create function public.mark_rest_absent(p_session uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_rest_absent(p_session) $$;

create function public.home_to_book(p_number bigint, p_home bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.home_to_book(p_number, p_home) $$;

create function public.add_booking(
  p_number bigint, p_id uuid, p_form public.seat_form, p_people text, p_needs text, p_wait boolean, p_despite boolean,
  p_session uuid default null, p_home bigint default null, p_key_hash text default null, p_name text default null, p_email text default null,
  p_email_key text default null, p_organisation text default null, p_door uuid default null, p_may boolean default false
) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.add_booking(
    p_number, p_id, p_form, p_session, p_people::jsonb, p_needs::jsonb, p_home, p_key_hash, p_name, p_email, p_email_key, p_organisation,
    p_wait, p_despite, p_door, p_may
  )
$$;

create function public.move_booking(
  p_id uuid, p_to bigint, p_new uuid, p_form public.seat_form, p_wait boolean, p_despite boolean, p_session uuid default null,
  p_key_hash text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.move_booking(p_id, p_to, p_new, p_form, p_session, p_key_hash, p_wait, p_despite) $$;

create function public.cancel_by_hand(p_id uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.cancel_by_hand(p_id) $$;

create function public.occasions_ahead(p_number bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.occasions_ahead(p_number) $$;

create function public.turnout(p_year integer) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.turnout(p_year) $$;

revoke execute on function
  private.participants, public.participants, private.occasion_needs, public.occasion_needs, private.mark_attendance, public.mark_attendance,
  private.mark_rest_absent, public.mark_rest_absent, private.home_to_book, public.home_to_book, private.add_booking, public.add_booking, private.move_booking, public.move_booking,
  private.cancel_by_hand, public.cancel_by_hand, private.occasions_ahead, public.occasions_ahead, private.turnout, public.turnout
from public, anon, authenticated, service_role;
grant execute on function
  private.participants, public.participants, private.occasion_needs, public.occasion_needs, private.mark_attendance, public.mark_attendance,
  private.mark_rest_absent, public.mark_rest_absent, private.home_to_book, public.home_to_book, private.add_booking, public.add_booking, private.move_booking, public.move_booking,
  private.cancel_by_hand, public.cancel_by_hand, private.occasions_ahead, public.occasions_ahead, private.turnout, public.turnout
to authenticated;
