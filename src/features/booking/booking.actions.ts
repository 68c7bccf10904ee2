import { defineAction } from 'astro:actions';
import { campaignFrom, paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { field } from '../../shared/form/read.ts';
import { listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { guestCode, occasionNumber, readOccasion } from '../../shared/occasions/read-occasion.ts';
import { actIn, saidAfter } from './acts.ts';
import { changeOf, type Holder, needsOf } from './change.ts';
import { beginDraft, fits, openDraft, sealDraft, withTyped } from './draft.ts';
import { readHow } from './journey.ts';
import { linkIn } from './link.ts';
import { pressBook } from './press-book.actions.ts';
import type { Refused } from './refused.ts';
import { HOW_FIELDS, typedOf } from './typed.ts';
import type { Unsent } from './unsent.ts';
import { actOnVisitorBooking, changeVisitorBooking, setVisitorNeeds, visitorBooking } from './visitor-booking.ts';

type Done = { ok: true; next: string };

/** For whoever is not signed in: the two pages of a booking, and what the link in the mail opens. */
export const booking = {
  /** The first page. Goes on when it is passed; otherwise says what to mend. */
  choose: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<Done | Refused> => {
      const now = new Date();
      const opened = openDraft(context.url.searchParams.get('a'), now, 'POST');
      const number = occasionNumber(field(form, 'tillfalle'));
      if (number === undefined) return { ok: true, next: paths.calendar() };
      const before = opened && !opened.expired && opened.draft.number === number ? opened.draft : undefined;
      const begun = { number, guest: guestCode(context.url), campaign: campaignFrom(context.url) };
      const typed = typedOf(listsIn(form), HOW_FIELDS);
      const draft = withTyped(before ?? beginDraft(now, begun), typed, now);
      const occasion = await readOccasion(siteDb(), number, draft.guest);
      if (!occasion) return { ok: true, next: paths.calendar() };
      const how = readHow(occasion, typed);
      if (how.ok) return { ok: true, next: paths.book(number, { a: sealDraft(draft) }) };
      if (fits(draft)) return { ok: true, next: paths.book(number, { a: sealDraft(draft), sida: '1', fel: 'ratta' }) };
      return { ok: false, typed, faults: how.faults };
    },
  }),

  /** The second page, and the last press. Pressed twice, or again after a fault, it is one booking. */
  book: defineAction({
    accept: 'form',
    handler: (form, context): Promise<Done | Unsent> => pressBook(form, context),
  }),

  /** What is done with a booking by one press, by whoever has its link. Opening the link does nothing. */
  act: defineAction({
    accept: 'form',
    handler: async (form, { url }): Promise<Done> => {
      const link = linkIn(url);
      const act = actIn(form);
      if (!link) return { ok: true, next: paths.calendar() };
      if (!act) return { ok: true, next: paths.booking(link.id, link.key) };
      const said = saidAfter(act, await actOnVisitorBooking(link, act, siteDb()));
      return told(paths.booking(link.id, link.key, undefined, said));
    },
  }),

  change: defineAction({
    accept: 'form',
    handler: async (form, { url }): Promise<Done | Refused> => {
      const link = linkIn(url);
      const view = link && (await visitorBooking(link, siteDb()));
      if (!link || !view) return { ok: true, next: paths.calendar() };
      const holder: Holder = { name: view.name ?? '' };
      const changed = await changeOf(form, view, holder, async (change) => ({
        answer: await changeVisitorBooking(link, change, siteDb()),
        view: await visitorBooking(link, siteDb()),
      }));
      if (typeof changed !== 'string') return changed;
      return told(paths.booking(link.id, link.key, undefined, changed));
    },
  }),

  setNeeds: defineAction({
    accept: 'form',
    handler: async (form, { url }): Promise<Done | Refused> => {
      const link = linkIn(url);
      const view = link && (await visitorBooking(link, siteDb()));
      if (!link || !view) return { ok: true, next: paths.calendar() };
      const needs = needsOf(form, view);
      if (typeof needs !== 'string') return needs;
      const kept = await setVisitorNeeds(link, needs, siteDb());
      return { ok: true, next: paths.booking(link.id, link.key, undefined, kept.ok ? 'behov' : 'osparat') };
    },
  }),
};

/** Somebody gets a mail about it. */
function told(next: string): Done {
  after(kickOutbox());
  return { ok: true, next };
}
