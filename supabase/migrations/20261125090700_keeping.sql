-- Keeping and erasing. A registration that never became a case is erased when GFO's time for it has passed, with a mail
-- before. What belongs to a case is never erased by itself. The history stays, for it says nothing of any person: erasing
-- blanks the columns that do.

create type public.request_kind as enum ('erasure', 'insight');
create type public.request_decision as enum ('granted', 'partly', 'refused');

create table public.data_request (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  member_id uuid not null,
  kind public.request_kind not null,
  wish text,
  asked_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  decision public.request_decision,
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  erased_at timestamptz,
  constraint data_request_pk primary key (id),
  constraint data_request_household_fk foreign key (household_id) references public.household (id),
  constraint data_request_member_fk foreign key (member_id) references public.household_member (id),
  constraint data_request_decided_by_fk foreign key (decided_by) references public.staff_member (id),
  constraint data_request_wish_is_limited check (length(wish) between 1 and 1000),
  constraint data_request_is_decided_whole check (
    (decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
    and (decision is null or withdrawn_at is null)
    and (decision is null or erased_at is not null or (reason is not null and length(reason) between 10 and 2000))
  )
);
create unique index data_request_is_asked_once on public.data_request (member_id, kind) where decision is null and withdrawn_at is null;
create index data_request_by_household on public.data_request (household_id);
alter table public.data_request enable row level security;
revoke all on table public.data_request from public, anon, authenticated, service_role;

-- Blanks what says who -------------------------------------------------------------------------------------------------

-- A mail that waits is not sent, and one that did not arrive cannot be sent again. Without a member: all of the home's. Mails
-- about bookings are a member's and no home's; so is the answer to who is erased, which has to arrive.
create function private.erase_mails(p_household uuid, p_member uuid) returns void
language sql security definer set search_path = ''
as $$
  update public.mail
  set recipient = 'erased@invalid', payload = '{}', claim = null, claimed_until = null, ended_at = coalesce(ended_at, now()),
      state = case when state in ('waiting', 'claimed', 'stopped', 'bounced') then 'withheld' else state end
  where recipient is not null and (
    (household_id = p_household and (p_member is null or member_id = p_member))
    or (household_id is null and member_id = p_member and template <> 'request_decided')
  )
$$;
revoke execute on function private.erase_mails(uuid, uuid) from public;

-- Without a member: all of the home's, also what came under an address that is no adult's.
create function private.erase_interests(p_household uuid, p_member uuid) returns void
language sql security definer set search_path = ''
as $$
  update public.interest
  set first_name = null, last_name = null, email = null, email_key = null, phone = null, question = null, child_ages = '{}',
      digest = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), erased_at = now()
  where household_id = p_household and erased_at is null and (p_member is null or member_id = p_member)
$$;
revoke execute on function private.erase_interests(uuid, uuid) from public;

create function private.erase_member(p_member public.household_member) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.erase_interests(p_member.household_id, p_member.id);
  perform private.erase_mails(p_member.household_id, p_member.id);
  perform private.erase_booked(p_member.id);
  update public.data_request set wish = null where member_id = p_member.id;
  update public.message set body = null, erased_at = now() where member_id = p_member.id and erased_at is null;
  update public.household_member
  set first_name = null, last_name = null, email = null, email_key = null, phone = null, user_id = null, silent_since = null, silent_times = null,
      wished_email = null, wished_email_key = null, wished_token = null, wished_at = null, account_before = null,
      left_at = coalesce(left_at, now()), erased_at = now()
  where id = p_member.id;
  -- Also the account of who asked for a code once and never used it. One that serves staff or another home stays.
  perform private.close_account(account.id) from (
    select p_member.user_id union select u.id from auth.users u where lower(u.email) = p_member.email_key
  ) account (id)
  where not private.is_staff_address(p_member.email_key);
end
$$;
revoke execute on function private.erase_member(public.household_member) from public;

create index household_member_who_left on public.household_member (lower(first_name || ' ' || last_name)) where left_at is not null and erased_at is null;

-- The person's rows in this and other homes: who has moved is the same person, and who took over an address is not. An
-- earlier row that never signed in is theirs when both name and address are.
create function private.rows_of_person(p_me public.household_member) returns setof public.household_member
language sql stable security definer set search_path = ''
as $$
  select (p_me).*
  union all
  select m.* from public.household_member m
  where m.id <> p_me.id and m.left_at is not null and m.erased_at is null
    and lower(m.first_name || ' ' || m.last_name) = lower(p_me.first_name || ' ' || p_me.last_name)
    and (m.user_id = coalesce(p_me.user_id, p_me.account_before) or (m.user_id is null and m.email_key = p_me.email_key))
$$;
revoke execute on function private.rows_of_person(public.household_member) from public;

create function private.erase_registration(p_household uuid, p_actor public.actor_kind) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_member public.household_member;
begin
  for v_member in select * from public.household_member where household_id = p_household and erased_at is null loop
    perform private.erase_member(v_member);
  end loop;
  perform private.erase_interests(p_household, null);
  perform private.erase_mails(p_household, null);
  update public.household_step set late_note = null where household_id = p_household and late_note is not null;
  update public.contact_note set body = null, erased_at = now() where household_id = p_household and erased_at is null;
  update public.break_glass set reason = null, erased_at = now(), until = least(until, greatest(now(), asked_at))
  where household_id = p_household and erased_at is null;
  -- Nobody is left to answer what still waits.
  update public.data_request
  set wish = null, reason = null, erased_at = now(), withdrawn_at = case when decision is null then coalesce(withdrawn_at, now()) end
  where household_id = p_household;
  -- Its municipality stays for the statistics, and a protected home's stays hidden.
  update public.household set address = null, erased_at = now() where id = p_household;
  insert into public.household_event (household_id, kind, actor) values (p_household, 'erased', p_actor);
  -- And what is joined into it.
  perform private.erase_registration(h.id, p_actor) from public.household h where h.joined_into = p_household and h.erased_at is null;
end
$$;
revoke execute on function private.erase_registration(uuid, public.actor_kind) from public;

-- By time --------------------------------------------------------------------------------------------------------------

-- The family's or our own last step in the matter; mails that went out by themselves do not count. Who has asked to be asked
-- again on a day is kept until then, and for as long after it.
create function private.last_contact(p_household uuid) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select greatest(
    (select max(e.happened_at) from public.household_event e where e.household_id = h.id and e.actor in ('family', 'staff')),
    h.paused_until, h.ask_again_on
  ) from public.household h where h.id = p_household
$$;
revoke execute on function private.last_contact(uuid) from public;

create function private.announce_erasures(p_months integer, p_days integer, p_now timestamptz) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_home public.household;
  v_count integer := 0;
begin
  for v_home in
    select h.* from public.household h
    where h.case_since is null and h.erased_at is null and h.joined_into is null
      and private.last_contact(h.id) < p_now - make_interval(months => p_months) + make_interval(days => p_days)
      and not exists (
        select from public.household_event e
        where e.household_id = h.id and e.kind = 'erasure_announced' and e.happened_at > private.last_contact(h.id)
      )
    limit 200 for update skip locked
  loop
    insert into public.household_event (household_id, kind, actor, happened_at) values (v_home.id, 'erasure_announced', 'system', p_now);
    insert into public.mail (template, recipient, member_id, household_id, payload)
    select 'erasure_announced', m.email, m.id, v_home.id, jsonb_build_object('on', p_now + make_interval(days => p_days))
    from public.household_member m where m.household_id = v_home.id and m.left_at is null and m.email is not null;
    -- Whom no mail reaches is called by a person, before it happens.
    insert into public.mail (template, household_id, payload)
    select 'unannounced_notice', v_home.id, jsonb_build_object('householdNumber', v_home.number, 'on', p_now + make_interval(days => p_days))
    where not exists (select from public.household_member where household_id = v_home.id and left_at is null)
      or exists (
        select from public.household_member a
        where a.household_id = v_home.id and a.left_at is null and not exists (
          select from public.mail m
          where m.member_id = a.id and m.template = 'erasure_announced' and m.state = 'waiting' and m.created_at >= now()
        )
      );
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
revoke execute on function private.announce_erasures(integer, integer, timestamptz) from public;

-- Announces what is soon due and erases what was announced long enough ago, unless somebody has been in touch since.
create function private.keep_time(p_months integer, p_days integer, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_announced constant integer := private.announce_erasures(p_months, p_days, p_now);
  v_erased integer := 0;
  v_home uuid;
begin
  for v_home in
    select h.id from public.household h
    where h.case_since is null and h.erased_at is null and h.joined_into is null
      and private.last_contact(h.id) < p_now - make_interval(months => p_months)
      and exists (
        select from public.household_event e
        where e.household_id = h.id and e.kind = 'erasure_announced' and e.happened_at > private.last_contact(h.id)
          and e.happened_at <= p_now - make_interval(days => p_days)
      )
      and not exists (select from public.data_request r where r.household_id = h.id and r.decision is null and r.withdrawn_at is null)
    limit 200 for update skip locked
  loop
    -- Once more, now that the home is held: somebody may have been in touch in between.
    continue when private.last_contact(v_home) >= p_now - make_interval(months => p_months);
    perform private.erase_registration(v_home, 'system');
    v_erased := v_erased + 1;
  end loop;
  return jsonb_build_object('announced', v_announced, 'erased', v_erased);
end
$$;

-- What is only there to guard or to help, and nobody's case.
drop function public.forget_rate_hits();
drop function private.forget_rate_hits();

create function private.forget_traces(p_days integer, p_now timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  delete from private.rate_hit where window_start < p_now - make_interval(days => p_days);
  delete from private.code_wish where asked_at < p_now - make_interval(days => p_days);
  delete from private.passkey_challenge where made_at < p_now - interval '1 day';
  delete from private.kept_form where kept_at < p_now - interval '1 day';
  -- The answer to who was erased could not be erased with them: it had to arrive.
  update public.mail set recipient = 'erased@invalid', payload = '{}', ended_at = coalesce(ended_at, p_now),
    state = case when state in ('stopped', 'bounced') then 'withheld' else state end
  where template = 'request_decided' and household_id is null and recipient <> 'erased@invalid'
    and state not in ('waiting', 'claimed') and created_at < p_now - make_interval(days => p_days);
  delete from private.sign_in_session
  where coalesce(ended_at, last_seen_at) < p_now - make_interval(days => p_days)
    and (ended_at is not null or last_seen_at < p_now - (select max(longest) from private.session_rule))
    and not exists (select from private.passkey_challenge c where c.session_id = sign_in_session.id);
end
$$;

create function private.accounts_to_erase() returns setof uuid
language sql stable security definer set search_path = ''
as $$
  -- Who has come back in the meantime keeps their account.
  select a.user_id from private.account_to_erase a where not private.account_is_used(a.user_id) order by a.since limit 50
$$;

create function private.account_erased(p_user uuid) returns void
language sql security definer set search_path = ''
as $$ delete from private.account_to_erase where user_id = p_user $$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.keep_time(p_months integer, p_days integer, p_now timestamptz default now()) returns jsonb
language sql security invoker set search_path = '' as $$ select private.keep_time(p_months, p_days, p_now) $$;
create function public.forget_traces(p_days integer, p_now timestamptz default now()) returns void
language sql security invoker set search_path = '' as $$ select private.forget_traces(p_days, p_now) $$;
create function public.accounts_to_erase() returns setof uuid
language sql security invoker set search_path = '' as $$ select private.accounts_to_erase() $$;
create function public.account_erased(p_user uuid) returns void
language sql security invoker set search_path = '' as $$ select private.account_erased(p_user) $$;

revoke execute on function
  private.keep_time, private.forget_traces, private.accounts_to_erase, private.account_erased, public.keep_time,
  public.forget_traces, public.accounts_to_erase, public.account_erased
from public, anon, authenticated, service_role;
grant execute on function
  private.keep_time, private.forget_traces, private.accounts_to_erase, private.account_erased, public.keep_time,
  public.forget_traces, public.accounts_to_erase, public.account_erased
to service_role;
