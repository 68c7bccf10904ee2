-- A workplace or an association asks GFO to come: a request, that a coordinator answers and makes an occasion for guests of.

create type public.visit_state as enum ('asked', 'agreed', 'declined');

create table public.visit_request (
  id uuid not null,
  number bigint generated always as identity,
  state public.visit_state not null default 'asked',
  organisation text,
  name text,
  email text,
  phone text,
  municipality public.municipality not null,
  wished text,
  people smallint not null,
  message text,
  asked_at timestamptz not null default now(),
  occasion_id uuid,
  answered_at timestamptz,
  answered_by uuid,
  erased_at timestamptz,
  constraint visit_request_pk primary key (id),
  constraint visit_request_number_is_unique unique (number),
  constraint visit_request_occasion_fk foreign key (occasion_id) references public.occasion (id),
  constraint visit_request_answered_by_fk foreign key (answered_by) references public.staff_member (id),
  constraint visit_request_is_somebodys check (erased_at is not null or num_nulls(organisation, name, email, wished) = 0),
  constraint visit_request_texts_are_limited check (
    length(organisation) between 1 and 120 and length(name) between 1 and 100 and length(phone) between 1 and 40
    and length(wished) between 1 and 300 and length(message) between 1 and 1500
  ),
  constraint visit_request_email_is_an_address check (email ~ '^[^\s@<>]+@[^\s@<>]+$' and octet_length(email) <= 254),
  constraint visit_request_people_are_some check (people between 1 and 1000),
  constraint visit_request_is_answered_whole check (
    (state = 'asked') = (answered_at is null) and (answered_at is null) = (answered_by is null) and (occasion_id is null or state = 'agreed')
  )
);
create index visit_request_by_state on public.visit_request (state, asked_at);
create index visit_request_by_occasion on public.visit_request (occasion_id) where occasion_id is not null;
alter table public.visit_request enable row level security;
revoke all on table public.visit_request from public, anon, authenticated, service_role;
comment on column public.visit_request.id is 'Made by the website: the same press once more is the same request.';
comment on column public.visit_request.people is 'About how many who would listen.';
comment on column public.visit_request.wished is 'When it would suit, in their words.';
comment on column public.visit_request.occasion_id is 'What came of it.';

insert into private.rate_rule (bucket, max_hits, per) values ('visit_network', 20, '1 hour'), ('visit_address', 5, '1 day');

-- Reason: too_often. The mails say nothing that a stranger has typed: whoever fills in somebody else's address sends them no words.
create function private.request_visit(
  p_gate text, p_network_key text, p_address_key text, p_id uuid, p_organisation text, p_name text, p_email text, p_phone text,
  p_municipality public.municipality, p_wished text, p_people smallint, p_message text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_number bigint;
begin
  perform private.require_site_gate(p_gate);
  if not true = all (array[private.within_limit('visit_network', p_network_key), private.within_limit('visit_address', p_address_key)]) then
    return jsonb_build_object('ok', false, 'reason', 'too_often');
  end if;
  insert into public.visit_request (id, organisation, name, email, phone, municipality, wished, people, message)
  values (p_id, p_organisation, p_name, p_email, nullif(p_phone, ''), p_municipality, p_wished, p_people, nullif(p_message, ''))
  on conflict on constraint visit_request_pk do nothing
  returning number into v_number;
  if v_number is not null then
    insert into public.mail (template, recipient, payload) values
      ('visit_received', p_email, jsonb_build_object('visit', v_number, 'municipality', p_municipality, 'people', p_people)),
      ('visit_notice', null, jsonb_build_object('visit', v_number));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- All that have been asked, those that wait for an answer first.
create function private.visit_requests() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', v.number, 'state', v.state, 'organisation', v.organisation, 'name', v.name, 'email', v.email, 'phone', v.phone,
      'municipality', v.municipality, 'wished', v.wished, 'people', v.people, 'message', v.message, 'askedAt', v.asked_at,
      'occasion', o.number, 'occasionState', o.state, 'startsAt', o.starts_at, 'answeredAt', v.answered_at, 'answeredBy', s.name
    ) order by v.state, v.asked_at desc, v.number desc)
    from public.visit_request v
    left join public.occasion o on o.id = v.occasion_id
    left join public.staff_member s on s.id = v.answered_by
    where v.erased_at is null
  ), '[]');
end
$$;

-- What was answered. `p_occasion`: the number of what came of it, now or later. `asked` takes an answer back. What came of it and
-- has been cancelled since, or thrown away as a draft, is no answer: the request can be answered anew.
-- Reasons: not_found, no_occasion, answered_already (somebody else was first).
create function private.answer_visit(p_number bigint, p_state public.visit_state, p_occasion bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.staff_member := private.require_staff('coordinator', 'head');
  v_visit public.visit_request;
  v_occasion uuid;
  v_stands boolean;
begin
  select * into v_visit from public.visit_request where number = p_number and erased_at is null for update;
  if v_visit.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_found');
  end if;
  select o.id into v_occasion from public.occasion o where o.number = p_occasion;
  if p_occasion is not null and (v_occasion is null or p_state <> 'agreed') then
    return jsonb_build_object('ok', false, 'reason', 'no_occasion');
  end if;
  v_stands := not exists (select from public.occasion o where o.id = v_visit.occasion_id and o.state = 'cancelled');
  if v_stands and (
    v_visit.state <> 'asked' and p_state <> 'asked' and v_visit.state <> p_state or v_visit.occasion_id <> v_occasion
  ) then
    return jsonb_build_object('ok', false, 'reason', 'answered_already', 'state', v_visit.state);
  end if;
  update public.visit_request
  set state = p_state, occasion_id = case when p_state = 'agreed' then coalesce(v_occasion, occasion_id) end,
      answered_at = case when p_state <> 'asked' then coalesce(case when v_stands then answered_at end, now()) end,
      answered_by = case when p_state <> 'asked' then coalesce(case when v_stands then answered_by end, v_me.id) end
  where id = v_visit.id;
  return jsonb_build_object('ok', true);
end
$$;

-- Who asked is forgotten so many months after the asking, the answer or the visit, whichever came last. That there was a request
-- stays, to be counted.
create function private.forget_visits(p_months integer, p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_numbers bigint[];
begin
  with forgotten as (
    update public.visit_request v
    set organisation = null, name = null, email = null, phone = null, wished = null, message = null, erased_at = p_now
    where v.erased_at is null
      and greatest(v.asked_at, v.answered_at, (select o.ends_at from public.occasion o where o.id = v.occasion_id))
        < p_now - make_interval(months => p_months)
    returning v.number
  )
  select coalesce(array_agg(number), '{}') into v_numbers from forgotten;
  update public.mail
  set recipient = 'erased@invalid', payload = '{}', claim = null, claimed_until = null, ended_at = coalesce(ended_at, p_now),
      state = case when state in ('waiting', 'claimed', 'stopped', 'bounced') then 'withheld' else state end
  where template = 'visit_received' and (payload ->> 'visit')::bigint = any (v_numbers);
  return cardinality(v_numbers);
end
$$;

create function public.request_visit(
  p_gate text, p_network_key text, p_address_key text, p_id uuid, p_organisation text, p_name text, p_email text,
  p_municipality public.municipality, p_wished text, p_people smallint, p_phone text default null, p_message text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.request_visit(
    p_gate, p_network_key, p_address_key, p_id, p_organisation, p_name, p_email, p_phone, p_municipality, p_wished, p_people, p_message
  )
$$;

create function public.visit_requests() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.visit_requests() $$;

create function public.answer_visit(p_number bigint, p_state public.visit_state, p_occasion bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.answer_visit(p_number, p_state, p_occasion) $$;

create function public.forget_visits(p_months integer, p_now timestamptz default now()) returns integer
language sql security invoker set search_path = '' as $$ select private.forget_visits(p_months, p_now) $$;

revoke execute on function
  private.request_visit, public.request_visit, private.visit_requests, public.visit_requests, private.answer_visit, public.answer_visit,
  private.forget_visits, public.forget_visits
from public, anon, authenticated, service_role;
grant execute on function private.request_visit, public.request_visit to anon;
grant execute on function private.visit_requests, public.visit_requests, private.answer_visit, public.answer_visit to authenticated;
grant execute on function private.forget_visits, public.forget_visits to service_role;
