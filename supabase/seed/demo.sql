-- Fictitious people only, on addresses that cannot exist, with all that a registration leaves behind. Their mails are
-- marked as delivered, for nobody waits for them.
create function pg_temp.register(
  p_first_name text, p_last_name text, p_municipality public.municipality, p_considering public.considering, p_adults smallint,
  p_child_ages smallint[], p_way public.contact_way, p_heard text[], p_question text, p_days_ago integer, p_campaign text
) returns void language plpgsql as $$
declare
  v_email constant text := lower(p_first_name) || '.' || lower(p_last_name) || '@exempel.example';
  v_household public.household;
  v_interest public.interest;
begin
  insert into public.household (municipality, created_at)
  values (p_municipality, now() - make_interval(days => p_days_ago)) returning * into v_household;
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
  values (
    v_household.id, p_first_name, p_last_name, v_email, v_email, case when p_way <> 'email_first' then '+46701740605' end,
    v_household.created_at
  );
  insert into public.interest (
    household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key, phone,
    contact_way, contact_times, heard_from, question, campaign, registered_at, call_by
  ) values (
    v_household.id, 'received', encode(sha256(convert_to(v_email, 'UTF8')), 'hex'), p_considering, p_municipality, p_adults,
    p_child_ages, p_first_name, p_last_name, v_email, v_email, case when p_way <> 'email_first' then '+46701740605' end, p_way,
    '{any_time}', p_heard::public.heard_from[], p_question, p_campaign, v_household.created_at,
    v_household.created_at + interval '2 days'
  ) returning * into v_interest;
  insert into public.household_event (household_id, happened_at, kind, actor, details)
  values (v_household.id, v_household.created_at, 'interest_registered', 'family', jsonb_build_object('interest', v_interest.id));
  insert into public.mail (template, recipient, household_id, state, created_at, ended_at, payload)
  values (
    'interest_received', v_email, v_household.id, 'delivered', v_household.created_at, v_household.created_at,
    jsonb_build_object('callBy', v_interest.call_by, 'way', p_way, 'registeredAt', v_interest.registered_at)
  );
end
$$;

select pg_temp.register('Amira', 'Exempelsson', 'timra', 'foster_home', 2::smallint, '{4,7}', 'phone', '{friend}', 'Hur lång tid brukar det ta?', 9, null);
select pg_temp.register('Jonas', 'Provdal', 'harnosand', 'not_sure', 1::smallint, '{}', 'email_first', '{social_media,event}', null, 6, 'stovlar');
select pg_temp.register('Tuva', 'Låtsberg', 'ornskoldsvik', 'emergency_home', 2::smallint, '{12}', 'text_first', '{foster_home}', 'Kan man ha hund?', 3, null);
select pg_temp.register('Olle', 'Påhittman', 'solleftea', 'foster_home', 2::smallint, '{0,3,9}', 'phone', '{media}', null, 1, null);

-- Staff, one of each role and one coordinator more.
insert into public.staff_member (name, email, email_key, role)
select name, email, email, role::public.staff_role from (values
  ('Maja Påhittsson', 'maja@familjehem.example', 'coordinator'),
  ('Daniel Exempelby', 'daniel@familjehem.example', 'coordinator'),
  ('Karin Låtsman', 'karin@familjehem.example', 'communicator'),
  ('Helena Provén', 'helena@familjehem.example', 'head')
) made_up (name, email, role);
insert into private.staff_event (staff_id, kind, role) select id, 'listed', role from public.staff_member;

-- Amira's home is in assessment, with Maja, and has a second adult.
insert into public.household_member (household_id, first_name, last_name, email, email_key, phone)
select household_id, 'Samir', 'Exempelsson', 'samir.exempelsson@exempel.example', 'samir.exempelsson@exempel.example', '+46701740606'
from public.household_member where first_name = 'Amira';
update public.household set phase = 'assessment' where id = (select household_id from public.household_member where first_name = 'Amira');
insert into public.household_coordinator (household_id, staff_id)
select m.household_id, s.id from public.household_member m, public.staff_member s where m.first_name = 'Amira' and s.email = 'maja@familjehem.example';
insert into public.household_event (household_id, kind, actor, details)
select m.household_id, 'assessment_began', 'staff', jsonb_build_object('by', s.id)
from public.household_member m, public.staff_member s where m.first_name = 'Amira' and s.email = 'maja@familjehem.example';
