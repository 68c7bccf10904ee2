-- What staff change in a home. Each change leaves its line in the history and in the log: see note_change.

create function private.begin_assessment(p_number bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if v_home.phase <> 'interest' then
    return jsonb_build_object('ok', false, 'reason', case when v_home.phase = 'closed' then 'closed_already' else 'begun_already' end);
  end if;
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  -- From then on the law keeps everything: who has asked to be erased is answered first.
  if exists (
    select from public.data_request r
    where r.household_id = v_home.id and r.kind = 'erasure' and r.decision is null and r.withdrawn_at is null
  ) then
    return jsonb_build_object('ok', false, 'reason', 'erasure_waits');
  end if;
  update public.household
  set phase = 'assessment', case_since = now(), paused_at = null, paused_until = null, ask_again_on = null where id = v_home.id;
  insert into public.household_coordinator (household_id, staff_id) values (v_home.id, v_staff.id) on conflict do nothing;
  perform private.note_change(v_staff, v_home, 'assessment_began', '{}');
  return jsonb_build_object('ok', true);
end
$$;

create function private.add_coordinator(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_added public.staff_member;
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  select * into v_added from public.staff_member where id = p_staff and ended_at is null and role in ('coordinator', 'head');
  if v_added.id is null or private.is_related(v_added, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  insert into public.household_coordinator (household_id, staff_id) values (v_home.id, p_staff) on conflict do nothing;
  if found then
    perform private.note_change(v_staff, v_home, 'coordinator_added', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- A home in assessment, or a protected one, always has a coordinator left.
create function private.is_last_coordinator(p_household public.household, p_staff uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select (p_household.case_since is not null or p_household.protected_at is not null)
    and exists (select from public.household_coordinator c where c.household_id = p_household.id and c.staff_id = p_staff)
    and not exists (
      select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id
      where c.household_id = p_household.id and c.staff_id <> p_staff and s.ended_at is null and s.role in ('coordinator', 'head')
    )
$$;
revoke execute on function private.is_last_coordinator from public;

create function private.remove_coordinator(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if private.is_last_coordinator(v_home, p_staff) then
    return jsonb_build_object('ok', false, 'reason', 'last_coordinator');
  end if;
  delete from public.household_coordinator where household_id = v_home.id and staff_id = p_staff;
  if found then
    perform private.note_change(v_staff, v_home, 'coordinator_removed', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function private.mark_related(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_marked public.staff_member;
begin
  select * into v_marked from public.staff_member where id = p_staff and ended_at is null;
  if v_marked.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  -- Else a home could be hidden from the head.
  if v_marked.role = 'head' and v_staff.role <> 'head' then
    return jsonb_build_object('ok', false, 'reason', 'head_only');
  end if;
  -- Oneself always: whoever is related must be able to step back. Others only by who may let them in.
  if p_staff <> v_staff.id then
    if not private.may_let_in(v_staff, v_home) then
      return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
    end if;
    if v_staff.role <> 'head' and private.is_last_coordinator(v_home, p_staff) then
      return jsonb_build_object('ok', false, 'reason', 'last_coordinator');
    end if;
  end if;
  insert into public.related_staff (household_id, staff_id, marked_by) values (v_home.id, p_staff, v_staff.id) on conflict do nothing;
  if found then
    delete from public.household_coordinator where household_id = v_home.id and staff_id = p_staff;
    update public.break_glass set until = greatest(now(), asked_at) where household_id = v_home.id and staff_id = p_staff and until > now();
    perform private.note_change(v_staff, v_home, 'staff_related', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- Only the head takes such a mark away, and who bears it can take no step in that home at all.
create function private.unmark_related(p_number bigint, p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
  v_home constant public.household := private.enter_household(v_head, p_number);
begin
  delete from public.related_staff where household_id = v_home.id and staff_id = p_staff;
  if found then
    perform private.note_change(v_head, v_home, 'staff_unrelated', jsonb_build_object('staff', p_staff));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- Whoever marks a home becomes its coordinator: somebody must be able to see where it is. Only its coordinators unmark it.
create function private.protect_household(p_number bigint, p_on boolean) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if not p_on and not private.coordinates(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  if p_on = (v_home.protected_at is not null) then
    return jsonb_build_object('ok', true);
  end if;
  update public.household set protected_at = case when p_on then now() end where id = v_home.id;
  if p_on then
    insert into public.household_coordinator (household_id, staff_id)
    select v_home.id, v_staff.id
    where not exists (
      select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id
      where c.household_id = v_home.id and s.ended_at is null and s.role in ('coordinator', 'head')
    );
    perform private.withhold_waiting_mails();
  end if;
  perform private.note_change(
    v_staff, v_home, case when p_on then 'protection_began' else 'protection_ended' end::public.household_event_kind, '{}'
  );
  return jsonb_build_object('ok', true);
end
$$;

create function private.set_address(p_number bigint, p_address text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  if v_home.protected_at is not null and not private.coordinates(v_staff, v_home.id) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  update public.household set address = p_address where id = v_home.id;
  perform private.note_change(v_staff, v_home, 'address_changed', '{}');
  return jsonb_build_object('ok', true);
end
$$;

-- Whose an address is that a home cannot have, in the word for it; null: it is free. Who asks is shown that it is known, so
-- the home that has it is logged as found. The caller holds the address.
create function private.address_is_taken(p_staff public.staff_member, p_email_key text, p_member uuid default null) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  v_other public.household;
begin
  if private.is_staff_address(p_email_key) then
    return 'staff_address';
  end if;
  select h.* into v_other from public.household_member m join public.household h on h.id = m.household_id
  where m.email_key = p_email_key and m.left_at is null and m.id is distinct from p_member;
  if v_other.id is null then
    return null;
  end if;
  perform private.log_access(p_staff, v_other.id, 'found', private.ground_of(p_staff, v_other), 'address');
  return 'address_taken';
end
$$;
revoke execute on function private.address_is_taken from public;

-- A further adult: with an address of their own they can sign in, without one they are met on paper.
create function private.invite_adult(
  p_number bigint, p_first_name text, p_last_name text, p_email text, p_email_key text, p_phone text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_taken text;
  v_id uuid;
begin
  perform private.hold_address(p_email_key);
  v_home := private.enter_household(v_staff, p_number);
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  v_taken := private.address_is_taken(v_staff, p_email_key);
  if v_taken is not null then
    return jsonb_build_object('ok', false, 'reason', v_taken);
  end if;
  if (select count(*) from public.household_member where household_id = v_home.id and left_at is null) >= 10 then
    return jsonb_build_object('ok', false, 'reason', 'too_many');
  end if;
  insert into public.household_member (household_id, first_name, last_name, email, email_key, phone)
  values (v_home.id, p_first_name, p_last_name, p_email, p_email_key, p_phone) returning id into v_id;
  perform private.note_change(v_staff, v_home, 'adult_invited', jsonb_build_object('member', v_id));
  if p_email is not null then
    insert into public.mail (template, recipient, member_id, household_id) values ('adult_invited', p_email, v_id, v_home.id);
  end if;
  return jsonb_build_object('ok', true, 'id', v_id);
end
$$;

-- Ends what somebody is signed in with, and lets Supabase's record of it be erased, unless they use it otherwise.
create function private.close_account(p_user uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if p_user is null or private.account_is_used(p_user) then
    return;
  end if;
  update private.sign_in_session set ended_at = now(), ended_why = 'removed' where user_id = p_user and ended_at is null;
  delete from private.kept_form where user_id = p_user;
  insert into private.account_to_erase (user_id) values (p_user) on conflict do nothing;
end
$$;
revoke execute on function private.close_account(uuid) from public;

-- Puts right what was wrong. A changed address is another way in: what was signed in with the old one ends.
create function private.change_adult(
  p_number bigint, p_member uuid, p_first_name text, p_last_name text, p_email text, p_email_key text, p_phone text
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home public.household;
  v_before public.household_member;
  v_taken text;
begin
  perform private.hold_address(p_email_key);
  v_home := private.enter_household(v_staff, p_number);
  select * into v_before from public.household_member where id = p_member and household_id = v_home.id and left_at is null;
  if v_before.id is null then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if not private.may_let_in(v_staff, v_home) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  v_taken := private.address_is_taken(v_staff, p_email_key, p_member);
  if v_taken is not null then
    return jsonb_build_object('ok', false, 'reason', v_taken);
  end if;
  update public.household_member
  set first_name = p_first_name, last_name = p_last_name, email = p_email, email_key = p_email_key, phone = p_phone,
      user_id = case when email_key is not distinct from p_email_key then user_id end,
      account_before = case when email_key is not distinct from p_email_key then account_before end,
      wished_email = null, wished_email_key = null, wished_token = null, wished_at = null
  where id = p_member;
  if v_before.email_key is distinct from p_email_key then
    perform private.close_account(v_before.user_id);
    -- Whoever had the way in so far hears that it was moved.
    insert into public.mail (template, recipient, member_id, household_id)
    select 'address_replaced', v_before.email, p_member, v_home.id where v_before.email is not null;
  end if;
  perform private.note_change(v_staff, v_home, 'adult_changed', jsonb_build_object('member', p_member));
  return jsonb_build_object('ok', true);
end
$$;

create function private.remove_adult(p_number bigint, p_member uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
  v_left public.household_member;
begin
  -- Two who registered each for themselves come together when one leaves a home that is only registered.
  if v_home.case_since is not null and (
    select count(*) from public.household_member where household_id = v_home.id and left_at is null
  ) <= 1 then
    return jsonb_build_object('ok', false, 'reason', 'last_adult');
  end if;
  update public.household_member set left_at = now() where id = p_member and household_id = v_home.id and left_at is null
  returning * into v_left;
  if v_left.id is not null then
    update private.sign_in_session set ended_at = now(), ended_why = 'removed' where user_id = v_left.user_id and ended_at is null;
    perform private.note_change(v_staff, v_home, 'adult_left', jsonb_build_object('member', p_member));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- A question that tells of a child in danger, or of anything that should not stand there, is marked by staff: what was
-- written stays as it is, and the history says that it was seen.
drop function public.flag_interest_question(uuid);
drop function private.flag_interest_question(uuid);

create function private.flag_interest_question(p_number bigint, p_interest uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_home constant public.household := private.enter_household(v_staff, p_number);
begin
  update public.interest set question_flagged_at = now()
  where id = p_interest and household_id = v_home.id and question is not null and question_flagged_at is null;
  if found then
    perform private.note_change(v_staff, v_home, 'question_flagged', jsonb_build_object('interest', p_interest));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.begin_assessment(p_number bigint) returns jsonb
language sql security invoker set search_path = '' as $$ select private.begin_assessment(p_number) $$;
create function public.add_coordinator(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.add_coordinator(p_number, p_staff) $$;
create function public.remove_coordinator(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_coordinator(p_number, p_staff) $$;
create function public.mark_related(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.mark_related(p_number, p_staff) $$;
create function public.unmark_related(p_number bigint, p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.unmark_related(p_number, p_staff) $$;
create function public.protect_household(p_number bigint, p_on boolean) returns jsonb
language sql security invoker set search_path = '' as $$ select private.protect_household(p_number, p_on) $$;
create function public.set_address(p_number bigint, p_address text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.set_address(p_number, p_address) $$;
create function public.invite_adult(
  p_number bigint, p_first_name text, p_last_name text, p_email text default null, p_email_key text default null, p_phone text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.invite_adult(p_number, p_first_name, p_last_name, p_email, p_email_key, p_phone) $$;
create function public.change_adult(
  p_number bigint, p_member uuid, p_first_name text, p_last_name text, p_email text default null, p_email_key text default null,
  p_phone text default null
) returns jsonb
language sql security invoker set search_path = ''
as $$ select private.change_adult(p_number, p_member, p_first_name, p_last_name, p_email, p_email_key, p_phone) $$;
create function public.remove_adult(p_number bigint, p_member uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_adult(p_number, p_member) $$;
create function public.flag_interest_question(p_number bigint, p_interest uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.flag_interest_question(p_number, p_interest) $$;

revoke execute on function
  private.begin_assessment, private.add_coordinator, private.remove_coordinator, private.mark_related, private.unmark_related,
  private.protect_household, private.set_address, private.invite_adult, private.change_adult, 
  private.remove_adult, private.flag_interest_question, public.begin_assessment, public.add_coordinator,
  public.remove_coordinator, public.mark_related, public.unmark_related, public.protect_household, public.set_address,
  public.invite_adult, public.change_adult, public.remove_adult, public.flag_interest_question
from public, anon, authenticated, service_role;
grant execute on function
  private.begin_assessment, private.add_coordinator, private.remove_coordinator, private.mark_related, private.unmark_related,
  private.protect_household, private.set_address, private.invite_adult, private.change_adult, 
  private.remove_adult, private.flag_interest_question, public.begin_assessment, public.add_coordinator,
  public.remove_coordinator, public.mark_related, public.unmark_related, public.protect_household, public.set_address,
  public.invite_adult, public.change_adult, public.remove_adult, public.flag_interest_question
to authenticated;
