-- Fictitious people only, on addresses that cannot exist, with all that a registration leaves behind. Their mails are
-- marked as delivered, for nobody waits for them.
create function pg_temp.register(
  p_first_name text, p_last_name text, p_municipality public.municipality, p_considering public.considering, p_adults smallint,
  p_child_ages smallint[], p_way public.contact_way, p_heard text[], p_question text, p_days_ago integer, p_clock time, p_campaign text
) returns void language plpgsql as $$
declare
  v_email constant text := lower(p_first_name) || '.' || lower(p_last_name) || '@exempel.example';
  v_day constant date := (now() at time zone 'Europe/Stockholm')::date - p_days_ago;
  v_registered constant timestamptz := (v_day + p_clock) at time zone 'Europe/Stockholm';
  -- As a registration promises, but for the holidays: two working days after the day, at four in the afternoon.
  v_call_by constant timestamptz := (v_day + case extract(isodow from v_day) when 4 then 4 when 5 then 4 when 6 then 3 else 2 end + time '16:00')
    at time zone 'Europe/Stockholm';
  -- Numbers that nobody has, of those set aside for such use.
  v_phone constant text := case when p_way <> 'email_first' then '+467017406' || lpad((10 + p_days_ago * 7)::text, 2, '0') end;
  v_household public.household;
  v_interest public.interest;
  v_member uuid;
begin
  insert into public.household (municipality, considering, created_at, call_by)
  values (p_municipality, p_considering, v_registered, v_call_by) returning * into v_household;
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
  values (
    v_household.id, p_first_name, p_last_name, v_email, v_email, v_phone,
    v_household.created_at
  ) returning id into v_member;
  insert into public.interest (
    household_id, member_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
    contact_way, contact_times, heard_from, question, campaign, registered_at, call_by
  ) values (
    v_household.id, v_member, 'received', encode(sha256(convert_to(v_email, 'UTF8')), 'hex'), p_considering, p_municipality, p_adults,
    p_child_ages, p_first_name, p_last_name, v_email, v_email, v_phone, p_way,
    '{any_time}', p_heard::public.heard_from[], p_question, p_campaign, v_household.created_at,
    v_call_by
  ) returning * into v_interest;
  insert into public.household_event (household_id, happened_at, kind, actor, details)
  values (v_household.id, v_household.created_at, 'interest_registered', 'family', jsonb_build_object('interest', v_interest.id));
  insert into public.mail (template, recipient, member_id, household_id, state, created_at, ended_at, payload)
  values (
    'interest_received', v_email, v_member, v_household.id, 'delivered', v_household.created_at, v_household.created_at,
    jsonb_build_object('callBy', v_interest.call_by, 'way', p_way, 'registeredAt', v_interest.registered_at)
  );
end
$$;

select pg_temp.register('Amira', 'Exempelsson', 'timra', 'foster_home', 2::smallint, '{4,7}', 'phone', '{friend}', 'Hur lång tid brukar det ta?', 9, '19:42', null);
select pg_temp.register('Jonas', 'Provdal', 'harnosand', 'not_sure', 1::smallint, '{}', 'email_first', '{social_media,event}', null, 6, '20:15', 'stovlar');
select pg_temp.register('Tuva', 'Låtsberg', 'ornskoldsvik', 'emergency_home', 2::smallint, '{12}', 'text_first', '{foster_home}', 'Kan man ha hund?', 3, '12:08', null);
select pg_temp.register('Olle', 'Påhittman', 'solleftea', 'foster_home', 2::smallint, '{0,3,9}', 'phone', '{media}', null, 1, '17:26', null);

-- Staff, one of each role and one coordinator more.
insert into public.staff_member (name, email, email_key, role)
select name, email, email, role::public.staff_role from (values
  ('Maja Påhittsson', 'maja@familjehem.example', 'coordinator'),
  ('Daniel Exempelby', 'daniel@familjehem.example', 'coordinator'),
  ('Karin Låtsman', 'karin@familjehem.example', 'communicator'),
  ('Helena Provén', 'helena@familjehem.example', 'head')
) made_up (name, email, role);
insert into private.staff_event (staff_id, kind, role) select id, 'listed', role from public.staff_member;

-- That many days ago, and on a Friday when that was a Saturday or a Sunday.
create function pg_temp.workday(p_days_ago integer, p_clock time) returns timestamptz language sql as $$
  select (day - greatest(extract(isodow from day)::integer - 5, 0) + p_clock) at time zone 'Europe/Stockholm'
  from (select (now() at time zone 'Europe/Stockholm')::date - p_days_ago as day) back
$$;

-- Amira's home is in assessment, with Maja, and has a second adult.
insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
select household_id, 'Samir', 'Exempelsson', 'samir.exempelsson@exempel.example', 'samir.exempelsson@exempel.example', '+46701740606', pg_temp.workday(5, '10:24')
from public.household_member where first_name = 'Amira';
update public.household set phase = 'assessment', case_since = pg_temp.workday(5, '10:20') where id = (select household_id from public.household_member where first_name = 'Amira');
insert into public.household_coordinator (household_id, staff_id, since)
select m.household_id, s.id, pg_temp.workday(5, '10:20') from public.household_member m, public.staff_member s where m.first_name = 'Amira' and s.email = 'maja@familjehem.example';
insert into public.household_event (household_id, happened_at, kind, actor, details)
select m.household_id, pg_temp.workday(8, '9:40'), 'call_reached', 'staff', jsonb_build_object('by', s.id)
from public.household_member m, public.staff_member s where m.first_name = 'Amira' and s.email = 'maja@familjehem.example';
insert into public.household_event (household_id, happened_at, kind, actor, details)
select m.household_id, pg_temp.workday(5, '10:20'), 'assessment_began', 'staff', jsonb_build_object('by', s.id)
from public.household_member m, public.staff_member s where m.first_name = 'Amira' and s.email = 'maja@familjehem.example';

-- Last year's registrations, erased since: nobody is left, and the figures are.
create function pg_temp.registered_last_year(p_turn integer) returns void language plpgsql as $$
declare
  v_registered constant timestamptz := make_timestamptz(extract(year from now())::integer - 1, 1, 1, 8, 0, 0, 'Europe/Stockholm')
    -- More in spring and autumn, and fewer towards the end.
    + make_interval(days => (p_turn * 3.4 + 17 * sin(p_turn / 7.0) + p_turn * p_turn / 150.0)::integer, hours => p_turn % 10);
  v_place constant public.municipality := ('{harnosand,ornskoldsvik,timra,harnosand,kramfors,ornskoldsvik,solleftea,timra,ornskoldsvik,ange}'::public.municipality[])[1 + p_turn % 10];
  v_heard constant public.heard_from[] := case
    when p_turn % 5 = 0 then '{social_media}' when p_turn % 7 = 0 then '{social_media,friend}' when p_turn % 4 = 1 then '{friend}'
    when p_turn % 6 = 2 then '{foster_home}' when p_turn % 11 = 3 then '{event}' when p_turn % 3 = 0 then '{web_search}' else '{}' end;
  v_household uuid;
begin
  insert into public.household (municipality, considering, created_at) values (v_place, 'foster_home', v_registered) returning id into v_household;
  insert into public.interest (
    household_id, state, digest, considering, municipality, adults, child_ages, contact_way, contact_times, heard_from, registered_at, call_by, erased_at
  ) values (
    v_household, 'received', encode(sha256(convert_to(v_household::text, 'UTF8')), 'hex'), 'foster_home', v_place, 2, '{}', 'phone', '{}',
    v_heard, v_registered, v_registered + interval '3 days', v_registered + interval '90 days'
  );
  insert into public.household_event (household_id, happened_at, kind, actor) values
    (v_household, v_registered, 'interest_registered', 'family'),
    (v_household, v_registered + make_interval(hours => 5 + p_turn * 13 % 80), 'call_reached', 'staff'),
    (v_household, v_registered + interval '90 days', 'erased', 'family');
  update public.household set erased_at = v_registered + interval '90 days' where id = v_household;
end
$$;
select pg_temp.registered_last_year(turn) from generate_series(1, 88) turn;

-- A home that is one already, both familjehem and jourhem, with Daniel.
insert into public.household (municipality, is_foster_home, is_emergency_home, phase, case_since, created_at)
values ('ornskoldsvik', true, true, 'home', pg_temp.workday(400, '9:00'), pg_temp.workday(400, '9:00'));
insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
select h.id, made_up.first_name, 'Exempelgård', made_up.email, made_up.email, made_up.phone, h.created_at
from public.household h, (values
  ('Berit', 'berit.exempelgard@exempel.example', '+46701740607'), ('Lars', 'lars.exempelgard@exempel.example', '+46701740608')
) made_up (first_name, email, phone)
where h.is_emergency_home;
insert into public.household_coordinator (household_id, staff_id, since)
select h.id, s.id, h.created_at from public.household h, public.staff_member s where h.is_emergency_home and s.email = 'daniel@familjehem.example';
insert into public.household_event (household_id, happened_at, kind, actor, details)
select h.id, h.created_at, 'entered_by_hand', 'staff', jsonb_build_object('by', s.id)
from public.household h, public.staff_member s where h.is_emergency_home and s.email = 'daniel@familjehem.example';

-- Events and courses. Days are reckoned from the day on which the demo begins, and the clock is Stockholm's.
create function pg_temp.at(p_day date, p_clock time) returns timestamptz language sql as $$
  select (p_day + p_clock) at time zone 'Europe/Stockholm'
$$;
-- That weekday (1 is Monday) in the week so many weeks from now.
create function pg_temp.weekday(p_weeks integer, p_isodow integer) returns date language sql as $$
  select date_trunc('week', now() at time zone 'Europe/Stockholm')::date + p_weeks * 7 + p_isodow - 1
$$;
create function pg_temp.easter_sunday(p_year integer) returns date language sql as $$
  select make_date(p_year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1)
  from (select a, h, l, (a + 11 * h + 22 * l) / 451 as m from (
    select a, h, (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l from (
      select a, b, c, (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h
      from (select p_year % 19 as a, p_year / 100 as b, p_year % 100 as c) year
    ) moon
  ) week) day
$$;
create function pg_temp.occasion(
  p_activity text, p_title text, p_theme text, p_audience text, p_digital integer, p_physical integer, p_place text, p_address text,
  p_municipality public.municipality, p_children boolean, p_certificate boolean, p_slotted boolean, p_sessions timestamptz[], p_length interval
) returns uuid language plpgsql as $$
declare
  v_id uuid;
begin
  insert into public.occasion (
    activity, title, theme, state, audience, digital_seats, physical_seats, is_slotted, takes_children, gives_certificate, largest_party,
    place, address, municipality, digital_link, published_at, created_at, created_by
  ) values (
    p_activity, p_title, p_theme, 'published', p_audience::public.audience[], p_digital, p_physical, p_slotted, p_children, p_certificate,
    case when p_children then 12 when p_slotted then 6 else 4 end, p_place, p_address, p_municipality,
    case when p_digital is not null or p_slotted then 'https://mote.exempel.example/' || p_activity end,
    now() - interval '60 days', now() - interval '61 days', (select id from public.staff_member where email = 'maja@familjehem.example')
  ) returning id into v_id;
  insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form, staff_id)
  select v_id, part, starts_at, starts_at + p_length,
    case when p_digital is null and not p_slotted then 'physical' when p_physical is null then 'digital' else 'hybrid' end::public.session_form,
    case when p_slotted then (select id from public.staff_member where email = 'daniel@familjehem.example') end
  from unnest(p_sessions) with ordinality session (starts_at, part);
  return v_id;
end
$$;
-- Books adults of a home, or somebody who was entered by hand.
create function pg_temp.seat(p_occasion uuid, p_form public.seat_form, p_members uuid[], p_name text, p_state public.booking_state, p_when timestamptz)
returns uuid language plpgsql as $$
declare
  v_id constant uuid := gen_random_uuid();
  v_people constant jsonb := case
    when p_name is not null then jsonb_build_array(jsonb_build_object('name', p_name))
    else (select jsonb_agg(jsonb_build_object('member', id)) from unnest(p_members) member (id)) end;
  v_email constant text := case when p_name is not null then lower(translate(p_name, ' ÅÄÖåäöé', '.aaoaaoe')) || '@exempel.example' end;
begin
  insert into public.booking (id, occasion_id, state, form, seats, member_id, name, email, email_key, by_staff, created_at, booked_at)
  values (
    v_id, p_occasion, p_state, p_form, jsonb_array_length(v_people), p_members[1], p_name, v_email, v_email, p_name is not null, p_when,
    case when p_state = 'booked' then p_when end
  );
  perform private.set_people(v_id, v_people);
  insert into public.booking_event (booking_id, happened_at, kind, actor, details) values (
    v_id, p_when, case when p_state = 'booked' then 'booked' else 'into_line' end, 'family',
    jsonb_build_object('form', p_form, 'seats', jsonb_array_length(v_people))
  );
  if p_state = 'waiting' then
    insert into public.seat_wish (booking_id, occasion_id, form, people, need, made_at)
    values (v_id, p_occasion, p_form, v_people, jsonb_array_length(v_people), p_when);
  end if;
  return v_id;
end
$$;

-- Så funkar det on the last Friday of each month. One that falls on a holiday, or on the day before one, waits for a coordinator to
-- say yes to another day.
insert into public.occasion (
  activity, title, state, audience, digital_seats, largest_party, digital_link, rule_month, published_at, created_at
)
select 'sa-funkar-det', 'Så funkar det', case when moved then 'proposed' else 'published' end::public.occasion_state, '{everyone}', 40, 6,
  'https://mote.exempel.example/sa-funkar-det', month, case when not moved then now() - interval '60 days' end, now() - interval '61 days'
from (
  select month, extract(month from month) = 12 or friday between pg_temp.easter_sunday(extract(year from month)::integer) - 3
    and pg_temp.easter_sunday(extract(year from month)::integer) + 1 or to_char(friday, 'MMDD') in ('0430', '0605', '0606', '0624', '0625', '1030') as moved
  from (
    select month::date, (month + interval '1 month - 1 day')::date
      - (extract(isodow from month + interval '1 month - 1 day')::integer + 2) % 7 as friday
    from generate_series(date_trunc('month', now() at time zone 'Europe/Stockholm'), now() at time zone 'Europe/Stockholm' + interval '11 months', interval '1 month') month
  ) fridays
  where pg_temp.at(friday, '12:00') > now() + interval '2 hours'
) months;
insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form)
select o.id, 1, pg_temp.at(day, '12:00'), pg_temp.at(day, '13:00'), 'digital'
from public.occasion o, lateral (
  select (o.rule_month + interval '1 month - 1 day')::date - (extract(isodow from o.rule_month + interval '1 month - 1 day')::integer + 2) % 7
    - case when o.state = 'proposed' then 7 else 0 end as day
) friday
where o.rule_month is not null;
-- One evening cut into times for one family each.
select pg_temp.occasion(
  'sa-funkar-det', 'Så funkar det', 'En familj i taget', '{everyone}', null, null, null, null, null, false, false, true,
  array[pg_temp.at(pg_temp.weekday(2, 2), '17:00'), pg_temp.at(pg_temp.weekday(2, 2), '17:45'), pg_temp.at(pg_temp.weekday(2, 2), '18:30'), pg_temp.at(pg_temp.weekday(2, 2), '19:15')],
  interval '40 minutes'
);
select pg_temp.occasion(
  'sa-funkar-det', 'Så funkar det', 'På biblioteket', '{everyone}', null, 24, 'Biblioteket', 'Exempelgatan 1, Kramfors', 'kramfors', false, false, false,
  array[pg_temp.at(pg_temp.weekday(5, 3), '18:00')], interval '90 minutes'
);

-- The basic course: a round that goes on, in which Lars missed the third evening, and one ahead.
do $$
declare
  v_berit constant uuid := (select id from public.household_member where first_name = 'Berit');
  v_lars constant uuid := (select id from public.household_member where first_name = 'Lars');
  v_round constant uuid := pg_temp.occasion(
    'ett-hem-att-vaxa-i', 'Ett hem att växa i', null, '{assessed,foster_homes,emergency_homes}', 12, 10, 'GFO:s kontor', 'Exempelgatan 2, Härnösand',
    'harnosand', false, true, false,
    (select array_agg(pg_temp.at(pg_temp.weekday(week, 2), '18:00') order by week) from generate_series(-4, 1) week), interval '2 hours 30 minutes'
  );
  v_booking uuid;
begin
  perform pg_temp.occasion(
    'ett-hem-att-vaxa-i', 'Ett hem att växa i', null, '{assessed,foster_homes,emergency_homes}', 12, 10, 'Medborgarhuset', 'Exempelgatan 3, Örnsköldsvik',
    'ornskoldsvik', false, true, false,
    (select array_agg(pg_temp.at(pg_temp.weekday(week, 4), '18:00') order by week) from generate_series(7, 12) week), interval '2 hours 30 minutes'
  );
  v_booking := pg_temp.seat(v_round, 'digital', array[v_berit, v_lars], null, 'booked', pg_temp.workday(50, '19:12'));
  insert into public.attendance (session_id, person_id, state, noted_at, noted_by)
  select s.id, p.id, case when p.member_id = v_lars and s.part = 3 then 'absent' else 'attended' end::public.attendance_state, s.starts_at,
    (select id from public.staff_member where email = 'daniel@familjehem.example')
  from public.occasion_session s, public.booking_person p
  where s.occasion_id = v_round and p.booking_id = v_booking and s.ends_at < now();
  perform pg_temp.seat(v_round, form::public.seat_form, null, name, 'booked', pg_temp.workday(45, '10:00'))
  from (values ('Elsa Påhittsgren', 'physical'), ('Gustav Påhittsgren', 'physical'), ('Mona Exempelsten', 'digital')) made_up (name, form);
end
$$;

-- A network evening that is full, with two in line; and others ahead.
do $$
declare
  v_full constant uuid := pg_temp.occasion(
    'natverkstraffar', 'Nätverksträff', 'När sömnen inte kommer', '{foster_homes,emergency_homes}', 6, null, null, null, null, false, false, false,
    array[pg_temp.at(pg_temp.weekday(3, 3), '19:00')], interval '90 minutes'
  );
begin
  perform pg_temp.seat(v_full, 'digital', null, name, state::public.booking_state, pg_temp.workday(20, '8:00') + ord * interval '5 hours')
  from (values
    (1, 'Disa Exempelros', 'booked'), (2, 'Hugo Exempelros', 'booked'), (3, 'Ylva Provlund', 'booked'), (4, 'Kerstin Låtslind', 'booked'),
    (5, 'Nils Låtslind', 'booked'), (6, 'Frida Påhittsbo', 'booked'), (7, 'Sten Påhittsbo', 'waiting'), (8, 'Alva Provstad', 'waiting')
  ) made_up (ord, name, state);
end
$$;
select pg_temp.occasion(
  'natverkstraffar', 'Nätverksträff', 'Skolan och läxorna', '{foster_homes,emergency_homes}', 16, null, null, null, null, false, false, false,
  array[pg_temp.at(pg_temp.weekday(9, 3), '19:00')], interval '90 minutes'
);
select pg_temp.occasion(
  'traumamedveten-omsorg', 'Traumamedveten omsorg', null, '{foster_homes,emergency_homes}', 20, null, null, null, null, false, true, false,
  (select array_agg(pg_temp.at(pg_temp.weekday(week, 2), '17:30') order by week) from generate_series(10, 13) week), interval '2 hours'
);
select pg_temp.occasion(
  'tredelat-foraldraskap', 'Det tredelade föräldraskapet i praktiken', null, '{assessed,foster_homes,emergency_homes}', 100, null, null, null, null,
  false, false, false, array[pg_temp.at(pg_temp.weekday(6, 3), '18:30')], interval '1 hour 15 minutes'
);
select pg_temp.occasion(
  'for-jourhem', 'Träff för jourhem', 'Den första natten', '{emergency_homes,guests}', 10, 12, 'GFO:s kontor', 'Exempelgatan 2, Härnösand', 'harnosand',
  false, false, false, array[pg_temp.at(pg_temp.weekday(2, 4), '18:00')], interval '2 hours'
);
select pg_temp.occasion(
  'grillkvall', 'Grillkväll', null, '{foster_homes,emergency_homes}', null, 60, 'Grillplatsen vid sjön', 'Exempelvägen 4, Sollefteå', 'solleftea',
  true, false, false, array[pg_temp.at(pg_temp.weekday(24, 4), '17:00')], interval '3 hours'
);
select pg_temp.occasion(
  'familjehemsdag', 'Familjehemsdagen', null, '{foster_homes,emergency_homes}', null, 220, 'Djurparken', 'Exempelvägen 5, Junsele', 'solleftea',
  true, false, false, array[pg_temp.at(pg_temp.weekday(37, 7), '10:00')], interval '6 hours'
);

-- One that begins in an hour, whenever the demo begins: for the door. Invited guests, so that no home meets it in its calendar.
do $$
declare
  v_today constant uuid := pg_temp.occasion(
    'for-jourhem', 'Träff för jourhem', 'Med gäster från Sundsvall', '{guests}', 60, 20, 'GFO:s kontor', 'Exempelgatan 2, Härnösand', 'harnosand',
    true, false, false, array[date_trunc('hour', now()) + interval '1 hour'], interval '3 hours'
  );
  v_party record;
  v_id uuid;
begin
  for v_party in select * from (values
    (1, 'Agnes Exempelsund', 'physical', 0, '{4,9}'::integer[], null::text[], null::text, null::text),
    (2, 'Bengt Provberg', 'physical', 1, '{}', '{hearing_loop}', null, 'Hur gör vi första natten?'),
    (3, 'Doris Låtsfors', 'physical', 0, '{}', null, null, null),
    (4, 'Elias Påhittsnäs', 'physical', 1, '{0}', null, 'Mjölk och ägg', null),
    (5, 'Filippa Exempelvik', 'digital', 0, '{}', '{captions}', null, null),
    (6, 'Göran Provdahl', 'physical', 0, '{}', null, null, null),
    (7, 'Hanna Låtsström', 'physical', 0, '{}', '{step_free}', 'Vegetariskt', null),
    (8, 'Ivar Påhittsås', 'digital', 1, '{}', null, null, null),
    (9, 'Åsa Exempelö', 'physical', 0, '{}', null, null, null)
  ) made_up (ord, name, form, along, ages, access, food, question) order by ord loop
    v_id := pg_temp.seat(v_today, v_party.form::public.seat_form, null, v_party.name, 'booked', pg_temp.workday(12, '9:00') + v_party.ord * interval '2 hours');
    perform private.set_people(v_id, jsonb_build_array(jsonb_build_object('name', v_party.name))
      || (select coalesce(jsonb_agg('{}'::jsonb), '[]') from generate_series(1, v_party.along))
      || (select coalesce(jsonb_agg(jsonb_build_object('age', age)), '[]') from unnest(v_party.ages) age));
    update public.booking b set seats = (select count(*) from public.booking_person p where p.booking_id = v_id) where b.id = v_id;
    if coalesce(v_party.access[1], v_party.food, v_party.question) is not null then
      insert into private.booking_need (booking_id, access, food, question)
      values (v_id, coalesce(v_party.access, '{}'), v_party.food, v_party.question);
    end if;
  end loop;
end
$$;
