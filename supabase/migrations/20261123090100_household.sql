-- The household: the unit that registers, is assessed, books and is in the bank; and its history, which only grows.

create type public.municipality as enum ('harnosand', 'kramfors', 'solleftea', 'timra', 'ange', 'ornskoldsvik');

create table public.household (
  id uuid not null default gen_random_uuid(),
  number bigint generated always as identity,
  municipality public.municipality not null,
  created_at timestamptz not null default now(),
  constraint household_pk primary key (id),
  constraint household_number_is_unique unique (number)
);
alter table public.household enable row level security;
revoke all on table public.household from public, anon, authenticated, service_role;
comment on column public.household.number is 'What staff and mails call the home by; says nothing about it.';

create type public.household_event_kind as enum (
  'interest_registered', 'interest_added', 'interest_repeated', 'question_flagged', 'mail_undelivered'
);
create type public.actor_kind as enum ('family', 'staff', 'system');

create table public.household_event (
  id bigint generated always as identity,
  household_id uuid not null,
  happened_at timestamptz not null default now(),
  kind public.household_event_kind not null,
  actor public.actor_kind not null,
  details jsonb not null default '{}',
  constraint household_event_pk primary key (id),
  constraint household_event_household_fk foreign key (household_id) references public.household (id),
  constraint household_event_details_are_an_object check (jsonb_typeof(details) = 'object')
);
create index household_event_by_household on public.household_event (household_id, happened_at);
alter table public.household_event enable row level security;
revoke all on table public.household_event from public, anon, authenticated, service_role;
comment on column public.household_event.details is 'Ids and states only, never a name, an address or a free text.';

create function private.refuse_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end
$$;
revoke execute on function private.refuse_change() from public;

create trigger household_event_only_grows
before update or delete on public.household_event
for each row execute function private.refuse_change();

create trigger household_event_is_never_emptied
before truncate on public.household_event
for each statement execute function private.refuse_change();
