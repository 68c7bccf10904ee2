-- The head's list of staff. Taking a role away works at the next request, for every request asks the list.

create function private.staff_list() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('head');
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', s.id, 'name', s.name, 'email', s.email, 'role', s.role, 'listedAt', s.listed_at, 'endedAt', s.ended_at,
      'hasSecondFactor', exists (select from private.factor f where f.staff_id = s.id and f.removed_at is null),
      'lastSeenAt', (select max(x.last_seen_at) from private.sign_in_session x where x.user_id = s.user_id)
    ) order by s.ended_at is not null, s.name)
    from public.staff_member s
  ), '[]');
end
$$;

create function private.list_staff(p_name text, p_email text, p_email_key text, p_role public.staff_role) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
  v_id uuid;
begin
  perform private.hold_address(p_email_key);
  if exists (select from public.household_member where email_key = p_email_key and left_at is null) then
    return jsonb_build_object('ok', false, 'reason', 'is_adult');
  end if;
  insert into public.staff_member (name, email, email_key, role) values (p_name, p_email, p_email_key, p_role)
  on conflict (email_key) where ended_at is null do nothing returning id into v_id;
  if v_id is null then
    return jsonb_build_object('ok', false, 'reason', 'listed_already');
  end if;
  insert into private.staff_event (staff_id, kind, role, done_by) values (v_id, 'listed', p_role, v_head.id);
  insert into public.mail (template, recipient) values ('staff_listed', p_email);
  return jsonb_build_object('ok', true, 'id', v_id);
end
$$;

-- Somebody must always be able to list the others: a head who has been here with a second factor, not only a name on the list.
create function private.another_head_than(p_staff uuid) returns boolean
language sql security definer set search_path = ''
as $$
  select exists (
    select from public.staff_member s
    where s.role = 'head' and s.ended_at is null and s.id <> p_staff
      and exists (select from private.factor f where f.staff_id = s.id and f.removed_at is null)
  )
$$;
revoke execute on function private.another_head_than(uuid) from public;

create function private.change_role(p_staff uuid, p_role public.staff_role) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
begin
  -- One at a time: two heads who step down at once would leave none.
  perform pg_advisory_xact_lock(hashtextextended('heads', 0));
  if not exists (select from public.staff_member where id = p_staff and ended_at is null) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if p_role <> 'head' and not private.another_head_than(p_staff) then
    return jsonb_build_object('ok', false, 'reason', 'last_head');
  end if;
  update public.staff_member set role = p_role where id = p_staff and ended_at is null and role <> p_role;
  if found then
    insert into private.staff_event (staff_id, kind, role, done_by) values (p_staff, 'role_changed', p_role, v_head.id);
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function private.end_sessions_of(p_staff uuid) returns void
language sql security definer set search_path = ''
as $$
  update private.sign_in_session set ended_at = now(), ended_why = 'removed'
  where ended_at is null and user_id = (select user_id from public.staff_member where id = p_staff)
$$;
revoke execute on function private.end_sessions_of(uuid) from public;

create function private.remove_staff(p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
  v_removed public.staff_member;
begin
  perform pg_advisory_xact_lock(hashtextextended('heads', 0));
  if not exists (select from public.staff_member where id = p_staff and ended_at is null) then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  if not private.another_head_than(p_staff) then
    return jsonb_build_object('ok', false, 'reason', 'last_head');
  end if;
  update public.staff_member set ended_at = now() where id = p_staff and ended_at is null returning * into v_removed;
  if found then
    perform private.end_sessions_of(p_staff);
    insert into private.staff_event (staff_id, kind, role, done_by) values (p_staff, 'removed', v_removed.role, v_head.id);
  end if;
  return jsonb_build_object('ok', true);
end
$$;

-- For who has lost both telephone and recovery codes: everything begins anew, with the code by mail.
create function private.reset_second_factor(p_staff uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_head constant public.staff_member := private.require_staff('head');
  v_staff public.staff_member;
begin
  select * into v_staff from public.staff_member where id = p_staff and ended_at is null;
  -- Nobody opens their own door with this.
  if v_staff.id is null or v_staff.id = v_head.id then
    return jsonb_build_object('ok', false, 'reason', 'not_this_one');
  end if;
  update private.factor set removed_at = now() where staff_id = p_staff and removed_at is null;
  delete from private.recovery_code where staff_id = p_staff;
  perform private.end_sessions_of(p_staff);
  insert into private.staff_event (staff_id, kind, role, done_by) values (p_staff, 'factors_reset', v_staff.role, v_head.id);
  perform private.tell_security(v_staff, 'factors_reset');
  return jsonb_build_object('ok', true);
end
$$;

-- The only head has lost both telephone and recovery codes, and nobody is left who could help: for the owner of the database
-- alone, by hand. README says how.
create function private.let_head_begin_anew(p_email_key text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_head uuid;
begin
  select id into v_head from public.staff_member where email_key = p_email_key and role = 'head' and ended_at is null;
  update private.factor set removed_at = now() where staff_id = v_head and removed_at is null;
  delete from private.recovery_code where staff_id = v_head;
  perform private.end_sessions_of(v_head);
  insert into private.staff_event (staff_id, kind, role) select v_head, 'factors_reset', 'head' where v_head is not null;
  return v_head is not null;
end
$$;
revoke execute on function private.let_head_begin_anew(text) from public;

-- The first head comes from the environment; once there has been a head, heads list heads.
create function private.ensure_first_head(p_name text, p_email text, p_email_key text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  v_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('heads', 0));
  if exists (select from public.staff_member where role = 'head') then
    return false;
  end if;
  insert into public.staff_member (name, email, email_key, role) values (p_name, p_email, p_email_key, 'head')
  on conflict (email_key) where ended_at is null do update set role = 'head' returning id into v_id;
  insert into private.staff_event (staff_id, kind, role) values (v_id, 'listed', 'head');
  return true;
end
$$;

create function public.staff_list() returns jsonb
language sql security invoker set search_path = '' as $$ select private.staff_list() $$;
create function public.list_staff(p_name text, p_email text, p_email_key text, p_role public.staff_role) returns jsonb
language sql security invoker set search_path = '' as $$ select private.list_staff(p_name, p_email, p_email_key, p_role) $$;
create function public.change_role(p_staff uuid, p_role public.staff_role) returns jsonb
language sql security invoker set search_path = '' as $$ select private.change_role(p_staff, p_role) $$;
create function public.remove_staff(p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.remove_staff(p_staff) $$;
create function public.reset_second_factor(p_staff uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.reset_second_factor(p_staff) $$;
create function public.ensure_first_head(p_name text, p_email text, p_email_key text) returns boolean
language sql security invoker set search_path = '' as $$ select private.ensure_first_head(p_name, p_email, p_email_key) $$;

revoke execute on function
  private.staff_list, private.list_staff, private.change_role, private.remove_staff, private.reset_second_factor, private.ensure_first_head,
  public.staff_list, public.list_staff, public.change_role, public.remove_staff, public.reset_second_factor, public.ensure_first_head
from public, anon, authenticated, service_role;
grant execute on function
  private.staff_list, private.list_staff, private.change_role, private.remove_staff, private.reset_second_factor,
  public.staff_list, public.list_staff, public.change_role, public.remove_staff, public.reset_second_factor
to authenticated;
grant execute on function private.ensure_first_head, public.ensure_first_head to service_role;
