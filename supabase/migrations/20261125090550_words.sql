-- What is said between GFO and a home: messages, which both read, and notes, which staff write for themselves.

create table public.message (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  member_id uuid not null,
  staff_id uuid,
  body text,
  sent_at timestamptz not null default now(),
  read_at timestamptz,
  erased_at timestamptz,
  constraint message_pk primary key (id),
  constraint message_household_fk foreign key (household_id) references public.household (id),
  constraint message_member_fk foreign key (member_id) references public.household_member (id),
  constraint message_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint message_says_something check ((body is null) = (erased_at is not null) and length(body) between 1 and 4000)
);
create index message_by_member on public.message (member_id, sent_at);
create index message_unread on public.message (household_id) where read_at is null and staff_id is null;
alter table public.message enable row level security;
revoke all on table public.message from public, anon, authenticated, service_role;
comment on column public.message.member_id is 'Whose conversation it is. No other adult of the home reads it.';
comment on column public.message.staff_id is 'Who wrote it; null: the adult.';

create table public.contact_note (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  staff_id uuid not null,
  written_at timestamptz not null default now(),
  reached boolean,
  body text,
  erased_at timestamptz,
  constraint contact_note_pk primary key (id),
  constraint contact_note_household_fk foreign key (household_id) references public.household (id),
  constraint contact_note_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint contact_note_says_something check (reached is not null or body is not null or erased_at is not null),
  constraint contact_note_is_short check (length(body) between 1 and 4000)
);
create index contact_note_by_household on public.contact_note (household_id, written_at);
alter table public.contact_note enable row level security;
revoke all on table public.contact_note from public, anon, authenticated, service_role;
comment on table public.contact_note is 'Calls, and what staff write for themselves: not shown in the portal, and read by the family when it asks for insight.';
comment on column public.contact_note.reached is 'Of a call: whether somebody answered. Null: a note alone.';
