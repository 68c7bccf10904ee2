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
