-- An adult signs in with another address from now on. It is changed when the mail that went there has been answered by the same
-- person, signed in: nobody moves their way in to a mailbox that they cannot read, and nobody else's.

alter table public.household_member
  add column wished_email text,
  add column wished_email_key text,
  add column wished_token uuid,
  add column wished_at timestamptz,
  add constraint household_member_wishes_whole check (num_nulls(wished_email, wished_email_key, wished_token, wished_at) in (0, 4));
comment on column public.household_member.wished_email is 'The address that they want to sign in with. For a day: what is older is not changed to, and forgotten.';
comment on column public.household_member.wished_token is 'Stands in the mail to that address, and nowhere else.';

insert into private.rate_rule (bucket, max_hits, per) values ('own_address', 5, '1 day');

-- What recognises an address is of that address: else a mail that one reads oneself would prove that of somebody else.
create function private.require_key_of(p_email text, p_email_key text) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  if lower(p_email) is distinct from p_email_key then
    raise exception 'not the key of that address' using errcode = '22023';
  end if;
end
$$;
revoke execute on function private.require_key_of(text, text) from public;

-- Whether the address is known is not told: to one that is somebody's there goes no mail.
create function private.ask_own_address(p_email text, p_email_key text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.held_member(p_email_key);
  v_token constant uuid := gen_random_uuid();
begin
  perform private.require_key_of(p_email, p_email_key);
  if v_me.email_key = p_email_key then
    return jsonb_build_object('ok', false, 'reason', 'same');
  end if;
  if private.takes_no_mail(v_me.household_id, v_me.id) then
    return jsonb_build_object('ok', false, 'reason', 'no_mail');
  end if;
  if not private.within_limit('own_address', encode(sha256(convert_to(v_me.id::text, 'UTF8')), 'hex')) then
    return jsonb_build_object('ok', false, 'reason', 'many');
  end if;
  update public.household_member
  set wished_email = p_email, wished_email_key = p_email_key, wished_token = v_token, wished_at = now() where id = v_me.id;
  if private.address_is_free(p_email_key) then
    insert into public.mail (template, recipient, member_id, household_id, payload)
    values ('address_asked', p_email, v_me.id, v_me.household_id, jsonb_build_object('token', v_token));
  end if;
  return jsonb_build_object('ok', true);
end
$$;

create function private.address_is_free(p_email_key text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select not private.is_staff_address(p_email_key)
    and not exists (select from public.household_member m where m.email_key = p_email_key and m.left_at is null)
$$;
revoke execute on function private.address_is_free(text) from public;

-- What was signed in with the old address ends, and whoever reads it hears that it was moved.
create function private.change_own_address(p_token uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_before public.household_member := private.require_member();
begin
  v_before := private.held_member(v_before.wished_email_key);
  if v_before.wished_token is distinct from p_token or v_before.wished_at < now() - interval '1 day' or p_token is null then
    return jsonb_build_object('ok', false, 'reason', 'old');
  end if;
  if not private.address_is_free(v_before.wished_email_key) then
    return jsonb_build_object('ok', false, 'reason', 'taken');
  end if;
  -- Their rows in homes that they have moved from stay theirs: from now on by the account alone, which follows them.
  update public.household_member set user_id = v_before.user_id
  where id in (select id from private.rows_of_person(v_before)) and id <> v_before.id;
  update public.household_member
  set email = wished_email, email_key = wished_email_key, user_id = null, account_before = v_before.user_id,
      wished_email = null, wished_email_key = null, wished_token = null, wished_at = null
  where id = v_before.id;
  perform private.close_account(v_before.user_id);
  insert into public.mail (template, recipient, member_id, household_id)
  select 'address_replaced', v_before.email, v_before.id, v_before.household_id where v_before.email is not null;
  insert into public.household_event (household_id, kind, actor, details)
  values (v_before.household_id, 'contact_changed', 'family', jsonb_build_object('member', v_before.id));
  return jsonb_build_object('ok', true);
end
$$;

-- Signed in under a new address, a person is still who they were in the homes that they have moved from.
create function private.take_past_along(p_member uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := (select m from public.household_member m where m.id = p_member);
begin
  if v_me.account_before is not null then
    update public.household_member set user_id = v_me.user_id where user_id = v_me.account_before and left_at is not null;
    update public.household_member set account_before = null where id = p_member;
  end if;
end
$$;
revoke execute on function private.take_past_along(uuid) from public;

create function private.forget_wished_addresses(p_now timestamptz) returns void
language sql security definer set search_path = ''
as $$
  update public.household_member set wished_email = null, wished_email_key = null, wished_token = null, wished_at = null
  where wished_at < p_now - interval '1 day'
$$;
revoke execute on function private.forget_wished_addresses(timestamptz) from public;
grant execute on function private.forget_wished_addresses(timestamptz) to service_role;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.ask_own_address(p_email text, p_email_key text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.ask_own_address(p_email, p_email_key) $$;
create function public.change_own_address(p_token uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.change_own_address(p_token) $$;

revoke execute on function
  private.ask_own_address, private.change_own_address, public.ask_own_address, public.change_own_address
from public, anon, authenticated, service_role;
grant execute on function
  private.ask_own_address, private.change_own_address, public.ask_own_address, public.change_own_address
to authenticated;
