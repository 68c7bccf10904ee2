-- Many homes at once from a file, whose rows wait as a draft until somebody has looked at them.

create table private.import_draft (
  id uuid not null default gen_random_uuid(),
  staff_id uuid not null,
  rows jsonb,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  households uuid[],
  constraint import_draft_pk primary key (id),
  constraint import_draft_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint import_draft_is_used_whole check ((rows is null) = (done_at is not null) and (households is null) = (done_at is null)),
  constraint import_draft_is_a_short_list check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) <= 1000)
);
create index import_draft_by_staff on private.import_draft (staff_id);
create index import_draft_by_age on private.import_draft (made_at);
alter table private.import_draft enable row level security;
revoke all on table private.import_draft from public, anon, authenticated, service_role;
comment on column private.import_draft.rows is 'The file''s rows as they were read. Gone once used, and after a day in any case.';

-- Which one is meant by an address or a name in a file; nobody when nobody or several are called so.
create function private.colleague_called(p_said text) returns uuid
language sql stable security definer set search_path = ''
as $$
  select min(s.id::text)::uuid from public.staff_member s
  where s.ended_at is null and s.role in ('coordinator', 'head') and lower(btrim(p_said)) in (s.email_key, lower(s.name))
  having count(*) = 1
$$;
revoke execute on function private.colleague_called from public;

-- What becomes of each row, in their order: `new`, `there`, `double` or `fault`. Homes that are recognised are logged as found, once each.
create function private.judge_rows(p_staff public.staff_member, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_row jsonb;
  v_key text;
  v_keys text[] := '{}';
  v_emails text[] := '{}';
  v_mine text[];
  v_found uuid[] := '{}';
  v_other public.household;
  v_said jsonb := '[]';
  v_state text;
begin
  for v_row in select * from jsonb_array_elements(p_rows) loop
    v_other := null;
    v_key := null;
    if jsonb_array_length(v_row -> 'faults') > 0 then
      v_said := v_said || jsonb_build_object('state', 'fault');
      continue;
    end if;
    v_key := private.home_key(v_row ->> 'reference', v_row -> 'adults', v_row ->> 'municipality', v_row ->> 'address');
    v_mine := array(select a ->> 'email_key' from jsonb_array_elements(v_row -> 'adults') a where a ->> 'email_key' is not null);
    select h.* into v_other from public.household h
    where h.id in (
      -- Each by its own index.
      select k.id from public.household k where k.import_key = v_key
      union all select m.household_id from public.household_member m where m.email_key = any (v_mine) and m.left_at is null
    )
    order by h.import_key = v_key desc nulls last limit 1;
    v_state := case
      when v_other.id is not null then 'there'
      when v_key = any (v_keys) or v_mine && v_emails then 'double'
      when exists (select from unnest(v_mine) mine where private.is_staff_address(mine)) then 'staff_address'
      when v_row ->> 'coordinator' is not null and private.colleague_called(v_row ->> 'coordinator') is null then 'no_colleague'
      else 'new' end;
    if v_other.id is not null and v_other.id <> all (v_found) then
      v_found := v_found || v_other.id;
      perform private.found_number(p_staff, v_other);
    end if;
    if v_state = 'new' then
      v_keys := v_keys || v_key;
      v_emails := v_emails || v_mine;
    end if;
    v_said := v_said || jsonb_strip_nulls(jsonb_build_object(
      'state', v_state, 'number', case when v_other.id is not null and not private.is_related(p_staff, v_other.id) then v_other.number end
    ));
  end loop;
  return v_said;
end
$$;
revoke execute on function private.judge_rows from public;

create function private.keep_import(p_rows jsonb) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_id uuid;
begin
  insert into private.import_draft (staff_id, rows) values (v_staff.id, p_rows) returning id into v_id;
  return v_id;
end
$$;

-- One's own draft with what would become of each row, or what it has made; null when there is none, any more.
create function private.import_draft(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
begin
  select * into v_draft from private.import_draft where id = p_draft and staff_id = v_staff.id and made_at > now() - interval '1 day';
  if v_draft.id is null then
    return null;
  end if;
  if v_draft.done_at is null then
    return jsonb_build_object('done', false, 'rows', v_draft.rows, 'said', private.judge_rows(v_staff, v_draft.rows));
  end if;
  return jsonb_build_object('done', true, 'made', coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', h.number, 'mayOpen', private.ground_of(v_staff, h) is not null,
      'invites', (select count(*) from private.uninvited(h.id))
    ) order by h.number) from public.household h where h.id = any (v_draft.households) and not private.is_related(v_staff, h.id)
  ), '[]'));
end
$$;

-- Enters what is sound, in one transaction. Once more: says that it is done, with how many.
create function private.confirm_import(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
  v_said jsonb;
  v_row jsonb;
  v_home public.household;
  v_made uuid[] := '{}';
begin
  select * into v_draft from private.import_draft where id = p_draft and staff_id = v_staff.id and made_at > now() - interval '1 day' for update;
  if v_draft.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  if v_draft.done_at is not null then
    return jsonb_build_object('ok', true, 'again', true, 'made', cardinality(v_draft.households));
  end if;
  perform private.enter_alone();
  -- Nobody comes between what is judged here and what is entered.
  perform private.hold_addresses((select jsonb_agg(a) from jsonb_array_elements(v_draft.rows) r, jsonb_array_elements(r -> 'adults') a));
  v_said := private.judge_rows(v_staff, v_draft.rows);
  for v_row in
    select r from jsonb_array_elements(v_draft.rows) with ordinality one (r, at)
    where v_said -> (at::integer - 1) ->> 'state' = 'new' order by at
  loop
    insert into public.household (municipality, address, phase, case_since, is_foster_home, is_emergency_home, import_key) values (
      (v_row ->> 'municipality')::public.municipality, v_row ->> 'address', 'home', now(), (v_row ->> 'foster')::boolean,
      (v_row ->> 'emergency')::boolean,
      private.home_key(v_row ->> 'reference', v_row -> 'adults', v_row ->> 'municipality', v_row ->> 'address')
    ) returning * into v_home;
    perform private.add_adults(v_home.id, v_row -> 'adults');
    insert into public.household_coordinator (household_id, staff_id)
    values (v_home.id, coalesce(private.colleague_called(v_row ->> 'coordinator'), v_staff.id));
    perform private.note_change(v_staff, v_home, 'entered_by_hand', '{}');
    v_made := v_made || v_home.id;
  end loop;
  update private.import_draft set rows = null, done_at = now(), households = v_made where id = p_draft;
  return jsonb_build_object('ok', true, 'again', false, 'made', cardinality(v_made));
end
$$;

create function private.invite_imported(p_draft uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_draft private.import_draft;
  v_home public.household;
  v_count integer := 0;
begin
  select * into v_draft from private.import_draft
  where id = p_draft and staff_id = v_staff.id and done_at is not null and made_at > now() - interval '1 day' for update;
  if v_draft.id is null then
    return jsonb_build_object('ok', false, 'reason', 'missing');
  end if;
  for v_home in
    select * from public.household h
    where h.id = any (v_draft.households) and h.erased_at is null and h.phase = 'home' and not private.is_related(v_staff, h.id)
      and private.may_let_in(v_staff, h) order by h.number for update
  loop
    v_count := v_count + private.invite_to_sign_in(v_staff, v_home);
  end loop;
  return jsonb_build_object('ok', true, 'invited', v_count);
end
$$;

create function private.forget_import_drafts(p_now timestamptz) returns void
language sql security definer set search_path = ''
as $$ delete from private.import_draft where made_at < p_now - interval '1 day' $$;
revoke execute on function private.forget_import_drafts(timestamptz) from public;
grant execute on function private.forget_import_drafts(timestamptz) to service_role;

create or replace function public.forget_traces(p_days integer, p_now timestamptz default now()) returns void
language sql security invoker set search_path = ''
as $$
  select private.forget_import_drafts(p_now);
  select private.forget_wished_addresses(p_now);
  select private.forget_traces(p_days, p_now);
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.keep_import(p_rows text) returns uuid
language sql security invoker set search_path = '' as $$ select private.keep_import(p_rows::jsonb) $$;
create function public.import_draft(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.import_draft(p_draft) $$;
create function public.confirm_import(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.confirm_import(p_draft) $$;
create function public.invite_imported(p_draft uuid) returns jsonb
language sql security invoker set search_path = '' as $$ select private.invite_imported(p_draft) $$;

revoke execute on function
  private.keep_import, private.import_draft, private.confirm_import, private.invite_imported, public.keep_import,
  public.import_draft, public.confirm_import, public.invite_imported
from public, anon, authenticated, service_role;
grant execute on function
  private.keep_import, private.import_draft, private.confirm_import, private.invite_imported, public.keep_import,
  public.import_draft, public.confirm_import, public.invite_imported
to authenticated;
