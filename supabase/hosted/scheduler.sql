-- The scheduler on hosted Supabase: pg_cron calls the website's jobs. Every minute offers of seats that go on and reminders of what
-- is booked, what is waiting in the outbox and the codes that somebody asked for (a net under them: they are sent right after the
-- press), every hour what is to be erased.
--
-- Run it once in the project's SQL editor, after `supabase db push`:
--   1. Turn on the extensions pg_cron and pg_net (Database > Extensions), or let the two lines below do it.
--   2. Put the site's address, without a slash at the end, and the secret in the Vault. The secret is CRON_SECRET from the
--      website's environment:
--        select vault.create_secret('https://www.example.se', 'jobs_site_url');
--        select vault.create_secret('<CRON_SECRET>', 'jobs_secret');
--   3. Run the rest. Running it again changes the jobs instead of making others.
-- To see that they run: select jobid, status, return_message, start_time from cron.job_run_details order by start_time desc limit 5;
--                       select status_code, created from net._http_response order by created desc limit 5;
-- To stop one:          select cron.unschedule('gfo-outbox');

create extension if not exists pg_cron;
create extension if not exists pg_net;

do $setup$
declare
  v_job record;
begin
  for v_job in select * from (values
    ('gfo-bookings', '* * * * *', '/api/jobb/bokningar'),
    ('gfo-outbox', '* * * * *', '/api/jobb/utkorg'),
    ('gfo-codes', '* * * * *', '/api/jobb/koder'),
    ('gfo-keeping', '23 * * * *', '/api/jobb/gallring')
  ) jobs (name, schedule, path) loop
    perform cron.schedule(v_job.name, v_job.schedule, format(
      $job$
        select net.http_post(
          url := (select decrypted_secret from vault.decrypted_secrets where name = 'jobs_site_url') || %L,
          headers := jsonb_build_object(
            'Content-Type', 'application/json',
            'Authorization', 'Bearer ' || (select decrypted_secret from vault.decrypted_secrets where name = 'jobs_secret')
          ),
          body := '{}'::jsonb,
          timeout_milliseconds := 50000
        )
      $job$, v_job.path
    ));
  end loop;
end
$setup$;

-- pg_cron keeps a line for every run for ever; a week is enough to look back.
select cron.schedule(
  'gfo-forget-job-runs',
  '17 3 * * *',
  $job$ delete from cron.job_run_details where end_time < now() - interval '7 days' $job$
);
