-- Registration of interest: what a family tells us, kept as it was written, and the promise of a call.

create type public.considering as enum ('foster_home', 'emergency_home', 'not_sure');
create type public.contact_way as enum ('phone', 'text_first', 'email_first');
create type public.contact_time as enum ('morning', 'afternoon', 'any_time');
create type public.heard_from as enum (
  'friend', 'foster_home', 'social_media', 'media', 'event', 'work_or_association', 'municipality', 'web_search', 'poster', 'other'
);
create type public.interest_state as enum ('received', 'unconfirmed_addition');

create table public.interest (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  state public.interest_state not null,
  digest text not null,
  considering public.considering not null,
  municipality public.municipality not null,
  adults smallint not null,
  child_ages smallint[] not null,
  first_name text not null,
  last_name text not null,
  email text not null,
  email_key text not null,
  phone text,
  contact_way public.contact_way not null,
  contact_times public.contact_time[] not null,
  heard_from public.heard_from[] not null,
  question text,
  question_flagged_at timestamptz,
  campaign text,
  call_by timestamptz not null,
  registered_at timestamptz not null default now(),
  constraint interest_pk primary key (id),
  constraint interest_household_fk foreign key (household_id) references public.household (id),
  constraint interest_adults_are_few check (adults between 1 and 10),
  constraint interest_children_are_few check (cardinality(child_ages) <= 12),
  constraint interest_child_ages_are_ages check (0 <= all (child_ages) and 25 >= all (child_ages)),
  constraint interest_names_are_short check (length(first_name) between 1 and 100 and length(last_name) between 1 and 100),
  constraint interest_email_is_an_address check (email ~ '^[^\s@]+@[^\s@]+$' and octet_length(email) <= 1000),
  constraint interest_phone_is_short check (length(phone) between 5 and 40),
  constraint interest_a_call_needs_a_number check (contact_way = 'email_first' or phone is not null),
  constraint interest_question_is_limited check (length(question) between 1 and 1500),
  constraint interest_campaign_is_a_name check (campaign ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  constraint interest_call_is_promised_ahead check (call_by > registered_at)
);
create index interest_by_email on public.interest (email_key, registered_at);
create index interest_by_household on public.interest (household_id);
alter table public.interest enable row level security;
revoke all on table public.interest from public, anon, authenticated, service_role;
comment on column public.interest.digest is 'sha-256 of all that was asked: the same content again is the same registration.';
comment on column public.interest.email_key is 'The address in the form that recognises it: lower case, ASCII domain.';
comment on column public.interest.child_ages is 'One age in years for each child at home; under one year is 0.';

insert into private.rate_rule (bucket, max_hits, per) values
  -- Many phones can share one address at a mobile operator: with proof of work done, the room is wide.
  ('interest_network_proven', 60, '1 hour'),
  ('interest_network_unproven', 12, '1 hour'),
  -- One form filled in, with room to go back and mend: no form and no proof of work serves many registrations.
  ('interest_draft', 10, '1 day'),
  -- One network's own count for an address: what others did with that address today cannot be read off it.
  ('interest_network_address', 10, '1 day'),
  -- Against many networks at once. Higher, so that no single network can count its way up to it.
  ('interest_address', 25, '1 day');

-- Every count is taken, always: an answer to one that spared the others would tell of them.
create function private.interest_is_within_limits(
  p_network_key text, p_address_key text, p_draft_key text, p_proven boolean
) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_within boolean[] := array[
    private.within_limit(
      case when p_proven then 'interest_network_proven' else 'interest_network_unproven' end, p_network_key
    ),
    private.within_limit('interest_draft', p_draft_key),
    private.within_limit(
      'interest_network_address', encode(sha256(convert_to(p_network_key || p_address_key, 'UTF8')), 'hex')
    ),
    private.within_limit('interest_address', p_address_key)
  ];
begin
  return true = all (v_within);
end
$$;
revoke execute on function private.interest_is_within_limits(text, text, text, boolean) from public;

-- The mails of one promise: to the family, and to GFO without anything about them.
create function private.promise_call(p_household public.household, p_interest public.interest, p_call_by timestamptz, p_address text)
returns void
language sql security definer set search_path = ''
as $$
  insert into public.mail (template, recipient, household_id, payload) values
    ('interest_received', p_address, p_household.id, jsonb_build_object(
      'callBy', p_call_by, 'way', p_interest.contact_way, 'registeredAt', now()
    )),
    ('interest_notice', null, p_household.id, jsonb_build_object(
      'householdNumber', p_household.number, 'callBy', p_call_by, 'addition', p_interest.state = 'unconfirmed_addition'
    ));
$$;
revoke execute on function private.promise_call(public.household, public.interest, timestamptz, text) from public;

create function private.register_interest(
  p_gate text, p_network_key text, p_address_key text, p_draft_key text, p_proven boolean,
  p_considering public.considering, p_municipality public.municipality, p_adults smallint, p_child_ages smallint[],
  p_first_name text, p_last_name text, p_email text, p_email_address text, p_email_key text, p_phone text,
  p_contact_way public.contact_way, p_contact_times public.contact_time[], p_heard_from public.heard_from[],
  p_question text, p_campaign text, p_call_by timestamptz
) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_digest constant text := encode(sha256(convert_to(jsonb_build_array(
    p_considering, p_municipality, p_adults, p_child_ages, p_first_name, p_last_name, p_email_key, p_phone,
    p_contact_way, p_contact_times, p_heard_from, p_question
  )::text, 'UTF8')), 'hex');
  v_first public.interest;
  v_interest public.interest;
  v_household public.household;
begin
  perform private.require_site_gate(p_gate);
  if not private.interest_is_within_limits(p_network_key, p_address_key, p_draft_key, p_proven) then
    return false;
  end if;
  -- One at a time for each address, so that a double click and two open tabs see each other.
  perform pg_advisory_xact_lock(hashtextextended('interest:' || p_email_key, 0));

  select * into v_interest from public.interest
  where email_key = p_email_key and digest = v_digest and registered_at > now() - interval '30 days'
  order by registered_at desc limit 1;
  if found then
    -- The same once more. On another day it gives another promise, and GFO and the family hear of that one too: nobody
    -- who was not called is left with a date that has passed.
    if v_interest.call_by <> p_call_by and not exists (
      select from public.household_event e
      where e.household_id = v_interest.household_id and e.kind = 'interest_repeated'
        and e.details ->> 'interest' = v_interest.id::text and (e.details ->> 'callBy')::timestamptz = p_call_by
    ) then
      insert into public.household_event (household_id, kind, actor, details) values (
        v_interest.household_id, 'interest_repeated', 'family',
        jsonb_build_object('interest', v_interest.id, 'callBy', p_call_by)
      );
      select * into strict v_household from public.household where id = v_interest.household_id;
      perform private.promise_call(v_household, v_interest, p_call_by, p_email_address);
    end if;
    return true;
  end if;

  select * into v_first from public.interest where email_key = p_email_key order by registered_at limit 1;
  if found then
    select * into strict v_household from public.household where id = v_first.household_id;
  else
    insert into public.household (municipality) values (p_municipality) returning * into v_household;
  end if;

  insert into public.interest (
    household_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key,
    phone, contact_way, contact_times, heard_from, question, campaign, call_by
  ) values (
    v_household.id, case when v_first.id is null then 'received' else 'unconfirmed_addition' end::public.interest_state,
    v_digest, p_considering, p_municipality, p_adults, p_child_ages, p_first_name, p_last_name, p_email, p_email_key,
    p_phone, p_contact_way, p_contact_times, p_heard_from, p_question, p_campaign, p_call_by
  ) returning * into v_interest;

  insert into public.household_event (household_id, kind, actor, details) values (
    v_household.id,
    case when v_first.id is null then 'interest_registered' else 'interest_added' end::public.household_event_kind,
    'family', jsonb_build_object('interest', v_interest.id)
  );
  perform private.promise_call(v_household, v_interest, p_call_by, p_email_address);
  return true;
end
$$;

-- Lists come as text: the embedded Supabase cannot pass lists of an enum.
create function public.register_interest(
  p_gate text, p_network_key text, p_address_key text, p_draft_key text, p_proven boolean,
  p_considering public.considering, p_municipality public.municipality, p_adults smallint, p_child_ages smallint[],
  p_first_name text, p_last_name text, p_email text, p_email_address text, p_email_key text,
  p_contact_way public.contact_way, p_contact_times text[], p_heard_from text[],
  p_call_by timestamptz, p_phone text default null, p_question text default null, p_campaign text default null
) returns boolean
language sql security invoker set search_path = ''
as $$
  select private.register_interest(
    p_gate, p_network_key, p_address_key, p_draft_key, p_proven, p_considering, p_municipality, p_adults, p_child_ages,
    p_first_name, p_last_name, p_email, p_email_address, p_email_key, p_phone, p_contact_way,
    p_contact_times::public.contact_time[], p_heard_from::public.heard_from[], p_question, p_campaign, p_call_by
  )
$$;
comment on function public.register_interest is
  'The one way in. True for a new, a repeated and an added registration alike: p_call_by is then promised. False: too many.';

-- A question that tells of a child in danger, or of anything that should not stand there, is marked by staff: what was
-- written stays as it is, and the history says that it was seen.
create function private.flag_interest_question(p_interest uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_household uuid;
begin
  update public.interest set question_flagged_at = now()
  where id = p_interest and question is not null and question_flagged_at is null
  returning household_id into v_household;
  if v_household is null then
    return false;
  end if;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_household, 'question_flagged', 'staff', jsonb_build_object('interest', p_interest));
  return true;
end
$$;

create function public.flag_interest_question(p_interest uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.flag_interest_question(p_interest) $$;

revoke execute on function
  private.register_interest, public.register_interest, private.flag_interest_question, public.flag_interest_question
from public, anon, authenticated, service_role;
grant execute on function private.register_interest, public.register_interest to anon;
grant execute on function private.flag_interest_question, public.flag_interest_question to service_role;
