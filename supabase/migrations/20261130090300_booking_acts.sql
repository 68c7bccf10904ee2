-- Who books: a visitor with the link of a mail, and a home's adults signed in. The website proves itself at the gate for the one,
-- the token does for the other.

insert into private.rate_rule (bucket, max_hits, per) values
  -- Many phones share one address at a mobile operator, or at the workplace that is being visited.
  ('booking_network', 60, '1 hour'),
  ('booking_address', 10, '1 day'),
  -- Seats of one occasion, so that nobody fills it with made-up names. Who was invited comes by the link, from wherever they are.
  ('booking_seats', 24, '1 day');

-- What there is to book -----------------------------------------------------------------------------------------------

create function private.form_facts(p_occasion public.occasion, p_form public.seat_form) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'seats', case p_form when 'digital' then p_occasion.digital_seats else p_occasion.physical_seats end,
    -- Who comes new stands behind the line.
    'free', case when line.waiting > 0 then 0 else greatest(free.seats, 0) end,
    'inLine', line.waiting
  )
  from (select private.seats_free(p_occasion, p_form) as seats) free, (select private.in_line(p_occasion.id, p_form) as waiting) line
  where free.seats is not null
$$;
revoke execute on function private.form_facts from public;

-- An occasion as whoever may book it sees it.
create function private.occasion_facts(p_occasion public.occasion) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'number', p_occasion.number, 'activity', p_occasion.activity, 'title', p_occasion.title, 'theme', p_occasion.theme,
    'about', p_occasion.about, 'state', p_occasion.state, 'audience', p_occasion.audience,
    'municipalities', p_occasion.municipalities, 'municipality', p_occasion.municipality, 'place', p_occasion.place,
    'address', p_occasion.address, 'isSlotted', p_occasion.is_slotted, 'takesChildren', p_occasion.takes_children,
    'givesCertificate', p_occasion.gives_certificate, 'largestParty', p_occasion.largest_party,
    'startsAt', p_occasion.starts_at, 'endsAt', p_occasion.ends_at, 'bookingOpensAt', p_occasion.booking_opens_at,
    'bookingClosesAt', p_occasion.booking_closes_at, 'switchUntil', p_occasion.switch_until,
    'notBookable', private.not_bookable(p_occasion, private.begins(p_occasion)),
    'digital', private.form_facts(p_occasion, 'digital'), 'physical', private.form_facts(p_occasion, 'physical'),
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'part', s.part, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form, 'place', s.place, 'address', s.address,
        'isFree', case when p_occasion.is_slotted then private.slot_is_free(p_occasion, s.id, case when s.form = 'physical' then 'physical' else 'digital' end::public.seat_form, now()) end
      ) order by s.starts_at, s.part), '[]')
      from public.occasion_session s where s.occasion_id = p_occasion.id and s.cancelled_at is null
    )
  )
$$;
revoke execute on function private.occasion_facts from public;

-- All that lies ahead of `p_after` and that whoever asks may book: a stranger what is for everyone, an adult what is for their home.
create function private.calendar(p_after timestamptz, p_activity text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(private.occasion_facts(o) order by o.starts_at, o.number), '[]')
  from public.occasion o, (select (private.current_member()).household_id as home) me
  where o.state in ('published', 'cancelled') and o.published_at is not null and o.ends_at > p_after
    and (p_activity is null or o.activity = p_activity) and private.is_for(o, me.home)
$$;

-- One of them; null when there is none, or none for whoever asks. Guests come with their code.
create function private.occasion_page(p_number bigint, p_guest_code text) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.occasion_facts(o)
  from public.occasion o, (select (private.current_member()).household_id as home) me
  where o.number = p_number and o.state in ('published', 'cancelled') and o.published_at is not null
    and (private.is_for(o, me.home) or o.guest_code = p_guest_code)
$$;

-- A visitor ------------------------------------------------------------------------------------------------------------

-- Who holds the link of a booking.
create function private.require_link(p_gate text, p_id uuid, p_key text) returns public.booking
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_booking public.booking;
begin
  perform private.require_site_gate(p_gate);
  select * into v_booking from public.booking
  where id = p_id and key_hash = encode(sha256(convert_to(p_key, 'UTF8')), 'hex') and erased_at is null;
  if v_booking.id is null then
    raise exception 'not this booking for this person' using errcode = '42501';
  end if;
  return v_booking;
end
$$;
revoke execute on function private.require_link from public;

create function private.book_as_visitor(
  p_gate text, p_network_key text, p_address_key text, p_id uuid, p_key_hash text, p_number bigint, p_form public.seat_form,
  p_session uuid, p_name text, p_email text, p_email_key text, p_organisation text, p_people jsonb, p_needs jsonb, p_guest_code text, p_wait boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_new public.booking;
  v_may boolean;
  v_invited boolean;
  v_answer jsonb;
begin
  perform private.require_site_gate(p_gate);
  if not true = all (array[private.within_limit('booking_network', p_network_key), private.within_limit('booking_address', p_address_key)]) then
    return jsonb_build_object('ok', false, 'reason', 'too_often');
  end if;
  if exists (select from jsonb_array_elements(p_people) p where p ? 'member') then
    raise exception 'a visitor names no adult of a home' using errcode = '42501';
  end if;
  if p_key_hash is null or p_email is null then
    raise exception 'a visitor without a way back' using errcode = '22023';
  end if;
  select private.is_for(o, null), coalesce(o.guest_code = p_guest_code, false) into v_may, v_invited from public.occasion o where o.number = p_number;
  v_new.id := p_id;
  v_new.key_hash := p_key_hash;
  v_new.form := p_form;
  v_new.session_id := p_session;
  v_new.name := p_name;
  v_new.email := p_email;
  v_new.email_key := p_email_key;
  v_new.organisation := p_organisation;
  v_answer := private.book(v_new, p_number, p_people, p_needs, coalesce(v_may or v_invited, false), p_wait, true, 'family');
  -- Counted for what is made now; more than the limit takes all of it back.
  if not v_invited and exists (select from public.booking b where b.id = p_id and b.created_at = now()) and not (
    select bool_and(private.within_limit('booking_seats', encode(sha256(convert_to(p_network_key || ' ' || p_number, 'UTF8')), 'hex')))
    from jsonb_array_elements(p_people)
  ) then
    raise exception 'too many seats from one network' using errcode = '54000';
  end if;
  return v_answer;
exception when program_limit_exceeded then
  return jsonb_build_object('ok', false, 'reason', 'too_often');
end
$$;

-- What a booking's own page shows: the booking, its needs, and the occasion as it is now.
create function private.booking_view(p_booking public.booking) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.booking_facts(p_booking) || jsonb_build_object(
    'people', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.id, 'member', p.member_id, 'name', p.name, 'age', p.age)) order by p.ord), '[]')
      from public.booking_person p where p.booking_id = p_booking.id
    ),
    'needs', (
      select jsonb_strip_nulls(jsonb_build_object('access', n.access, 'accessText', n.access_text, 'food', n.food, 'question', n.question))
      from private.booking_need n where n.booking_id = p_booking.id
    ),
    'bookedAt', p_booking.booked_at, 'madeAt', p_booking.created_at, 'endedAt', p_booking.ended_at, 'endedWhy', p_booking.ended_why,
    'asksWhetherItSuits', p_booking.moved_at is not null and p_booking.suits_at is null and p_booking.state <> 'cancelled',
    'isMine', true, 'isFor', (
      select private.is_for(o, m.household_id)
      from public.occasion o left join public.household_member m on m.id = p_booking.member_id where o.id = p_booking.occasion_id
    ),
    'about', (select private.occasion_facts(o) from public.occasion o where o.id = p_booking.occasion_id)
  )
$$;
revoke execute on function private.booking_view from public;

create function private.visitor_booking(p_gate text, p_id uuid, p_key text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  return private.booking_view(private.require_link(p_gate, p_id, p_key)) || jsonb_build_object(
    'name', (select b.name from public.booking b where b.id = p_id), 'email', (select b.email from public.booking b where b.id = p_id)
  );
end
$$;

-- The one who booked keeps their seat; those who come along are numbers.
create function private.change_visitor_booking(
  p_gate text, p_id uuid, p_key text, p_form public.seat_form, p_session uuid, p_people jsonb, p_wait boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_link(p_gate, p_id, p_key);
  if exists (select from jsonb_array_elements(p_people) p where p ? 'member') then
    raise exception 'a visitor names no adult of a home' using errcode = '42501';
  end if;
  return private.change_booking(p_id, p_form, p_people, p_session, p_wait, 'family');
end
$$;

create function private.set_visitor_needs(p_gate text, p_id uuid, p_key text, p_needs jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  return private.change_needs(private.require_link(p_gate, p_id, p_key), p_needs);
end
$$;

-- `p_act`: cancel, accept, pass, leave, suits.
create function private.act_on_booking(p_id uuid, p_act text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  case p_act
    when 'cancel' then return private.cancel_booking(p_id, 'by_booker', 'family');
    when 'accept' then return private.answer_offer(p_id, true, 'family');
    when 'pass' then return private.answer_offer(p_id, false, 'family');
    when 'leave' then return private.leave_line(p_id, 'family');
    when 'suits' then return private.still_suits(p_id);
    else raise exception 'nothing that is done with a booking' using errcode = '22023';
  end case;
end
$$;
revoke execute on function private.act_on_booking from public;

create function private.act_on_visitor_booking(p_gate text, p_id uuid, p_key text, p_act text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_link(p_gate, p_id, p_key);
  return private.act_on_booking(p_id, p_act);
end
$$;

-- A home's adults ------------------------------------------------------------------------------------------------------

-- A booking that this adult has made or is named in: what others of the home have for themselves is theirs.
create function private.require_own_booking(p_id uuid) returns public.booking
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
  v_booking public.booking;
begin
  select b.* into v_booking from public.booking b
  where b.id = p_id and b.member_id is not null and b.erased_at is null
    and (b.member_id = v_me.id or exists (select from public.booking_person p where p.booking_id = b.id and p.member_id = v_me.id));
  if v_booking.id is null then
    raise exception 'not this booking for this person' using errcode = '42501';
  end if;
  return v_booking;
end
$$;
revoke execute on function private.require_own_booking from public;

create function private.require_own_people(p_me public.household_member, p_people jsonb) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_people(p_people);
  if exists (
    select from jsonb_array_elements(p_people) p
    where (p ? 'name') or (not p ? 'age' and not p ? 'member')
      or (p ? 'member' and not exists (
        select from public.household_member m
        where m.id = (p ->> 'member')::uuid and m.household_id = p_me.household_id and m.left_at is null and m.accepted_at is not null
      ))
  ) then
    raise exception 'somebody who is not of this home' using errcode = '42501';
  end if;
end
$$;
revoke execute on function private.require_own_people from public;

create function private.book_for_home(
  p_id uuid, p_number bigint, p_form public.seat_form, p_session uuid, p_people jsonb, p_needs jsonb, p_wait boolean, p_despite boolean
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
  v_new public.booking;
  v_may boolean;
begin
  perform private.require_own_people(v_me, p_people);
  select private.is_for(o, v_me.household_id) into v_may from public.occasion o where o.number = p_number;
  v_new.id := p_id;
  v_new.member_id := v_me.id;
  v_new.form := p_form;
  v_new.session_id := p_session;
  return private.book(v_new, p_number, p_people, p_needs, coalesce(v_may, false), p_wait, p_despite, 'family');
end
$$;

-- Several at once, all or none: the rounds and evenings by which a course is finished earliest. Each: {id, occasion, form, session?}.
create function private.book_plan(p_plan jsonb, p_people jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_part record;
  v_answer jsonb;
  v_refused text;
begin
  if jsonb_typeof(p_plan) is distinct from 'array' or jsonb_array_length(p_plan) not between 1 and 30
    or (select count(distinct part ->> 'id') from jsonb_array_elements(p_plan) part) < jsonb_array_length(p_plan) then
    raise exception 'no plan' using errcode = '22023';
  end if;
  -- In one order, so that two plans never wait for each other for ever.
  for v_part in
    select * from jsonb_to_recordset(p_plan) r (id uuid, occasion bigint, form public.seat_form, session uuid) order by r.occasion, r.session
  loop
    v_answer := private.book_for_home(v_part.id, v_part.occasion, v_part.form, v_part.session, p_people, '{}', false, false);
    if not (v_answer ->> 'ok')::boolean then
      raise exception 'plan' using errcode = 'P0001', detail = v_answer::text;
    end if;
  end loop;
  return jsonb_build_object('ok', true);
exception when raise_exception then
  get stacked diagnostics v_refused = pg_exception_detail;
  return v_refused::jsonb;
end
$$;

-- What they need was written by who booked, and is for those who arrange it: another adult who is named does not read it.
create function private.view_for(p_booking public.booking, p_me uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select private.booking_view(p_booking) || case when p_booking.member_id = p_me then '{}' else '{"isMine": false, "needs": null}'::jsonb end
$$;
revoke execute on function private.view_for from public;

create function private.my_bookings() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return coalesce((
    select jsonb_agg(private.view_for(b, v_me.id) order by o.starts_at, b.number)
    from public.booking b join public.occasion o on o.id = b.occasion_id
    where b.member_id is not null and b.erased_at is null and (
      b.member_id = v_me.id or exists (select from public.booking_person p where p.booking_id = b.id and p.member_id = v_me.id)
    )
  ), '[]');
end
$$;

create function private.my_booking(p_id uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$ select private.view_for(private.require_own_booking(p_id), (private.require_member()).id) $$;

create function private.change_my_booking(p_id uuid, p_form public.seat_form, p_session uuid, p_people jsonb, p_wait boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_own_booking(p_id);
  perform private.require_own_people(private.require_member(), p_people);
  return private.change_booking(p_id, p_form, p_people, p_session, p_wait, 'family');
end
$$;

create function private.set_my_needs(p_id uuid, p_needs jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_booking constant public.booking := private.require_own_booking(p_id);
begin
  if v_booking.member_id <> (private.require_member()).id then
    raise exception 'what another adult needs' using errcode = '42501';
  end if;
  return private.change_needs(v_booking, p_needs);
end
$$;

create function private.act_on_my_booking(p_id uuid, p_act text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.require_own_booking(p_id);
  return private.act_on_booking(p_id, p_act);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------
-- Lists and objects come as text: the embedded Supabase cannot pass an empty list of an enum.

create function public.calendar(p_after timestamptz default now(), p_activity text default null) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.calendar(p_after, p_activity) $$;

create function public.occasion_page(p_number bigint, p_guest_code text default null) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.occasion_page(p_number, p_guest_code) $$;

create function public.book_as_visitor(
  p_gate text, p_network_key text, p_address_key text, p_id uuid, p_key_hash text, p_number bigint, p_form public.seat_form,
  p_name text, p_email text, p_email_key text, p_people text, p_needs text, p_wait boolean,
  p_session uuid default null, p_organisation text default null, p_guest_code text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.book_as_visitor(
    p_gate, p_network_key, p_address_key, p_id, p_key_hash, p_number, p_form, p_session, p_name, p_email, p_email_key, p_organisation,
    p_people::jsonb, p_needs::jsonb, p_guest_code, p_wait
  )
$$;

create function public.visitor_booking(p_gate text, p_id uuid, p_key text) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.visitor_booking(p_gate, p_id, p_key) $$;

create function public.change_visitor_booking(
  p_gate text, p_id uuid, p_key text, p_form public.seat_form, p_people text, p_wait boolean, p_session uuid default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.change_visitor_booking(p_gate, p_id, p_key, p_form, p_session, p_people::jsonb, p_wait) $$;

create function public.set_visitor_needs(p_gate text, p_id uuid, p_key text, p_needs text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_visitor_needs(p_gate, p_id, p_key, p_needs::jsonb) $$;

create function public.act_on_visitor_booking(p_gate text, p_id uuid, p_key text, p_act text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.act_on_visitor_booking(p_gate, p_id, p_key, p_act) $$;

create function public.book_for_home(
  p_id uuid, p_number bigint, p_form public.seat_form, p_people text, p_needs text, p_wait boolean, p_despite boolean,
  p_session uuid default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.book_for_home(p_id, p_number, p_form, p_session, p_people::jsonb, p_needs::jsonb, p_wait, p_despite) $$;

create function public.book_plan(p_plan text, p_people text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.book_plan(p_plan::jsonb, p_people::jsonb) $$;

create function public.my_bookings() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.my_bookings() $$;

create function public.my_booking(p_id uuid) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.my_booking(p_id) $$;

create function public.change_my_booking(p_id uuid, p_form public.seat_form, p_people text, p_wait boolean, p_session uuid default null) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.change_my_booking(p_id, p_form, p_session, p_people::jsonb, p_wait) $$;

create function public.set_my_needs(p_id uuid, p_needs text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_my_needs(p_id, p_needs::jsonb) $$;

create function public.act_on_my_booking(p_id uuid, p_act text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.act_on_my_booking(p_id, p_act) $$;

revoke execute on function
  private.calendar, public.calendar, private.occasion_page, public.occasion_page,
  private.book_as_visitor, public.book_as_visitor, private.visitor_booking, public.visitor_booking,
  private.change_visitor_booking, public.change_visitor_booking, private.set_visitor_needs, public.set_visitor_needs,
  private.act_on_visitor_booking, public.act_on_visitor_booking,
  private.book_for_home, public.book_for_home, private.book_plan, public.book_plan, private.my_bookings, public.my_bookings,
  private.my_booking, public.my_booking, private.change_my_booking, public.change_my_booking, private.set_my_needs, public.set_my_needs,
  private.act_on_my_booking, public.act_on_my_booking
from public, anon, authenticated, service_role;
grant execute on function private.calendar, public.calendar, private.occasion_page, public.occasion_page to anon, authenticated;
grant execute on function
  private.book_as_visitor, public.book_as_visitor, private.visitor_booking, public.visitor_booking,
  private.change_visitor_booking, public.change_visitor_booking, private.set_visitor_needs, public.set_visitor_needs,
  private.act_on_visitor_booking, public.act_on_visitor_booking
to anon;
grant execute on function
  private.book_for_home, public.book_for_home, private.book_plan, public.book_plan, private.my_bookings, public.my_bookings,
  private.my_booking, public.my_booking, private.change_my_booking, public.change_my_booking, private.set_my_needs, public.set_my_needs,
  private.act_on_my_booking, public.act_on_my_booking
to authenticated;
