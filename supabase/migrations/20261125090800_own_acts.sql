-- What a family does itself: asks another adult to come in, pauses and takes up again, withdraws, writes to its coordinator.

-- Another adult, who comes in when they have said yes themselves. An address that is known elsewhere gets no mail and looks the
-- same from here: GFO is told, and telephones.
create function private.ask_adult(p_first_name text, p_last_name text, p_email text, p_email_key text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member(p_email_key);
  v_free boolean;
  v_id uuid;
begin
  perform private.require_key_of(p_email, p_email_key);
  perform from public.household where id = v_me.household_id for update;
  -- One's own, or one that is shown to them: of another adult's it is not told either whether this is it.
  if exists (
    select from public.household_member m
    where m.email_key = p_email_key and m.left_at is null and m.household_id = v_me.household_id
      and (m.id = v_me.id or (m.shares_contact_at is not null and v_me.shares_contact_at is not null))
  ) then
    return jsonb_build_object('ok', false, 'reason', 'here_already');
  end if;
  -- Each asking is a mail to somebody who has not asked for it, also when it is taken back again.
  if (select count(*) from public.household_member where asked_by = v_me.id and joined_at > now() - interval '1 day') >= 5 then
    return jsonb_build_object('ok', false, 'reason', 'asked_many');
  end if;
  if (select count(*) from public.household_member where household_id = v_me.household_id and left_at is null) >= 10 then
    return jsonb_build_object('ok', false, 'reason', 'too_many');
  end if;
  v_free := private.address_is_free(p_email_key);
  insert into public.household_member (household_id, first_name, last_name, email, email_key, accepted_at, asked_by)
  values (
    v_me.household_id, p_first_name, p_last_name, case when v_free then p_email end, case when v_free then p_email_key end, null, v_me.id
  ) returning id into v_id;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'adult_invited', 'family', jsonb_build_object('member', v_id, 'asked', v_me.id));
  if v_free then
    insert into public.mail (template, recipient, member_id, household_id) values ('adult_invited', p_email, v_id, v_me.household_id);
  end if;
  perform private.tell_coordinators(v_me.household_id, 'matter_notice');
  return jsonb_build_object('ok', true);
end
$$;

create function private.take_back_asking(p_member uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  update public.household_member set left_at = now()
  where id = p_member and asked_by = v_me.id and accepted_at is null and left_at is null;
  if not found then
    return false;
  end if;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'adult_left', 'family', jsonb_build_object('member', p_member));
  return true;
end
$$;

-- Who asked me to come in; null when nobody did.
create function private.my_invitation() returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object('firstName', me.first_name, 'askedBy', asker.first_name || ' ' || asker.last_name)
  from public.household_member me left join public.household_member asker on asker.id = me.asked_by
  where me.id = (private.invited_member()).id
$$;

create function private.answer_invitation(p_yes boolean) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_me public.household_member := private.invited_member();
begin
  perform private.hold_address(v_me.email_key);
  v_me := private.invited_member();
  if v_me.id is null then
    raise exception 'not for this person' using errcode = '42501';
  end if;
  update public.household_member
  set accepted_at = case when p_yes then now() end, left_at = case when not p_yes then now() end where id = v_me.id;
  insert into public.household_event (household_id, kind, actor, details) values (
    v_me.household_id, case when p_yes then 'adult_accepted' else 'adult_declined' end::public.household_event_kind, 'family',
    jsonb_build_object('member', v_me.id)
  );
  perform private.tell_coordinators(v_me.household_id, 'matter_notice');
  if not p_yes then
    update private.sign_in_session set ended_at = now(), ended_why = 'removed' where user_id = v_me.user_id and ended_at is null;
  end if;
  return true;
end
$$;

-- Any adult may pause for the home, and take it up again.
create function private.pause_own(p_month date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  perform from public.household where id = v_me.household_id and phase in ('interest', 'assessment') for update;
  if not found or not private.is_a_month_ahead(p_month) then
    return jsonb_build_object('ok', false, 'reason', 'not_a_month');
  end if;
  perform private.pause(v_me.household_id, p_month, 'family', jsonb_build_object('member', v_me.id));
  perform private.tell_adults(v_me.household_id);
  perform private.tell_coordinators(v_me.household_id, 'matter_notice');
  return jsonb_build_object('ok', true);
end
$$;

create function private.resume_own() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  perform from public.household where id = v_me.household_id and paused_at is not null for update;
  if found then
    perform private.resume(v_me.household_id, 'family', jsonb_build_object('member', v_me.id));
    perform private.tell_adults(v_me.household_id);
    perform private.tell_coordinators(v_me.household_id, 'matter_notice');
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- One adult's part ends; what the others do is theirs, and their coordinator speaks with them. With the last one the matter
-- is closed.
create function private.withdraw_own() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  -- Who is a home already ends that in a talk with their coordinator.
  perform from public.household where id = v_me.household_id and phase <> 'home' for update;
  if not found then
    return jsonb_build_object('ok', false, 'reason', 'not_this_way');
  end if;
  -- While it is still theirs: afterwards they have no way to read anything here.
  insert into public.mail (template, recipient, member_id, household_id)
  select 'withdrawn', v_me.email, v_me.id, v_me.household_id where v_me.email is not null;
  update public.household_member set left_at = now(), withdrew_at = now() where id = v_me.id;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'adult_withdrew', 'family', jsonb_build_object('member', v_me.id));
  update public.household set phase = 'closed', closed_at = now(), closed_why = 'withdrawn', phase_before = phase
  where id = v_me.household_id and phase <> 'closed'
    and not exists (select from public.household_member m where m.household_id = v_me.household_id and m.left_at is null and m.accepted_at is not null);
  if found then
    insert into public.household_event (household_id, kind, actor, details)
    values (v_me.household_id, 'closed', 'family', jsonb_build_object('why', 'withdrawn'));
  end if;
  perform private.tell_coordinators(v_me.household_id, 'matter_notice');
  update private.sign_in_session set ended_at = now(), ended_why = 'removed' where user_id = v_me.user_id and ended_at is null;
  return jsonb_build_object('ok', true);
end
$$;

-- One's own conversation with GFO; what is shown is read.
create function private.my_messages() returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
  v_said jsonb;
begin
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'mine', m.staff_id is null, 'from', s.name, 'body', m.body, 'sentAt', m.sent_at, 'readAt', m.read_at
  ) order by m.sent_at), '[]') into v_said
  from public.message m left join public.staff_member s on s.id = m.staff_id where m.member_id = v_me.id and m.erased_at is null;
  update public.message set read_at = now() where member_id = v_me.id and staff_id is not null and read_at is null;
  return v_said;
end
$$;

create function private.send_message(p_body text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member();
begin
  -- Somebody who writes more than this in a day should be telephoned.
  if (select count(*) from public.message where member_id = v_me.id and staff_id is null and sent_at > now() - interval '1 day') >= 30 then
    return jsonb_build_object('ok', false, 'reason', 'too_many');
  end if;
  -- Sent twice by mistake is said once.
  if exists (
    select from public.message where member_id = v_me.id and staff_id is null and body = p_body and sent_at > now() - interval '10 minutes'
  ) then
    return jsonb_build_object('ok', true);
  end if;
  insert into public.message (household_id, member_id, body) values (v_me.household_id, v_me.id, p_body);
  insert into public.household_event (household_id, kind, actor, details)
  values (v_me.household_id, 'message_written', 'family', jsonb_build_object('member', v_me.id));
  perform private.tell_coordinators(v_me.household_id, 'message_notice');
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.ask_adult(p_first_name text, p_last_name text, p_email text, p_email_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.ask_adult(p_first_name, p_last_name, p_email, p_email_key) $$;
create function public.take_back_asking(p_member uuid) returns boolean
language sql security invoker set search_path = '' as $$ select private.take_back_asking(p_member) $$;
create function public.my_invitation() returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_invitation() $$;
create function public.answer_invitation(p_yes boolean) returns boolean
language sql security invoker set search_path = '' as $$ select private.answer_invitation(p_yes) $$;
create function public.pause_own(p_month date) returns jsonb
language sql security invoker set search_path = '' as $$ select private.pause_own(p_month) $$;
create function public.resume_own() returns jsonb
language sql security invoker set search_path = '' as $$ select private.resume_own() $$;
create function public.withdraw_own() returns jsonb
language sql security invoker set search_path = '' as $$ select private.withdraw_own() $$;
create function public.my_messages() returns jsonb
language sql security invoker set search_path = '' as $$ select private.my_messages() $$;
create function public.send_message(p_body text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.send_message(p_body) $$;

revoke execute on function
  private.ask_adult, private.take_back_asking, private.my_invitation, private.answer_invitation, private.pause_own,
  private.resume_own, private.withdraw_own, private.my_messages, private.send_message, public.ask_adult, public.take_back_asking,
  public.my_invitation, public.answer_invitation, public.pause_own, public.resume_own, public.withdraw_own, public.my_messages,
  public.send_message
from public, anon, authenticated, service_role;
grant execute on function
  private.ask_adult, private.take_back_asking, private.my_invitation, private.answer_invitation, private.pause_own,
  private.resume_own, private.withdraw_own, private.my_messages, private.send_message, public.ask_adult, public.take_back_asking,
  public.my_invitation, public.answer_invitation, public.pause_own, public.resume_own, public.withdraw_own, public.my_messages,
  public.send_message
to authenticated;
