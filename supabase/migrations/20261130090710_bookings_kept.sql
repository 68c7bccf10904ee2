-- How long what is known of a booking is kept, and what becomes of it when somebody goes. The seats that were booked stay as
-- numbers.

create index mail_by_booking on public.mail ((payload ->> 'booking')) where payload ? 'booking';
create index booking_to_forget on public.booking (occasion_id) where member_id is null and erased_at is null;

-- When a booking is over: with its last session, or when it was ended before that.
create function private.booking_over_at(p_booking public.booking) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select least(p_booking.ended_at, coalesce(max(s.ends_at), p_booking.created_at))
  from public.occasion_session s
  where s.occasion_id = p_booking.occasion_id and (p_booking.session_id is null or p_booking.session_id = s.id)
$$;
revoke execute on function private.booking_over_at from public;

-- Needs go 30 days after, a visitor's name and address 90 days after. Returns how many of each.
create function private.forget_booking_needs(p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_needs integer;
  v_gone uuid[];
begin
  delete from private.booking_need n using public.booking b
  where b.id = n.booking_id and private.booking_over_at(b) < p_now - interval '30 days';
  get diagnostics v_needs = row_count;

  with gone as (
    update public.booking b
    set name = null, email = null, email_key = null, key_hash = null, organisation = null, erased_at = p_now
    where b.member_id is null and b.erased_at is null and private.booking_over_at(b) < p_now - interval '90 days'
    returning b.id
  )
  select coalesce(array_agg(id), '{}') into v_gone from gone;
  update public.booking_person set name = null where booking_id = any (v_gone) and name is not null;
  update public.seat_wish w
  set people = (select jsonb_agg(p.person - 'name' order by p.ord) from jsonb_array_elements(w.people) with ordinality p (person, ord))
  where w.booking_id = any (v_gone);
  update public.mail
  set recipient = 'erased@invalid', payload = '{}', claim = null, claimed_until = null, ended_at = coalesce(ended_at, p_now),
      state = case when state in ('waiting', 'claimed', 'stopped', 'bounced') then 'withheld' else state end
  where payload ? 'booking' and payload ->> 'booking' = any (v_gone::text[]) and recipient is not null;
  return jsonb_build_object('needs', v_needs, 'visitors', cardinality(v_gone));
end
$$;

-- What erasing a member takes of their bookings. Another adult who has a seat in the same booking keeps what the booking needs.
create function private.erase_booked(p_member uuid) returns void
language sql security definer set search_path = ''
as $$
  delete from private.booking_need n using public.booking b
  where b.id = n.booking_id and (
    b.member_id = p_member or exists (select from public.booking_person p where p.booking_id = b.id and p.member_id = p_member)
  ) and not exists (
    select from public.booking_person p join public.household_member m on m.id = p.member_id
    where p.booking_id = b.id and m.id <> p_member and m.erased_at is null
  );
  update public.booking_person set name = null where member_id = p_member
$$;
revoke execute on function private.erase_booked from public;

-- Seats ahead of those who have left their home go to others: theirs alone, or the booking when no adult is left in it. Done by
-- the minute's job, for who leaves is held together with the home, and an occasion is never held after that. Returns how many.
create function private.give_back_seats(p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_due record;
  v_stay jsonb;
  v_answer jsonb;
  v_count integer := 0;
begin
  for v_due in
    select b.id, b.form, o.number
    from public.occasion o
    join public.booking b on b.occasion_id = o.id and b.state <> 'cancelled'
    join public.booking_person p on p.booking_id = b.id
    join public.household_member m on m.id = p.member_id and m.left_at is not null
    where o.state = 'published' and o.ends_at > p_now and o.starts_at > p_now
    group by b.id, o.number order by o.number, b.number limit 100
  loop
    perform private.hold_occasion(v_due.number, p_now);
    select coalesce(jsonb_agg(said.person order by said.ord), '[]') into v_stay
    from jsonb_array_elements(private.people_of_booking(v_due.id)) with ordinality said (person, ord)
    where not exists (
      select from public.household_member m where m.id = (said.person ->> 'member')::uuid and m.left_at is not null
    );
    if exists (select from jsonb_array_elements(v_stay) p where not p ? 'age') then
      -- An offer, or a place in line beside a seat, would be lost by a change: it waits until that is settled.
      continue when exists (
        select from public.seat_wish w join public.booking b on b.id = w.booking_id
        where b.id = v_due.id and (w.state = 'offered' or (w.state = 'waiting' and b.state = 'booked'))
      );
      v_answer := private.change_booking(v_due.id, v_due.form, v_stay, null, false, 'system', null, p_now);
    else
      v_answer := private.cancel_booking(v_due.id, 'by_booker', 'system', null, p_now);
    end if;
    v_count := v_count + (v_answer ->> 'ok')::boolean::integer;
  end loop;
  return v_count;
end
$$;

-- What an adult has booked or has a seat in, for their copy of what is kept; what is needed only where they wrote it.
create function private.bookings_in_copy(p_me public.household_member) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'title', o.title, 'startsAt', coalesce(s.starts_at, o.starts_at), 'form', b.form, 'seats', b.seats, 'state', b.state,
    'madeAt', b.created_at, 'access', coalesce(n.access, '{}'), 'accessText', n.access_text, 'food', n.food, 'question', n.question
  ) order by b.number), '[]')
  from public.booking b
  join public.occasion o on o.id = b.occasion_id
  left join public.occasion_session s on s.id = b.session_id
  left join private.booking_need n on n.booking_id = b.id and b.member_id in (select id from private.rows_of_person(p_me))
  where b.member_id in (select id from private.rows_of_person(p_me)) or exists (
    select from public.booking_person p
    where p.booking_id = b.id and p.member_id in (select id from private.rows_of_person(p_me))
  )
$$;
revoke execute on function private.bookings_in_copy from public;

create function public.forget_booking_needs(p_now timestamptz default now()) returns jsonb
language sql security invoker set search_path = '' as $$ select private.forget_booking_needs(p_now) $$;
create function public.give_back_seats(p_now timestamptz default now()) returns integer
language sql security invoker set search_path = '' as $$ select private.give_back_seats(p_now) $$;

revoke execute on function
  private.forget_booking_needs, public.forget_booking_needs, private.give_back_seats, public.give_back_seats
from public, anon, authenticated, service_role;
grant execute on function
  private.forget_booking_needs, public.forget_booking_needs, private.give_back_seats, public.give_back_seats
to service_role;
