-- The minute scheduler on hosted Supabase: pg_cron calls the website's job, which sends what is waiting in the outbox.
-- It is the net under the mails, not their way: they are sent right after each registration.
--
-- Run it once in the project's SQL editor, after `supabase db push`:
--   1. Turn on the extensions pg_cron and pg_net (Database > Extensions), or let the two lines below do it.
--   2. Put the address and the secret in the Vault. The secret is CRON_SECRET from the website's environment:
--        select vault.create_secret('https://www.example.se/api/jobb/utkorg', 'outbox_job_url');
--        select vault.create_secret('<CRON_SECRET>', 'outbox_job_secret');
--   3. Run the rest. Running it again changes the job instead of making another.
-- To see that it runs: select status, return_message, start_time from cron.job_run_details order by start_time desc limit 5;
--                      select status_code, created from net._http_response order by created desc limit 5;
-- To stop it:          select cron.unschedule('gfo-outbox');

create extension if not exists pg_cron;
create extension if not exists pg_net;

select cron.schedule(
  'gfo-outbox',
  '* * * * *',
  $job$
    select net.http_post(
      url := (select decrypted_secret from vault.decrypted_secrets where name = 'outbox_job_url'),
      headers := jsonb_build_object(
        'Content-Type', 'application/json',
        'Authorization', 'Bearer ' || (select decrypted_secret from vault.decrypted_secrets where name = 'outbox_job_secret')
      ),
      body := '{}'::jsonb,
      timeout_milliseconds := 50000
    )
  $job$
);

-- pg_cron keeps a line for every run for ever; a week is enough to look back.
select cron.schedule(
  'gfo-forget-job-runs',
  '17 3 * * *',
  $job$ delete from cron.job_run_details where end_time < now() - interval '7 days' $job$
);
