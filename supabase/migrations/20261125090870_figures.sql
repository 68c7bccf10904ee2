-- Figures for the head, counted from what is there already: never a counter beside it. Nothing here says anything of one home, so
-- no home is logged as read; the log would only be longer and tell a family nothing. What is small is hidden by the website, which
-- knows what stands beside it.

create index interest_by_registration on public.interest (registered_at) where state = 'received';

-- One row for each registration: by registration and not by home, so that two who turn out to be one home still were two. Erased
-- ones count, for nothing that is counted is erased. Protected homes count too, since a figure that stands for few is hidden.
create function private.registrations_told(p_from timestamptz, p_to timestamptz)
returns table (month integer, municipality public.municipality, heard_from public.heard_from[], promised boolean, in_time boolean, days numeric)
language sql stable security definer set search_path = ''
as $$
  select
    extract(month from i.registered_at at time zone 'Europe/Stockholm')::integer, i.municipality, i.heard_from,
    -- The promise is the first one that was given: a clock time some working days ahead. It has been kept or broken when that time
    -- has passed, unless the family paused, or nobody was left to call, before that and before anybody called.
    coalesce(i.call_by <= now() and not coalesce(still.at < least(i.call_by, contact.at), false), false),
    coalesce(contact.at <= i.call_by, false),
    -- By the calendar, nights and weekends counted, for that is what the family waits. Null for who is not called yet, who asked us
    -- to wait, and who was promised no call because the talk was had when the registration was taken.
    case when i.call_by is not null and not coalesce(still.at < contact.at, false)
      then extract(epoch from contact.at - i.registered_at) / 86400 end
  from public.interest i
  cross join lateral (
    select array(select h.id from public.household h where h.joined_into = i.household_id) || i.household_id as ids
  ) homes
  -- Called is tried too: we did what we had promised. Whom we promised to write to first is written to, and an assessment does
  -- not begin without a word.
  cross join lateral (
    select min(e.happened_at) as at from public.household_event e
    where e.household_id = any (homes.ids) and e.happened_at >= i.registered_at and (
      e.kind in ('call_reached', 'call_missed', 'assessment_began')
      or (e.kind = 'message_written' and e.actor = 'staff' and i.contact_way = 'email_first')
    )
  ) contact
  cross join lateral (
    select min(e.happened_at) as at from public.household_event e
    where e.household_id = any (homes.ids) and e.happened_at >= i.registered_at and (
      e.kind in ('paused', 'erased')
      or (e.kind = 'closed' and e.details ->> 'why' is distinct from 'joined' and not coalesce((
        -- Closed by a slip of the hand, and opened again at once.
        select (r.details ->> 'undone')::boolean from public.household_event r
        where r.household_id = e.household_id and r.kind = 'reopened' and r.happened_at >= e.happened_at and r.id > e.id
        order by r.happened_at, r.id limit 1
      ), false))
    )
  ) still
  where i.state = 'received' and i.registered_at >= p_from and i.registered_at < p_to
$$;
revoke execute on function private.registrations_told from public;

-- A year by the calendar of Stockholm: its months, and its three tertials and itself (`part` null) with what is told of them.
create function private.head_figures(p_year integer) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_from constant timestamptz := make_timestamptz(p_year, 1, 1, 0, 0, 0, 'Europe/Stockholm');
  v_to constant timestamptz := make_timestamptz(p_year + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm');
begin
  perform private.require_staff('head');
  return (
    with told as materialized (select (month + 3) / 4 as part, * from private.registrations_told(v_from, v_to)),
    parts as (
      select part, count(*) as registered, count(*) filter (where promised) as promised,
        count(*) filter (where promised and in_time) as in_time, count(days) as called,
        percentile_cont(0.5) within group (order by days) as median, percentile_cont(0.9) within group (order by days) as ninth
      from told group by grouping sets ((part), ())
    ),
    by_place as (select part, municipality, count(*) as n from told group by grouping sets ((part, municipality), (municipality))),
    -- Who heard of us in several ways is counted in each.
    by_source as (
      select part, source, count(*) as n from told cross join lateral unnest(heard_from) source
      group by grouping sets ((part, source), (source))
    )
    select jsonb_build_object(
      'since', (select extract(year from min(registered_at) at time zone 'Europe/Stockholm')::integer from public.interest where state = 'received'),
      'months', (
        select jsonb_agg((select count(*) from told where told.month = m) order by m) from generate_series(1, 12) m
      ),
      'parts', (
        select jsonb_agg(jsonb_build_object(
          'part', p.part, 'registered', p.registered, 'promised', p.promised, 'inTime', p.in_time, 'called', p.called,
          'median', p.median, 'ninth', p.ninth,
          'municipalities', coalesce((select jsonb_object_agg(municipality, n) from by_place b where b.part is not distinct from p.part), '{}'),
          'sources', coalesce((select jsonb_object_agg(source, n) from by_source b where b.part is not distinct from p.part), '{}')
        ) order by p.part nulls last)
        from parts p
      )
    )
  );
end
$$;

create function public.head_figures(p_year integer) returns jsonb
language sql security invoker set search_path = '' as $$ select private.head_figures(p_year) $$;
revoke execute on function private.head_figures, public.head_figures from public, anon, authenticated, service_role;
grant execute on function private.head_figures, public.head_figures to authenticated;
