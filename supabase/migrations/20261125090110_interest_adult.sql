-- Whoever registers interest becomes the first adult of the home, and can sign in with the same address.

create or replace function private.promise_call(
  p_household public.household, p_interest public.interest, p_call_by timestamptz, p_address text
) returns void
language sql security definer set search_path = ''
as $$
  -- Also of who comes back after it was closed: somebody has been promised a call.
  update public.household set call_by = greatest(call_by, p_call_by) where id = p_household.id and phase in ('interest', 'closed');
  insert into public.mail (template, recipient, member_id, household_id, payload) values
    ('interest_received', p_address, p_interest.member_id, p_household.id, jsonb_build_object(
      'callBy', p_call_by, 'way', p_interest.contact_way, 'registeredAt', now()
    )),
    ('interest_notice', null, null, p_household.id, jsonb_build_object(
      'householdNumber', p_household.number, 'callBy', p_call_by, 'addition', p_interest.state = 'unconfirmed_addition'
    ));
$$;

create or replace function private.register_interest(
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
  v_interest public.interest;
  v_household public.household;
  v_member uuid;
  v_known boolean;
begin
  perform private.require_site_gate(p_gate);
  if not private.interest_is_within_limits(p_network_key, p_address_key, p_draft_key, p_proven) then
    return false;
  end if;
  perform private.hold_address(p_email_key);

  select * into v_interest from public.interest
  where email_key = p_email_key and digest = v_digest and registered_at > now() - interval '30 days' and state <> 'discarded'
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

  -- Known by an adult of a home, or by what somebody with that address wrote before and that was not thrown away; who has left a
  -- home begins anew. Held, so that no erasing of that home
  -- takes this with it unseen.
  select h.* into v_household from public.household h
  where h.id = coalesce(
    (select m.household_id from public.household_member m where m.email_key = p_email_key and m.left_at is null),
    (
      select i.household_id from public.interest i
      where i.email_key = p_email_key and i.state <> 'discarded' and not exists (
        select from public.household_member m where m.household_id = i.household_id and m.email_key = p_email_key
      )
      order by i.registered_at limit 1
    )
  ) and h.erased_at is null
  for share;
  v_known := found;
  if not v_known then
    insert into public.household (municipality, considering) values (p_municipality, p_considering) returning * into v_household;
    insert into public.household_member (household_id, first_name, last_name, email, email_key, phone)
    select v_household.id, p_first_name, p_last_name, case when own then p_email_address end, case when own then p_email_key end, p_phone
    from (select not private.is_staff_address(p_email_key) as own) address
    returning id into v_member;
  else
    select m.id into v_member from public.household_member m
    where m.household_id = v_household.id and m.email_key = p_email_key and m.left_at is null;
  end if;

  insert into public.interest (
    household_id, member_id, state, digest, considering, municipality, adults, child_ages, first_name, last_name, email, email_key,
    phone, contact_way, contact_times, heard_from, question, campaign, call_by
  ) values (
    v_household.id, v_member, case when v_known then 'unconfirmed_addition' else 'received' end::public.interest_state,
    v_digest, p_considering, p_municipality, p_adults, p_child_ages, p_first_name, p_last_name, p_email, p_email_key,
    p_phone, p_contact_way, p_contact_times, p_heard_from, p_question, p_campaign, p_call_by
  ) returning * into v_interest;

  insert into public.household_event (household_id, kind, actor, details) values (
    v_household.id,
    case when v_known then 'interest_added' else 'interest_registered' end::public.household_event_kind,
    'family', jsonb_build_object('interest', v_interest.id)
  );
  perform private.promise_call(v_household, v_interest, p_call_by, p_email_address);
  return true;
end
$$;
