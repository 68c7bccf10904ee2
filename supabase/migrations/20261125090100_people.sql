-- Who can sign in: staff that the head has listed, and adults of a home. Both are known by an e-mail address first, and
-- by their account once they have proved the address.

create type public.staff_role as enum ('coordinator', 'communicator', 'head');

create table public.staff_member (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  email_key text not null,
  role public.staff_role not null,
  user_id uuid,
  listed_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint staff_member_pk primary key (id),
  constraint staff_member_name_is_short check (length(name) between 1 and 100),
  constraint staff_member_email_is_an_address check (email ~ '^[^\s@<>]+@[^\s@<>]+$' and octet_length(email) <= 254)
);
create unique index staff_member_email_is_unique on public.staff_member (email_key) where ended_at is null;
create unique index staff_member_user_is_unique on public.staff_member (user_id) where ended_at is null;
alter table public.staff_member enable row level security;
revoke all on table public.staff_member from public, anon, authenticated, service_role;

-- What happened to the list of staff: who gave whom which role, and when. It only grows.
create table private.staff_event (
  id bigint generated always as identity,
  staff_id uuid not null,
  happened_at timestamptz not null default now(),
  kind text not null,
  role public.staff_role not null,
  done_by uuid,
  constraint staff_event_pk primary key (id),
  constraint staff_event_staff_fk foreign key (staff_id) references public.staff_member (id),
  constraint staff_event_done_by_fk foreign key (done_by) references public.staff_member (id),
  constraint staff_event_kind_is_known check (kind in ('listed', 'role_changed', 'removed', 'factor_added', 'factor_removed', 'factors_reset'))
);
create index staff_event_by_staff on private.staff_event (staff_id);
alter table private.staff_event enable row level security;
comment on column private.staff_event.done_by is 'Null: the environment, for the first head.';

create trigger staff_event_only_grows before update or delete on private.staff_event
for each row execute function private.refuse_change();
create trigger staff_event_is_never_emptied before truncate on private.staff_event
for each statement execute function private.refuse_change();

create type public.household_phase as enum ('interest', 'assessment', 'home', 'closed');
create type public.closed_why as enum ('withdrawn', 'not_now', 'not_suited', 'not_reached', 'elsewhere', 'joined');

alter table public.household
  add column phase public.household_phase not null default 'interest',
  add column is_foster_home boolean not null default false,
  add column is_emergency_home boolean not null default false,
  add column considering public.considering,
  add column joined_into uuid,
  add column import_key text,
  add column case_since timestamptz,
  add column call_by timestamptz,
  add column turn timestamptz not null generated always as (coalesce(call_by, timestamptz 'infinity')) stored,
  add column paused_at timestamptz,
  add column paused_until date,
  add column ask_again_on date,
  add column phase_before public.household_phase,
  add column closed_at timestamptz,
  add column closed_why public.closed_why,
  add column protected_at timestamptz,
  add column address text,
  add column erased_at timestamptz,
  add constraint household_is_a_case_from_the_assessment_on check (phase not in ('assessment', 'home') or case_since is not null),
  add constraint household_is_closed_whole check (
    (phase = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_why is null) and (closed_at is null) = (phase_before is null)
  ),
  add constraint household_import_key_is_sha256 check (import_key ~ '^[0-9a-f]{64}$'),
  add constraint household_import_key_is_unique unique (import_key),
  add constraint household_joined_into_fk foreign key (joined_into) references public.household (id),
  add constraint household_is_paused_whole check ((paused_at is null) = (paused_until is null)),
  add constraint household_pause_is_a_month check (extract(day from paused_until) = 1),
  add constraint household_address_is_short check (length(address) between 1 and 300);
comment on column public.household.protected_at is
  'Since when its people live with protected identity: address and municipality are for its coordinators alone, and no mail goes out.';
comment on column public.household.is_foster_home is 'It is one already. A home can be both.';
comment on column public.household.considering is 'What it registered for; null: it was entered as a home.';
comment on column public.household.import_key is 'What recognises a home that staff entered when it is entered once more.';
comment on column public.household.joined_into is 'The home that this registration turned out to be of; its people and what they wrote are there now.';
comment on column public.household.case_since is
  'Since when it is a case: an assessment has begun, or it is a home already. Then it is its coordinators'' alone, and the law keeps it.';
comment on column public.household.call_by is 'Until when we have promised to be in touch; null when we have been.';
comment on column public.household.turn is 'The order of the list: those that wait for a call first, the most urgent of them at the top.';
comment on column public.household.paused_until is 'The first day of the month in which the family wants to be asked again.';
comment on column public.household.phase_before is 'Where it was when it was closed.';
create index household_in_turn on public.household (turn, (-number));
create index household_by_phase on public.household (phase, turn, (-number));
create index household_by_municipality on public.household (municipality, phase, turn, (-number));
create index household_emergency on public.household (turn, (-number)) where is_emergency_home or considering = 'emergency_home';
create index household_paused on public.household (paused_until) where paused_until is not null;
create index household_joined on public.household (joined_into) where joined_into is not null;
create index household_to_call on public.household (call_by, number) where call_by is not null;

create table public.household_member (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  first_name text,
  last_name text,
  email text,
  email_key text,
  phone text,
  user_id uuid,
  account_before uuid,
  joined_at timestamptz not null default now(),
  accepted_at timestamptz default now(),
  asked_by uuid,
  shares_contact_at timestamptz,
  silent_since timestamptz,
  silent_times text,
  silent_takes_codes boolean not null default false,
  left_at timestamptz,
  withdrew_at timestamptz,
  erased_at timestamptz,
  constraint household_member_pk primary key (id),
  constraint household_member_household_fk foreign key (household_id) references public.household (id),
  constraint household_member_asked_by_fk foreign key (asked_by) references public.household_member (id),
  constraint household_member_has_a_name check (erased_at is not null or (length(first_name) between 1 and 100 and length(last_name) between 1 and 100)),
  constraint household_member_is_erased_whole check (
    erased_at is null or (left_at is not null and coalesce(first_name, last_name, email, email_key, phone, user_id::text, account_before::text, silent_times) is null)
  ),
  constraint household_member_email_is_whole check ((email is null) = (email_key is null)),
  constraint household_member_email_is_an_address check (email ~ '^[^\s@<>]+@[^\s@<>]+$' and octet_length(email) <= 254),
  constraint household_member_phone_is_short check (length(phone) between 5 and 40),
  constraint household_member_silence_says_when check ((silent_since is null) = (silent_times is null)),
  constraint household_member_silent_times_are_short check (length(silent_times) between 1 and 200)
);
create index household_member_by_last_name on public.household_member (lower(last_name) text_pattern_ops) where left_at is null;
create index household_member_by_name on public.household_member (lower(first_name || ' ' || last_name) text_pattern_ops) where left_at is null;
create index household_member_by_household on public.household_member (household_id);
create unique index household_member_email_is_unique on public.household_member (email_key) where left_at is null;
create unique index household_member_user_is_unique on public.household_member (user_id) where left_at is null;
alter table public.household_member enable row level security;
revoke all on table public.household_member from public, anon, authenticated, service_role;
comment on column public.household_member.accepted_at is 'Null: asked to come in by another adult, and has not said yes. Sees and is shown nothing.';
comment on column public.household_member.account_before is
  'What they signed in with under the address before, until they have signed in under this one.';
comment on column public.household_member.email is 'Null: has no address of their own, and is met on paper.';
comment on column public.household_member.shares_contact_at is 'Telephone and e-mail are shown to the other adults who share theirs.';
comment on column public.household_member.silent_takes_codes is 'Even so, a code comes by mail when somebody asks for one at the sign-in page.';

-- What erasing leaves of a registration: what it counts for, and nothing that says who.
alter table public.interest
  alter column first_name drop not null, alter column last_name drop not null, alter column email drop not null,
  alter column email_key drop not null,
  add column erased_at timestamptz,
  add constraint interest_is_erased_whole check (case
    when erased_at is null then first_name is not null and last_name is not null and email is not null and email_key is not null
    else coalesce(first_name, last_name, email, email_key, phone, question) is null and child_ages = '{}' end),
  drop constraint interest_a_call_needs_a_number,
  add constraint interest_a_call_needs_a_number check (contact_way = 'email_first' or phone is not null or erased_at is not null);

-- Whose a registration and a mail are. An address is not enough: it can be given up by one and taken over by another.
alter table public.interest
  add column member_id uuid,
  add constraint interest_member_fk foreign key (member_id) references public.household_member (id);
create index interest_by_member on public.interest (member_id);
comment on column public.interest.member_id is 'Null: came with an address that is no adult''s any more.';
alter table public.mail
  add column member_id uuid,
  add constraint mail_member_fk foreign key (member_id) references public.household_member (id);
create index mail_by_member on public.mail (member_id);
comment on column public.mail.member_id is 'Null: a notice to GFO or to staff.';

-- Registrations that came before there were members.
update public.household h set considering = i.considering
from public.interest i where i.household_id = h.id and i.state = 'received';
insert into public.household_member (household_id, first_name, last_name, email, email_key, phone, joined_at)
select distinct on (i.email_key) i.household_id, i.first_name, i.last_name, i.email_key, i.email_key, i.phone, i.registered_at
from public.interest i where i.state = 'received' and octet_length(i.email_key) <= 254 order by i.email_key, i.registered_at;
update public.interest i set member_id = m.id
from public.household_member m where m.household_id = i.household_id and m.email_key = i.email_key;
update public.mail l set member_id = m.id
from public.household_member m where m.household_id = l.household_id and m.email_key = lower(l.recipient);

-- One at a time for each address, whoever writes it: a double click and two open tabs see each other. Always taken before a home
-- is, for registering knows the home by the address; else two could wait for each other.
create function private.hold_address(p_email_key text) returns void
language sql set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('interest:' || p_email_key, 0)) where p_email_key is not null $$;
revoke execute on function private.hold_address(text) from public;

-- Staff sign in with an address of their own, which no home can have: else who writes it into a home would decide what its
-- owner may open.
create function private.is_staff_address(p_email_key text) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from public.staff_member s where s.email_key = p_email_key and s.ended_at is null) $$;
revoke execute on function private.is_staff_address(text) from public;

-- No mail to who takes none -------------------------------------------------------------------------------------------

-- Asked of the person and not of the address, so it also holds for who has left the home, and never for staff.
create function private.takes_no_mail(p_household uuid, p_member uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.household h where h.id = p_household and h.protected_at is not null)
    or exists (
      select from public.household_member m join public.household h on h.id = m.household_id
      where m.id = p_member and (m.silent_since is not null or h.protected_at is not null)
    )
$$;
revoke execute on function private.takes_no_mail(uuid, uuid) from public;

-- Every mail passes here, whoever wrote it: a coordinator sees in the history that it stayed, and telephones.
create function private.withhold_mail() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if private.takes_no_mail(new.household_id, new.member_id) then
    new.state := 'withheld';
    new.ended_at := now();
    if new.household_id is not null then
      insert into public.household_event (household_id, kind, actor, details)
      values (new.household_id, 'mail_withheld', 'system', jsonb_build_object('mail', new.id, 'template', new.template));
    end if;
  end if;
  return new;
end
$$;
revoke execute on function private.withhold_mail() from public;

create trigger mail_goes_to_who_takes_mail before insert or update of state on public.mail
for each row when (new.recipient is not null and new.state = 'waiting') execute function private.withhold_mail();

-- What was waiting already when somebody asked for no mail, also what a sender that died had taken.
create function private.withhold_waiting_mails(p_now timestamptz default now()) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  with held as (
    update public.mail m set state = 'withheld', ended_at = now(), claim = null, claimed_until = null
    where (m.state = 'waiting' or (m.state = 'claimed' and m.claimed_until < p_now))
      and m.recipient is not null and private.takes_no_mail(m.household_id, m.member_id)
    returning m.id, m.template, m.household_id
  )
  insert into public.household_event (household_id, kind, actor, details)
  select held.household_id, 'mail_withheld', 'system', jsonb_build_object('mail', held.id, 'template', held.template)
  from held where held.household_id is not null;
end
$$;
revoke execute on function private.withhold_waiting_mails(timestamptz) from public;
grant execute on function private.withhold_waiting_mails(timestamptz) to service_role;

create or replace function public.claim_mails(p_limit integer, p_now timestamptz default now()) returns setof public.claimed_mail
language sql security invoker set search_path = ''
as $$
  select private.withhold_waiting_mails(p_now);
  select * from private.claim_mails(p_limit, p_now);
$$;
