-- Two registrations of one home are joined: one home remains and has all its people, and the other is an empty shell that leads
-- there. What has happened stays in the history of each. Until an assessment begins they can be parted again, and each is then as
-- it was; what its adults have written meanwhile goes with them. Who is in danger never loses a protection by either.

create table private.joining (
  id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  target_id uuid not null,
  joined_at timestamptz not null default now(),
  joined_by uuid not null,
  parted_at timestamptz,
  parted_by uuid,
  phase public.household_phase not null,
  phase_before public.household_phase,
  closed_at timestamptz,
  closed_why public.closed_why,
  call_by timestamptz,
  paused_at timestamptz,
  paused_until date,
  ask_again_on date,
  carried_call boolean not null,
  target_call_by timestamptz,
  members uuid[] not null,
  interests uuid[] not null,
  mails uuid[] not null,
  notes uuid[] not null,
  coordinators uuid[] not null default '{}',
  constraint joining_pk primary key (id),
  constraint joining_source_fk foreign key (source_id) references public.household (id),
  constraint joining_target_fk foreign key (target_id) references public.household (id),
  constraint joining_joined_by_fk foreign key (joined_by) references public.staff_member (id),
  constraint joining_parted_by_fk foreign key (parted_by) references public.staff_member (id),
  constraint joining_is_of_two check (source_id <> target_id),
  constraint joining_is_parted_whole check ((parted_at is null) = (parted_by is null))
);
create unique index joining_is_one on private.joining (source_id) where parted_at is null;
create index joining_by_target on private.joining (target_id);
create index joining_by_member on private.joining using gin (members);
alter table private.joining enable row level security;
comment on column private.joining.phase is 'This and what follows: how the source stood, for parting.';
comment on column private.joining.carried_call is 'The source waited for a call, and the target does since.';
comment on column private.joining.members is 'Who came from the source, and the rows that came with them.';
comment on column private.joining.coordinators is 'Who became the target''s coordinators by it. The source keeps its own rows.';

-- Where and when somebody has been of a home, for what is shown of the time and of no other: joined, they come to another home
-- with the past of their own.
create function private.stays_of(p_me public.household_member)
returns table (household_id uuid, since timestamptz, until timestamptz)
language sql stable security definer set search_path = ''
as $$
  select p_me.household_id, p_me.joined_at, timestamptz 'infinity' where not exists (
    select from private.joining j where j.members @> array[p_me.id] and j.target_id = p_me.household_id and j.parted_at is null
  )
  union
  select j.source_id, p_me.joined_at, timestamptz 'infinity' from private.joining j where j.members @> array[p_me.id]
  union
  -- The joining itself stands in their own home's log.
  select j.target_id, j.joined_at + interval '1 microsecond', coalesce(j.parted_at, 'infinity') from private.joining j where j.members @> array[p_me.id]
$$;
revoke execute on function private.stays_of from public;

-- The addresses that lead to what moves. Held before the homes are, so that nobody registers with one into a home that is just
-- being emptied, and no adult does anything there.
create function private.addresses_in(p_members uuid[], p_interests uuid[]) returns text[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(key order by key), '{}') from (
    select m.email_key as key from public.household_member m where m.id = any (p_members)
    union select i.email_key from public.interest i where i.id = any (p_interests) or i.member_id = any (p_members)
  ) keys where key is not null
$$;
revoke execute on function private.addresses_in from public;

create function private.hold_all(p_email_keys text[]) returns void
language sql security definer set search_path = ''
as $$ select private.hold_address(key) from unnest(p_email_keys) with ordinality held (key, at) order by at $$;
revoke execute on function private.hold_all from public;

-- Everybody of the home, also who has left it, and what came to it from nobody of it.
create function private.people_of(p_household uuid) returns uuid[]
language sql stable security definer set search_path = ''
as $$ select coalesce(array_agg(m.id order by m.id), '{}') from public.household_member m where m.household_id = p_household $$;
revoke execute on function private.people_of(uuid) from public;

create function private.interests_of(p_household uuid) returns uuid[]
language sql stable security definer set search_path = ''
as $$ select coalesce(array_agg(i.id order by i.id), '{}') from public.interest i where i.household_id = p_household $$;
revoke execute on function private.interests_of(uuid) from public;

-- A home that is hidden is always somebody's.
create function private.protect_too(p_staff public.staff_member, p_household public.household, p_since timestamptz) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_began boolean;
begin
  update public.household set protected_at = p_since where id = p_household.id and protected_at is null;
  v_began := found;
  insert into public.household_coordinator (household_id, staff_id)
  select p_household.id, p_staff.id
  where not exists (
    select from public.household_coordinator c join public.staff_member s on s.id = c.staff_id
    where c.household_id = p_household.id and s.ended_at is null and s.role in ('coordinator', 'head')
  );
  if v_began then
    perform private.note_change(p_staff, p_household, 'protection_began', '{}');
    perform private.withhold_waiting_mails();
  end if;
end
$$;
revoke execute on function private.protect_too from public;

-- Why these two are not joined; null: they can be.
create function private.refused_joining(p_staff public.staff_member, p_source public.household, p_target public.household) returns text
language sql stable security definer set search_path = ''
as $$
  select case
    when not (private.may_let_in(p_staff, p_source) and private.may_let_in(p_staff, p_target)) then 'coordinators_only'
    when p_source.case_since is not null then 'is_case'
    when exists (select from public.household h where h.joined_into = p_source.id) then 'holds_joined'
    when exists (
      select from public.data_request r
      where r.household_id in (p_source.id, p_target.id) and r.kind = 'erasure' and r.decision is null and r.withdrawn_at is null
    ) then 'erasure_first'
    when (
      select count(*) from public.household_member m where m.household_id in (p_source.id, p_target.id) and m.left_at is null
    ) > 10 then 'too_many_together'
    -- Who may not know of the one would be a coordinator of both.
    when exists (
      select from (
        -- First whose homes they are: everybody who works here would be asked about otherwise.
        select s from public.household_coordinator c join public.staff_member s on s.id = c.staff_id and s.ended_at is null
        where c.household_id in (p_source.id, p_target.id) offset 0
      ) theirs
      where private.is_related(theirs.s, p_source.id) or private.is_related(theirs.s, p_target.id)
    ) then 'coordinator_related'
  end
$$;
revoke execute on function private.refused_joining from public;

create function private.join_homes(p_number bigint, p_into bigint, p_seen bigint, p_seen_into bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_held text[];
  v_source public.household;
  v_target public.household;
  v_carries boolean;
  v_refused text;
  v_changed jsonb;
  v_join private.joining;
begin
  if p_number = p_into then
    return jsonb_build_object('ok', false, 'reason', 'same_home');
  end if;
  select private.addresses_in(private.people_of(h.id), private.interests_of(h.id)) into v_held from public.household h where h.number = p_number;
  perform private.hold_all(v_held);
  perform from public.household where number in (p_number, p_into) order by number for update;
  if exists (
    select from public.household h
    where h.number in (p_number, p_into) and h.joined_into is not null and private.ground_of(v_staff, h) is not null
  ) then
    return jsonb_build_object('ok', false, 'reason', 'joined_already');
  end if;
  v_source := private.enter_household(v_staff, p_number);
  v_target := private.enter_household(v_staff, p_into);
  v_changed := coalesce(private.seen_all(v_staff, v_source, p_seen), private.seen_all(v_staff, v_target, p_seen_into));
  if v_changed is not null then
    return v_changed;
  end if;
  v_refused := private.refused_joining(v_staff, v_source, v_target);
  if v_refused is not null then
    return jsonb_build_object('ok', false, 'reason', v_refused);
  end if;
  -- A new address has come to the home while the others were waited for.
  if not private.addresses_in(private.people_of(v_source.id), private.interests_of(v_source.id)) <@ v_held then
    return jsonb_build_object('ok', false, 'reason', 'try_again');
  end if;

  -- Who paused does not wait for a call, unless they have registered since.
  v_carries := v_source.call_by is not null and v_target.phase in ('interest', 'closed') and (
    v_source.paused_at is null
    or exists (select from public.interest i where i.household_id = v_source.id and i.registered_at > v_source.paused_at)
  );
  insert into private.joining (
    source_id, target_id, joined_by, phase, phase_before, closed_at, closed_why, call_by, paused_at, paused_until, ask_again_on,
    carried_call, target_call_by, members, interests, mails, notes
  ) values (
    v_source.id, v_target.id, v_staff.id, v_source.phase, v_source.phase_before, v_source.closed_at, v_source.closed_why, v_source.call_by,
    v_source.paused_at, v_source.paused_until, v_source.ask_again_on, v_carries, v_target.call_by, private.people_of(v_source.id),
    private.interests_of(v_source.id), array(select l.id from public.mail l where l.household_id = v_source.id),
    array(select n.id from public.contact_note n where n.household_id = v_source.id)
  ) returning * into v_join;
  perform private.note_change(v_staff, v_source, 'joined', jsonb_build_object('into', v_target.id));
  perform private.note_change(v_staff, v_target, 'joined', jsonb_build_object('from', v_source.id));
  -- Telephone and e-mail were shown to the others of a home that these are no longer alone in.
  insert into public.household_event (household_id, kind, actor, details)
  select v_source.id, 'contact_unshared', 'system', jsonb_build_object('member', m.id)
  from public.household_member m where m.household_id = v_source.id and m.left_at is null and m.shares_contact_at is not null;
  update public.household_member set household_id = v_target.id, shares_contact_at = null where household_id = v_source.id;
  update public.interest set household_id = v_target.id where household_id = v_source.id;
  update public.mail set household_id = v_target.id where household_id = v_source.id;
  update public.message set household_id = v_target.id where household_id = v_source.id;
  update public.data_request set household_id = v_target.id where household_id = v_source.id;
  update public.contact_note set household_id = v_target.id where household_id = v_source.id;
  update public.household
  set joined_into = v_target.id, phase = 'closed', phase_before = coalesce(v_source.phase_before, v_source.phase), closed_at = now(),
      closed_why = 'joined', call_by = null, paused_at = null, paused_until = null, ask_again_on = null
  where id = v_source.id;
  -- Both were promised a call: the earlier promise is kept.
  update public.household set call_by = least(v_target.call_by, v_source.call_by) where id = v_target.id and v_carries;
  with brought as (
    insert into public.household_coordinator (household_id, staff_id)
    select v_target.id, c.staff_id from public.household_coordinator c where c.household_id = v_source.id
    on conflict do nothing returning staff_id
  )
  update private.joining set coordinators = array(select staff_id from brought) where id = v_join.id;
  if v_target.phase = 'assessment' then
    perform private.begin_stage(v_target.id, 'assessment', private.day_of(now()));
  end if;
  -- What these people were invited to, they still are.
  insert into public.household_step (household_id, step_id, due_on, agreed_at)
  select v_target.id, t.step_id, t.due_on, t.agreed_at from public.household_step t join public.way_step s on s.id = t.step_id
  where t.household_id = v_source.id and s.stage = v_target.phase and s.begins_by is not null and t.done_on is null
  on conflict do nothing;
  if v_source.protected_at is not null then
    perform private.protect_too(v_staff, v_target, v_source.protected_at);
  end if;
  perform private.tell_adults(v_target.id);
  return jsonb_build_object('ok', true);
end
$$;

-- Who goes back: those who came, and whom they have asked in meanwhile.
create function private.who_parts(p_join private.joining) returns uuid[]
language sql stable security definer set search_path = ''
as $$
  with recursive they as (
    select m.id from public.household_member m where m.id = any (p_join.members)
    union
    select m.id from public.household_member m join they on m.asked_by = they.id where m.household_id = p_join.target_id
  )
  select coalesce(array_agg(id order by id), '{}') from they
$$;
revoke execute on function private.who_parts from public;

-- What goes back: what came, and what has come since from them or from an address that came with it.
create function private.what_parts(p_join private.joining, p_members uuid[]) returns uuid[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(i.id order by i.id), '{}') from public.interest i
  where i.household_id = p_join.target_id and (
    i.id = any (p_join.interests) or i.member_id = any (p_members)
    or (i.member_id is null and i.registered_at > p_join.joined_at and i.email_key in (
      select c.email_key from public.interest c where c.id = any (p_join.interests)
    ))
  )
$$;
revoke execute on function private.what_parts from public;

-- What each of the two waits for: what it did when they were joined, unless we have called since, and what was promised it later.
create function private.part_promises(p_join private.joining, p_target public.household, p_members uuid[], p_interests uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_homes constant uuid[] := array[p_join.source_id, p_join.target_id];
  v_called constant boolean := exists (
    select from public.household_event e
    where e.household_id = p_join.target_id and e.kind in ('call_reached', 'closed') and e.happened_at > p_join.joined_at
  );
begin
  -- Nobody knows with whom of them it was that we spoke: those who go back are called rather once too often, if any are left.
  update public.household
  set call_by = greatest(p_join.call_by, private.promised_to(p_interests, v_homes, p_join.joined_at))
  where id = p_join.source_id and (
    exists (select from public.household_member m where m.id = any (p_members) and m.left_at is null)
    or not exists (select from public.household_member m where m.id = any (p_members) and m.left_at > p_join.joined_at)
  );
  update public.household
  set call_by = greatest(
    case when not v_called then p_join.target_call_by end,
    private.promised_to(array(
      select i.id from public.interest i where i.household_id = p_join.target_id and i.id <> all (p_interests)
    ), v_homes, p_join.joined_at)
  ) where id = p_join.target_id and p_target.call_by is not null;
end
$$;
revoke execute on function private.part_promises from public;

create function private.part_coordinators(p_join private.joining, p_target public.household) returns void
language sql security definer set search_path = ''
as $$
  -- Who has turned out to be related meanwhile may be so to either.
  insert into public.related_staff (household_id, staff_id, marked_by)
  select p_join.source_id, r.staff_id, r.marked_by from public.related_staff r
  where r.household_id = p_join.target_id and r.marked_at >= p_join.joined_at
  on conflict do nothing;
  delete from public.household_coordinator c using public.related_staff r
  where c.household_id = p_join.source_id and r.household_id = c.household_id and r.staff_id = c.staff_id;
  delete from public.household_coordinator c
  where c.household_id = p_join.target_id and c.staff_id = any (p_join.coordinators)
    and (p_target.protected_at is null or exists (
      select from public.household_coordinator o join public.staff_member s on s.id = o.staff_id and s.ended_at is null
      where o.household_id = c.household_id and o.staff_id <> all (p_join.coordinators)
    ));
$$;
revoke execute on function private.part_coordinators from public;

create function private.part_homes(p_number bigint, p_from bigint, p_seen bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_join private.joining;
  v_source public.household;
  v_target public.household;
  v_held text[];
  v_changed jsonb;
  v_members uuid[];
  v_interests uuid[];
begin
  select j.* into v_join from private.joining j
  join public.household t on t.id = j.target_id and t.number = p_number
  join public.household s on s.id = j.source_id and s.number = p_from
  where j.parted_at is null;
  v_members := private.who_parts(v_join);
  v_held := private.addresses_in(v_members, private.what_parts(v_join, v_members));
  perform private.hold_all(v_held);
  perform from public.household where number in (p_number, p_from) order by number for update;
  v_target := private.enter_household(v_staff, p_number);
  v_changed := private.seen_all(v_staff, v_target, p_seen);
  if v_changed is not null then
    return v_changed;
  end if;
  select * into v_join from private.joining where id = v_join.id and parted_at is null;
  if v_join.id is null then
    return jsonb_build_object('ok', false, 'reason', 'parted_already');
  end if;
  -- From then on the law keeps them together.
  if v_target.case_since is not null then
    return jsonb_build_object('ok', false, 'reason', 'case_together');
  end if;
  if not private.may_let_in(v_staff, v_target) then
    return jsonb_build_object('ok', false, 'reason', 'coordinators_only');
  end if;
  v_members := private.who_parts(v_join);
  v_interests := private.what_parts(v_join, v_members);
  if not private.addresses_in(v_members, v_interests) <@ v_held then
    return jsonb_build_object('ok', false, 'reason', 'try_again');
  end if;

  perform private.part_promises(v_join, v_target, v_members, v_interests);
  update public.household_member set household_id = v_join.source_id where id = any (v_members);
  update public.interest set household_id = v_join.source_id where id = any (v_interests);
  update public.mail set household_id = v_join.source_id
  where household_id = v_target.id and (
    id = any (v_join.mails) or member_id = any (v_members)
    -- What answered a registration that goes back and that is no adult's, so that it is erased with that.
    or (member_id is null and created_at > v_join.joined_at and lower(recipient) in (
      select i.email_key from public.interest i where i.id = any (v_interests) and i.member_id is null
    ))
  );
  update public.message set household_id = v_join.source_id where household_id = v_target.id and member_id = any (v_members);
  update public.data_request set household_id = v_join.source_id where household_id = v_target.id and member_id = any (v_members);
  update public.contact_note set household_id = v_join.source_id where household_id = v_target.id and id = any (v_join.notes);
  -- The other was never invited to it.
  delete from public.household_step t using public.way_step s
  where t.household_id = v_target.id and s.id = t.step_id and s.begins_by is not null and not exists (
    select from public.household_event e where e.household_id = t.household_id and e.kind = s.begins_by
  );
  update public.household
  set joined_into = null, phase = v_join.phase, phase_before = v_join.phase_before, closed_at = v_join.closed_at,
      closed_why = v_join.closed_why, paused_at = v_join.paused_at, paused_until = v_join.paused_until, ask_again_on = v_join.ask_again_on
  where id = v_join.source_id returning * into v_source;
  update private.joining set parted_at = now(), parted_by = v_staff.id where id = v_join.id;
  perform private.part_coordinators(v_join, v_target);
  perform private.note_change(v_staff, v_target, 'parted', jsonb_build_object('from', v_source.id));
  perform private.note_change(v_staff, v_source, 'parted', jsonb_build_object('into', v_target.id));
  if v_target.protected_at is not null then
    perform private.protect_too(v_staff, v_source, v_target.protected_at);
  end if;
  perform private.tell_adults(h) from unnest(array[v_source.id, v_target.id]) h;
  return jsonb_build_object('ok', true);
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.join_homes(p_number bigint, p_into bigint, p_seen bigint default null, p_seen_into bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.join_homes(p_number, p_into, p_seen, p_seen_into) $$;
create function public.part_homes(p_number bigint, p_from bigint, p_seen bigint default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.part_homes(p_number, p_from, p_seen) $$;

revoke execute on function
  private.join_homes, private.part_homes, public.join_homes, public.part_homes
from public, anon, authenticated, service_role;
grant execute on function
  private.join_homes, private.part_homes, public.join_homes, public.part_homes
to authenticated;
