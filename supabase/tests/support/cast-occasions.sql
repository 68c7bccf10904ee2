-- What the cast can book, and has booked: of both adults of a home, of one of them, and of a visitor with a link.
create schema if not exists tests;

create function tests.occasion(p_suffix text, p_audience public.audience, p_state public.occasion_state, p_days integer) returns public.occasion
language plpgsql as $$
declare
  v public.occasion;
begin
  insert into public.occasion (activity, title, state, published_at, audience, digital_seats, physical_seats)
  values ('prov-' || p_suffix, 'Provkvällen', p_state, case when p_state = 'published' then now() end, array[p_audience], 4, 4)
  returning * into v;
  insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form)
  select v.id, part, now() + make_interval(days => p_days, hours => part), now() + make_interval(days => p_days, hours => part + 1), 'hybrid'
  from generate_series(1, 2) part;
  select * into v from public.occasion where id = v.id;
  return v;
end
$$;

create function tests.booking(p_occasion uuid, p_members uuid[], p_key text) returns uuid language plpgsql as $$
declare
  v_id constant uuid := gen_random_uuid();
begin
  insert into public.booking (id, occasion_id, state, form, seats, member_id, key_hash, name, email, email_key, booked_at)
  values (
    v_id, p_occasion, 'booked', 'digital', greatest(cardinality(p_members), 1), p_members[1],
    case when p_key is not null then encode(sha256(convert_to(p_key, 'UTF8')), 'hex') end, case when p_key is not null then 'Vera Exempelgren' end,
    case when p_key is not null then v_id || '@exempel.example' end, case when p_key is not null then v_id || '@exempel.example' end, now()
  );
  insert into public.booking_person (booking_id, ord, member_id, name)
  select v_id, ord, m.id, coalesce(m.first_name || ' ' || m.last_name, 'Vera Exempelgren')
  from generate_series(1, greatest(cardinality(p_members), 1)) ord left join public.household_member m on m.id = p_members[ord];
  insert into public.booking_event (booking_id, kind, actor, details)
  values (v_id, 'booked', 'family', jsonb_build_object('form', 'digital', 'seats', greatest(cardinality(p_members), 1)));
  return v_id;
end
$$;

create function tests.occasions(p_a uuid, p_b uuid, p_suffix text) returns jsonb language plpgsql as $$
declare
  v_open constant public.occasion := tests.occasion(p_suffix, 'everyone', 'published', 11);
  v_next constant public.occasion := tests.occasion(p_suffix, 'everyone', 'published', 12);
  v_homes constant public.occasion := tests.occasion(p_suffix, 'assessed', 'published', 13);
  v_guests constant public.occasion := tests.occasion(p_suffix, 'guests', 'published', 14);
  v_draft constant public.occasion := tests.occasion(p_suffix, 'everyone', 'draft', 15);
  v_key constant text := 'the key of ' || p_suffix;
begin
  return jsonb_build_object(
    'activity', v_open.activity, 'open', v_open.number, 'next', v_next.number, 'homes', v_homes.number, 'guests', v_guests.number,
    'draft', v_draft.number, 'guestCode', v_guests.guest_code, 'key', v_key,
    'visitors', tests.booking(v_open.id, '{}', v_key), 'both', tests.booking(v_open.id, array[p_a, p_b], null),
    'ofA', tests.booking(v_homes.id, array[p_a], null)
  );
end
$$;
