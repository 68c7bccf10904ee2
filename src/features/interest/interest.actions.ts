import { defineAction } from 'astro:actions';
import { Temporal } from 'temporal-polyfill';
import { campaignFrom, paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { facts } from '../../shared/facts/facts.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { logFault } from '../../shared/http/log.ts';
import { addressKey, draftKey, networkKey, visitorAddress } from '../../shared/http/network.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { beginDraft, fits, openDraft, sealDraft, sealReceipt } from './draft.ts';
import { type Fault, faultsOf, livesElsewhere, nextStep, readInterest, type StepId, stepOf, type Typed } from './journey.ts';
import { isProven } from './proof.ts';
import { readTyped } from './read-form.ts';
import { submitInterest } from './submit-interest.ts';

/** A person needs longer than this from the first page to the last press; a program does not. */
const QUICKEST_MS = 3_000;

type SaveStepResult = { ok: true; next: string } | { ok: false; step: StepId; typed: Typed; faults: Fault[]; trapped: boolean };
type NotRegistered = { ok: false; reason: 'limited' } | { ok: false; reason: 'unavailable'; errorId: string };
type RegisterResult = { ok: true; next: string } | NotRegistered;

export const interest = {
  /** Reads one page of the form. Goes on when it is passed; otherwise says what to mend and keeps what was typed. */
  saveStep: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<SaveStepResult> => {
      const now = new Date();
      const step = stepOf(field(form, 'sida'));
      if (!step) return { ok: true, next: paths.interest(campaignFrom(context.url)) };

      const opened = openDraft(context.url.searchParams.get('a'), now, 'POST');
      const draft =
        opened && !opened.expired ? opened.draft : beginDraft(now, opened?.draft.campaign ?? campaignFrom(context.url));
      const typed = readTyped(step, form);
      const kept = { ...draft, saved: now.getTime(), typed: { ...draft.typed, ...typed } };
      const faults = faultsOf(step, typed);
      // Going back keeps what stands on the page, finished or not, as long as an address can hold it.
      const back = stepOf(field(form, 'till'));
      if (back && fits(kept)) return { ok: true, next: paths.interestStep(back.id, sealDraft(kept)) };

      // The field that only programs see. Whoever filled it in is told how to reach GFO, in case it was a person.
      const trapped = field(form, 'webbplats') !== '';
      if (trapped) return { ok: false, step: step.id, typed, faults, trapped };
      // Mended on a page view of its own: an answer to a post cannot be gone back to, and would keep a copy of the answers.
      if (faults.length > 0) {
        if (fits(kept)) return { ok: true, next: paths.interestStep(step.id, sealDraft(kept), true) };
        return { ok: false, step: step.id, typed, faults, trapped };
      }
      if (livesElsewhere(typed)) return { ok: true, next: paths.interestElsewhere(draft.campaign) };

      // Proven is what the page with the address proves: another address needs a proof of its own.
      const proven = step.id === 'kontakt' ? await isProven(field(form, 'bevis'), draft.id) : draft.proven;
      return { ok: true, next: paths.interestStep(nextStep(kept.typed), sealDraft({ ...kept, proven })) };
    },
  }),

  /** Registers what the summary shows. Pressed twice, or again after a fault, it is one registration. */
  register: defineAction({
    accept: 'form',
    handler: async (_form, context): Promise<RegisterResult> => {
      const now = new Date();
      const sealed = context.url.searchParams.get('a') ?? '';
      const opened = openDraft(sealed, now, 'POST');
      const read = opened && !opened.expired ? readInterest(opened.draft.typed) : undefined;
      // The summary's own page knows where to send who has no draft, an old one or an unfinished one.
      if (!opened || !read) return { ok: true, next: paths.interestStep('sammanfattning', sealed) };
      const { draft } = opened;
      if (now.getTime() - draft.begun < QUICKEST_MS)
        return { ok: true, next: paths.interestStep('sammanfattning', sealed, true) };
      try {
        const outcome = await submitInterest(read, {
          db: siteDb(),
          now: Temporal.Instant.fromEpochMilliseconds(now.getTime()),
          rule: facts.forstaSamtalet,
          networkKey: networkKey(visitorAddress(context)),
          addressKey: addressKey(read.email.key),
          draftKey: draftKey(draft.id),
          proven: draft.proven,
          campaign: draft.campaign,
        });
        if (!outcome.ok) return { ok: false, reason: outcome.reason };
        after(kickOutbox());
        return { ok: true, next: paths.interestDone(sealReceipt({ callBy: outcome.callBy.toString(), way: read.way })) };
      } catch (error) {
        return { ok: false, reason: 'unavailable', errorId: logFault(error) };
      }
    },
  }),
};
