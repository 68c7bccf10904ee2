-- What staff do in a home's matter besides what household_changing holds: calls and notes, the steps of the way, messages,
-- pause, closing and opening again, hand-over. `p_seen` is the newest line of the history that was on the page: where a
-- colleague has done something since, nothing is overwritten and the page says who and what.

-- As enter_household, for what could overwrite: null when a colleague has been here since, who is then named.
create function private.seen_all(p_staff public.staff_member, p_household public.household, p_seen bigint) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('ok', false, 'reason', 'changed_meanwhile', 'by', s.name, 'at', e.happened_at, 'kind', e.kind)
  from public.household_event e left join public.staff_member s on s.id = (e.details ->> 'by')::uuid
  where e.household_id = p_household.id and e.id > p_seen and e.actor in ('staff', 'family')
    and e.details ->> 'by' is distinct from p_staff.id::text
  order by e.id desc limit 1
$$;
revoke execute on function private.seen_all from public;

create function private.log_call(p_number bigint, p_reached boolean, p_note text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  insert into public.contact_note (household_id, staff_id, reached, body) values (v_home.id, v_staff.id, p_reached, p_note);
  perform private.note_change(
    v_staff, v_home, case when p_reached then 'call_reached' when p_reached is null then 'note_written' else 'call_missed' end::public.household_event_kind,
    '{}'
  );
  return jsonb_build_object('ok', true);
end
$$;

-- Done, due, agreed: what is null is taken away.
create function private.set_step(
  p_number bigint, p_step uuid, p_done_on date, p_due_on date, p_agreed_at timestamptz, p_late_note text, p_seen bigint
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_changed constant jsonb := private.seen_all(v_staff, v_home, p_seen);
  v_step public.household_step;
begin
  if v_changed is not null then
    return v_changed;
  end if;
  update public.household_step
  set done_on = p_done_on, due_on = p_due_on, agreed_at = p_agreed_at, late_note = p_late_note,
      rough = rough and p_due_on is not distinct from due_on, done_by = case when p_done_on is not null then v_staff.id end
  where id = p_step and household_id = v_home.id returning * into v_step;
  if v_step.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  perform private.note_change(v_staff, v_home, 'step_changed', jsonb_strip_nulls(jsonb_build_object(
    'step', p_step, 'done', p_done_on is not null, 'member', v_step.member_id
  )));
  insert into public.mail (template, recipient, member_id, household_id)
  select 'matter_changed', m.email, m.id, v_home.id from public.household_member m
  where m.household_id = v_home.id and m.left_at is null and m.accepted_at is not null and m.email is not null
    and coalesce(v_step.member_id, m.id) = m.id
    -- One is enough until it has gone out.
    and not exists (select from public.mail l where l.member_id = m.id and l.template = 'matter_changed' and l.state = 'waiting');
  return jsonb_build_object('ok', true);
end
$$;

create function private.pause_household(p_number bigint, p_month date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if v_home.phase = 'closed' then
    return jsonb_build_object('ok', false, 'reason', 'closed_already');
  end if;
  if p_month is null then
    if v_home.paused_at is not null then
      perform private.log_access(v_staff, v_home.id, 'changed', private.ground_of(v_staff, v_home), 'resumed');
      perform private.resume(v_home.id, 'staff', jsonb_build_object('by', v_staff.id));
      perform private.tell_adults(v_home.id);
    end if;
  elsif not private.is_a_month_ahead(p_month) then
    return jsonb_build_object('ok', false, 'reason', 'not_a_month');
  else
    perform private.log_access(v_staff, v_home.id, 'changed', private.ground_of(v_staff, v_home), 'paused');
    perform private.pause(v_home.id, p_month, 'staff', jsonb_build_object('by', v_staff.id));
    perform private.tell_adults(v_home.id);
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function private.ask_again(p_number bigint, p_on date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if p_on is not null and p_on <= private.day_of(now()) then
    return jsonb_build_object('ok', false, 'reason', 'not_ahead');
  end if;
  update public.household set ask_again_on = p_on where id = v_home.id;
  perform private.note_change(v_staff, v_home, 'ask_again_set', jsonb_strip_nulls(jsonb_build_object('on', p_on)));
  return jsonb_build_object('ok', true);
end
$$;

-- A message to one adult, held for `p_hold` so that a slip can be taken back.
create function private.write_to(p_home public.household, p_member uuid, p_staff uuid, p_body text, p_hold interval) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.message (household_id, member_id, staff_id, body) values (p_home.id, p_member, p_staff, p_body);
  insert into public.mail (template, recipient, member_id, household_id, next_attempt_at)
  select 'message_waits', m.email, m.id, p_home.id, now() + p_hold
  from public.household_member m where m.id = p_member and m.email is not null;
end
$$;
revoke execute on function private.write_to from public;

create function private.message_adult(p_number bigint, p_member uuid, p_body text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not exists (select from public.household_member where id = p_member and household_id = v_home.id and left_at is null) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if not exists (
    select from public.message where member_id = p_member and staff_id = v_staff.id and body = p_body and sent_at > now() - interval '10 minutes'
  ) then
    perform private.write_to(v_home, p_member, v_staff.id, p_body, interval '0');
    perform private.note_change(v_staff, v_home, 'message_written', jsonb_build_object('member', p_member));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- One adult's conversation, for who may open the home. What the adult wrote is then read.
create function private.adult_messages(p_number bigint, p_member uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.home_to_read(v_staff, p_number);
  v_ground constant public.access_ground := private.ground_of(v_staff, v_home);
  v_said jsonb;
begin
  perform private.log_access(v_staff, v_home.id, 'opened', v_ground, 'messages', p_member)
  where exists (select from public.household_member where id = p_member and household_id = v_home.id);
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'fromAdult', m.staff_id is null, 'from', s.name, 'body', m.body, 'sentAt', m.sent_at, 'readAt', m.read_at
  ) order by m.sent_at), '[]') into v_said
  from public.message m left join public.staff_member s on s.id = m.staff_id
  where m.member_id = p_member and m.household_id = v_home.id and m.erased_at is null;
  -- Who reads for a reason has not taken over the conversation.
  update public.message set read_at = now()
  where member_id = p_member and household_id = v_home.id and staff_id is null and read_at is null and v_ground <> 'break_glass';
  return v_said;
end
$$;

-- With a kind message to each adult, or none. It can be undone for as long as the mails are held.
create function private.close_household(p_number bigint, p_why public.closed_why, p_body text, p_seen bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_changed constant jsonb := private.seen_all(v_staff, v_home, p_seen);
  v_hold constant interval := interval '10 seconds';
begin
  if v_changed is not null then
    return v_changed;
  end if;
  -- What a family does itself and what joining does are not said by closing.
  if p_why in ('withdrawn', 'joined') then
    raise exception 'not a reason to close for' using errcode = '22023';
  end if;
  if v_home.phase = 'closed' then
    return jsonb_build_object('ok', false, 'reason', 'closed_already');
  end if;
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  update public.household
  set phase = 'closed', phase_before = v_home.phase, closed_at = now(), closed_why = p_why, paused_at = null, paused_until = null, ask_again_on = null
  where id = v_home.id;
  perform private.write_to(v_home, m.id, v_staff.id, p_body, v_hold)
  from public.household_member m where m.household_id = v_home.id and m.left_at is null and m.accepted_at is not null and p_body is not null;
  perform private.note_change(v_staff, v_home, 'closed', jsonb_build_object('why', p_why));
  return jsonb_build_object('ok', true, 'undoUntil', now() + v_hold);
end
$$;

-- Within the ten seconds it is as if nothing had happened, and nobody has heard of it; afterwards it is opened again, and the
-- message stands.
create function private.reopen_household(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_undone boolean;
begin
  if v_home.phase <> 'closed' then
    return jsonb_build_object('ok', true);
  end if;
  v_undone := v_home.closed_at > now() - interval '10 seconds';
  if v_undone then
    delete from public.mail where household_id = v_home.id and template = 'message_waits' and state in ('waiting', 'withheld') and created_at >= v_home.closed_at;
    delete from public.message where household_id = v_home.id and staff_id is not null and sent_at >= v_home.closed_at;
  end if;
  update public.household
  set phase = coalesce(v_home.phase_before, 'interest'), phase_before = null, closed_at = null, closed_why = null where id = v_home.id;
  perform private.note_change(v_staff, v_home, 'reopened', jsonb_build_object('undone', v_undone));
  return jsonb_build_object('ok', true, 'undone', v_undone);
end
$$;

-- Another takes the home over: added and removed in one step, so that it is never nobody's.
create function private.hand_over(p_number bigint, p_to uuid, p_from uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_to public.staff_member;
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  select * into v_to from public.staff_member where id = p_to and ended_at is null and role in ('coordinator', 'head');
  if v_to.id is null or private.is_related(v_to, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  insert into public.household_coordinator (household_id, staff_id) values (v_home.id, p_to) on conflict do nothing;
  delete from public.household_coordinator where household_id = v_home.id and staff_id = p_from and staff_id <> p_to;
  perform private.note_change(v_staff, v_home, 'handed_over', jsonb_strip_nulls(jsonb_build_object('from', p_from, 'staff', p_to)));
  perform private.tell_adults(v_home.id);
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.log_call(p_number bigint, p_reached boolean default null, p_note text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.log_call(p_number, p_reached, p_note) $$;
create function public.set_step(p_number bigint, p_step uuid, p_done_on date default null, p_due_on date default null, p_agreed_at timestamptz default null, p_late_note text default null, p_seen bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_step(p_number, p_step, p_done_on, p_due_on, p_agreed_at, p_late_note, p_seen) $$;
create function public.pause_household(p_number bigint, p_month date default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.pause_household(p_number, p_month) $$;
create function public.ask_again(p_number bigint, p_on date default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.ask_again(p_number, p_on) $$;
create function public.message_adult(p_number bigint, p_member uuid, p_body text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.message_adult(p_number, p_member, p_body) $$;
create function public.adult_messages(p_number bigint, p_member uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.adult_messages(p_number, p_member) $$;
create function public.close_household(p_number bigint, p_why public.closed_why, p_body text default null, p_seen bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.close_household(p_number, p_why, p_body, p_seen) $$;
create function public.reopen_household(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.reopen_household(p_number) $$;
create function public.hand_over(p_number bigint, p_to uuid, p_from uuid default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.hand_over(p_number, p_to, p_from) $$;

revoke execute on function
  private.log_call, private.set_step, private.pause_household, private.ask_again, private.message_adult, private.adult_messages,
  private.close_household, private.reopen_household, private.hand_over, public.log_call, public.set_step, public.pause_household,
  public.ask_again, public.message_adult, public.adult_messages, public.close_household, public.reopen_household, public.hand_over
from public, anon, authenticated, service_role;
grant execute on function
  private.log_call, private.set_step, private.pause_household, private.ask_again, private.message_adult, private.adult_messages,
  private.close_household, private.reopen_household, private.hand_over, public.log_call, public.set_step, public.pause_household,
  public.ask_again, public.message_adult, public.adult_messages, public.close_household, public.reopen_household, public.hand_over
to authenticated;
