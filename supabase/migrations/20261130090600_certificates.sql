-- A certificate is issued when every part of a course has been attended, over any of its rounds, and is withdrawn when what was
-- noted is put right. Who attends the whole course again another year gets one for that year.

create table public.certificate (
  id uuid not null default gen_random_uuid(),
  code text not null,
  member_id uuid,
  guest_key text,
  booking_id uuid not null,
  activity text not null,
  title text not null,
  name text,
  parts smallint not null,
  year smallint not null,
  finished_on date not null,
  issued_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint certificate_pk primary key (id),
  constraint certificate_code_is_unique unique (code),
  constraint certificate_code_can_be_read check (code ~ '^[2-9A-HJKMNP-TV-Z]{12}$'),
  constraint certificate_member_fk foreign key (member_id) references public.household_member (id),
  constraint certificate_booking_fk foreign key (booking_id) references public.booking (id),
  constraint certificate_is_somebodys check (num_nonnulls(member_id, guest_key) = 1),
  constraint certificate_guest_key_is_sha256 check (guest_key ~ '^[0-9a-f]{64}$'),
  constraint certificate_texts_are_limited check (length(title) between 1 and 120 and length(name) between 1 and 201),
  constraint certificate_holds_parts check (parts between 1 and 100)
);
create unique index certificate_of_a_member_is_one_a_year on public.certificate (member_id, activity, year) where member_id is not null;
create unique index certificate_of_a_guest_is_one_a_year on public.certificate (guest_key, activity, year) where guest_key is not null;
create index certificate_by_booking on public.certificate (booking_id);
alter table public.certificate enable row level security;
revoke all on table public.certificate from public, anon, authenticated, service_role;
comment on column public.certificate.code is 'What stands on it, without letters and digits that are taken for each other.';
comment on column public.certificate.name is 'As it was when it was issued. Null: the person has been erased.';
comment on column public.certificate.guest_key is 'Of who has no account: private.guest_key.';
comment on column public.certificate.booking_id is 'Of the session that was the last: a guest fetches it on that booking''s page.';
comment on column public.certificate.finished_on is 'The day of the last session; the year is its.';

-- Twelve out of thirty signs, from 32 bytes that nobody can guess.
create function private.new_certificate_code() returns text
language sql volatile set search_path = ''
as $$
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(bytes, at) % 30, 1), '' order by at)
  from (select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) as bytes) made, generate_series(0, 11) at
$$;
revoke execute on function private.new_certificate_code from public;

-- Weighs one person's course anew (the first of `p_members` is who they are now), with the person held: of two who note the last two evenings at once, the second sees both.
-- Occasions are held before persons, and no home at all. `p_lost_from`: the first day of which something that counted is taken back;
-- null when nothing is. Only what was finished since can have rested on it: a round with more evenings later on, or a visitor's
-- name that is erased by then, says nothing of a certificate that was earned.
create function private.weigh_course(p_activity text, p_members uuid[], p_guest text, p_lost_from date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_round public.occasion;
  v_parts smallint[];
  v_attended record;
  v_had smallint[] := '{}';
  v_years smallint[] := '{}';
  v_certificate public.certificate;
begin
  perform pg_advisory_xact_lock(hashtextextended('course ' || coalesce(p_guest, p_members[1]::text), 0));
  v_round := private.course_round(p_activity, p_members, p_guest);
  v_parts := private.course_parts(v_round);
  for v_attended in
    select s.part, s.starts_at, b.id as booking, b.email, p.name, o.title
    from public.attendance a
    join public.occasion_session s on s.id = a.session_id
    join public.occasion o on o.id = s.occasion_id and o.activity = p_activity
    join public.booking_person p on p.id = a.person_id
    join public.booking b on b.id = p.booking_id
    where a.state = 'attended' and s.part = any (v_parts) and (p.member_id = any (p_members) or private.guest_key(b, p) = p_guest)
    order by s.starts_at, s.id
  loop
    v_had := v_had || v_attended.part;
    continue when not v_parts <@ v_had;
    v_had := '{}';
    v_years := v_years || extract(year from v_attended.starts_at at time zone 'Europe/Stockholm')::smallint;
    update public.certificate set withdrawn_at = null
    where activity = p_activity and year = v_years[cardinality(v_years)] and (member_id = any (p_members) or guest_key = p_guest);
    continue when found;
    insert into public.certificate (code, member_id, guest_key, booking_id, activity, title, name, parts, year, finished_on)
    select private.new_certificate_code(), p_members[1], p_guest, v_attended.booking, p_activity, v_round.title,
      coalesce((select m.first_name || ' ' || m.last_name from public.household_member m where m.id = p_members[1]), v_attended.name),
      cardinality(v_parts), v_years[cardinality(v_years)], private.day_of(v_attended.starts_at)
    returning * into v_certificate;
    perform private.tell_certified(v_certificate);
  end loop;
  update public.certificate set withdrawn_at = now()
  where activity = p_activity and withdrawn_at is null and finished_on >= p_lost_from and year <> all (v_years)
    and (member_id = any (p_members) or guest_key = p_guest);
end
$$;
revoke execute on function private.weigh_course from public;

-- To the one whose it is, and not to who else is named in the booking.
create function private.tell_certified(p_certificate public.certificate) returns void
language sql security definer set search_path = ''
as $$
  insert into public.mail (template, recipient, member_id, payload)
  select 'certificate_issued', coalesce(m.email, b.email), m.id,
    private.booking_facts(b) || jsonb_build_object('code', p_certificate.code, 'title', p_certificate.title, 'year', p_certificate.year)
  from public.booking b left join public.household_member m on m.id = p_certificate.member_id
  where b.id = p_certificate.booking_id and coalesce(m.email, b.email) is not null and m.left_at is null and b.erased_at is null
$$;
revoke execute on function private.tell_certified from public;

-- Each whose attendance this is, one after another in the same order whoever notes it. An adult who has moved is the one that
-- they are now.
create function private.weigh_attendance(p_noted uuid[], p_lost_from date) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_who record;
begin
  for v_who in
    select distinct o.activity, now_is.id as member, case when now_is.id is null then private.guest_key(b, p) end as guest
    from public.booking_person p
    join public.booking b on b.id = p.booking_id
    join public.occasion o on o.id = b.occasion_id and not o.is_slotted
    left join lateral (
      select coalesce(
        (select c.id from public.household_member c
         where c.left_at is null and c.id <> p.member_id and c.user_id is not null
           and p.member_id in (select id from private.rows_of_person(c)) limit 1),
        p.member_id
      ) as id where p.member_id is not null
    ) now_is on true
    where p.id = any (p_noted) and p.age is null
      and exists (select from public.occasion c where c.activity = o.activity and c.gives_certificate and c.published_at is not null)
    order by 1, 2, 3
  loop
    if v_who.member is not null then
      perform private.weigh_course(v_who.activity, v_who.member || array(
        select r.id from public.household_member m, private.rows_of_person(m) r where m.id = v_who.member and r.id <> m.id
      ), null, p_lost_from);
    elsif v_who.guest is not null then
      perform private.weigh_course(v_who.activity, '{}', v_who.guest, p_lost_from);
    end if;
  end loop;
end
$$;
revoke execute on function private.weigh_attendance from public;

create function private.weigh_noted() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_lost_from date;
begin
  if tg_op = 'UPDATE' then
    select min(private.day_of(s.starts_at)) into v_lost_from
    from was join noted n using (session_id, person_id) join public.occasion_session s on s.id = n.session_id
    where was.state = 'attended' and n.state <> 'attended';
  elsif tg_op = 'DELETE' then
    select min(private.day_of(s.starts_at)) into v_lost_from
    from noted n join public.occasion_session s on s.id = n.session_id where n.state = 'attended';
  end if;
  perform private.weigh_attendance(array(select distinct person_id from noted), v_lost_from);
  return null;
end
$$;
revoke execute on function private.weigh_noted from public;
create trigger attendance_noted_is_weighed after insert on public.attendance
referencing new table as noted for each statement execute function private.weigh_noted();
create trigger attendance_changed_is_weighed after update on public.attendance
referencing old table as was new table as noted for each statement execute function private.weigh_noted();
create trigger attendance_taken_back_is_weighed after delete on public.attendance
referencing old table as noted for each statement execute function private.weigh_noted();

-- While it can still be seen whose it was.
create function private.take_attendance_along() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.attendance where person_id = old.id;
  return old;
end
$$;
revoke execute on function private.take_attendance_along from public;
create trigger booking_person_takes_attendance_along before delete on public.booking_person
for each row execute function private.take_attendance_along();

-- A round that gives a certificate after all, or does not.
create function private.weigh_round() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform private.weigh_attendance(array(
    select a.person_id from public.attendance a join public.occasion_session s on s.id = a.session_id
    join public.occasion o on o.id = s.occasion_id where o.activity = new.activity
  ), '-infinity');
  return null;
end
$$;
revoke execute on function private.weigh_round from public;
create trigger occasion_round_is_weighed after update of gives_certificate on public.occasion
for each row when (old.gives_certificate is distinct from new.gives_certificate) execute function private.weigh_round();

/*
 * Erasing. Only who never became a case is erased (private.decide_request, private.keep_time): what belongs to a case, also its
 * courses, the law keeps (SoF 2025:468 13:1). Of who is erased the fact stays that somebody attended, for the figures, and that the
 * code is genuine, for whoever was once shown it; the name goes, and with it what a typed name could be compared with.
 * A guest's stays when the booking's name and address are erased: it was asked for and handed out to be shown, and what is kept
 * of it is shown to nobody who does not know the name already.
 */
create function private.erase_certificates() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.certificate set name = null where member_id = new.id;
  return null;
end
$$;
revoke execute on function private.erase_certificates from public;
create trigger household_member_erased_takes_name_along after update of erased_at on public.household_member
for each row when (old.erased_at is null and new.erased_at is not null) execute function private.erase_certificates();

-- Reading --------------------------------------------------------------------------------------------------------------

create function private.certificate_facts(p_certificate public.certificate) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object(
    'code', p_certificate.code, 'activity', p_certificate.activity, 'title', p_certificate.title, 'name', p_certificate.name,
    'parts', p_certificate.parts, 'year', p_certificate.year, 'finishedOn', p_certificate.finished_on,
    'issuedAt', p_certificate.issued_at, 'withdrawnAt', p_certificate.withdrawn_at
  )
$$;
revoke execute on function private.certificate_facts from public;

create function private.certificates_of(p_me public.household_member) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select coalesce(jsonb_agg(private.certificate_facts(c) order by c.finished_on desc, c.code), '[]')
  from public.certificate c where c.member_id in (select id from private.rows_of_person(p_me))
$$;
revoke execute on function private.certificates_of from public;

-- For the copy of one's own: the courses without what there is to book, and the certificates.
create function private.courses_to_copy(p_me public.household_member) returns jsonb
language sql stable security definer set search_path = ''
as $$
  select jsonb_build_object(
    'courses', coalesce((
      select jsonb_agg(course) from (
        select private.course_of(p_me, activity) as course from private.course_activities(p_me) activity
      ) found
      where exists (select from jsonb_array_elements(course -> 'parts') part where part ->> 'state' <> 'remaining')
    ), '[]'),
    'certificates', private.certificates_of(p_me)
  )
$$;
revoke execute on function private.courses_to_copy from public;

create function private.my_certificate(p_code text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_me constant public.household_member := private.require_member();
begin
  return (
    select private.certificate_facts(c) from public.certificate c
    where c.code = p_code and c.withdrawn_at is null and c.member_id in (select id from private.rows_of_person(v_me))
  );
end
$$;

-- A guest's, by the link of the booking: of those who stand on that booking.
create function private.visitor_certificates(p_gate text, p_id uuid, p_key text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_booking constant public.booking := private.require_link(p_gate, p_id, p_key);
begin
  return coalesce((
    select jsonb_agg(private.certificate_facts(c) order by c.finished_on desc, c.code)
    from public.certificate c
    where c.withdrawn_at is null and c.activity = (select o.activity from public.occasion o where o.id = v_booking.occasion_id)
      and c.guest_key in (select private.guest_key(v_booking, p) from public.booking_person p where p.booking_id = v_booking.id)
  ), '[]');
end
$$;

insert into private.rate_rule (bucket, max_hits, per) values ('certificate_network', 60, '1 hour');

-- Whether a code is genuine, for which course and year, and whether a name that somebody writes is the one on it: `name` is then
-- same, other, or gone. Never the name itself.
create function private.check_certificate(p_gate text, p_network_key text, p_code text, p_name text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_certificate public.certificate;
begin
  perform private.require_site_gate(p_gate);
  if not private.within_limit('certificate_network', p_network_key) then
    return jsonb_build_object('ok', false, 'reason', 'too_often');
  end if;
  select * into v_certificate from public.certificate where code = p_code;
  if v_certificate.id is null then
    return jsonb_build_object('ok', false, 'reason', 'unknown');
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'ok', true, 'activity', v_certificate.activity, 'title', v_certificate.title, 'parts', v_certificate.parts,
    'year', v_certificate.year, 'isWithdrawn', v_certificate.withdrawn_at is not null,
    'name', case
      when p_name is null then null
      when v_certificate.name is null then 'gone'
      when private.name_key(v_certificate.name) = private.name_key(p_name) then 'same'
      else 'other'
    end
  ));
end
$$;

create function public.my_certificate(p_code text) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.my_certificate(p_code) $$;

create function public.visitor_certificates(p_gate text, p_id uuid, p_key text) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.visitor_certificates(p_gate, p_id, p_key) $$;

create function public.check_certificate(p_gate text, p_network_key text, p_code text, p_name text default null) returns jsonb
language sql security invoker set search_path = '' as $$ select private.check_certificate(p_gate, p_network_key, p_code, p_name) $$;

revoke execute on function
  private.my_certificate, public.my_certificate, private.visitor_certificates, public.visitor_certificates,
  private.check_certificate, public.check_certificate
from public, anon, authenticated, service_role;
grant execute on function private.my_certificate, public.my_certificate to authenticated;
grant execute on function
  private.visitor_certificates, public.visitor_certificates, private.check_certificate, public.check_certificate
to anon;
