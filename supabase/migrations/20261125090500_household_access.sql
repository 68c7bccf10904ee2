-- Which staff may open which home. Before an assessment every coordinator may; from the moment it begins, its own
-- coordinators and the head, and who asks with a reason, for a day. Who is related to a home never gets in. Every home that
-- is found, opened or changed leaves a line in the log, written in the same call: nothing is read past it.

create table public.household_coordinator (
  household_id uuid not null,
  staff_id uuid not null,
  since timestamptz not null default now(),
  constraint household_coordinator_pk primary key (household_id, staff_id),
  constraint household_coordinator_household_fk foreign key (household_id) references public.household (id),
  constraint household_coordinator_staff_fk foreign key (staff_id) references public.staff_member (id)
);
create index household_coordinator_by_staff on public.household_coordinator (staff_id);
alter table public.household_coordinator enable row level security;
revoke all on table public.household_coordinator from public, anon, authenticated, service_role;

create table public.related_staff (
  household_id uuid not null,
  staff_id uuid not null,
  marked_at timestamptz not null default now(),
  marked_by uuid not null,
  constraint related_staff_pk primary key (household_id, staff_id),
  constraint related_staff_household_fk foreign key (household_id) references public.household (id),
  constraint related_staff_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint related_staff_marked_by_fk foreign key (marked_by) references public.staff_member (id)
);
create index related_staff_by_staff on public.related_staff (staff_id);
alter table public.related_staff enable row level security;
revoke all on table public.related_staff from public, anon, authenticated, service_role;

create table public.break_glass (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  staff_id uuid not null,
  reason text,
  asked_at timestamptz not null default now(),
  until timestamptz not null,
  seen_at timestamptz,
  constraint break_glass_pk primary key (id),
  constraint break_glass_household_fk foreign key (household_id) references public.household (id),
  constraint break_glass_staff_fk foreign key (staff_id) references public.staff_member (id),
  erased_at timestamptz,
  constraint break_glass_has_a_reason check ((reason is null) = (erased_at is not null) and length(reason) between 10 and 500),
  constraint break_glass_lasts_a_day_at_most check (until <= asked_at + interval '1 day')
);
create index break_glass_by_home on public.break_glass (household_id, staff_id, until);
alter table public.break_glass enable row level security;
revoke all on table public.break_glass from public, anon, authenticated, service_role;

create type public.access_action as enum ('found', 'opened', 'changed', 'asked');
create type public.access_ground as enum ('registration', 'coordinator', 'head', 'break_glass');

create table public.access_log (
  id bigint generated always as identity,
  happened_at timestamptz not null default now(),
  staff_id uuid not null,
  staff_role public.staff_role not null,
  household_id uuid not null,
  action public.access_action not null,
  ground public.access_ground,
  details text,
  member_id uuid,
  constraint access_log_pk primary key (id),
  constraint access_log_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint access_log_household_fk foreign key (household_id) references public.household (id),
  constraint access_log_member_fk foreign key (member_id) references public.household_member (id),
  constraint access_log_details_are_short check (length(details) <= 60)
);
create index access_log_by_household on public.access_log (household_id, id);
create index access_log_by_staff on public.access_log (staff_id, id);
alter table public.access_log enable row level security;
revoke all on table public.access_log from public, anon, authenticated, service_role;
comment on column public.access_log.details is 'What was changed, or the id of the reason that was given. Never a text that somebody wrote.';
comment on column public.access_log.member_id is 'The adult whom it was about, when it was about one: the others of the home are not shown it.';

create trigger access_log_only_grows before update or delete on public.access_log
for each row execute function private.refuse_change();
create trigger access_log_is_never_emptied before truncate on public.access_log
for each statement execute function private.refuse_change();

-- Who comes back to the list under the same address is related to the same homes as before.
create function private.stay_related() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.related_staff (household_id, staff_id, marked_by)
  select distinct on (r.household_id) r.household_id, new.id, r.marked_by
  from public.related_staff r join public.staff_member s on s.id = r.staff_id
  where s.email_key = new.email_key and s.id <> new.id;
  return new;
end
$$;
revoke execute on function private.stay_related() from public;
create trigger staff_member_stays_related after insert on public.staff_member
for each row execute function private.stay_related();

-- A home, and what has turned out to be the same one and is joined into it: what happened before stands in the history of each.
create function private.homes_within(p_household uuid) returns setof uuid
language sql stable security definer set search_path = ''
as $$ select h.id from public.household h where h.id = p_household or h.joined_into = p_household $$;
revoke execute on function private.homes_within(uuid) from public;

-- The home that this one is now: itself, unless it is joined into another.
-- This and the three of the rule are asked for each row of a list: their plans are kept, also when the list has its own made anew
-- for its filters. Without that, a list of fifty takes five times as long.
create function private.home_now(p_household uuid) returns uuid
language sql stable security definer set search_path = '' set plan_cache_mode = auto
as $$ select coalesce(h.joined_into, h.id) from public.household h where h.id = p_household $$;
revoke execute on function private.home_now(uuid) from public;

-- The rule itself ------------------------------------------------------------------------------------------------------

create function private.is_related(p_staff public.staff_member, p_household uuid) returns boolean
language sql stable security definer set search_path = '' set plan_cache_mode = auto
as $$
  -- Homes that are joined have each other's people.
  select exists (
      select from public.related_staff r where r.staff_id = p_staff.id and private.home_now(r.household_id) = private.home_now(p_household)
    )
    -- Nobody meets as staff a home where they have signed in as an adult. An address alone says nothing: anybody can write it.
    or exists (select from public.household_member m where m.household_id = private.home_now(p_household) and m.user_id = p_staff.user_id)
$$;
revoke execute on function private.is_related(public.staff_member, uuid) from public;

create function private.coordinates(p_staff public.staff_member, p_household uuid) returns boolean
language sql stable security definer set search_path = '' set plan_cache_mode = auto
as $$ select exists (select from public.household_coordinator c where c.household_id = p_household and c.staff_id = p_staff.id) $$;
revoke execute on function private.coordinates(public.staff_member, uuid) from public;

-- Where it is hidden who lives, nobody lets themselves in, nor anybody else.
create function private.may_let_in(p_staff public.staff_member, p_household public.household) returns boolean
language sql stable security definer set search_path = ''
as $$ select p_household.protected_at is null or p_staff.role = 'head' or private.coordinates(p_staff, p_household.id) $$;
revoke execute on function private.may_let_in(public.staff_member, public.household) from public;

-- On what ground this person may open this home; null: on none. What is joined into another is opened as that one.
create function private.ground_of(p_staff public.staff_member, p_household public.household) returns public.access_ground
language sql stable security definer set search_path = '' set plan_cache_mode = auto
as $$
  select case
    when p_staff.id is null or p_staff.role not in ('coordinator', 'head') then null
    when private.is_related(p_staff, h.id) then null
    when private.coordinates(p_staff, h.id) then 'coordinator'
    when p_staff.role = 'head' then 'head'
    when h.case_since is null then 'registration'
    when exists (
      select from public.break_glass b
      where b.household_id = h.id and b.staff_id = p_staff.id and b.until > now()
    ) then 'break_glass'
  end::public.access_ground
  from (
    select (p_household).* where p_household.joined_into is null
    union all select t.* from public.household t where t.id = p_household.joined_into
  ) h
$$;
revoke execute on function private.ground_of(public.staff_member, public.household) from public;

create function private.log_access(
  p_staff public.staff_member, p_household uuid, p_action public.access_action, p_ground public.access_ground, p_details text,
  p_member uuid default null
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.access_log (staff_id, staff_role, household_id, action, ground, details, member_id)
  values (p_staff.id, p_staff.role, p_household, p_action, p_ground, p_details, p_member)
$$;
revoke execute on function private.log_access from public;

-- A home for staff who read more of it than its page: refuses, or hands it over. What is read is for the caller to log.
create function private.home_to_read(p_staff public.staff_member, p_number bigint) returns public.household
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_household public.household;
begin
  select * into v_household from public.household where number = p_number;
  if v_household.id is null or v_household.joined_into is not null or private.ground_of(p_staff, v_household) is null then
    raise exception 'not this home for this person' using errcode = '42501';
  end if;
  return v_household;
end
$$;
revoke execute on function private.home_to_read(public.staff_member, bigint) from public;

-- The one way to a home for staff who change something: refuses, or hands the home over. What is then done leaves its lines
-- with note_change. Who came in by break-glass reads and changes nothing, or a day could be made into for ever. What is joined into
-- another home is changed there, and parted by a way of its own.
create function private.enter_household(p_staff public.staff_member, p_number bigint) returns public.household
language plpgsql security definer set search_path = ''
as $$
declare
  v_household public.household;
  v_ground public.access_ground;
begin
  select * into v_household from public.household where number = p_number for update;
  v_ground := private.ground_of(p_staff, v_household);
  if v_household.id is null or v_household.erased_at is not null or v_household.joined_into is not null or v_ground is null or v_ground = 'break_glass' then
    raise exception 'not this home for this person' using errcode = '42501';
  end if;
  return v_household;
end
$$;
revoke execute on function private.enter_household(public.staff_member, bigint) from public;

-- What staff did to a home, in its history and in the log, where `p_what` is the word for it unless the history's own is. The
-- details name the adult whom it was about, if any.
create function private.note_change(
  p_staff public.staff_member, p_household public.household, p_kind public.household_event_kind, p_details jsonb, p_what text default null
) returns void
language sql security definer set search_path = ''
as $$
  select private.log_access(
    p_staff, p_household.id, 'changed', private.ground_of(p_staff, p_household), coalesce(p_what, p_kind::text),
    (p_details ->> 'member')::uuid
  );
  insert into public.household_event (household_id, kind, actor, details)
  values (p_household.id, p_kind, 'staff', p_details || jsonb_build_object('by', p_staff.id));
$$;
revoke execute on function private.note_change from public;

-- Until when we have promised this adult to be in touch: one who has registered, in a home that waits for a call.
create function private.call_by(p_household public.household, p_member uuid) returns timestamptz
language sql stable security definer set search_path = ''
as $$
  select p_household.call_by where exists (
    select from public.interest i where i.member_id = p_member and i.state = 'received' and i.erased_at is null
  )
$$;
revoke execute on function private.call_by from public;
