import { defineAction } from 'astro:actions';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { field } from '../../shared/form/read.ts';
import { listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { occasionNumber, readOccasion } from '../../shared/occasions/read-occasion.ts';
import { actIn, saidAfter } from './acts.ts';
import { needsSchema, ourHowSchema } from './booking.schema.ts';
import { changeOf, needsOf } from './change.ts';
import { read } from './journey.ts';
import { needsAsText } from './needs.ts';
import { actOnOwnBooking, bookForHome, bookingAdults, changeOwnBooking, ownBooking, setOwnNeeds } from './own-booking.ts';
import { homeParty } from './people.ts';
import { type Refused, refusedFor } from './refused.ts';
import { HOW_FIELDS, NEED_FIELDS, typedOf } from './typed.ts';

type Done = { ok: true; next: string };

const FIELDS = [...HOW_FIELDS, ...NEED_FIELDS] as const;
const bookingIn = (form: FormData) => z.uuid().safeParse(field(form, 'bokning')).data;
const NOWHERE: Done = { ok: true, next: paths.portal.bookings };

/** For adults of a home, signed in. */
export const myBooking = {
  /** The id comes with the form, so that two presses are one booking. */
  book: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done | Refused> => {
      const { db } = signedIn(locals);
      const number = occasionNumber(field(form, 'tillfalle'));
      const occasion = number === undefined ? undefined : await readOccasion(db, number);
      if (number === undefined || !occasion) return { ok: true, next: paths.portal.calendar() };
      const typed = typedOf(listsIn(form), [...FIELDS, 'ko', 'anda']);
      const how = read(ourHowSchema(occasion, await bookingAdults(db)), typed, FIELDS);
      const needs = read(needsSchema, typed, FIELDS);
      if (!how.ok || !needs.ok) return { ok: false, typed, faults: [how, needs].flatMap((one) => (one.ok ? [] : one.faults)) };
      const { form: seatForm, tid, vuxna, aldrar } = how.data;
      const id = bookingIn(form) ?? randomUUID();
      const answer = await bookForHome(
        {
          id,
          number,
          form: seatForm,
          session: tid || undefined,
          people: homeParty(vuxna, aldrar),
          needs: needsAsText(needs.data, seatForm),
          wait: field(form, 'ko') === 'ja',
          despite: field(form, 'anda') === 'ja',
        },
        db,
      );
      if (!answer.ok) return refusedFor(answer, typed, occasion);
      return told(paths.portal.booking(id, undefined, answer.state === 'waiting' ? 'ko' : 'bokat'));
    },
  }),

  act: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done> => {
      const [id, act] = [bookingIn(form), actIn(form)];
      if (!id || !act) return NOWHERE;
      const answer = await actOnOwnBooking(id, act, signedIn(locals).db);
      return told(paths.portal.booking(id, undefined, saidAfter(act, answer)));
    },
  }),

  change: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done | Refused> => {
      const { db } = signedIn(locals);
      const id = bookingIn(form);
      const view = id && (await ownBooking(id, db));
      if (!id || !view) return NOWHERE;
      const changed = await changeOf(form, view, { adults: await bookingAdults(db) }, async (change) => ({
        answer: await changeOwnBooking(id, change, db),
        view: await ownBooking(id, db),
      }));
      if (typeof changed !== 'string') return changed;
      // Who took their own name off a booking that another made sees it no more.
      const isOff = (await ownBooking(id, db)) === undefined;
      return told(isOff ? paths.portal.bookingsDone('namnetborta') : paths.portal.booking(id, undefined, changed));
    },
  }),

  setNeeds: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Done | Refused> => {
      const { db } = signedIn(locals);
      const id = bookingIn(form);
      const view = id && (await ownBooking(id, db));
      if (!id || !view) return NOWHERE;
      const needs = needsOf(form, view);
      if (typeof needs !== 'string') return needs;
      const kept = await setOwnNeeds(id, needs, db);
      return { ok: true, next: paths.portal.booking(id, undefined, kept.ok ? 'behov' : 'osparat') };
    },
  }),
};

/** Somebody gets a mail about it. */
function told(next: string): Done {
  after(kickOutbox());
  return { ok: true, next };
}
