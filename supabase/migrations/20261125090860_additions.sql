-- What came from an address that a home was known by is not the home's until somebody has asked them: it is accepted, or thrown
-- away. What is thrown away can be taken back for thirty days, and is then blanked.

alter table public.interest
  add column discarded_at timestamptz,
  add constraint interest_discarded_says_when check ((state = 'discarded') = (discarded_at is not null));
create index interest_discarded on public.interest (discarded_at) where discarded_at is not null and erased_at is null;
comment on column public.interest.discarded_at is 'Since when it is thrown away.';

-- The latest call that was promised to these after `p_since`, and that nothing in the history of these homes has answered.
create function private.promised_to(p_interests uuid[], p_homes uuid[], p_since timestamptz) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  with happened as (
    select e.* from public.household_event e where e.household_id = any (p_homes)
  ), promises as (
    select i.id, i.call_by, i.registered_at as at from public.interest i
    where i.id = any (p_interests) and i.state <> 'discarded' and i.erased_at is null
  )
  select max(p.call_by) from (
    select * from promises
    union all
    select p.id, (e.details ->> 'callBy')::timestamptz, e.happened_at from promises p
    join happened e on e.kind = 'interest_repeated' and e.details ->> 'interest' = p.id::text
  ) p
  where p.at > greatest(
    p_since, (select max(e.happened_at) from happened e where e.kind in ('call_reached', 'assessment_began', 'closed'))
  )
$$;
revoke execute on function private.promised_to from public;

-- By what the home has registered; without `p_but`.
create function private.promised_by(p_household uuid, p_but uuid default null) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select private.promised_to(
    array(select i.id from public.interest i where i.household_id = p_household and i.id is distinct from p_but),
    array(select private.homes_within(p_household)), timestamptz '-infinity'
  )
$$;
revoke execute on function private.promised_by(uuid, uuid) from public;

-- A call that only this promised is not promised any more. A pause has moved what is left of it as many days as before.
create function private.unpromise(p_household public.household, p_interest uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_with constant timestamptz := private.promised_by(p_household.id);
  v_without constant timestamptz := private.promised_by(p_household.id, p_interest);
begin
  if p_household.call_by is null or v_with is null or v_without = v_with then
    return;
  end if;
  update public.household set call_by = private.on_working_day(v_without + (p_household.call_by - v_with)) where id = p_household.id;
end
$$;
revoke execute on function private.unpromise from public;

-- Nobody sends the same once more meanwhile.
create function private.enter_addition(p_staff public.staff_member, p_number bigint, p_interest uuid) returns public.household
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.hold_address((select email_key from public.interest where id = p_interest));
  return private.enter_household(p_staff, p_number);
end
$$;
revoke execute on function private.enter_addition from public;

create function private.settle_addition(
  p_number bigint, p_interest uuid, p_accept boolean, p_take_municipality boolean, p_seen bigint
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_takes constant boolean := p_accept and coalesce(p_take_municipality, false);
  v_home constant public.household := private.enter_addition(v_staff, p_number, p_interest);
  v_changed constant jsonb := private.seen_all(v_staff, v_home, p_seen);
  v_interest public.interest;
begin
  if v_changed is not null then
    return v_changed;
  end if;
  select * into v_interest from public.interest where id = p_interest and household_id = v_home.id and erased_at is null;
  if v_interest.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if p_accept is null then
    raise exception 'neither accepted nor discarded' using errcode = '22023';
  end if;
  if v_interest.state <> 'unconfirmed_addition' then
    return jsonb_build_object('ok', false, 'reason', 'settled_already');
  end if;
  -- Who does not see where the home is cannot say that it has moved.
  if v_takes and v_home.protected_at is not null and not private.coordinates(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if p_accept then
    update public.interest set state = 'received' where id = p_interest;
    if v_takes then
      update public.household set municipality = v_interest.municipality where id = v_home.id;
    end if;
  else
    perform private.unpromise(v_home, p_interest);
    update public.interest set state = 'discarded', discarded_at = now() where id = p_interest;
  end if;
  perform private.note_change(
    v_staff, v_home, case when p_accept then 'addition_accepted' else 'addition_discarded' end::public.household_event_kind,
    jsonb_build_object('interest', p_interest, 'municipality', v_takes)
  );
  return jsonb_build_object('ok', true);
end
$$;

-- As it was, with what it promised, unless somebody has called meanwhile.
create function private.restore_addition(p_number bigint, p_interest uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_addition(v_staff, p_number, p_interest);
begin
  update public.interest set state = 'unconfirmed_addition', discarded_at = null
  where id = p_interest and household_id = v_home.id and state = 'discarded' and erased_at is null and discarded_at > now() - interval '30 days';
  if not found then
    return jsonb_build_object('ok', false, 'reason', 'settled_already');
  end if;
  update public.household set call_by = greatest(call_by, private.promised_by(id)) where id = v_home.id and phase in ('interest', 'closed');
  perform private.note_change(v_staff, v_home, 'addition_restored', jsonb_build_object('interest', p_interest));
  return jsonb_build_object('ok', true);
end
$$;

-- Blanks what was thrown away thirty days ago, and the mails that answered it where they went to no adult of the home.
create function private.blank_discarded(p_now timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_interest public.interest;
begin
  for v_interest in
    select * from public.interest where discarded_at <= p_now - interval '30 days' and erased_at is null limit 200 for update skip locked
  loop
    update public.mail l
    set recipient = 'erased@invalid', payload = '{}', claim = null, claimed_until = null, ended_at = coalesce(l.ended_at, p_now),
        state = case when l.state in ('waiting', 'claimed', 'stopped', 'bounced') then 'withheld' else l.state end
    where l.household_id = v_interest.household_id and l.member_id is null and lower(l.recipient) = v_interest.email_key
      and not exists (
        select from public.interest i
        where i.household_id = v_interest.household_id and i.email_key = v_interest.email_key and i.state <> 'discarded'
      );
    update public.interest
    set first_name = null, last_name = null, email = null, email_key = null, phone = null, question = null, child_ages = '{}',
        digest = encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'), erased_at = p_now
    where id = v_interest.id;
  end loop;
end
$$;
revoke execute on function private.blank_discarded(timestamptz) from public;
grant execute on function private.blank_discarded(timestamptz) to service_role;

create or replace function public.keep_time(p_months integer, p_days integer, p_now timestamptz default now()) returns jsonb
language sql security invoker set search_path = ''
as $$
  select private.blank_discarded(p_now);
  select private.keep_time(p_months, p_days, p_now);
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.settle_addition(
  p_number bigint, p_interest uuid, p_accept boolean, p_take_municipality boolean default false, p_seen bigint default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.settle_addition(p_number, p_interest, p_accept, p_take_municipality, p_seen) $$;
create function public.restore_addition(p_number bigint, p_interest uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.restore_addition(p_number, p_interest) $$;

revoke execute on function
  private.settle_addition, private.restore_addition, public.settle_addition, public.restore_addition
from public, anon, authenticated, service_role;
grant execute on function
  private.settle_addition, private.restore_addition, public.settle_addition, public.restore_addition
to authenticated;
