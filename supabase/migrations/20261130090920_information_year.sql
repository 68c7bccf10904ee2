-- Så funkar det for months to come, by the rule of the last Friday: the website reckons the dates, each month is made once.

-- The months that have one, or had one that was thrown away or cancelled.
create function private.information_months() returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform private.require_staff('coordinator', 'head');
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'month', month.day, 'number', o.number, 'state', o.state, 'startsAt', o.starts_at
    ) order by month.day, o.number)
    from public.occasion o,
    lateral (
      select coalesce(o.rule_month, date_trunc('month', o.starts_at at time zone 'Europe/Stockholm')::date) as day
    ) month
    where private.is_information(o) and month.day >= date_trunc('month', now() at time zone 'Europe/Stockholm')::date
  ), '[]');
end
$$;

-- Whether a month has its Så funkar det in it: by the rule whatever became of it, or one for everyone that was made by hand and stands.
create function private.is_information(p_occasion public.occasion) returns boolean
language sql immutable set search_path = ''
as $$
  select p_occasion.activity = 'sa-funkar-det'
    and (p_occasion.rule_month is not null or ('everyone' = any (p_occasion.audience) and p_occasion.state <> 'cancelled'))
$$;
revoke execute on function private.is_information from public;

/*
 * `p_year`: title, place, address, digital_link, digital_seats, physical_seats, is_slotted, publish, and `months`, each with month,
 * proposed (waits for a coordinator) and sessions. A month that has one is left alone, by however many it is pressed at once.
 */
create function private.make_information_year(p_year jsonb) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_staff constant public.staff_member := private.require_staff('coordinator', 'head');
  v_month record;
  v_id uuid;
  v_published constant boolean := coalesce((p_year ->> 'publish')::boolean, false);
  v_made integer := 0;
  v_proposed integer := 0;
begin
  -- One at a time: a month that was made by hand is no conflict of keys.
  perform pg_advisory_xact_lock(hashtextextended('information_year', 0));
  for v_month in
    select * from jsonb_to_recordset(p_year -> 'months') m (month date, proposed boolean, sessions jsonb) order by m.month
  loop
    continue when exists (
      select from public.occasion o
      where private.is_information(o)
        and coalesce(o.rule_month, date_trunc('month', o.starts_at at time zone 'Europe/Stockholm')::date) = v_month.month
    );
    continue when not exists (select from jsonb_array_elements(v_month.sessions))
      or exists (select from jsonb_array_elements(v_month.sessions) s where (s ->> 'starts_at')::timestamptz <= now());
    insert into public.occasion (
      activity, title, state, published_at, audience, place, address, digital_link, digital_seats, physical_seats, is_slotted, rule_month,
      created_by
    ) values (
      'sa-funkar-det', p_year ->> 'title',
      case when v_month.proposed then 'proposed' when v_published then 'published' else 'draft' end::public.occasion_state,
      case when v_published and not v_month.proposed then now() end, '{everyone}', p_year ->> 'place', p_year ->> 'address',
      p_year ->> 'digital_link', (p_year ->> 'digital_seats')::integer, (p_year ->> 'physical_seats')::integer,
      coalesce((p_year ->> 'is_slotted')::boolean, false), v_month.month, v_staff.id
    ) returning id into v_id;
    insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form, staff_id)
    select v_id, row_number() over (order by s.starts_at, s.staff_id), s.starts_at, s.ends_at, s.form, s.staff_id
    from jsonb_to_recordset(v_month.sessions) s (starts_at timestamptz, ends_at timestamptz, form public.session_form, staff_id uuid);
    perform private.note_occasion(v_id, v_staff, 'made_by_rule');
    v_made := v_made + 1;
    v_proposed := v_proposed + case when v_month.proposed then 1 else 0 end;
  end loop;
  return jsonb_build_object('ok', true, 'made', v_made, 'proposed', v_proposed);
end
$$;

create function public.information_months() returns jsonb
language sql stable security invoker set search_path = '' as $$ select private.information_months() $$;
create function public.make_information_year(p_year text) returns jsonb
language sql security invoker set search_path = '' as $$ select private.make_information_year(p_year::jsonb) $$;

revoke execute on function
  private.information_months, public.information_months, private.make_information_year, public.make_information_year
from public, anon, authenticated, service_role;
grant execute on function
  private.information_months, public.information_months, private.make_information_year, public.make_information_year
to authenticated;
