-- What is done with a booking, whoever does it: made, changed, ended, and a place in line answered. Each takes the occasion
-- held, looks once more, and answers { ok } or a reason.

-- What the website never sends is refused as it stands, before anything is made of it. (A crowd is told so: see refused_people.)
create function private.require_people(p_people jsonb) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if jsonb_typeof(p_people) is distinct from 'array' or (
    jsonb_array_length(p_people) <= 20 and (
      exists (
        select from jsonb_array_elements(p_people) p
        where not case
          when jsonb_typeof(p) <> 'object' then false
          when (select count(*) from jsonb_object_keys(p)) > 1 then false
          when p ? 'member' then (p ->> 'member') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and jsonb_typeof(p -> 'member') = 'string'
          when p ? 'name' then jsonb_typeof(p -> 'name') = 'string' and length(p ->> 'name') <= 100 and btrim(p ->> 'name') <> ''
          when p ? 'age' then jsonb_typeof(p -> 'age') = 'number' and (p ->> 'age') ~ '^(1?[0-9]|2[0-5])$'
          else p = '{}'
        end
      )
      or (select count(p ->> 'member') > count(distinct p ->> 'member') from jsonb_array_elements(p_people) p)
    )
  ) then
    raise exception 'people who cannot be' using errcode = '22023';
  end if;
end
$$;
revoke execute on function private.require_people from public;

-- Who has the seats, in order: adults of a home {"member": id}, others {"name": …} or {} for who comes along, children {"age": n}.
-- Who had one already keeps that one, and with it what was noted at the door.
create function private.set_people(p_booking uuid, p_people jsonb) returns void
language sql security definer set search_path = ''
as $$
  with said as (
    select person.ord::smallint as ord, m.id as member_id, (person.said ->> 'age')::smallint as age,
      case when m.id is null then person.said ->> 'name' else m.first_name || ' ' || m.last_name end as name,
      row_number() over (partition by m.id, case when m.id is null then person.said ->> 'name' end, person.said ->> 'age' order by person.ord) as nr
    from jsonb_array_elements(p_people) with ordinality person (said, ord)
    left join public.household_member m on m.id = (person.said ->> 'member')::uuid
  ), had as (
    select p.*, row_number() over (partition by p.member_id, case when p.member_id is null then p.name end, p.age order by p.ord) as nr
    from public.booking_person p where p.booking_id = p_booking
  ), kept as (
    update public.booking_person p set ord = s.ord
    from had h join said s on h.member_id is not distinct from s.member_id and h.age is not distinct from s.age and h.nr = s.nr
      and (h.member_id is not null or h.name is not distinct from s.name)
    where p.id = h.id returning p.id, p.ord
  ), gone as (
    delete from public.booking_person p where p.booking_id = p_booking and not exists (select from kept k where k.id = p.id)
  )
  insert into public.booking_person (booking_id, ord, member_id, name, age)
  select p_booking, s.ord, s.member_id, s.name, s.age from said s where not exists (select from kept k where k.ord = s.ord)
$$;
revoke execute on function private.set_people from public;

create function private.people_of_booking(p_booking uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
    'member', p.member_id, 'name', case when p.member_id is null then p.name end, 'age', p.age
  )) order by p.ord), '[]')
  from public.booking_person p where p.booking_id = p_booking
$$;
revoke execute on function private.people_of_booking from public;

create function private.set_needs(p_booking uuid, p_needs jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if jsonb_typeof(p_needs) is distinct from 'object'
    or exists (
      select from jsonb_each(p_needs) n
      where not case n.key
        when 'access' then jsonb_typeof(n.value) = 'array'
          and n.value <@ '["hearing_loop", "interpreter", "step_free", "captions", "other"]' and jsonb_array_length(n.value) <= 5
        when 'accessText' then jsonb_typeof(n.value) = 'string' and length(n.value #>> '{}') <= 500
        when 'food' then jsonb_typeof(n.value) = 'string' and length(n.value #>> '{}') <= 500
        when 'question' then jsonb_typeof(n.value) = 'string' and length(n.value #>> '{}') <= 1000
        else false
      end
    ) then
    raise exception 'needs that cannot be' using errcode = '22023';
  end if;
  insert into private.booking_need (booking_id, access, access_text, food, question)
  select p_booking, array(select jsonb_array_elements_text(coalesce(p_needs -> 'access', '[]'))),
    nullif(p_needs ->> 'accessText', ''), nullif(p_needs ->> 'food', ''), nullif(p_needs ->> 'question', '')
  on conflict (booking_id) do update
  set access = excluded.access, access_text = excluded.access_text, food = excluded.food, question = excluded.question;
end
$$;
revoke execute on function private.set_needs from public;

-- Afterwards, by who booked: for as long as they are expected.
create function private.change_needs(p_booking public.booking, p_needs jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  if p_booking.state = 'cancelled' then
    return jsonb_build_object('ok', false, 'reason', 'ended');
  end if;
  if exists (
    select from public.occasion o left join public.occasion_session s on s.id = p_booking.session_id
    where o.id = p_booking.occasion_id and coalesce(s.ends_at, o.ends_at) <= now()
  ) then
    return jsonb_build_object('ok', false, 'reason', 'over');
  end if;
  perform private.set_needs(p_booking.id, p_needs);
  return jsonb_build_object('ok', true);
end
$$;
revoke execute on function private.change_needs from public;

-- Whether so many may have seats: some adult, no child where none is taken, no more than a party.
create function private.refused_people(p_occasion public.occasion, p_people jsonb) returns text
language sql immutable set search_path = ''
as $$
  select case
    when jsonb_array_length(p_people) > p_occasion.largest_party then 'too_many'
    when not exists (select from jsonb_array_elements(p_people) p where not p ? 'age') then 'no_adult'
    when not p_occasion.takes_children and exists (select from jsonb_array_elements(p_people) p where p ? 'age') then 'no_children'
  end
$$;
revoke execute on function private.refused_people from public;

-- How many seats a party takes of an occasion: in a slotted one the slot, however many they are.
create function private.need_of(p_occasion public.occasion, p_people jsonb) returns integer
language sql immutable set search_path = ''
as $$ select case when p_occasion.is_slotted then 1 else jsonb_array_length(p_people) end $$;
revoke execute on function private.need_of from public;

-- Why so many seats can never be had in that form, however long one waits.
create function private.never_fits(p_occasion public.occasion, p_form public.seat_form, p_seats integer) returns text
language sql stable security definer set search_path = ''
as $$
  select case
    when p_occasion.is_slotted then case when private.seats_free(p_occasion, p_form) is null then 'not_this_form' end
    when held.seats is null then 'not_this_form'
    when p_seats > nullif(held.seats, 0) then 'too_many'
  end
  from (select case p_form when 'digital' then p_occasion.digital_seats else p_occasion.physical_seats end as seats) held
$$;
revoke execute on function private.never_fits from public;

-- When what is booked begins: the session, for who waits for a slot the last one, or all of it.
create function private.begins(p_occasion public.occasion, p_session uuid default null) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select case
    when p_session is null and not p_occasion.is_slotted then p_occasion.starts_at
    else (
      select max(s.starts_at) from public.occasion_session s
      where s.occasion_id = p_occasion.id and case when p_session is null then s.cancelled_at is null else s.id = p_session end
    )
  end
$$;
revoke execute on function private.begins from public;

-- Who waits in line before whoever comes now. What has begun is waited for no more.
create function private.turns_before(p_occasion public.occasion, p_form public.seat_form, p_now timestamptz) returns integer
language sql stable security definer set search_path = ''
as $$ select case when private.begins(p_occasion) <= p_now then 0 else private.in_line(p_occasion.id, p_form) end $$;
revoke execute on function private.turns_before from public;

-- Whether one of these adults has a seat there, or waits for one, by another booking.
create function private.is_there_already(p_occasion public.occasion, p_session uuid, p_people jsonb, p_but uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.booking b join public.booking_person p on p.booking_id = b.id
    join jsonb_array_elements(p_people) who on (who ->> 'member')::uuid = p.member_id
    where b.occasion_id = p_occasion.id and b.state <> 'cancelled' and b.id <> p_but
      and (p_occasion.is_slotted or b.session_id is null or p_session is null or b.session_id = p_session)
  ) or exists (
    select from public.seat_wish w, jsonb_array_elements(w.people) wished
    join jsonb_array_elements(p_people) who on who ->> 'member' = wished ->> 'member'
    where w.occasion_id = p_occasion.id and w.state in ('waiting', 'offered') and w.booking_id <> p_but
  )
$$;
revoke execute on function private.is_there_already from public;

create function private.into_line(p_occasion public.occasion, p_booking uuid, p_form public.seat_form, p_people jsonb, p_need integer) returns void
language sql security definer set search_path = ''
as $$
  insert into public.seat_wish (booking_id, occasion_id, form, people, need) values (p_booking, p_occasion.id, p_form, p_people, p_need)
$$;
revoke execute on function private.into_line from public;

-- Other occasions at the same time where these adults have seats, as far as `p_me` knows of it: what another adult of the home
-- has for themselves is theirs. Null: staff.
create function private.overlaps(p_occasion public.occasion, p_session uuid, p_me uuid, p_people jsonb) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_agg(distinct jsonb_build_object('occasion', o.number, 'title', o.title, 'startsAt', s.starts_at))
  from public.occasion_session mine
  join public.occasion_session s on s.starts_at < mine.ends_at and s.ends_at > mine.starts_at and s.cancelled_at is null
  join public.occasion o on o.id = s.occasion_id and o.id <> p_occasion.id and o.state = 'published'
  join public.booking b on b.occasion_id = o.id and b.state = 'booked' and (b.session_id = s.id or (b.session_id is null and not o.is_slotted))
  join public.booking_person p on p.booking_id = b.id
  join jsonb_array_elements(p_people) who on (who ->> 'member')::uuid = p.member_id
  where mine.occasion_id = p_occasion.id and mine.cancelled_at is null and (p_session is null or mine.id = p_session)
    and (p_session is not null or not p_occasion.is_slotted)
    and (
      p_me is null or b.member_id = p_me
      or exists (select from public.booking_person i where i.booking_id = b.id and i.member_id = p_me)
    )
$$;
revoke execute on function private.overlaps from public;

-- What is said of a booking that stands: the same when it was made now, or by the same press before.
create function private.booked_answer(p_booking uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('ok', true, 'booking', b.id, 'state', b.state, 'form', b.form)
  from public.booking b where b.id = p_booking
$$;
revoke execute on function private.booked_answer from public;

-- The adults of the home, the children's ages and how many others they are, in whatever order they are named.
create function private.party_of(p_people jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select array(
    select coalesce(who ->> 'member', who ->> 'age', '') from jsonb_array_elements(p_people) who order by 1
  )
$$;
revoke execute on function private.party_of from public;

-- Whether a press asks for something else than it did the first time. A slot that was waited for may have come since.
create function private.asks_otherwise(p_old public.booking, p_new public.booking, p_people jsonb) returns boolean
language sql stable security definer set search_path = ''
as $$
  select (p_old.email_key, p_old.form) is distinct from (p_new.email_key, p_new.form)
    or (p_old.session_id <> p_new.session_id and p_old.state = 'booked')
    or private.party_of(private.people_of_booking(p_old.id)) <> private.party_of(p_people)
$$;
revoke execute on function private.asks_otherwise from public;

/*
 * Books. `p_new` holds id, form, session (a slot, or the one that is made up for), and whose it is; `p_may` whether the occasion
 * is for them; `p_wait` whether a place in line is welcome when it is full. A session of one's own in a course that is not slotted
 * is never waited for. Reasons: cancelled, not_published, begun, closed, not_open_yet, not_for_you, not_this_form, too_many,
 * no_adult, no_children, booked_already, overlaps (with what), slot_taken, full; of a press that has booked already: ended, booked_otherwise.
 * `p_at_door`: who is booked stands there. They are sent nothing, and with `p_despite` they are let in to a seat that is free although
 * somebody waits in line; never to one that is not.
 */
create function private.book(
  p_new public.booking, p_number bigint, p_people jsonb, p_needs jsonb, p_may boolean, p_wait boolean, p_despite boolean,
  p_actor public.actor_kind, p_staff uuid default null, p_now timestamptz default now(), p_at_door boolean default false
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion constant public.occasion := private.hold_occasion(p_number, p_now);
  v_old public.booking;
  v_session public.occasion_session;
  v_from timestamptz;
  v_why text;
  v_free integer;
  v_need integer;
  v_in_line integer;
  v_makes_up constant boolean := p_new.session_id is not null and not v_occasion.is_slotted;
  v_overlaps jsonb;
  v_waits boolean;
begin
  perform private.require_people(p_people);
  select * into v_old from public.booking where id = p_new.id;
  if v_old.id is not null then
    if (v_old.key_hash, v_old.member_id, v_old.occasion_id) is distinct from (p_new.key_hash, p_new.member_id, v_occasion.id) then
      raise exception 'not this booking for this person' using errcode = '42501';
    end if;
    -- The same press says again what it made. Whoever went back and asks for something else is told that it is not what they have.
    return case
      when v_old.state = 'cancelled' then jsonb_build_object('ok', false, 'reason', 'ended')
      when private.asks_otherwise(v_old, p_new, p_people) then jsonb_build_object('ok', false, 'reason', 'booked_otherwise')
      else private.booked_answer(v_old.id) end;
  end if;
  if v_occasion.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_published');
  end if;
  if p_new.session_id is not null then
    select * into v_session from public.occasion_session
    where id = p_new.session_id and occasion_id = v_occasion.id and cancelled_at is null;
    v_from := v_session.starts_at;
  else
    v_from := private.begins(v_occasion);
  end if;
  -- Staff book after the closing too, and who stands at the door when it has begun; never what is over.
  v_why := private.not_bookable(
    v_occasion, case when p_actor = 'staff' then coalesce(v_session.ends_at, v_occasion.ends_at) else v_from end, p_now
  );
  v_why := case when p_actor = 'staff' and v_why in ('closed', 'not_open_yet') then null else v_why end;
  v_why := coalesce(
    v_why,
    case when not p_may then 'not_for_you' end,
    private.refused_people(v_occasion, p_people)
  );
  if v_why is not null then
    return jsonb_build_object('ok', false, 'reason', v_why);
  end if;
  -- A visitor who books twice is sent the link of the first; what this page answers tells nobody whether there was one.
  select b.* into v_old from public.booking b
  where b.occasion_id = v_occasion.id and b.state <> 'cancelled' and b.email_key = p_new.email_key
    and p_actor <> 'staff' order by b.created_at limit 1;
  if v_old.id is null and private.is_there_already(v_occasion, p_new.session_id, p_people, p_new.id) then
    return jsonb_build_object('ok', false, 'reason', 'booked_already');
  end if;
  v_overlaps := private.overlaps(v_occasion, p_new.session_id, case when p_actor <> 'staff' then p_new.member_id end, p_people);
  if v_overlaps is not null and not p_despite then
    return jsonb_build_object('ok', false, 'reason', 'overlaps', 'with', v_overlaps);
  end if;

  v_need := private.need_of(v_occasion, p_people);
  v_why := case
    when v_makes_up and not private.seat_suits(v_occasion, v_session, p_new.form) then 'not_this_form'
    else private.never_fits(v_occasion, p_new.form, v_need)
  end;
  if v_why is not null then
    return jsonb_build_object('ok', false, 'reason', v_why);
  end if;
  v_free := case
    when v_makes_up then private.session_free(v_occasion, v_session.id, p_new.form) else private.seats_free(v_occasion, p_new.form, p_now)
  end;
  v_in_line := private.turns_before(v_occasion, p_new.form, p_now);
  v_waits := v_free < v_need or (v_in_line > 0 and not (p_at_door and p_despite));
  if v_waits and (not p_wait or v_makes_up) then
    return jsonb_build_object('ok', false, 'reason', 'full', 'inLine', v_in_line);
  end if;
  if not v_waits and v_occasion.is_slotted and not private.slot_is_free(v_occasion, p_new.session_id, p_new.form, p_now) then
    return jsonb_build_object('ok', false, 'reason', 'slot_taken');
  end if;
  if v_old.id is not null then
    perform private.tell_booked(v_old.id, 'booking_link', '{}', p_now);
    return jsonb_build_object(
      'ok', true, 'booking', p_new.id, 'state', case when v_waits then 'waiting' else 'booked' end, 'form', p_new.form
    );
  end if;

  insert into public.booking (
    id, occasion_id, session_id, is_slot, state, form, seats, member_id, key_hash, name, email, email_key, organisation, by_staff,
    created_at, booked_at
  ) values (
    p_new.id, v_occasion.id, case when v_waits then null else p_new.session_id end, v_occasion.is_slotted,
    case when v_waits then 'waiting' else 'booked' end::public.booking_state, p_new.form, jsonb_array_length(p_people), p_new.member_id,
    p_new.key_hash, p_new.name, p_new.email, p_new.email_key, p_new.organisation, p_actor = 'staff', p_now,
    case when not v_waits then p_now end
  );
  perform private.set_people(p_new.id, p_people);
  if p_needs <> '{}' then
    perform private.set_needs(p_new.id, p_needs);
  end if;
  if v_waits then
    perform private.into_line(v_occasion, p_new.id, p_new.form, p_people, v_need);
  end if;
  perform private.note_booking(
    p_new.id, case when v_waits then 'into_line' else 'booked' end, p_actor, p_staff,
    jsonb_build_object('form', p_new.form, 'seats', jsonb_array_length(p_people))
  );
  if not p_at_door then
    perform private.tell_booked(
      p_new.id, case when v_waits then 'booking_waiting' else 'booking_confirmed' end::public.mail_template, '{}', p_now
    );
  end if;
  -- Seats that are free with a line before them: who stands first may be served by what is free.
  if v_waits then
    perform private.follow_line(v_occasion, p_now);
  end if;
  return private.booked_answer(p_new.id);
end
$$;
revoke execute on function private.book from public;

-- Gives a booking other seats than it has. The occasion is held and there is room; what it leaves is whoever calls to pass on.
create function private.take_seats(
  p_booking public.booking, p_form public.seat_form, p_people jsonb, p_session uuid, p_now timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.booking
  set state = 'booked', form = p_form, seats = jsonb_array_length(p_people), booked_at = coalesce(booked_at, p_now),
      session_id = coalesce(p_session, session_id), sequence = sequence + 1
  where id = p_booking.id;
  perform private.set_people(p_booking.id, p_people);
end
$$;
revoke execute on function private.take_seats from public;

create function private.leave_line_quietly(p_booking uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.seat_wish set state = 'left', settled_at = p_now where booking_id = p_booking and state in ('waiting', 'offered');
  return found;
end
$$;
revoke execute on function private.leave_line_quietly from public;

/*
 * Another form, other people, another slot. What takes no more seats happens at once; what does takes those that are free, or with
 * `p_wait` a place in line, and keeps what it has. A place in line can be made smaller, and keeps its turn. `p_session` is another
 * slot; a booking of a whole course, or of one evening of it, stays that.
 * Reasons: those of booking, and too_late (the form cannot be changed any more), same (nothing is other than before).
 */
create function private.change_booking(
  p_id uuid, p_form public.seat_form, p_people jsonb, p_session uuid, p_wait boolean, p_actor public.actor_kind,
  p_staff uuid default null, p_now timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion constant public.occasion := private.hold_occasion_of(p_id, p_now);
  v_booking public.booking;
  v_session public.occasion_session;
  v_wish public.seat_wish;
  v_why text;
  v_need integer;
  v_free integer;
  v_in_line integer;
begin
  perform private.require_people(p_people);
  select * into v_booking from public.booking where id = p_id for update;
  if v_booking.id is null or v_booking.state = 'cancelled' then
    return jsonb_build_object('ok', false, 'reason', 'ended');
  end if;
  if p_session is not null and p_session is distinct from v_booking.session_id and not v_occasion.is_slotted then
    raise exception 'another session is another booking' using errcode = '22023';
  end if;
  select * into v_session from public.occasion_session where id = v_booking.session_id;
  v_why := case
    when v_occasion.state = 'cancelled' then 'cancelled'
    when private.begins(v_occasion, v_session.id) <= p_now and p_actor <> 'staff' then 'begun'
    when p_form <> v_booking.form and v_occasion.switch_until <= p_now and p_actor <> 'staff' then 'too_late'
    -- What is more than there was is booked anew.
    when p_actor <> 'staff' and (
      (jsonb_array_length(p_people) > v_booking.seats and not v_occasion.is_slotted) or (v_booking.state = 'waiting' and p_form <> v_booking.form)
    ) then private.not_bookable(v_occasion, private.begins(v_occasion, v_session.id), p_now)
  end;
  v_why := coalesce(
    v_why,
    private.refused_people(v_occasion, p_people),
    case when private.is_there_already(v_occasion, v_booking.session_id, p_people, p_id) then 'booked_already' end
  );
  if v_why is not null then
    return jsonb_build_object('ok', false, 'reason', v_why);
  end if;
  select * into v_wish from public.seat_wish where booking_id = p_id and state in ('waiting', 'offered');

  if v_booking.state = 'waiting' then
    v_need := private.need_of(v_occasion, p_people);
    if p_form = v_wish.form and p_people = v_wish.people then
      return jsonb_build_object('ok', false, 'reason', 'same');
    end if;
    -- Fewer keep their turn, and what they are offered; others begin again at the end of the line.
    if p_form = v_wish.form and v_need <= v_wish.need then
      update public.seat_wish set people = p_people, need = v_need where id = v_wish.id;
    else
      v_why := private.never_fits(v_occasion, p_form, v_need);
      if v_why is not null then
        return jsonb_build_object('ok', false, 'reason', v_why);
      end if;
      perform private.leave_line_quietly(p_id, p_now);
      perform private.into_line(v_occasion, p_id, p_form, p_people, v_need);
    end if;
    update public.booking set form = p_form, seats = jsonb_array_length(p_people) where id = p_id;
    perform private.set_people(p_id, p_people);
    perform private.note_booking(p_id, 'line_changed', p_actor, p_staff, jsonb_build_object('form', p_form, 'seats', jsonb_array_length(p_people)));
    perform private.follow_line(v_occasion, p_now);
    return private.booked_answer(p_id);
  end if;

  if v_occasion.is_slotted and p_session <> v_booking.session_id then
    v_why := case when not private.slot_is_free(v_occasion, p_session, p_form, p_now) then 'slot_taken' end;
  elsif v_session.id is not null and not private.seat_suits(v_occasion, v_session, p_form) then
    v_why := 'not_this_form';
  end if;
  if v_why is not null then
    return jsonb_build_object('ok', false, 'reason', v_why);
  end if;
  v_need := case
    when v_occasion.is_slotted then 0
    when p_form = v_booking.form then jsonb_array_length(p_people) - v_booking.seats
    else jsonb_array_length(p_people)
  end;
  if v_need > 0 then
    v_why := private.never_fits(v_occasion, p_form, jsonb_array_length(p_people));
    if v_why is not null then
      return jsonb_build_object('ok', false, 'reason', v_why);
    end if;
    v_free := case
      when v_session.id is not null then private.session_free(v_occasion, v_session.id, p_form)
      else private.seats_free(v_occasion, p_form, p_now)
    end;
    v_in_line := private.turns_before(v_occasion, p_form, p_now);
    if v_free < v_need or v_in_line > 0 then
      if not p_wait or v_session.id is not null then
        return jsonb_build_object('ok', false, 'reason', 'full', 'inLine', v_in_line);
      end if;
      perform private.leave_line_quietly(p_id, p_now);
      perform private.into_line(v_occasion, p_id, p_form, p_people, v_need);
      perform private.note_booking(p_id, 'into_line', p_actor, p_staff, jsonb_build_object('form', p_form, 'seats', jsonb_array_length(p_people)));
      perform private.tell_booked(p_id, 'booking_waiting', '{}', p_now);
      perform private.follow_line(v_occasion, p_now);
      return private.booked_answer(p_id);
    end if;
  end if;
  if p_form = v_booking.form and p_people = private.people_of_booking(p_id) and p_session is not distinct from coalesce(v_booking.session_id, p_session) then
    return jsonb_build_object('ok', false, 'reason', 'same');
  end if;
  perform private.leave_line_quietly(p_id, p_now);
  perform private.take_seats(v_booking, p_form, p_people, p_session, p_now);
  perform private.note_booking(p_id, 'changed', p_actor, p_staff, jsonb_build_object('form', p_form, 'seats', jsonb_array_length(p_people)));
  perform private.tell_booked(p_id, 'booking_changed', '{}', p_now);
  perform private.follow_line(v_occasion, p_now);
  return private.booked_answer(p_id);
end
$$;
revoke execute on function private.change_booking from public;

-- Ends a booking, and gives its seats on in the same breath. What has been is not ended. Twice is once.
create function private.cancel_booking(
  p_id uuid, p_why public.booking_end, p_actor public.actor_kind, p_staff uuid default null, p_now timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion constant public.occasion := private.hold_occasion_of(p_id, p_now);
  v_booking public.booking;
begin
  select * into v_booking from public.booking where id = p_id for update;
  if v_booking.id is null then
    return jsonb_build_object('ok', false, 'reason', 'ended');
  end if;
  if v_booking.state = 'cancelled' then
    return jsonb_build_object('ok', true);
  end if;
  if coalesce((select s.ends_at from public.occasion_session s where s.id = v_booking.session_id), v_occasion.ends_at) <= p_now then
    return jsonb_build_object('ok', false, 'reason', 'over');
  end if;
  perform private.leave_line_quietly(p_id, p_now);
  update public.booking set state = 'cancelled', ended_at = p_now, ended_why = p_why, sequence = sequence + 1 where id = p_id;
  perform private.note_booking(p_id, p_why::text, p_actor, p_staff);
  perform private.tell_booked(p_id, 'booking_cancelled', jsonb_build_object('why', p_why, 'had', v_booking.state), p_now);
  perform private.follow_line(v_occasion, p_now);
  return jsonb_build_object('ok', true);
end
$$;
revoke execute on function private.cancel_booking from public;

-- Takes what is offered or passes it on. Taken twice is taken once. Reasons: no_offer (answered, over, or withdrawn), ended.
create function private.answer_offer(p_id uuid, p_yes boolean, p_actor public.actor_kind, p_staff uuid default null, p_now timestamptz default now())
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion constant public.occasion := private.hold_occasion_of(p_id, p_now);
  v_booking public.booking;
  v_wish public.seat_wish;
begin
  select * into v_booking from public.booking where id = p_id for update;
  select * into v_wish from public.seat_wish where booking_id = p_id and state = 'offered';
  if p_yes and v_booking.state = 'booked' and v_wish.id is null and 'accepted' = (
    select w.state from public.seat_wish w where w.booking_id = p_id order by w.place desc limit 1
  ) then
    return private.booked_answer(p_id);
  end if;
  if v_wish.id is null or v_occasion.state <> 'published' then
    return jsonb_build_object('ok', false, 'reason', 'no_offer', 'state', v_booking.state);
  end if;
  update public.seat_wish set state = case when p_yes then 'accepted' else 'passed' end::public.wish_state, settled_at = p_now where id = v_wish.id;
  if p_yes then
    perform private.take_seats(v_booking, v_wish.form, v_wish.people, v_wish.session_id, p_now);
    perform private.note_booking(p_id, 'accepted', p_actor, p_staff, jsonb_build_object('form', v_wish.form, 'seats', jsonb_array_length(v_wish.people)));
    perform private.tell_booked(
      p_id, case when v_booking.state = 'booked' then 'booking_changed' else 'booking_confirmed' end::public.mail_template, '{}', p_now
    );
  else
    perform private.end_waiting(v_wish, 'passed', p_actor, p_staff, p_now);
  end if;
  perform private.follow_line(v_occasion, p_now);
  return jsonb_build_object('ok', true, 'booking', p_id, 'state', (select b.state from public.booking b where b.id = p_id));
end
$$;
revoke execute on function private.answer_offer from public;

-- Leaves the line. Who has a seat keeps it.
create function private.leave_line(p_id uuid, p_actor public.actor_kind, p_staff uuid default null, p_now timestamptz default now()) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion constant public.occasion := private.hold_occasion_of(p_id, p_now);
  v_wish public.seat_wish;
begin
  update public.seat_wish set state = 'left', settled_at = p_now where booking_id = p_id and state in ('waiting', 'offered') returning * into v_wish;
  if v_wish.id is null then
    return jsonb_build_object('ok', true);
  end if;
  perform private.end_waiting(v_wish, 'left_line', p_actor, p_staff, p_now);
  perform private.follow_line(v_occasion, p_now);
  return jsonb_build_object('ok', true);
end
$$;
revoke execute on function private.leave_line from public;

-- A session was moved and it still suits.
create function private.still_suits(p_id uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  update public.booking set suits_at = now() where id = p_id and state <> 'cancelled' and moved_at is not null and suits_at is null;
  if found then
    perform private.note_booking(p_id, 'still_suits', 'family');
  end if;
  return jsonb_build_object('ok', true);
end
$$;
revoke execute on function private.still_suits from public;
