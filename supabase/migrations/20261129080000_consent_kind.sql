-- A film’s or a story’s consent ends soon.
alter type public.mail_template add value 'consent_notice';
