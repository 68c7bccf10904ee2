-- The homes in assessment that have not finished a course, for their coordinators: what each adult lacks, and what lies ahead for
-- them. As in the list of homes no person is named, so no home is logged. Null: no round of it has been published that gives a
-- certificate, and what there is to lack is not known.
create function private.homes_lacking_course(p_activity text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
begin
  if (private.course_round(p_activity, '{}')).id is null then
    return null;
  end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'number', h.number, 'mayOpen', private.ground_of(v_staff, h) is not null, 'pausedUntil', h.paused_until,
      'own', private.coordinates(v_staff, h.id),
      'coordinators', coalesce((
        select jsonb_agg(s.name order by s.name) from public.household_coordinator c
        join public.staff_member s on s.id = c.staff_id and s.ended_at is null where c.household_id = h.id
      ), '[]'),
      'adults', adults.of_home
    ) order by private.coordinates(v_staff, h.id) desc, h.number)
    from public.household h, lateral (
      select jsonb_agg(jsonb_build_object(
        'parts', course.is -> 'parts', 'busy', private.times_of(person.ids),
        'rounds', private.rounds_of_course(p_activity, h.id, person.ids)
      ) order by m.joined_at, m.id) as of_home, bool_or(jsonb_path_exists(course.is, '$.parts[*] ? (@.state != "attended")')) as lacks
      from public.household_member m, lateral (select array(select id from private.rows_of_person(m)) as ids) person,
        lateral (select private.course_of(m, p_activity) as is) course
      where m.household_id = h.id and m.left_at is null
    ) adults
    where h.phase = 'assessment' and h.erased_at is null and h.joined_into is null and adults.lacks and not private.is_related(v_staff, h.id)
  ), '[]');
end
$$;

create function public.homes_lacking_course(p_activity text) returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.homes_lacking_course(p_activity) $$;

revoke execute on function private.homes_lacking_course, public.homes_lacking_course from public, anon, authenticated, service_role;
grant execute on function private.homes_lacking_course, public.homes_lacking_course to authenticated;
