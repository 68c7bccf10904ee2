-- A booking is made, changed and ended by one function each, that holds the occasion meanwhile: nothing is booked over what
-- there is, and a seat that frees goes on in the same transaction. No function that holds a home holds an occasion after it.

create type public.booking_state as enum ('booked', 'waiting', 'cancelled');
create type public.booking_end as enum (
  'by_booker', 'by_staff', 'occasion_cancelled', 'left_line', 'passed', 'expired', 'moved_away'
);

create table public.booking (
  id uuid not null,
  number bigint generated always as identity,
  occasion_id uuid not null,
  session_id uuid,
  is_slot boolean not null default false,
  state public.booking_state not null,
  form public.seat_form not null,
  seats smallint not null,
  member_id uuid,
  key_hash text,
  name text,
  email text,
  email_key text,
  organisation text,
  by_staff boolean not null default false,
  created_at timestamptz not null default now(),
  booked_at timestamptz,
  ended_at timestamptz,
  ended_why public.booking_end,
  moved_at timestamptz,
  suits_at timestamptz,
  sequence integer not null default 0,
  erased_at timestamptz,
  constraint booking_pk primary key (id),
  constraint booking_number_is_unique unique (number),
  constraint booking_occasion_fk foreign key (occasion_id) references public.occasion (id),
  constraint booking_session_fk foreign key (session_id) references public.occasion_session (id),
  constraint booking_member_fk foreign key (member_id) references public.household_member (id),
  constraint booking_seats_are_few check (seats between 1 and 20),
  constraint booking_key_hash_is_sha256 check (key_hash ~ '^[0-9a-f]{64}$'),
  constraint booking_is_ended_whole check ((state = 'cancelled') = (ended_at is not null) and (ended_at is null) = (ended_why is null)),
  constraint booking_is_booked_since check (state <> 'booked' or booked_at is not null),
  constraint booking_of_a_slot_names_it check (not is_slot or state <> 'booked' or session_id is not null),
  constraint booking_texts_are_limited check (length(name) between 1 and 100 and length(organisation) between 1 and 120),
  constraint booking_email_is_an_address check (email ~ '^[^\s@<>]+@[^\s@<>]+$' and octet_length(email) <= 254),
  constraint booking_email_is_whole check ((email is null) = (email_key is null)),
  constraint booking_is_somebodys check (erased_at is not null or member_id is not null or name is not null),
  constraint booking_of_a_member_holds_no_address check (member_id is null or coalesce(email, name, key_hash) is null)
);
create index booking_by_occasion on public.booking (occasion_id, form, state);
create index booking_by_member on public.booking (member_id) where member_id is not null;
create index booking_by_address on public.booking (occasion_id, email_key) where email_key is not null;
create unique index booking_of_a_slot_is_one on public.booking (session_id) where is_slot and state = 'booked';
alter table public.booking enable row level security;
revoke all on table public.booking from public, anon, authenticated, service_role;
comment on column public.booking.id is 'Made by the website: the same press once more is the same booking.';
comment on column public.booking.session_id is 'The only session that it is for: a slot, or one that is made up for. Null: all of them.';
comment on column public.booking.key_hash is 'sha-256 of what stands in the link of a visitor''s mail.';
comment on column public.booking.moved_at is 'When a session was moved and it was asked whether it still suits; suits_at: when that was said.';
comment on column public.booking.sequence is 'Of its calendar files: a higher one replaces a lower.';

-- One for each seat. A child is its age alone.
create table public.booking_person (
  id uuid not null default gen_random_uuid(),
  booking_id uuid not null,
  ord smallint not null,
  member_id uuid,
  name text,
  age smallint,
  constraint booking_person_pk primary key (id),
  constraint booking_person_booking_fk foreign key (booking_id) references public.booking (id),
  constraint booking_person_member_fk foreign key (member_id) references public.household_member (id),
  constraint booking_person_is_one_each unique (booking_id, ord) deferrable initially deferred,
  constraint booking_person_name_is_short check (length(name) between 1 and 100),
  constraint booking_person_age_is_an_age check (age between 0 and 25),
  constraint booking_person_child_has_no_name check (age is null or coalesce(name, member_id::text) is null)
);
create index booking_person_by_member on public.booking_person (member_id) where member_id is not null;
alter table public.booking_person enable row level security;
revoke all on table public.booking_person from public, anon, authenticated, service_role;
comment on column public.booking_person.name is 'As it was when it was booked. Null: somebody who comes along.';

-- What somebody needs to take part: for those who arrange it alone, and gone thirty days after.
create table private.booking_need (
  booking_id uuid not null,
  access text[] not null default '{}',
  access_text text,
  food text,
  question text,
  constraint booking_need_pk primary key (booking_id),
  constraint booking_need_booking_fk foreign key (booking_id) references public.booking (id),
  constraint booking_need_access_is_known check (access <@ array['hearing_loop', 'interpreter', 'step_free', 'captions', 'other']),
  constraint booking_need_texts_are_limited check (
    length(access_text) between 1 and 500 and length(food) between 1 and 500 and length(question) between 1 and 1000
  )
);
alter table private.booking_need enable row level security;

create table public.booking_event (
  id bigint generated always as identity,
  booking_id uuid not null,
  happened_at timestamptz not null default now(),
  kind text not null,
  actor public.actor_kind not null,
  staff_id uuid,
  details jsonb not null default '{}',
  constraint booking_event_pk primary key (id),
  constraint booking_event_booking_fk foreign key (booking_id) references public.booking (id),
  constraint booking_event_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint booking_event_kind_is_a_word check (kind ~ '^[a-z_]{3,30}$')
);
create index booking_event_by_booking on public.booking_event (booking_id, id);
alter table public.booking_event enable row level security;
revoke all on table public.booking_event from public, anon, authenticated, service_role;
comment on column public.booking_event.details is 'Forms, numbers and states only.';
create trigger booking_event_only_grows before update or delete on public.booking_event
for each row execute function private.refuse_change();
create trigger booking_event_is_never_emptied before truncate on public.booking_event
for each statement execute function private.refuse_change();

-- The waiting list: a place in line for so many seats in a form. Who has a seat already keeps it while waiting for another.
create type public.wish_state as enum ('waiting', 'offered', 'accepted', 'passed', 'expired', 'left');

create table public.seat_wish (
  id uuid not null default gen_random_uuid(),
  place bigint generated always as identity,
  booking_id uuid not null,
  occasion_id uuid not null,
  form public.seat_form not null,
  people jsonb not null,
  need smallint not null,
  session_id uuid,
  state public.wish_state not null default 'waiting',
  made_at timestamptz not null default now(),
  offered_at timestamptz,
  offer_until timestamptz,
  settled_at timestamptz,
  constraint seat_wish_pk primary key (id),
  constraint seat_wish_booking_fk foreign key (booking_id) references public.booking (id),
  constraint seat_wish_occasion_fk foreign key (occasion_id) references public.occasion (id),
  constraint seat_wish_session_fk foreign key (session_id) references public.occasion_session (id),
  constraint seat_wish_needs_a_seat check (need between 1 and 20),
  constraint seat_wish_is_offered_whole check ((state = 'waiting') <= (offered_at is null) and (offered_at is null) = (offer_until is null)),
  constraint seat_wish_is_settled_whole check ((state in ('waiting', 'offered')) = (settled_at is null))
);
create unique index seat_wish_is_one_at_a_time on public.seat_wish (booking_id) where state in ('waiting', 'offered');
create unique index seat_wish_slot_is_offered_once on public.seat_wish (session_id) where state = 'offered';
create index seat_wish_in_line on public.seat_wish (occasion_id, form, place) where state in ('waiting', 'offered');
create index seat_wish_to_expire on public.seat_wish (offer_until) where state = 'offered';
alter table public.seat_wish enable row level security;
revoke all on table public.seat_wish from public, anon, authenticated, service_role;
comment on column public.seat_wish.people is 'Who shall have seats when it comes true: as private.set_people takes them.';
comment on column public.seat_wish.need is 'How many seats more than the booking has in that form. In a slotted occasion one, the slot.';
comment on column public.seat_wish.session_id is 'The slot that is offered.';

-- How many seats ------------------------------------------------------------------------------------------------------

-- Free seats of a form, less than none when there are fewer than are booked; null: it is not held so.
-- Who makes up for one session takes a seat in that session alone.
create function private.seats_free(p_occasion public.occasion, p_form public.seat_form, p_now timestamptz default now()) returns integer
language sql stable security definer set search_path = ''
as $$
  select case
    when p_occasion.is_slotted then (
      select nullif(count(*), 0) - count(*) filter (
        where s.starts_at <= p_now
          or exists (select from public.booking b where b.session_id = s.id and b.is_slot and b.state = 'booked')
          or exists (select from public.seat_wish w where w.session_id = s.id and w.state = 'offered')
      )
      from public.occasion_session s
      where s.occasion_id = p_occasion.id and s.cancelled_at is null and s.form::text in (p_form::text, 'hybrid')
    )
    else case p_form when 'digital' then p_occasion.digital_seats else p_occasion.physical_seats end
      - coalesce((
        select sum(b.seats) from public.booking b
        where b.occasion_id = p_occasion.id and b.form = p_form and b.state = 'booked' and b.session_id is null
      ), 0)
      - coalesce((
        select max(made_up.seats) from (
          select sum(b.seats) as seats from public.booking b join public.occasion_session s on s.id = b.session_id
          where b.occasion_id = p_occasion.id and b.form = p_form and b.state = 'booked' and s.cancelled_at is null
          group by b.session_id
        ) made_up
      ), 0)
      - coalesce((
        select sum(w.need) from public.seat_wish w where w.occasion_id = p_occasion.id and w.form = p_form and w.state = 'offered'
      ), 0)
  end::integer
$$;
revoke execute on function private.seats_free from public;

create function private.in_line(p_occasion uuid, p_form public.seat_form) returns integer
language sql stable security definer set search_path = ''
as $$ select count(*)::integer from public.seat_wish w where w.occasion_id = p_occasion and w.form = p_form and w.state = 'waiting' $$;
revoke execute on function private.in_line from public;

-- Whether a seat in this form is one at that session. In a course with evenings of both kinds and seats in one form the seat is what
-- counts, and the evening only says where. What is cut into slots has no other seats than those.
create function private.seat_suits(p_occasion public.occasion, p_session public.occasion_session, p_form public.seat_form) returns boolean
language sql immutable set search_path = ''
as $$
  select p_session.form::text in (p_form::text, 'hybrid') or not p_occasion.is_slotted
    and case p_session.form when 'digital' then p_occasion.digital_seats when 'physical' then p_occasion.physical_seats end is null
$$;
revoke execute on function private.seat_suits from public;

-- Free seats of one session of a course, for who makes up for it.
create function private.session_free(p_occasion public.occasion, p_session uuid, p_form public.seat_form) returns integer
language sql stable security definer set search_path = ''
as $$
  select (
    case p_form when 'digital' then p_occasion.digital_seats else p_occasion.physical_seats end
    - coalesce((
      select sum(b.seats) from public.booking b
      where b.occasion_id = p_occasion.id and b.form = p_form and b.state = 'booked' and (b.session_id is null or b.session_id = p_session)
    ), 0)
    - coalesce((
      select sum(w.need) from public.seat_wish w where w.occasion_id = p_occasion.id and w.form = p_form and w.state = 'offered'
    ), 0)
  )::integer
$$;
revoke execute on function private.session_free from public;

-- How long an offer stands: two days, but no more than half of the time that is left, and an hour at least.
create function private.offer_until(p_starts timestamptz, p_now timestamptz) returns timestamptz
language sql immutable set search_path = ''
as $$ select least(p_starts, p_now + least(interval '48 hours', greatest((p_starts - p_now) / 2, interval '1 hour'))) $$;
revoke execute on function private.offer_until from public;

-- Mails ----------------------------------------------------------------------------------------------------------------

-- What a mail about a booking says: practical facts alone. The digital link is shown from a day before until it is over.
create function private.booking_facts(p_booking public.booking, p_now timestamptz default now()) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'booking', p_booking.id, 'number', p_booking.number, 'ours', p_booking.member_id is not null, 'sequence', p_booking.sequence,
    'state', p_booking.state, 'form', p_booking.form, 'seats', p_booking.seats,
    'occasion', o.number, 'activity', o.activity, 'title', o.title, 'theme', o.theme, 'isSlot', p_booking.is_slot,
    'switchUntil', o.switch_until,
    'sessions', (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'id', s.id, 'part', s.part, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form,
        'place', coalesce(s.place, o.place), 'address', case when s.place is null then o.address else s.address end,
        'link', case
          -- A digital evening of a course is digital for all who take it.
          when p_booking.state = 'booked' and (s.form = 'digital' or (s.form = 'hybrid' and p_booking.form = 'digital'))
            and s.starts_at < p_now + interval '1 day' and s.ends_at > p_now
            then coalesce(s.digital_link, o.digital_link) end
      )) order by s.starts_at), '[]')
      from public.occasion_session s
      where s.occasion_id = o.id and s.cancelled_at is null
        and (p_booking.session_id = s.id or (p_booking.session_id is null and not o.is_slotted))
    ),
    'line', (
      select jsonb_strip_nulls(jsonb_build_object(
        'state', w.state, 'form', w.form, 'seats', jsonb_array_length(w.people), 'until', w.offer_until,
        'place', case when w.state = 'waiting' then (
          select count(*) from public.seat_wish f
          where f.occasion_id = w.occasion_id and f.form = w.form and f.state = 'waiting' and f.place <= w.place
        ) end,
        'slot', (select jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at) from public.occasion_session s where s.id = w.session_id)
      ))
      from public.seat_wish w where w.booking_id = p_booking.id and w.state in ('waiting', 'offered')
    )
  ))
  from public.occasion o where o.id = p_booking.occasion_id
$$;
revoke execute on function private.booking_facts from public;

-- To the visitor, or to each adult who is named and the one who booked. Not said to be the home's: that would hold the home,
-- which nobody may do who holds an occasion.
create function private.tell_booked(p_booking uuid, p_template public.mail_template, p_more jsonb default '{}', p_now timestamptz default now())
returns void
language sql security definer set search_path = ''
as $$
  insert into public.mail (template, recipient, member_id, payload)
  select p_template, coalesce(to_whom.email, b.email), to_whom.id, private.booking_facts(b, p_now) || p_more
  from public.booking b
  left join lateral (
    select m.id, m.email from public.household_member m
    where m.left_at is null and m.email is not null and b.member_id is not null and (
      m.id = b.member_id or exists (select from public.booking_person p where p.booking_id = b.id and p.member_id = m.id)
    )
  ) to_whom on true
  where b.id = p_booking and b.erased_at is null and coalesce(to_whom.email, b.email) is not null
$$;
revoke execute on function private.tell_booked from public;

create function private.note_booking(
  p_booking uuid, p_kind text, p_actor public.actor_kind, p_staff uuid default null, p_details jsonb default '{}'
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.booking_event (booking_id, kind, actor, staff_id, details) values (p_booking, p_kind, p_actor, p_staff, p_details)
$$;
revoke execute on function private.note_booking from public;

-- The line -------------------------------------------------------------------------------------------------------------

-- Ends what a place in line was for: who had no seat has no booking any more.
create function private.end_waiting(p_wish public.seat_wish, p_why public.booking_end, p_actor public.actor_kind, p_staff uuid, p_now timestamptz)
returns void
language plpgsql security definer set search_path = ''
as $$
begin
  update public.booking set state = 'cancelled', ended_at = p_now, ended_why = p_why where id = p_wish.booking_id and state = 'waiting';
  perform private.note_booking(p_wish.booking_id, p_why::text, p_actor, p_staff);
end
$$;
revoke execute on function private.end_waiting from public;

-- Offers that nobody has answered in time. The occasion is held. Returns how many.
create function private.expire_offers(p_occasion uuid, p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_wish public.seat_wish;
  v_count integer := 0;
begin
  for v_wish in
    update public.seat_wish set state = 'expired', settled_at = p_now
    where occasion_id = p_occasion and state = 'offered' and offer_until <= p_now returning *
  loop
    perform private.end_waiting(v_wish, 'expired', 'system', null, p_now);
    perform private.tell_booked(v_wish.booking_id, 'booking_offer_gone', '{}', p_now);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
revoke execute on function private.expire_offers from public;

create function private.slot_is_free(p_occasion public.occasion, p_session uuid, p_form public.seat_form, p_now timestamptz) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.occasion_session s
    where s.id = p_session and s.occasion_id = p_occasion.id and s.cancelled_at is null and s.starts_at > p_now
      and s.form::text in (p_form::text, 'hybrid')
      and not exists (select from public.booking b where b.session_id = s.id and b.is_slot and b.state = 'booked')
      and not exists (select from public.seat_wish w where w.session_id = s.id and w.state = 'offered')
  )
$$;
revoke execute on function private.slot_is_free from public;

-- Offers one's turn by turn: a slot for either form goes to who has waited longest, whatever their form. Whose bookings.
create function private.offer_slots(p_occasion public.occasion, p_now timestamptz) returns uuid[]
language plpgsql security definer set search_path = ''
as $$
declare
  v_wish public.seat_wish;
  v_slot public.occasion_session;
  v_full public.seat_form[] := '{}';
  v_these uuid[] := '{}';
begin
  for v_wish in select * from public.seat_wish where occasion_id = p_occasion.id and state = 'waiting' order by place loop
    exit when v_full @> enum_range(null::public.seat_form);
    continue when v_wish.form = any (v_full);
    select s.* into v_slot from public.occasion_session s
    where s.occasion_id = p_occasion.id and private.slot_is_free(p_occasion, s.id, v_wish.form, p_now) order by s.starts_at, s.part limit 1;
    if found then
      update public.seat_wish set state = 'offered', offered_at = p_now, session_id = v_slot.id,
        offer_until = private.offer_until(v_slot.starts_at, p_now) where id = v_wish.id;
      v_these := v_these || v_wish.booking_id;
    else
      v_full := v_full || v_wish.form;
    end if;
  end loop;
  return v_these;
end
$$;
revoke execute on function private.offer_slots from public;

-- The same of seats: to so many at the head of the line as there is room for. Whose bookings.
create function private.offer_seats(p_occasion public.occasion, p_form public.seat_form, p_now timestamptz) returns uuid[]
language sql security definer set search_path = ''
as $$
  with free as materialized (select private.seats_free(p_occasion, p_form, p_now) as seats), line as (
    select w.id, sum(w.need) over (order by w.place) as running
    from public.seat_wish w where w.occasion_id = p_occasion.id and w.form = p_form and w.state = 'waiting'
  ), offered as (
    update public.seat_wish w
    set state = 'offered', offered_at = p_now, offer_until = private.offer_until(p_occasion.starts_at, p_now)
    from line l, free where w.id = l.id and l.running <= free.seats
    returning w.booking_id, w.place
  )
  select coalesce(array_agg(booking_id order by place), '{}') from offered
$$;
revoke execute on function private.offer_seats from public;

-- Offers what is free to those first in line, in strict order: who needs more than there is holds the rest back. The occasion is
-- held. Returns how many were offered something.
create function private.follow_line(p_occasion public.occasion, p_now timestamptz default now()) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_these uuid[];
begin
  if private.not_bookable(p_occasion, case when p_occasion.is_slotted then p_occasion.ends_at else p_occasion.starts_at end, p_now)
    in ('cancelled', 'not_published', 'begun') then
    return 0;
  end if;
  v_these := case when p_occasion.is_slotted then private.offer_slots(p_occasion, p_now)
    else private.offer_seats(p_occasion, 'digital', p_now) || private.offer_seats(p_occasion, 'physical', p_now) end;
  insert into public.booking_event (booking_id, kind, actor)
  select these.id, 'offered', 'system' from unnest(v_these) with ordinality these (id, ord) order by these.ord;
  perform private.tell_booked(these.id, 'booking_offer', '{}', p_now) from unnest(v_these) these (id);
  return cardinality(v_these);
end
$$;
revoke execute on function private.follow_line from public;

-- What is offered follows the session when staff change it: no offer stands when it has begun, and whose slot is cancelled
-- stands where they stood. Named to come after what keeps the occasion's span.
create function private.let_offers_follow() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.cancelled_at is not null then
    with back as (
      update public.seat_wish set state = 'waiting', offered_at = null, offer_until = null, session_id = null
      where session_id = new.id and state = 'offered' returning booking_id
    )
    insert into public.booking_event (booking_id, kind, actor) select booking_id, 'offer_withdrawn', 'system' from back;
  end if;
  update public.seat_wish w set offer_until = least(w.offer_until, case when w.session_id is null then o.starts_at else new.starts_at end)
  from public.occasion o
  where o.id = new.occasion_id and w.occasion_id = o.id and w.state = 'offered' and (w.session_id is null or w.session_id = new.id);
  return null;
end
$$;
revoke execute on function private.let_offers_follow() from public;
create trigger occasion_session_lets_offers_follow after update of starts_at, cancelled_at on public.occasion_session
for each row execute function private.let_offers_follow();

-- The one way to an occasion for whoever books, changes or arranges: one at a time, with offers that are over already gone on.
create function private.hold_occasion(p_number bigint, p_now timestamptz default now()) returns public.occasion
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion public.occasion;
begin
  select * into v_occasion from public.occasion where number = p_number for update;
  if v_occasion.id is not null and private.expire_offers(v_occasion.id, p_now) > 0 then
    perform private.follow_line(v_occasion, p_now);
  end if;
  return v_occasion;
end
$$;
revoke execute on function private.hold_occasion from public;

create function private.hold_occasion_of(p_booking uuid, p_now timestamptz default now()) returns public.occasion
language sql security definer set search_path = ''
as $$
  select private.hold_occasion(o.number, p_now) from public.booking b join public.occasion o on o.id = b.occasion_id where b.id = p_booking
$$;
revoke execute on function private.hold_occasion_of from public;

-- The minute's job: offers whose time is over go on, one occasion at a time.
create function private.pass_on_offers(p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_occasion public.occasion;
  v_count integer := 0;
begin
  for v_occasion in
    select o.* from public.occasion o
    where exists (select from public.seat_wish w where w.occasion_id = o.id and w.state = 'offered' and w.offer_until <= p_now)
    order by o.number limit 50 for update skip locked
  loop
    v_count := v_count + private.expire_offers(v_occasion.id, p_now);
    perform private.follow_line(v_occasion, p_now);
  end loop;
  return v_count;
end
$$;

create function public.pass_on_offers(p_now timestamptz default now()) returns integer
language sql security invoker set search_path = '' as $$ select private.pass_on_offers(p_now) $$;

revoke execute on function private.pass_on_offers, public.pass_on_offers from public, anon, authenticated, service_role;
grant execute on function private.pass_on_offers, public.pass_on_offers to service_role;
