-- What GFO runs: an occasion is one round of an activity, and its sessions are the evenings, the days or the slots.

create type public.seat_form as enum ('digital', 'physical');
create type public.session_form as enum ('digital', 'physical', 'hybrid');
create type public.occasion_state as enum ('proposed', 'draft', 'published', 'cancelled');
create type public.audience as enum ('everyone', 'assessed', 'foster_homes', 'emergency_homes', 'secretaries', 'guests');

create table public.occasion (
  id uuid not null default gen_random_uuid(),
  number bigint generated always as identity,
  activity text not null,
  title text not null,
  theme text,
  about text,
  state public.occasion_state not null default 'draft',
  audience public.audience[] not null,
  municipalities public.municipality[] not null default '{}',
  municipality public.municipality,
  place text,
  address text,
  digital_link text,
  digital_seats integer,
  physical_seats integer,
  is_slotted boolean not null default false,
  takes_children boolean not null default false,
  gives_certificate boolean not null default false,
  largest_party smallint not null default 8,
  guest_code text not null default encode(sha256(convert_to(gen_random_uuid()::text, 'UTF8')), 'hex'),
  booking_opens_at timestamptz,
  booking_closes_at timestamptz,
  booking_closed_at timestamptz,
  switch_until timestamptz,
  starts_at timestamptz,
  ends_at timestamptz,
  rule_month date,
  created_at timestamptz not null default now(),
  created_by uuid,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text,
  changed integer not null default 0,
  constraint occasion_pk primary key (id),
  constraint occasion_number_is_unique unique (number),
  constraint occasion_created_by_fk foreign key (created_by) references public.staff_member (id),
  constraint occasion_activity_is_a_slug check (activity ~ '^[a-z0-9][a-z0-9-]{0,79}$'),
  constraint occasion_texts_are_limited check (
    length(title) between 1 and 120 and length(theme) between 1 and 120 and length(about) between 1 and 2000
    and length(place) between 1 and 120 and length(address) between 1 and 200 and length(cancelled_why) between 1 and 500
  ),
  constraint occasion_link_is_an_address check (digital_link ~ '^https://[^\s<>"]+$' and length(digital_link) <= 500),
  constraint occasion_is_for_somebody check (cardinality(audience) > 0),
  constraint occasion_for_everyone_is_for_all_municipalities check (not ('everyone' = any (audience)) or municipalities = '{}'),
  constraint occasion_has_seats check (is_slotted or coalesce(digital_seats, physical_seats) is not null),
  constraint occasion_seats_are_not_negative check (digital_seats >= 0 and physical_seats >= 0),
  constraint occasion_slots_are_its_seats check (not is_slotted or coalesce(digital_seats, physical_seats) is null),
  constraint occasion_largest_party_is_small check (largest_party between 1 and 20),
  constraint occasion_guest_code_is_long check (guest_code ~ '^[0-9a-f]{32,64}$'),
  constraint occasion_is_cancelled_whole check ((state = 'cancelled') = (cancelled_at is not null)),
  constraint occasion_is_published_whole check (state <> 'published' or published_at is not null),
  constraint occasion_rule_month_is_a_month check (extract(day from rule_month) = 1)
);
create unique index occasion_by_rule_once_a_month on public.occasion (activity, rule_month) where rule_month is not null;
create index occasion_ahead on public.occasion (ends_at) where state in ('published', 'cancelled');
create index occasion_by_activity on public.occasion (activity, starts_at);
alter table public.occasion enable row level security;
revoke all on table public.occasion from public, anon, authenticated, service_role;
comment on column public.occasion.activity is 'The name of its page in content/activities, or sa-funkar-det.';
comment on column public.occasion.title is 'What it was called when it was made: in mails, calendar files and certificates.';
comment on column public.occasion.municipalities is 'Whose homes it is for; empty: all. Who books without sign-in is not asked.';
comment on column public.occasion.municipality is 'Where it is held; null: digitally, or elsewhere.';
comment on column public.occasion.digital_seats is 'Null: cannot be followed so. Of a slotted one each session is a seat, and both are null.';
comment on column public.occasion.guest_code is 'Whoever has it may book as a guest, also what is not for everyone.';
comment on column public.occasion.booking_opens_at is 'Null: with the publishing. booking_closes_at, switch_until: null: when it begins.';
comment on column public.occasion.booking_closed_at is 'Closed by hand.';
comment on column public.occasion.starts_at is 'Of its first session that is not cancelled; ends_at of its last. Kept by a trigger.';
comment on column public.occasion.rule_month is 'The month that it was made for by the rule of the last Friday.';
comment on column public.occasion.changed is 'Counts the changes: who saves on top of somebody else''s is told.';

create table public.occasion_session (
  id uuid not null default gen_random_uuid(),
  occasion_id uuid not null,
  part smallint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  form public.session_form not null,
  place text,
  address text,
  digital_link text,
  staff_id uuid,
  cancelled_at timestamptz,
  constraint occasion_session_pk primary key (id),
  constraint occasion_session_occasion_fk foreign key (occasion_id) references public.occasion (id),
  constraint occasion_session_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint occasion_session_part_is_unique unique (occasion_id, part) deferrable initially immediate,
  constraint occasion_session_part_is_small check (part between 1 and 100),
  constraint occasion_session_ends_after_it_starts check (ends_at > starts_at and ends_at < starts_at + interval '3 days'),
  constraint occasion_session_texts_are_limited check (length(place) between 1 and 120 and length(address) between 1 and 200),
  constraint occasion_session_link_is_an_address check (digital_link ~ '^https://[^\s<>"]+$' and length(digital_link) <= 500)
);
create index occasion_session_by_time on public.occasion_session (starts_at);
alter table public.occasion_session enable row level security;
revoke all on table public.occasion_session from public, anon, authenticated, service_role;
comment on column public.occasion_session.part is 'Which evening of the course it is: the same part of another round makes up for a missed one. In a slotted occasion, the slot.';
comment on column public.occasion_session.place is 'Where this one is held, when it is not where the others are.';
comment on column public.occasion_session.staff_id is 'Who meets the family in this slot.';

create function private.keep_span() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.occasion o
  set (starts_at, ends_at) = (
    select min(s.starts_at), max(s.ends_at) from public.occasion_session s where s.occasion_id = o.id and s.cancelled_at is null
  )
  where o.id = coalesce(new.occasion_id, old.occasion_id);
  return null;
end
$$;
revoke execute on function private.keep_span() from public;
create trigger occasion_session_keeps_span after insert or update or delete on public.occasion_session
for each row execute function private.keep_span();

-- Who may and when -----------------------------------------------------------------------------------------------------

-- Whether a home may book it; null: a visitor.
create function private.is_for(p_occasion public.occasion, p_household uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select 'everyone' = any (p_occasion.audience) or coalesce((
    select (cardinality(p_occasion.municipalities) = 0 or h.municipality = any (p_occasion.municipalities))
      and (
        ('assessed' = any (p_occasion.audience) and h.phase = 'assessment')
        or ('foster_homes' = any (p_occasion.audience) and h.phase = 'home' and h.is_foster_home)
        or ('emergency_homes' = any (p_occasion.audience) and h.phase = 'home' and h.is_emergency_home)
      )
    from public.household h where h.id = p_household
  ), false)
$$;
revoke execute on function private.is_for from public;

-- Why nobody can book it now; null: one can. `p_from`: when that which is booked begins.
create function private.not_bookable(p_occasion public.occasion, p_from timestamptz, p_now timestamptz default now()) returns text
language sql stable set search_path = ''
as $$
  select case
    when p_occasion.state = 'cancelled' then 'cancelled'
    when p_occasion.state <> 'published' then 'not_published'
    when p_from is null or p_from <= p_now then 'begun'
    when p_occasion.booking_closed_at is not null or p_occasion.booking_closes_at <= p_now then 'closed'
    when p_occasion.booking_opens_at > p_now then 'not_open_yet'
  end
$$;
revoke execute on function private.not_bookable from public;
