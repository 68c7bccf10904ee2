-- What goes out by itself about a booking: a reminder a week before the first session, a day before each, an hour before each
-- that is followed digitally, and thanks the morning after the last.

create type public.reminder_kind as enum ('week', 'day', 'hour', 'thanks');

-- That it has gone, for this time of the session: moved to another time, it is reminded of anew.
create table private.booking_reminder (
  booking_id uuid not null,
  session_id uuid not null,
  starts_at timestamptz not null,
  kind public.reminder_kind not null,
  sent_at timestamptz not null,
  constraint booking_reminder_pk primary key (booking_id, session_id, starts_at, kind),
  constraint booking_reminder_booking_fk foreign key (booking_id) references public.booking (id),
  constraint booking_reminder_session_fk foreign key (session_id) references public.occasion_session (id) on delete cascade
);
alter table private.booking_reminder enable row level security;

-- `before`: how long before it goes out; `latest`: with less time than that left it would only be late.
create table private.reminder_rule (
  kind public.reminder_kind not null,
  before interval not null,
  latest interval not null,
  constraint reminder_rule_pk primary key (kind),
  constraint reminder_rule_is_in_time check (latest < before)
);
alter table private.reminder_rule enable row level security;
insert into private.reminder_rule (kind, before, latest) values
  ('week', '7 days', '3 days'), ('day', '1 day', '3 hours'), ('hour', '1 hour', '0');

-- Bookings and sessions that it is time to remind of. The rows of bookings are held, so that one that is cancelled meanwhile
-- is told nothing. Who booked or was told of another time later than the moment of the reminder knows already.
create function private.reminders_due(p_now timestamptz, p_limit integer) returns setof private.booking_reminder
language sql security definer set search_path = ''
as $$
  select b.id, s.id, s.starts_at, r.kind, p_now
  from private.reminder_rule r
  join public.occasion o on o.state = 'published' and o.ends_at > p_now
  join public.occasion_session s
    on s.occasion_id = o.id and s.cancelled_at is null and s.starts_at > p_now + r.latest and s.starts_at < p_now + r.before
  join public.booking b
    on b.occasion_id = o.id and b.state = 'booked' and b.erased_at is null
    and (b.session_id = s.id or (b.session_id is null and not o.is_slotted))
    and greatest(b.booked_at, b.moved_at) < s.starts_at - r.before
  where not exists (
      select from private.booking_reminder done
      where done.booking_id = b.id and done.session_id = s.id and done.starts_at = s.starts_at and done.kind = r.kind
    )
    and case r.kind
      when 'week' then b.session_id is not null or s.starts_at = o.starts_at
      when 'hour' then (s.form = 'digital' or (s.form = 'hybrid' and b.form = 'digital'))
        and coalesce(s.digital_link, o.digital_link) is not null
      else true
    end
  order by s.starts_at, b.number limit p_limit
  for update of b skip locked
$$;
revoke execute on function private.reminders_due from public;

-- Thanks, at ten in Sweden the morning after: by then it has been noted who was there. Where nobody has been, all are thanked.
create function private.thanks_due(p_now timestamptz, p_limit integer) returns setof private.booking_reminder
language sql security definer set search_path = ''
as $$
  select b.id, s.id, s.starts_at, 'thanks'::public.reminder_kind, p_now
  from public.occasion o
  join public.occasion_session s on s.occasion_id = o.id and s.cancelled_at is null
    and s.ends_at < p_now and s.ends_at > p_now - interval '7 days'
    and (date_trunc('day', s.ends_at at time zone 'Europe/Stockholm') + interval '1 day 10 hours') at time zone 'Europe/Stockholm' <= p_now
  join public.booking b on b.occasion_id = o.id and b.state = 'booked' and b.erased_at is null
    and case when b.session_id is null then not o.is_slotted and s.ends_at = o.ends_at else b.session_id = s.id end
  where o.state = 'published' and o.ends_at > p_now - interval '7 days'
    and not exists (select from private.booking_reminder done where done.booking_id = b.id and done.kind = 'thanks')
    and (
      exists (
        select from public.booking_person p join public.attendance a on a.person_id = p.id
        where p.booking_id = b.id and a.state = 'attended'
      )
      or not exists (
        select from public.occasion_session any_session join public.attendance a on a.session_id = any_session.id
        where any_session.occasion_id = o.id
      )
    )
  order by s.ends_at, b.number limit p_limit
  for update of b skip locked
$$;
revoke execute on function private.thanks_due from public;

-- The minute's job. Each reminder is a row that can be there once, and its mail is written with it. Returns how many.
create function private.remind_of_bookings(p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_sent private.booking_reminder;
  v_count integer := 0;
begin
  for v_sent in
    insert into private.booking_reminder (booking_id, session_id, starts_at, kind, sent_at)
    select due.* from private.reminders_due(p_now, 500) due
    union all select due.* from private.thanks_due(p_now, 500) due
    on conflict do nothing returning *
  loop
    perform private.tell_booked(
      v_sent.booking_id, case when v_sent.kind = 'thanks' then 'booking_thanks' else 'booking_reminder' end::public.mail_template,
      jsonb_build_object('when', v_sent.kind, 'session', v_sent.session_id), p_now
    );
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;

create function public.remind_of_bookings(p_now timestamptz default now()) returns integer
language sql security invoker set search_path = '' as $$ select private.remind_of_bookings(p_now) $$;

revoke execute on function private.remind_of_bookings, public.remind_of_bookings from public, anon, authenticated, service_role;
grant execute on function private.remind_of_bookings, public.remind_of_bookings to service_role;
