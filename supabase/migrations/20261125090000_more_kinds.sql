-- New words for kinds that stand already. A file of their own: PostgreSQL lets a new word be used only after the
-- transaction that adds it.

alter type public.household_event_kind add value 'adult_invited';
alter type public.household_event_kind add value 'adult_changed';
alter type public.household_event_kind add value 'adult_left';
alter type public.household_event_kind add value 'assessment_began';
alter type public.household_event_kind add value 'coordinator_added';
alter type public.household_event_kind add value 'coordinator_removed';
alter type public.household_event_kind add value 'staff_related';
alter type public.household_event_kind add value 'staff_unrelated';
alter type public.household_event_kind add value 'protection_began';
alter type public.household_event_kind add value 'protection_ended';
alter type public.household_event_kind add value 'address_changed';
alter type public.household_event_kind add value 'contact_changed';
alter type public.household_event_kind add value 'contact_shared';
alter type public.household_event_kind add value 'contact_unshared';
alter type public.household_event_kind add value 'silence_began';
alter type public.household_event_kind add value 'silence_ended';
alter type public.household_event_kind add value 'mail_withheld';
alter type public.household_event_kind add value 'request_made';
alter type public.household_event_kind add value 'request_withdrawn';
alter type public.household_event_kind add value 'request_decided';
alter type public.household_event_kind add value 'erasure_announced';
alter type public.household_event_kind add value 'erasure_called_off';
alter type public.household_event_kind add value 'erased';
alter type public.household_event_kind add value 'call_reached';
alter type public.household_event_kind add value 'call_missed';
alter type public.household_event_kind add value 'note_written';
alter type public.household_event_kind add value 'step_changed';
alter type public.household_event_kind add value 'message_written';
alter type public.household_event_kind add value 'adult_accepted';
alter type public.household_event_kind add value 'adult_declined';
alter type public.household_event_kind add value 'adult_withdrew';
alter type public.household_event_kind add value 'paused';
alter type public.household_event_kind add value 'resumed';
alter type public.household_event_kind add value 'ask_again_set';
alter type public.household_event_kind add value 'closed';
alter type public.household_event_kind add value 'reopened';
alter type public.household_event_kind add value 'handed_over';
alter type public.household_event_kind add value 'entered_by_hand';
alter type public.household_event_kind add value 'information_invited';
alter type public.household_event_kind add value 'joined';
alter type public.household_event_kind add value 'parted';
alter type public.household_event_kind add value 'addition_accepted';
alter type public.household_event_kind add value 'addition_discarded';
alter type public.household_event_kind add value 'addition_restored';

alter type public.mail_template add value 'adult_invited';
alter type public.mail_template add value 'address_asked';
alter type public.mail_template add value 'address_replaced';
alter type public.mail_template add value 'staff_listed';
alter type public.mail_template add value 'security_notice';
alter type public.mail_template add value 'break_glass_notice';
alter type public.mail_template add value 'request_notice';
alter type public.mail_template add value 'request_decided';
alter type public.mail_template add value 'erasure_announced';
alter type public.mail_template add value 'unannounced_notice';
alter type public.mail_template add value 'message_waits';
alter type public.mail_template add value 'message_notice';
alter type public.mail_template add value 'matter_changed';
alter type public.mail_template add value 'matter_notice';
alter type public.mail_template add value 'withdrawn';

alter type public.interest_state add value 'discarded';

-- Not sent, because who it was for takes no mail.
alter type public.mail_state add value 'withheld';
