-- The outbox: a mail is a row written in the same transaction as what it tells of. The job claims it for two minutes,
-- sends it with the row's key, and stamps it. Resend remembers a key for 24 hours, so within 23 the same mail may be
-- tried again without reaching anyone twice; after that nobody can know, and a person decides.

create type public.mail_template as enum ('interest_received', 'interest_notice', 'undelivered_notice', 'complaint_notice');
create type public.mail_state as enum ('waiting', 'claimed', 'sent', 'delivered', 'bounced', 'complained', 'stopped');
-- Why a try failed: it may pass later, Resend was busy (which costs no try), or it never will.
create type public.mail_failure as enum ('temporary', 'busy', 'permanent');

create table public.mail (
  id uuid not null default gen_random_uuid(),
  template public.mail_template not null,
  recipient text,
  payload jsonb not null default '{}',
  household_id uuid,
  state public.mail_state not null default 'waiting',
  generation integer not null default 1,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  first_attempt_at timestamptz,
  claim uuid,
  claimed_until timestamptz,
  provider_id text,
  last_error text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  seen_at timestamptz,
  constraint mail_pk primary key (id),
  constraint mail_household_fk foreign key (household_id) references public.household (id),
  constraint mail_claim_is_whole check ((state = 'claimed') = (claim is not null) and (claim is null) = (claimed_until is null)),
  constraint mail_recipient_is_an_address check (recipient ~ '^[^\s@<>]+@[^\s@<>]+$'),
  constraint mail_payload_is_an_object check (jsonb_typeof(payload) = 'object'),
  constraint mail_last_error_is_short check (length(last_error) <= 500)
);
create index mail_to_send on public.mail (next_attempt_at) where state in ('waiting', 'claimed');
create index mail_by_household on public.mail (household_id);
alter table public.mail enable row level security;
revoke all on table public.mail from public, anon, authenticated, service_role;
comment on column public.mail.recipient is 'Null: GFO''s own address for notices, which the environment knows.';
comment on column public.mail.seen_at is 'A person has looked at why it ended and does not send it again.';
comment on column public.mail.generation is 'Part of the key at Resend; raised when a person sends a stopped mail again.';

create table public.mail_event (
  id text not null,
  mail_id uuid not null,
  kind text not null,
  happened_at timestamptz not null,
  received_at timestamptz not null default now(),
  constraint mail_event_pk primary key (id),
  constraint mail_event_mail_fk foreign key (mail_id) references public.mail (id),
  constraint mail_event_kind_is_known check (kind in ('delivered', 'bounced', 'complained'))
);
create index mail_event_by_mail on public.mail_event (mail_id);
alter table public.mail_event enable row level security;
revoke all on table public.mail_event from public, anon, authenticated, service_role;
comment on column public.mail_event.id is 'The webhook''s own id: the same one twice changes nothing.';

-- What a person must know: the mail did not reach the family, or they do not want it. Once for each mail; a lost notice
-- to GFO itself is seen in the log and in stuck_mails().
create function private.tell_undelivered(p_mail public.mail) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if p_mail.recipient is null or p_mail.household_id is null or exists (
    select from public.household_event e
        where e.household_id = p_mail.household_id and e.kind = 'mail_undelivered' and e.details ->> 'mail' = p_mail.id::text
  ) then
    return;
  end if;
  insert into public.household_event (household_id, kind, actor, details)
  values (p_mail.household_id, 'mail_undelivered', 'system', jsonb_build_object('mail', p_mail.id, 'state', p_mail.state));
  insert into public.mail (template, household_id, payload)
  select case when p_mail.state = 'complained' then 'complaint_notice' else 'undelivered_notice' end::public.mail_template,
    h.id, jsonb_build_object('householdNumber', h.number)
  from public.household h where h.id = p_mail.household_id;
end
$$;
revoke execute on function private.tell_undelivered(public.mail) from public;

create function private.stop_mail(p_mail uuid, p_error text, p_now timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_mail public.mail;
begin
  update public.mail
  set state = 'stopped', claim = null, claimed_until = null, ended_at = p_now, last_error = left(p_error, 500)
  where id = p_mail
  returning * into v_mail;
  perform private.tell_undelivered(v_mail);
end
$$;
revoke execute on function private.stop_mail(uuid, text, timestamptz) from public;

create type public.claimed_mail as (
  id uuid, template public.mail_template, recipient text, payload jsonb, claim uuid, key text, tag text, attempts integer,
  written_at timestamptz
);
comment on type public.claimed_mail is
  'key: what Resend recognises a second try by. tag: what its news of this sending carries back.';

create function private.claim_mails(p_limit integer, p_now timestamptz) returns setof public.claimed_mail
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.stop_mail(old.id, 'not finished within 23 hours', p_now)
  from (
    select m.id from public.mail m
    where m.first_attempt_at < p_now - interval '23 hours'
      and (m.state = 'waiting' or (m.state = 'claimed' and m.claimed_until < p_now))
    for update skip locked
  ) old;

  return query
  -- Chosen first and for good: joined directly, the choice could be made anew for every row and exceed its limit.
  with due as materialized (
    select c.id from public.mail c
    where (c.state = 'waiting' and c.next_attempt_at <= p_now) or (c.state = 'claimed' and c.claimed_until < p_now)
    order by c.next_attempt_at
    limit least(greatest(p_limit, 0), 50)
    for update skip locked
  )
  update public.mail m
  set state = 'claimed', claim = gen_random_uuid(), claimed_until = p_now + interval '2 minutes',
      attempts = m.attempts + 1, first_attempt_at = coalesce(m.first_attempt_at, p_now)
  from due
  where m.id = due.id
  returning m.id, m.template, m.recipient, m.payload, m.claim, 'mail/' || m.id || '/' || m.generation,
    m.id || '_' || m.generation, m.attempts, m.created_at;
end
$$;
revoke execute on function private.claim_mails(integer, timestamptz) from public;

create function private.stamp_mail_sent(p_mail uuid, p_claim uuid, p_provider_id text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.mail
  set state = 'sent', provider_id = p_provider_id, claim = null, claimed_until = null, last_error = null
  where id = p_mail and state = 'claimed' and claim = p_claim;
  return found;
end
$$;
revoke execute on function private.stamp_mail_sent(uuid, uuid, text) from public;

create function private.stamp_mail_failed(p_mail uuid, p_claim uuid, p_error text, p_failure public.mail_failure, p_now timestamptz)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_mail public.mail;
  -- One less than the tries: the sum stays within the hours that Resend remembers a key.
  v_waits constant interval[] := array['1 min', '5 min', '15 min', '1 hour', '2 hours', '4 hours', '6 hours', '8 hours']::interval[];
  v_wait interval;
begin
  select * into v_mail from public.mail where id = p_mail and state = 'claimed' and claim = p_claim for update;
  if not found then
    return false;
  end if;
  v_wait := case when p_failure = 'busy' then interval '1 minute' else v_waits[v_mail.attempts] end;
  if p_failure = 'permanent' or v_wait is null or p_now + v_wait > v_mail.first_attempt_at + interval '23 hours' then
    perform private.stop_mail(p_mail, p_error, p_now);
  else
    update public.mail
    set state = 'waiting', claim = null, claimed_until = null, next_attempt_at = p_now + v_wait, last_error = left(p_error, 500),
        attempts = case when p_failure = 'busy' then attempts - 1 else attempts end
    where id = p_mail;
  end if;
  return true;
end
$$;
revoke execute on function private.stamp_mail_failed(uuid, uuid, text, public.mail_failure, timestamptz) from public;

create function private.record_mail_event(p_event text, p_mail uuid, p_generation integer, p_kind text, p_at timestamptz)
returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_mail public.mail;
begin
  -- News of a sending that a person has since repeated says nothing of the new one.
  select * into v_mail from public.mail where id = p_mail and generation = p_generation for update;
  if not found then
    return false;
  end if;
  insert into public.mail_event (id, mail_id, kind, happened_at) values (p_event, p_mail, p_kind, p_at)
  on conflict (id) do nothing;
  if not found then
    return false;
  end if;
  -- News can overtake the stamp, come twice or in the wrong order: a complaint outweighs a bounce, a bounce a delivery.
  update public.mail
  set state = p_kind::public.mail_state, claim = null, claimed_until = null, ended_at = p_at
  where id = p_mail and (
    state in ('waiting', 'claimed', 'sent', 'stopped')
    or (state = 'delivered' and p_kind in ('bounced', 'complained'))
    or (state = 'bounced' and p_kind = 'complained')
  )
  returning * into v_mail;
  if found and p_kind in ('bounced', 'complained') then
    perform private.tell_undelivered(v_mail);
  end if;
  return true;
end
$$;
revoke execute on function private.record_mail_event(text, uuid, integer, text, timestamptz) from public;

create type public.stuck_mail as (
  id uuid, template public.mail_template, state public.mail_state, attempts integer, last_error text,
  created_at timestamptz, household_number bigint
);

create function private.stuck_mails() returns setof public.stuck_mail
language sql stable security definer set search_path = ''
as $$
  select m.id, m.template, m.state, m.attempts, m.last_error, m.created_at, h.number
  from public.mail m left join public.household h on h.id = m.household_id
  where (m.state in ('stopped', 'bounced', 'complained') and m.seen_at is null)
    or (m.state in ('waiting', 'claimed') and m.created_at < now() - interval '1 hour')
  order by m.created_at
$$;
revoke execute on function private.stuck_mails() from public;

create function private.retry_mail(p_mail uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.mail
  set state = 'waiting', generation = generation + 1, attempts = 0, first_attempt_at = null, next_attempt_at = now(),
      ended_at = null, provider_id = null, seen_at = null
  where id = p_mail and state in ('stopped', 'bounced');
  return found;
end
$$;
revoke execute on function private.retry_mail(uuid) from public;

create function private.settle_mail(p_mail uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
  update public.mail set seen_at = now()
  where id = p_mail and state in ('stopped', 'bounced', 'complained') and seen_at is null;
  return found;
end
$$;
revoke execute on function private.settle_mail(uuid) from public;

-- What the jobs may call, and nobody else ----------------------------------------------------------------------------

create function public.claim_mails(p_limit integer, p_now timestamptz default now()) returns setof public.claimed_mail
language sql security invoker set search_path = '' as $$ select * from private.claim_mails(p_limit, p_now) $$;

create function public.stamp_mail_sent(p_mail uuid, p_claim uuid, p_provider_id text) returns boolean
language sql security invoker set search_path = '' as $$ select private.stamp_mail_sent(p_mail, p_claim, p_provider_id) $$;

create function public.stamp_mail_failed(
  p_mail uuid, p_claim uuid, p_error text, p_failure public.mail_failure, p_now timestamptz default now()
) returns boolean
language sql security invoker set search_path = ''
as $$ select private.stamp_mail_failed(p_mail, p_claim, p_error, p_failure, p_now) $$;

create function public.record_mail_event(p_event text, p_mail uuid, p_generation integer, p_kind text, p_at timestamptz)
returns boolean
language sql security invoker set search_path = ''
as $$ select private.record_mail_event(p_event, p_mail, p_generation, p_kind, p_at) $$;

create function public.stuck_mails() returns setof public.stuck_mail
language sql security invoker set search_path = '' as $$ select * from private.stuck_mails() $$;

create function public.retry_mail(p_mail uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.retry_mail(p_mail) $$;

create function public.settle_mail(p_mail uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.settle_mail(p_mail) $$;

revoke execute on function
  public.claim_mails(integer, timestamptz), public.stamp_mail_sent(uuid, uuid, text),
  public.stamp_mail_failed(uuid, uuid, text, public.mail_failure, timestamptz),
  public.record_mail_event(text, uuid, integer, text, timestamptz), public.stuck_mails(), public.retry_mail(uuid),
  public.settle_mail(uuid)
from public, anon, authenticated;

grant execute on function
  private.claim_mails(integer, timestamptz), private.stamp_mail_sent(uuid, uuid, text),
  private.stamp_mail_failed(uuid, uuid, text, public.mail_failure, timestamptz),
  private.record_mail_event(text, uuid, integer, text, timestamptz), private.stuck_mails(), private.retry_mail(uuid), private.settle_mail(uuid),
  public.claim_mails(integer, timestamptz), public.stamp_mail_sent(uuid, uuid, text),
  public.stamp_mail_failed(uuid, uuid, text, public.mail_failure, timestamptz),
  public.record_mail_event(text, uuid, integer, text, timestamptz), public.stuck_mails(), public.retry_mail(uuid),
  public.settle_mail(uuid)
to service_role;
