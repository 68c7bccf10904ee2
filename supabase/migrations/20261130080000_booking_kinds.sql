-- Words of events, courses and their bookings.
alter type public.mail_template add value 'booking_confirmed';
alter type public.mail_template add value 'booking_waiting';
alter type public.mail_template add value 'booking_offer';
alter type public.mail_template add value 'booking_offer_gone';
alter type public.mail_template add value 'booking_changed';
alter type public.mail_template add value 'booking_moved';
alter type public.mail_template add value 'booking_cancelled';
alter type public.mail_template add value 'booking_link';
alter type public.mail_template add value 'booking_reminder';
alter type public.mail_template add value 'booking_thanks';
alter type public.mail_template add value 'booking_message';
alter type public.mail_template add value 'certificate_issued';
alter type public.mail_template add value 'visit_received';
alter type public.mail_template add value 'visit_notice';
alter type public.access_action add value 'listed';
