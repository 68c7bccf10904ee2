-- A film or a story shows for as long as those who are in it have agreed to, and is then gone by itself. Who writes the texts
-- is told before that, in time to ask them once more.

create table private.consent_warning (
  text_key text not null,
  till date not null,
  days integer not null,
  warned_at timestamptz not null default now(),
  constraint consent_warning_pk primary key (text_key, till, days),
  constraint consent_warning_text_key_is_limited check (length(text_key) between 1 and 300),
  constraint consent_warning_is_given_before check (days between 1 and 365)
);
alter table private.consent_warning enable row level security;
revoke all on table private.consent_warning from public, anon, authenticated, service_role;
comment on table private.consent_warning is 'Given once each. A consent that is renewed ends on another day, and is warned of anew.';
comment on column private.consent_warning.text_key is 'film/ or story/ and its name in content/.';

-- Of those that are due, as the website reckons them; returns how many had not been given before.
create function private.warn_of_consents(p_warnings jsonb) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v record;
  v_payload jsonb;
  v_count integer := 0;
begin
  for v in
    select * from jsonb_to_recordset(p_warnings) w (key text, till date, days integer, title text, kind text, path text)
    -- In one order, so that two who warn at once never wait for each other for ever.
    order by w.key, w.till, w.days
  loop
    insert into private.consent_warning (text_key, till, days) values (v.key, v.till, v.days) on conflict do nothing;
    continue when not found;
    v_count := v_count + 1;
    v_payload := jsonb_build_object('title', v.title, 'kind', v.kind, 'till', v.till, 'path', v.path);
    insert into public.mail (template, recipient, payload)
    select 'consent_notice', s.email, v_payload from public.staff_member s where s.role = 'communicator' and s.ended_at is null;
    -- Somebody is always told: where there is no communicator, GFO itself.
    if not found then
      insert into public.mail (template, payload) values ('consent_notice', v_payload);
    end if;
  end loop;
  return v_count;
end
$$;

-- What the API shows --------------------------------------------------------------------------------------------------

create function public.warn_of_consents(p_warnings text) returns integer
language sql security invoker set search_path = '' as $$ select private.warn_of_consents(p_warnings::jsonb) $$;

revoke execute on function private.warn_of_consents, public.warn_of_consents from public, anon, authenticated, service_role;
grant execute on function private.warn_of_consents, public.warn_of_consents to service_role;
