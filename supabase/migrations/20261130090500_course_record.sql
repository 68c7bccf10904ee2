-- What an adult has attended of each course, and what they need to finish it. A course is an activity whose rounds give a
-- certificate; its parts are the numbers of its sessions, and the same part of any round is the same part.

-- A name as it is compared: without regard to capitals and spaces.
create function private.name_key(p_name text) returns text
language sql immutable set search_path = ''
as $$ select lower(regexp_replace(btrim(normalize(p_name, nfc)), '\s+', ' ', 'g')) $$;

-- Who a guest is from one round to the next: the name under which they have booked from one address. Null: an adult of a home, a
-- child, or somebody who comes along.
create function private.guest_key(p_booking public.booking, p_person public.booking_person) returns text
language sql stable set search_path = ''
as $$
  select encode(sha256(convert_to(coalesce(p_booking.email_key, p_booking.id::text) || ' ' || private.name_key(p_person.name), 'UTF8')), 'hex')
  where p_booking.member_id is null and p_person.member_id is null and p_person.age is null and p_person.name is not null
$$;
revoke execute on function private.guest_key, private.name_key from public;

-- The round that says which parts a course has: the one with most parts among those that these adults have a seat in, or else
-- of all. Null: the activity gives no certificate.
create function private.course_round(p_activity text, p_members uuid[], p_guest text default null) returns public.occasion
language sql stable security definer set search_path = ''
as $$
  select o from public.occasion o
  where o.activity = p_activity and o.gives_certificate and not o.is_slotted and o.published_at is not null
  order by
    exists (
      select from public.booking b join public.booking_person p on p.booking_id = b.id
      where b.occasion_id = o.id and b.state = 'booked' and b.session_id is null
        and (p.member_id = any (p_members) or private.guest_key(b, p) = p_guest)
    ) desc,
    o.state = 'published' desc, (select count(*) from public.occasion_session s where s.occasion_id = o.id) desc, o.starts_at desc nulls last, o.number desc
  limit 1
$$;
revoke execute on function private.course_round from public;

-- A part that was called off is still needed for as long as another round holds it.
create function private.course_parts(p_round public.occasion) returns smallint[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(s.part order by s.part), '{}') from public.occasion_session s
  where s.occasion_id = p_round.id and (s.cancelled_at is null or exists (
    select from public.occasion_session other join public.occasion o on o.id = other.occasion_id
    where o.activity = p_round.activity and o.published_at is not null and o.cancelled_at is null and other.part = s.part
      and other.cancelled_at is null
  ))
$$;
revoke execute on function private.course_parts from public;

-- Each part by itself, as it stands for an adult: attended, booked ahead, missed, not noted yet, or remaining; `form` is how the
-- evening is to them, whatever the seat.
create function private.parts_of_course(p_activity text, p_members uuid[], p_parts smallint[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'part', part.nr, 'state', coalesce(best.state, 'remaining'), 'occasion', best.number, 'booking', best.booking,
    'startsAt', best.starts_at, 'endsAt', best.ends_at, 'form', best.form
  )) order by part.nr), '[]')
  from unnest(p_parts) part (nr)
  left join lateral (
    select o.number, b.id as booking, s.starts_at, s.ends_at, stands.state,
      case when s.form = 'hybrid' then b.form::text else s.form::text end as form
    from public.occasion o
    join public.occasion_session s on s.occasion_id = o.id and s.part = part.nr
    join public.booking b on b.occasion_id = o.id and b.state = 'booked' and (b.session_id is null or b.session_id = s.id)
    join public.booking_person p on p.booking_id = b.id and p.member_id = any (p_members)
    left join public.attendance a on a.session_id = s.id and a.person_id = p.id
    cross join lateral (
      select case
        when a.state = 'attended' then 'attended'
        when s.cancelled_at is not null or o.state <> 'published' then null
        when s.ends_at > now() and a.state is null then 'booked'
        when a.state = 'absent' then 'missed'
        else 'unnoted'
      end as state
    ) stands
    where o.activity = p_activity and not o.is_slotted and stands.state is not null
    order by array_position(array['attended', 'booked', 'unnoted', 'missed'], stands.state), s.starts_at limit 1
  ) best on true
$$;
revoke execute on function private.parts_of_course from public;

create function private.session_room(p_occasion public.occasion, p_session public.occasion_session, p_form public.seat_form) returns integer
language sql stable security definer set search_path = ''
as $$
  select case
    when private.not_bookable(p_occasion, p_session.starts_at) is not null or not private.seat_suits(p_occasion, p_session, p_form)
      or private.in_line(p_occasion.id, p_form) > 0 then 0
    else greatest(coalesce(private.session_free(p_occasion, p_session.id, p_form), 0), 0)
  end
$$;

-- The rounds ahead that this home may book and the adult has no seat or place in line in: what is free of each as a whole, and of
-- each session for who comes to that one alone. Whoever comes new stands behind the line.
create function private.rounds_of_course(p_activity text, p_household uuid, p_members uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'occasion', o.number, 'title', o.title, 'startsAt', o.starts_at, 'place', o.place,
    'isWhole', private.not_bookable(o, o.starts_at) is null,
    'digital', coalesce((private.form_facts(o, 'digital') ->> 'free')::integer, 0),
    'physical', coalesce((private.form_facts(o, 'physical') ->> 'free')::integer, 0),
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'part', s.part, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form, 'place', coalesce(s.place, o.place),
        'digital', private.session_room(o, s, 'digital'), 'physical', private.session_room(o, s, 'physical')
      ) order by s.starts_at, s.part), '[]')
      from public.occasion_session s where s.occasion_id = o.id and s.cancelled_at is null
    )
  ) order by o.starts_at, o.number), '[]')
  from public.occasion o
  where o.activity = p_activity and o.state = 'published' and not o.is_slotted and o.ends_at > now()
    and private.is_for(o, p_household)
    and not exists (
      select from public.booking b join public.booking_person p on p.booking_id = b.id
      where b.occasion_id = o.id and b.state <> 'cancelled' and b.session_id is null and p.member_id = any (p_members)
    )
$$;

revoke execute on function private.rounds_of_course, private.session_room from public;

-- One course for one adult. Null: it gives no certificate.
create function private.course_of(p_me public.household_member, p_activity text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'activity', p_activity, 'title', r.title,
    'parts', private.parts_of_course(p_activity, own.ids, private.course_parts(r))
  )
  from (select private.course_round(p_activity, array(select id from private.rows_of_person(p_me))) as round) found,
    lateral (select (found.round).*) r, (select array(select id from private.rows_of_person(p_me)) as ids) own
  where r.id is not null
$$;
revoke execute on function private.course_of from public;

-- The courses that say something to this adult: what they have a seat in or have attended, and what lies ahead for their home.
create function private.course_activities(p_me public.household_member) returns setof text
language sql stable security definer set search_path = ''
as $$
  select o.activity from public.occasion o
  where o.gives_certificate and not o.is_slotted and o.published_at is not null and (
    (o.state = 'published' and o.ends_at > now() and private.is_for(o, p_me.household_id))
    or exists (
      select from public.occasion mine
      join public.booking b on b.occasion_id = mine.id and b.state = 'booked'
      join public.booking_person p on p.booking_id = b.id
      where mine.activity = o.activity and p.member_id in (select id from private.rows_of_person(p_me))
    )
  )
  group by o.activity order by min(o.number)
$$;
revoke execute on function private.course_activities from public;

-- How much of the course other adults of the home have attended, in the bookings that this one has made or is named in as well: the
-- number alone. What others have for themselves is theirs.
create function private.beside_in_course(p_me public.household_member, p_activity text, p_parts smallint[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('name', beside.name, 'attended', beside.attended, 'of', cardinality(p_parts)) order by beside.name), '[]')
  from (
    select m.first_name as name, count(distinct s.part) filter (where a.state = 'attended' and s.part = any (p_parts)) as attended
    from public.household_member m
    join public.booking_person theirs on theirs.member_id = m.id
    join public.booking b on b.id = theirs.booking_id and b.state = 'booked'
    join public.occasion o on o.id = b.occasion_id and o.activity = p_activity
    left join public.attendance a on a.person_id = theirs.id
    left join public.occasion_session s on s.id = a.session_id
    where m.household_id = p_me.household_id and m.id <> p_me.id and m.left_at is null and (
      b.member_id = p_me.id
      or exists (select from public.booking_person mine where mine.booking_id = b.id and mine.member_id = p_me.id)
    )
    group by m.id
  ) beside
$$;
revoke execute on function private.beside_in_course from public;

-- When the adult already has a seat somewhere, whatever it is.
create function private.times_of(p_members uuid[]) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(distinct jsonb_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at)), '[]')
  from public.booking_person p
  join public.booking b on b.id = p.booking_id and b.state = 'booked'
  join public.occasion o on o.id = b.occasion_id and o.state = 'published'
  join public.occasion_session s on s.occasion_id = o.id and s.cancelled_at is null and s.ends_at > now()
    and (b.session_id = s.id or (b.session_id is null and not o.is_slotted))
  where p.member_id = any (p_members)
$$;
revoke execute on function private.times_of from public;

create function private.my_course_record() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
  v_mine constant uuid[] := array(select id from private.rows_of_person(v_me));
begin
  return jsonb_build_object(
    'me', v_me.id,
    -- With whom one can book.
    'adults', coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.first_name) order by m.joined_at, m.id) from public.household_member m
      where m.household_id = v_me.household_id and m.id <> v_me.id and m.left_at is null and m.accepted_at is not null
    ), '[]'),
    'courses', coalesce((
      select jsonb_agg(course.told || jsonb_build_object(
        'rounds', private.rounds_of_course(activity, v_me.household_id, v_mine),
        'beside', private.beside_in_course(
          v_me, activity, array(select (part ->> 'part')::smallint from jsonb_array_elements(course.told -> 'parts') part)
        )
      ) order by nr)
      from private.course_activities(v_me) with ordinality found (activity, nr),
        lateral (select private.course_of(v_me, activity) as told) course
    ), '[]'),
    'busy', private.times_of(v_mine),
    'certificates', private.certificates_of(v_me)
  );
end
$$;

create function public.my_course_record() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.my_course_record() $$;

revoke execute on function private.my_course_record, public.my_course_record from public, anon, authenticated, service_role;
grant execute on function private.my_course_record, public.my_course_record to authenticated;
