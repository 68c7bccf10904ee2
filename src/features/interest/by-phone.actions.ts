import { defineAction } from 'astro:actions';
import { Temporal } from 'temporal-polyfill';
import { signedIn } from '../../shared/auth/person.ts';
import { adultsAsText, type EnterResult, enterByHand, enteredNext, enterFailed } from '../../shared/entered.ts';
import { facts } from '../../shared/facts/facts.ts';
import { listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { readByPhone } from './by-phone.schema.ts';

/** A registration that staff take by telephone. */
export const byPhone = {
  register: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<EnterResult> => {
      const typed = listsIn(form);
      const read = readByPhone(typed, facts.forstaSamtalet.klockan, Temporal.Now.instant());
      if (!read.ok) return { ok: false, typed, faults: read.faults };
      const one = read.registration;
      const entered = await enterByHand(signedIn(locals).db, {
        p_kind: 'registration',
        p_adults: adultsAsText([{ first: one.firstName, last: one.lastName, email: one.email, phone: one.phone }]),
        p_municipality: one.municipality,
        p_considering: one.considering,
        p_number_of_adults: one.adults,
        p_child_ages: one.ages ?? [],
        p_contact_way: one.way,
        p_contact_times: one.times,
        p_heard_from: one.heard,
        p_invite: one.invite,
        p_protected: one.protected,
        ...(one.question && { p_question: one.question }),
        ...(one.callBy && { p_call_by: one.callBy }),
        ...(one.coordinator && { p_coordinator: one.coordinator }),
      });
      if (!entered.ok) return enterFailed(entered, typed, { not_this_one: 'coordinator', not_ahead: 'callOn' }, () => 'email');
      after(kickOutbox());
      return { ok: true, next: enteredNext(entered, one.invite) };
    },
  }),
};
