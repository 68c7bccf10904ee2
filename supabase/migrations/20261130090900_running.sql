-- Running occasions: what the coordinators see of them, and who has done what to them.

create table private.occasion_event (
  id bigint generated always as identity,
  occasion_id uuid not null,
  changed integer not null,
  happened_at timestamptz not null default now(),
  staff_id uuid not null,
  kind text not null,
  details jsonb not null default '{}',
  press uuid,
  constraint occasion_event_pk primary key (id),
  constraint occasion_event_occasion_fk foreign key (occasion_id) references public.occasion (id),
  constraint occasion_event_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint occasion_event_kind_is_a_word check (kind ~ '^[a-z_]{3,30}$'),
  constraint occasion_event_is_pressed_once unique (press)
);
create index occasion_event_by_occasion on private.occasion_event (occasion_id, id);
alter table private.occasion_event enable row level security;
revoke all on table private.occasion_event from public, anon, authenticated, service_role;
comment on column private.occasion_event.changed is 'What the occasion counted after it.';
comment on column private.occasion_event.details is 'What it was and became. Nothing of anybody who has booked.';
comment on column private.occasion_event.press is 'Made by the form: the same press once more is the same act.';
create trigger occasion_event_only_grows before update or delete on private.occasion_event
for each row execute function private.refuse_change();
create trigger occasion_event_is_never_emptied before truncate on private.occasion_event
for each statement execute function private.refuse_change();

create function private.note_occasion(
  p_occasion uuid, p_staff public.staff_member, p_kind text, p_details jsonb default '{}', p_press uuid default null
) returns void
language sql security definer set search_path = ''
as $$
  with counted as (update public.occasion set changed = changed + 1 where id = p_occasion returning id, changed)
  insert into private.occasion_event (occasion_id, changed, staff_id, kind, details, press)
  select id, changed, p_staff.id, p_kind, p_details, p_press from counted
$$;
revoke execute on function private.note_occasion from public;

create function private.occasion_history(p_occasion uuid, p_after integer, p_most integer) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'at', e.happened_at, 'who', s.name, 'kind', e.kind, 'details', e.details
  ) order by e.id desc), '[]')
  from (
    select * from private.occasion_event where occasion_id = p_occasion and changed > p_after order by id desc limit p_most
  ) e
  join public.staff_member s on s.id = e.staff_id
$$;
revoke execute on function private.occasion_history from public;

-- Why somebody who has last seen it as it was at `p_seen` may not go on: null when they may. Without `p_seen` nobody is asked.
create function private.run_meanwhile(p_occasion public.occasion, p_seen integer) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select case
    when p_occasion.id is null then jsonb_build_object('ok', false, 'reason', 'missing')
    when p_seen < p_occasion.changed then jsonb_build_object(
      'ok', false, 'reason', 'changed', 'since', private.occasion_history(p_occasion.id, p_seen, 10)
    )
  end
$$;
revoke execute on function private.run_meanwhile from public;

create function private.is_booked(p_occasion uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from public.booking b where b.occasion_id = p_occasion and b.state <> 'cancelled') $$;
revoke execute on function private.is_booked from public;

-- How full a form is; null: it is not held so. Of a slotted one the slots are counted. `free` is less than none when there are
-- fewer seats than are booked.
create function private.desk_form(p_occasion public.occasion, p_form public.seat_form) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'seats', seats.there, 'free', free.seats, 'offered', line.offered,
    'booked', case when p_occasion.is_slotted then slots.booked else seats.there - free.seats - line.offered end,
    'inLine', line.waiting, 'seatsInLine', line.wanted
  )
  from (select private.seats_free(p_occasion, p_form) as seats) free,
  lateral (
    select count(*)::integer as there, count(b.id)::integer as booked
    from public.occasion_session s
    left join public.booking b on b.session_id = s.id and b.is_slot and b.state = 'booked'
    where p_occasion.is_slotted and s.occasion_id = p_occasion.id and s.cancelled_at is null and s.form::text in (p_form::text, 'hybrid')
  ) slots,
  lateral (
    select case
      when p_occasion.is_slotted then slots.there when p_form = 'digital' then p_occasion.digital_seats else p_occasion.physical_seats
    end as there
  ) seats,
  lateral (
    select coalesce(sum(w.need) filter (where w.state = 'offered'), 0)::integer as offered,
      count(*) filter (where w.state = 'waiting')::integer as waiting,
      coalesce(sum(w.need) filter (where w.state = 'waiting'), 0)::integer as wanted
    from public.seat_wish w where w.occasion_id = p_occasion.id and w.form = p_form and w.state in ('waiting', 'offered')
  ) line
  where free.seats is not null
$$;
revoke execute on function private.desk_form from public;

-- Of the seats at what has been, how many were taken in use: each seat at each session.
create function private.desk_attendance(p_occasion uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'attended', count(*) filter (where a.state = 'attended'), 'absent', count(*) filter (where a.state = 'absent')
  )
  from public.occasion_session s join public.attendance a on a.session_id = s.id where s.occasion_id = p_occasion
$$;
revoke execute on function private.desk_attendance from public;

create function private.desk_row(p_occasion public.occasion) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'number', p_occasion.number, 'activity', p_occasion.activity, 'title', p_occasion.title, 'theme', p_occasion.theme,
    'state', p_occasion.state, 'audience', p_occasion.audience, 'municipality', p_occasion.municipality, 'place', p_occasion.place,
    'startsAt', p_occasion.starts_at, 'endsAt', p_occasion.ends_at, 'isSlotted', p_occasion.is_slotted,
    'sessions', (
      select count(*) from public.occasion_session s where s.occasion_id = p_occasion.id and s.cancelled_at is null
    ),
    'bookingOpensAt', p_occasion.booking_opens_at,
    'notBookable', private.not_bookable(p_occasion, case when p_occasion.is_slotted then p_occasion.ends_at else p_occasion.starts_at end),
    'digital', private.desk_form(p_occasion, 'digital'), 'physical', private.desk_form(p_occasion, 'physical'),
    'attendance', private.desk_attendance(p_occasion.id)
  )
$$;
revoke execute on function private.desk_row from public;

-- What lies ahead, drafts whenever they are, or with `p_year` what has been in that year. A draft that was thrown away is not shown.
create function private.desk_occasions(p_activity text, p_year integer) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(private.desk_row(o) order by o.starts_at, o.number)
    from public.occasion o
    where (p_activity is null or o.activity = p_activity) and (o.state <> 'cancelled' or o.published_at is not null)
      and case
        when p_year is null then o.ends_at > now() or o.ends_at is null or o.state in ('draft', 'proposed')
        else o.ends_at <= now() and o.state in ('published', 'cancelled')
          and extract(year from o.starts_at at time zone 'Europe/Stockholm') = p_year
      end
  ), '[]');
end
$$;

-- One of them, with all that can be changed; null when there is none by that number.
create function private.desk_occasion(p_number bigint) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_shown public.occasion;
begin
  perform private.require_staff('coordinator', 'head');
  select * into v_shown from public.occasion where number = p_number;
  v_shown.state := case when v_shown.state = 'cancelled' then 'cancelled' else 'published' end;
  return (
    select private.desk_row(o) || jsonb_build_object(
      'id', o.id, 'changed', o.changed, 'about', o.about, 'municipalities', o.municipalities, 'address', o.address,
      'digitalLink', o.digital_link, 'digitalSeats', o.digital_seats, 'physicalSeats', o.physical_seats,
      'takesChildren', o.takes_children, 'givesCertificate', o.gives_certificate, 'largestParty', o.largest_party,
      'guestCode', o.guest_code, 'bookingClosesAt', o.booking_closes_at, 'bookingClosedAt', o.booking_closed_at,
      'switchUntil', o.switch_until, 'ruleMonth', o.rule_month, 'publishedAt', o.published_at, 'cancelledAt', o.cancelled_at,
      'cancelledWhy', o.cancelled_why, 'isBooked', private.is_booked(o.id),
      'told', (
        select jsonb_build_object(
          'booked', count(*) filter (where b.state = 'booked'), 'waiting', count(*) filter (where b.state = 'waiting'),
          'asked', count(*) filter (where b.moved_at is not null), 'suits', count(*) filter (where b.suits_at is not null)
        )
        from public.booking b where b.occasion_id = o.id and b.state <> 'cancelled'
      ),
      'sessions', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'part', s.part, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'form', s.form, 'place', s.place,
          'address', s.address, 'digitalLink', s.digital_link, 'staff', s.staff_id, 'meets', m.name, 'cancelledAt', s.cancelled_at,
          'isTaken', private.slot_is_taken(s.id),
          -- Who hears of it when it is moved, as private.move_session tells them.
          'told', (
            select jsonb_build_object('booked', count(*) filter (where b.state = 'booked'), 'waiting', count(*) filter (where b.state = 'waiting'))
            from public.booking b
            where b.occasion_id = o.id and b.state <> 'cancelled' and (
              b.session_id = s.id or (not o.is_slotted and b.session_id is null)
              or exists (select from public.seat_wish w where w.booking_id = b.id and w.state = 'offered' and w.session_id = s.id)
            )
          )
        ) order by s.starts_at, s.part), '[]')
        from public.occasion_session s left join public.staff_member m on m.id = s.staff_id where s.occasion_id = o.id
      ),
      'line', (
        select coalesce(jsonb_agg(jsonb_build_object(
          'booking', b.id, 'number', b.number, 'form', w.form, 'seats', jsonb_array_length(w.people), 'need', w.need, 'state', w.state,
          'since', w.made_at, 'until', w.offer_until, 'hasSeat', b.state = 'booked'
        ) order by w.form, w.place), '[]')
        from public.seat_wish w join public.booking b on b.id = w.booking_id
        where w.occasion_id = o.id and w.state in ('waiting', 'offered')
      ),
      'history', private.occasion_history(o.id, -1, 30),
      -- As whoever may book it sees it, or would.
      'shown', case when o.starts_at is not null then private.occasion_facts(v_shown) end
    )
    from public.occasion o where o.number = p_number
  );
end
$$;

-- Whether somebody has the slot or is offered it.
create function private.slot_is_taken(p_session uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.booking b where b.session_id = p_session and b.state = 'booked')
    or exists (select from public.seat_wish w where w.session_id = p_session and w.state = 'offered')
$$;
revoke execute on function private.slot_is_taken from public;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.desk_occasions(p_activity text default null, p_year integer default null) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.desk_occasions(p_activity, p_year) $$;

create function public.desk_occasion(p_number bigint) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.desk_occasion(p_number) $$;

revoke execute on function private.desk_occasions, public.desk_occasions, private.desk_occasion, public.desk_occasion
from public, anon, authenticated, service_role;
grant execute on function private.desk_occasions, public.desk_occasions, private.desk_occasion, public.desk_occasion to authenticated;
