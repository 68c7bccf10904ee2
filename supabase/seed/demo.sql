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
