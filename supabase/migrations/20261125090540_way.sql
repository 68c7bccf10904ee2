-- The way from the first contact to the bank. Its steps are rows of a template, so that GFO can change what a step is called,
-- who does it and how long it takes. A home gets its own rows when a stage begins; what it has done stays when the template
-- changes.

create type public.step_doer as enum ('family', 'adult', 'gfo', 'municipality', 'authority');

create table public.way_step (
  id uuid not null default gen_random_uuid(),
  key text not null,
  stage public.household_phase not null,
  position integer not null,
  doers public.step_doer[] not null,
  doer_name text,
  heading text not null,
  done_heading text,
  about text,
  late_about text,
  days integer,
  rough boolean not null default false,
  begins_by public.household_event_kind,
  done_by public.household_event_kind[] not null default '{}',
  retired_at timestamptz,
  constraint way_step_pk primary key (id),
  constraint way_step_key_is_unique unique (key),
  constraint way_step_position_is_unique unique (stage, position),
  constraint way_step_has_a_doer check (cardinality(doers) between 1 and 3),
  constraint way_step_texts_are_short check (length(heading) between 1 and 80 and length(about) <= 400 and length(late_about) <= 400),
  constraint way_step_days_are_some check (days between 1 and 720)
);
alter table public.way_step enable row level security;
revoke all on table public.way_step from public, anon, authenticated, service_role;
comment on column public.way_step.doers is 'Adult: each adult of the home has this step for themselves, and no other adult sees how it stands.';
comment on column public.way_step.doer_name is 'Which authority it is, when one does it.';
comment on column public.way_step.days is 'When it should be done, in days from the beginning of the stage. Null: nobody can say.';
comment on column public.way_step.rough is 'The time is a guess, told as a month and never late.';
comment on column public.way_step.begins_by is 'What in the home''s history begins it, with the time that was agreed. Null: it begins with its stage.';
comment on column public.way_step.done_by is 'What in the home''s history makes it done.';
comment on column public.way_step.late_about is 'What happens when it is late.';

create table public.household_step (
  id uuid not null default gen_random_uuid(),
  household_id uuid not null,
  step_id uuid not null,
  member_id uuid,
  due_on date,
  rough boolean not null default false,
  agreed_at timestamptz,
  done_on date,
  done_by uuid,
  late_note text,
  constraint household_step_pk primary key (id),
  constraint household_step_household_fk foreign key (household_id) references public.household (id),
  constraint household_step_step_fk foreign key (step_id) references public.way_step (id),
  constraint household_step_member_fk foreign key (member_id) references public.household_member (id),
  constraint household_step_done_by_fk foreign key (done_by) references public.staff_member (id),
  constraint household_step_is_there_once unique nulls not distinct (household_id, step_id, member_id),
  constraint household_step_late_note_is_short check (length(late_note) between 1 and 400)
);
create index household_step_by_member on public.household_step (member_id);
create index household_step_by_due on public.household_step (due_on) where done_on is null and not rough;
alter table public.household_step enable row level security;
revoke all on table public.household_step from public, anon, authenticated, service_role;
comment on column public.household_step.agreed_at is 'A visit or a talk that has a time.';
comment on column public.household_step.late_note is 'What a coordinator has said to the family about its being late.';

insert into public.way_step (key, stage, position, doers, doer_name, heading, done_heading, about, late_about, days, rough, done_by) values
  ('registered', 'interest', 1, '{family}', null, 'Ni anmäler intresse', 'Ni anmälde intresse', null, null, null, false,
    '{interest_registered}'),
  ('first_call', 'interest', 2, '{gfo}', null, 'Vi hör av oss', 'Vi har hörts',
    'Ett första samtal. Ni får veta hur det går till och kan fråga vad ni vill. Ni behöver inte förbereda något.',
    'Vi har inte hört av oss i tid. Ring oss gärna, så tar vi samtalet då.', null, false, '{call_reached}'),
  ('decide', 'interest', 4, '{family,gfo}', null, 'Vill ni gå vidare kommer vi hem till er', 'Ni ville gå vidare',
    'Först då börjar kartläggningen. Ni bestämmer om och när. Vill ni höra mer först finns Så funkar det.', null, null, false,
    '{assessment_began}'),
  ('first_visit', 'assessment', 1, '{gfo}', null, 'Första hembesöket', null,
    'Vi berättar hur allt går till och hur lång tid det kan ta. Hela familjen är med.',
    'Vi hittade ingen tid i tid. Er samordnare hör av sig med ett nytt förslag.', 21, false, '{}'),
  ('bra_fam', 'assessment', 2, '{adult}', null, 'BRA-fam', null,
    'Ett formulär från Socialstyrelsen om er vardag och hur ni har det. Varje vuxen fyller i sitt eget. Räkna med 40 minuter.',
    'Behöver du mer tid? Säg till din samordnare, så bestämmer ni en ny dag.', 35, false, '{}'),
  ('police_register', 'assessment', 3, '{adult,authority}', 'Polisen', 'Utdrag ur polisens register', null,
    'Du lämnar ditt samtycke och polisen skickar utdraget. Det gäller dig och ingen annan.',
    'Du behöver inte göra något. Din samordnare frågar polisen igen.', 56, false, '{}'),
  ('social_register', 'assessment', 4, '{adult,municipality}', null, 'Utdrag från socialtjänsten', null,
    'Du lämnar ditt samtycke och din kommun svarar. Det gäller dig och ingen annan.',
    'Du behöver inte göra något. Din samordnare frågar kommunen igen.', 56, false, '{}'),
  ('debt_register', 'assessment', 5, '{adult,authority}', 'Kronofogden', 'Utdrag från Kronofogden', null,
    'Du lämnar ditt samtycke och Kronofogden svarar. Det gäller dig och ingen annan.',
    'Du behöver inte göra något. Din samordnare frågar Kronofogden igen.', 56, false, '{}'),
  ('talks', 'assessment', 6, '{family,gfo}', null, 'Samtal och hembesök', null,
    'Tillsammans och var för sig. Bor det barn hos er pratar vi med dem också.', null, 90, true, '{}'),
  ('references', 'assessment', 7, '{gfo}', null, 'Vi pratar med era referenser', null,
    'Ni väljer själva vilka vi ringer.', null, 90, true, '{}'),
  ('reading', 'assessment', 8, '{family,gfo}', null, 'Vi läser bedömningen tillsammans', null,
    'Ni får veta vad vi har sett och kan säga vad ni tycker.', null, 120, true, '{}'),
  ('bank', 'assessment', 9, '{gfo}', null, 'Familjehemsbanken', 'Ni finns i familjehemsbanken',
    'Leder bedömningen hit kan en kommun fråga efter er. Om ett barn ska bo hos er beslutar kommunens nämnd.', null, 130, true, '{}');
insert into public.way_step (key, stage, position, doers, heading, done_heading, about, begins_by) values
  ('information', 'interest', 3, '{family}', 'Ni är bjudna till Så funkar det', 'Ni har varit på Så funkar det',
    'En träff där ni får veta hur det är att vara familjehem och kan fråga vad ni vill. Ni bestämmer själva om ni kommer. Boka er plats i kalendern, så får ni också länken om den är på nätet.',
    'information_invited');

-- Rows for the stage that the home is in now. What it has already stays.
create function private.begin_stage(p_household uuid, p_stage public.household_phase, p_on date) returns void
language sql security definer set search_path = ''
as $$
  insert into public.household_step (household_id, step_id, member_id, due_on, rough)
  select p_household, s.id, m.id, p_on + s.days, s.rough
  from public.way_step s
  left join public.household_member m on 'adult' = any (s.doers) and m.household_id = p_household and m.left_at is null
  where s.stage = p_stage and s.begins_by is null and s.retired_at is null and ('adult' <> all (s.doers) or m.id is not null)
  on conflict do nothing
$$;
revoke execute on function private.begin_stage(uuid, public.household_phase, date) from public;

-- The day in Sweden at a moment.
create function private.day_of(p_at timestamptz) returns date
language sql immutable set search_path = ''
as $$ select (p_at at time zone 'Europe/Stockholm')::date $$;
revoke execute on function private.day_of(timestamptz) from public;

-- Stages and steps follow from the history, whoever wrote it.
create function private.walk_on() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_today constant date := private.day_of(new.happened_at);
begin
  if new.kind in ('interest_registered', 'entered_by_hand') then
    perform private.begin_stage(h.id, h.phase, v_today) from public.household h where h.id = new.household_id;
  elsif new.kind = 'assessment_began' then
    perform private.begin_stage(new.household_id, 'assessment', v_today);
  elsif new.kind in ('adult_invited', 'adult_accepted') then
    -- Who comes in the middle of it has their own steps from that day on.
    perform private.begin_stage(h.id, 'assessment', v_today) from public.household h where h.id = new.household_id and h.phase = 'assessment';
  end if;
  -- Agreed anew, it stands at the new time.
  insert into public.household_step (household_id, step_id, due_on, agreed_at)
  select new.household_id, s.id, private.day_of(t.at), t.at
  from public.way_step s cross join (select (new.details ->> 'at')::timestamptz as at) t
  where s.begins_by = new.kind and s.retired_at is null
  on conflict (household_id, step_id, member_id) do update
  set due_on = excluded.due_on, agreed_at = excluded.agreed_at, done_on = null, done_by = null;
  -- The promise of a call is kept, or there is nobody left to call.
  if new.kind in ('call_reached', 'assessment_began', 'closed', 'erased') or (
    new.kind in ('adult_left', 'adult_withdrew', 'adult_declined')
    and not exists (select from public.household_member m where m.household_id = new.household_id and m.left_at is null)
  ) then
    update public.household set call_by = null where id = new.household_id and call_by is not null;
  end if;
  update public.household_step t set done_on = v_today, done_by = (new.details ->> 'by')::uuid
  from public.way_step s
  where t.household_id = new.household_id and s.id = t.step_id and new.kind = any (s.done_by) and t.done_on is null
    and t.member_id is null;
  return new;
end
$$;
revoke execute on function private.walk_on() from public;
create trigger household_event_walks_on after insert on public.household_event
for each row execute function private.walk_on();

-- The steps of the home's way as one adult sees them, or all of them, for staff.
create function private.way_of(p_household uuid, p_member uuid) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', t.id, 'key', s.key, 'stage', s.stage, 'doers', s.doers, 'doerName', s.doer_name,
    'heading', case when t.done_on is null then s.heading else coalesce(s.done_heading, s.heading) end, 'about', s.about,
    'adult', case when p_member is null then m.first_name end, 'own', t.member_id is not null,
    'dueOn', coalesce(t.due_on, case when s.key = 'first_call' then private.day_of(coalesce(private.call_by(h, p_member), case when p_member is null then h.call_by end)) end), 'rough', t.rough,
    'agreedAt', t.agreed_at, 'doneOn', t.done_on, 'lateAbout', coalesce(t.late_note, s.late_about), 'lateNote', t.late_note
  ) order by s.stage, s.position, m.joined_at), '[]')
  from public.household_step t
  join public.household h on h.id = t.household_id
  join public.way_step s on s.id = t.step_id
  left join public.household_member m on m.id = t.member_id
  where t.household_id = p_household and (t.member_id is null or t.member_id = p_member or (p_member is null and m.left_at is null and m.household_id = t.household_id))
$$;
revoke execute on function private.way_of(uuid, uuid) from public;
