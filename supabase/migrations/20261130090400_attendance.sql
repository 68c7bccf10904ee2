-- Who was there: each seat at each session, noted at the door or afterwards.

create type public.attendance_state as enum ('attended', 'absent');

create table public.attendance (
  session_id uuid not null,
  person_id uuid not null,
  state public.attendance_state not null,
  noted_at timestamptz not null default now(),
  noted_by uuid,
  constraint attendance_pk primary key (session_id, person_id),
  constraint attendance_session_fk foreign key (session_id) references public.occasion_session (id),
  constraint attendance_person_fk foreign key (person_id) references public.booking_person (id) on delete cascade,
  constraint attendance_noted_by_fk foreign key (noted_by) references public.staff_member (id)
);
create index attendance_by_person on public.attendance (person_id);
alter table public.attendance enable row level security;
revoke all on table public.attendance from public, anon, authenticated, service_role;
