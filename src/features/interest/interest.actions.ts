import { defineAction } from 'astro:actions';
import { Temporal } from 'temporal-polyfill';
import { campaignFrom, paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { facts } from '../../shared/facts/facts.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { logFault } from '../../shared/http/log.ts';
import { addressKey, networkKey, visitorAddress } from '../../shared/http/network.ts';
import { kickOutbox } from '../../shared/outbox/kick.ts';
import { beginDraft, openDraft, sealDraft, sealReceipt } from './draft.ts';
import { type Fault, faultsOf, livesElsewhere, nextStep, readInterest, type StepId, stepOf, type Typed } from './journey.ts';
import { isProven } from './proof.ts';
import { readTyped } from './read-form.ts';
import { submitInterest } from './submit-interest.ts';

/** A person needs longer than this from the first page to the last press; a program does not. */
const QUICKEST_MS = 3_000;

type SaveStepResult = { ok: true; next: string } | { ok: false; step: StepId; typed: Typed; faults: Fault[]; trapped: boolean };
type NotRegistered = { ok: false; reason: 'limited' | 'too_quick' } | { ok: false; reason: 'unavailable'; errorId: string };
type RegisterResult = { ok: true; next: string } | NotRegistered;

export const interest = {
  /** Reads one page of the form. Goes on when it is passed; otherwise says what to mend and keeps what was typed. */
  saveStep: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<SaveStepResult> => {
      const now = new Date();
      const step = stepOf(field(form, 'sida'));
      if (!step) return { ok: true, next: paths.interest(campaignFrom(context.url)) };

      const opened = openDraft(context.url.searchParams.get('a'), now);
      const draft = opened && opened !== 'expired' ? opened : beginDraft(now, campaignFrom(context.url));
      const typed = readTyped(step, form);
      const kept = { ...draft, typed: { ...draft.typed, ...typed } };
      // Going back keeps what stands on the page, finished or not.
      const back = stepOf(field(form, 'till'));
      if (back) return { ok: true, next: paths.interestStep(back.id, sealDraft(kept)) };

      const faults = faultsOf(step, typed);
      // The field that only programs see. Whoever filled it in is told how to reach GFO, in case it was a person.
      const trapped = field(form, 'webbplats') !== '';
      if (trapped || faults.length > 0) return { ok: false, step: step.id, typed, faults, trapped };
      if (livesElsewhere(typed)) return { ok: true, next: paths.interestElsewhere(draft.campaign) };

      const proven = draft.proven || (await isProven(field(form, 'bevis'), draft.id));
      return { ok: true, next: paths.interestStep(nextStep(kept.typed), sealDraft({ ...kept, proven })) };
    },
  }),

  /** Registers what the summary shows. Pressed twice, or again after a fault, it is one registration. */
  register: defineAction({
    accept: 'form',
    handler: async (_form, context): Promise<RegisterResult> => {
      const now = new Date();
      const draft = openDraft(context.url.searchParams.get('a'), now);
      if (!draft || draft === 'expired') return { ok: true, next: paths.interest(campaignFrom(context.url)) };
      const read = readInterest(draft.typed);
      if (!read) return { ok: true, next: paths.interestStep(nextStep(draft.typed), sealDraft(draft)) };
      if (now.getTime() - draft.begun < QUICKEST_MS) return { ok: false, reason: 'too_quick' };
      try {
        const outcome = await submitInterest(read, {
          db: siteDb(),
          now: Temporal.Instant.fromEpochMilliseconds(now.getTime()),
          rule: facts.forstaSamtalet,
          networkKey: networkKey(visitorAddress(context)),
          addressKey: addressKey(read.email.key),
          proven: draft.proven,
          campaign: draft.campaign,
        });
        if (!outcome.ok) return { ok: false, reason: outcome.reason };
        after(kickOutbox());
        return {
          ok: true,
          next: paths.interestDone(sealReceipt({ callBy: outcome.callBy.toString(), byEmail: read.way === 'email_first' })),
        };
      } catch (error) {
        return { ok: false, reason: 'unavailable', errorId: logFault(error) };
      }
    },
  }),
};
