-- What an adult asks for: to read, to take along, to have erased. And how it is answered.

create function private.make_request(p_kind public.request_kind, p_wish text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
  v_id uuid;
begin
  insert into public.data_request (household_id, member_id, kind, wish) values (v_me.household_id, v_me.id, p_kind, p_wish)
  on conflict (member_id, kind) where decision is null and withdrawn_at is null do nothing returning id into v_id;
  if v_id is null then
    return jsonb_build_object('ok', false, 'reason', 'asked_already');
  end if;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'request_made', 'family', jsonb_build_object('request', v_id));
  insert into public.mail (template, household_id, payload)
  select 'request_notice', h.id, jsonb_build_object('householdNumber', h.number) from public.household h where h.id = v_me.household_id;
  return jsonb_build_object('ok', true);
end
$$;

create function private.withdraw_request(p_request uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  update public.data_request set withdrawn_at = now()
  where id = p_request and member_id = v_me.id and decision is null and withdrawn_at is null;
  if not found then
    return false;
  end if;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'request_withdrawn', 'family', jsonb_build_object('request', p_request));
  return true;
end
$$;

create function private.my_requests() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', r.id, 'kind', r.kind, 'wish', r.wish, 'askedAt', r.asked_at, 'withdrawnAt', r.withdrawn_at, 'decision', r.decision,
      'reason', r.reason, 'decidedAt', r.decided_at
    ) order by r.asked_at desc)
    from public.data_request r where r.member_id = v_me.id
  ), '[]');
end
$$;

-- All that we hold that concerns the one who asks, and nothing that concerns another adult.
create function private.my_copy() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return jsonb_build_object(
    'madeAt', now(),
    'home', (select jsonb_build_object(
        'number', h.number, 'phase', h.phase, 'registeredAt', h.created_at,
        -- Not even here: a copy can be opened on somebody else's screen.
        'municipality', case when h.protected_at is null then h.municipality end,
        'address', case when h.protected_at is null then h.address end
      )
      from public.household h where h.id = v_me.household_id),
    'coordinators', coalesce((
      select jsonb_agg(jsonb_build_object('name', s.name, 'since', c.since) order by c.since)
      from public.household_coordinator c join public.staff_member s on s.id = c.staff_id where c.household_id = v_me.household_id
    ), '[]'),
    'me', jsonb_build_object(
      'firstName', v_me.first_name, 'lastName', v_me.last_name, 'email', v_me.email, 'phone', v_me.phone, 'joinedAt', v_me.joined_at,
      'sharesContactSince', v_me.shares_contact_at, 'silentSince', v_me.silent_since, 'silentTimes', v_me.silent_times, 'silentTakesCodes', v_me.silent_takes_codes,
      'wishedEmail', v_me.wished_email
    ),
    'registrations', coalesce((
      select jsonb_agg(jsonb_build_object(
        'registeredAt', i.registered_at, 'considering', i.considering,
        'municipality', case when h.protected_at is null then i.municipality end, 'adults', i.adults, 'childAges', i.child_ages,
        'firstName', i.first_name, 'lastName', i.last_name, 'email', i.email, 'phone', i.phone, 'way', i.contact_way, 'times', i.contact_times,
        'heardFrom', i.heard_from, 'question', i.question, 'campaign', i.campaign, 'callBy', i.call_by,
        'takenBy', (select s.name from public.staff_member s where s.id = i.taken_by)
      ) order by i.registered_at)
      from public.interest i join public.household h on h.id = i.household_id
      where i.erased_at is null and i.member_id in (select id from private.rows_of_person(v_me))
    ), '[]'),
    'mails', coalesce((
      select jsonb_agg(jsonb_build_object('template', m.template, 'writtenAt', m.created_at, 'state', m.state) order by m.created_at)
      from public.mail m where m.member_id in (select id from private.rows_of_person(v_me))
        -- It went to another address, and only where that is nobody's: whether it is, is not told.
        and m.template <> 'address_asked'
    ), '[]'),
    'requests', private.my_requests(),
    'bookings', private.bookings_in_copy(v_me),
    'messages', coalesce((
      select jsonb_agg(jsonb_build_object('at', w.sent_at, 'mine', w.staff_id is null, 'body', w.body) order by w.sent_at)
      from public.message w where w.member_id = v_me.id and w.erased_at is null
    ), '[]'),
    'way', private.way_of(v_me.household_id, v_me.id),
    'events', coalesce((
      select jsonb_agg(jsonb_build_object('at', e.happened_at, 'kind', e.kind, 'actor', e.actor) order by e.id)
      from public.household_event e
      where e.household_id in (select stay.household_id from private.stays_of(v_me) stay) and (
        e.details ->> 'member' = v_me.id::text
        -- What is the home's own. Everything that could tell of another adult is left out: named here, or not there.
        or (e.kind in (
          'assessment_began', 'coordinator_added', 'coordinator_removed', 'protection_began', 'protection_ended', 'erasure_announced'
        ) and exists (
          select from private.stays_of(v_me) stay
          where stay.household_id = e.household_id and e.happened_at >= stay.since and e.happened_at < stay.until
        ))
        -- Of both homes one line each: theirs.
        or (e.kind in ('joined', 'parted') and e.household_id = v_me.household_id and e.happened_at >= v_me.joined_at)
        or exists (
          select from public.mail m
          where m.member_id = v_me.id and e.details ->> 'mail' = m.id::text
        )
        or exists (select from public.data_request r where r.member_id = v_me.id and e.details ->> 'request' = r.id::text)
        or exists (
          select from public.interest i
          where i.member_id = v_me.id and e.details ->> 'interest' = i.id::text
        )
      )
    ), '[]'),
    'learning', private.courses_to_copy(v_me),
    'opened', coalesce((
      select jsonb_agg(jsonb_build_object('at', l.happened_at, 'role', l.staff_role, 'action', l.action, 'ground', l.ground) order by l.id)
      from private.stays_of(v_me) stay
      join public.access_log l on l.household_id = stay.household_id and l.happened_at >= stay.since and l.happened_at < stay.until
      where coalesce(l.member_id, v_me.id) = v_me.id
    ), '[]'),
    'sessions', coalesce((
      select jsonb_agg(jsonb_build_object('beganAt', s.began_at, 'lastSeenAt', s.last_seen_at, 'endedAt', s.ended_at) order by s.began_at)
      from private.sign_in_session s where s.user_id = v_me.user_id
    ), '[]')
  );
end
$$;

-- Requests that wait in homes that the asker may open, by number alone. The head sees them all.
create function private.waiting_requests() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object('number', h.number, 'kind', r.kind, 'askedAt', r.asked_at) order by r.asked_at)
    from public.data_request r join public.household h on h.id = r.household_id
    where r.decision is null and r.withdrawn_at is null and private.ground_of(v_staff, h) is not null
  ), '[]');
end
$$;

create function private.household_requests(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.home_to_read(v_staff, p_number);
  v_ground constant public.access_ground := private.ground_of(v_staff, v_home);
begin
  -- A line for each adult whose request is read: what one asks for shows to no other.
  perform private.log_access(v_staff, v_home.id, 'opened', v_ground, 'requests', asked.member_id)
  from (
    select distinct member_id from public.data_request where household_id = v_home.id
    union all select null where not exists (select from public.data_request where household_id = v_home.id)
  ) asked;
  return jsonb_build_object('phase', v_home.phase, 'protected', v_home.protected_at is not null, 'requests', coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', r.id, 'kind', r.kind, 'wish', r.wish, 'askedAt', r.asked_at, 'withdrawnAt', r.withdrawn_at, 'decision', r.decision, 'reason', r.reason,
      'decidedAt', r.decided_at, 'decidedBy', s.name, 'by', m.first_name || ' ' || m.last_name, 'silentTimes', m.silent_times
    ) order by r.asked_at desc)
    from public.data_request r join public.household_member m on m.id = r.member_id left join public.staff_member s on s.id = r.decided_by
    where r.household_id = v_home.id
  ), '[]'));
end
$$;

-- What belongs to a case the law keeps: erasing is then refused, with the reason in words.
create function private.decide_request(p_number bigint, p_request uuid, p_decision public.request_decision, p_reason text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_request public.data_request;
  v_member public.household_member;
begin
  select * into v_request from public.data_request where id = p_request and household_id = v_home.id for update;
  if v_request.id is null or v_request.decision is not null or v_request.withdrawn_at is not null then
    return jsonb_build_object('ok', false, 'reason', 'settled_already');
  end if;
  -- Erasing is done or not: what is only promised in part nobody could see.
  if v_request.kind = 'erasure' and p_decision = 'partly' then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if v_request.kind = 'erasure' and p_decision = 'granted' and v_home.case_since is not null then
    return jsonb_build_object('ok', false, 'reason', 'law_keeps');
  end if;
  update public.data_request set decision = p_decision, reason = p_reason, decided_at = now(), decided_by = v_staff.id where id = p_request;
  perform private.note_change(
    v_staff, v_home, 'request_decided', jsonb_build_object('request', p_request, 'decision', p_decision, 'member', v_request.member_id)
  );
  select * into v_member from public.household_member where id = v_request.member_id;
  -- Not where somebody else has the address by now.
  if v_member.email is not null and not exists (
    select from public.household_member where email_key = v_member.email_key and left_at is null and id <> v_member.id
  ) then
    insert into public.mail (template, recipient, member_id, household_id, payload) values (
      'request_decided', v_member.email, v_member.id,
      -- A mail of a person who is erased in this very step must not be erased with them.
      case when v_request.kind = 'erasure' and p_decision = 'granted' then null else v_home.id end,
      jsonb_build_object('erased', v_request.kind = 'erasure' and p_decision = 'granted')
    );
  end if;
  if v_request.kind = 'erasure' and p_decision = 'granted' then
    -- What is left of them in homes that they have moved from, and where no assessment ever began.
    perform private.erase_member(m) from private.rows_of_person(v_member) m join public.household h on h.id = m.household_id
    where m.id <> v_member.id and h.case_since is null;
    if exists (select from public.household_member where household_id = v_home.id and left_at is null and id <> v_member.id) then
      perform private.erase_member(v_member);
    else
      perform private.erase_registration(v_home.id, 'staff');
    end if;
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.make_request(p_kind public.request_kind, p_wish text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.make_request(p_kind, p_wish) $$;
create function public.withdraw_request(p_request uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.withdraw_request(p_request) $$;
create function public.my_requests() returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_requests() $$;
create function public.my_copy() returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_copy() $$;
create function public.waiting_requests() returns jsonb
language sql security invoker set search_path = '' as $$ select private.waiting_requests() $$;
create function public.household_requests(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.household_requests(p_number) $$;
create function public.decide_request(p_number bigint, p_request uuid, p_decision public.request_decision, p_reason text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.decide_request(p_number, p_request, p_decision, p_reason) $$;

revoke execute on function
  private.make_request, private.withdraw_request, private.my_requests, private.my_copy, private.waiting_requests,
  private.household_requests, private.decide_request, public.make_request, public.withdraw_request, public.my_requests,
  public.my_copy, public.waiting_requests, public.household_requests, public.decide_request
from public, anon, authenticated, service_role;
grant execute on function
  private.make_request, private.withdraw_request, private.my_requests, private.my_copy, private.waiting_requests,
  private.household_requests, private.decide_request, public.make_request, public.withdraw_request, public.my_requests,
  public.my_copy, public.waiting_requests, public.household_requests, public.decide_request
to authenticated;
