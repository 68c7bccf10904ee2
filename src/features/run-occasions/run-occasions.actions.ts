import { type ActionAPIContext, defineAction } from 'astro:actions';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { facts } from '../../shared/facts/facts.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { firsts, type Lists, listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import {
  actSchema,
  cancelSchema,
  copySchema,
  messageSchema,
  moveSchema,
  newSchema,
  placeSchema,
  seenIn,
} from './asked.schema.ts';
import { columnsOf, held, sessionColumns } from './columns.ts';
import { type ReadOccasion, readOccasion, seatsSchema } from './occasion-form.ts';
import { answered, mended, type RunResult, refused, saveOccasion } from './run.ts';
import { deskOccasion } from './run-occasions.queries.ts';
import type { Answer, DeskOccasion } from './run-occasions.schema.ts';
import { reasonTexts } from './run-occasions.text.ts';
import { withOtherRows } from './session-rows.ts';
import { readCut } from './slots-form.ts';
import { settleVisit } from './visits.ts';
import { readYear } from './year-form.ts';

type Taken = Extract<Answer, { ok: true }>;
type About = { db: Db; occasion: DeskOccasion; typed: Lists; seen: { p_seen?: number } };

/** Back to the list, which says that there is no such occasion: its own page could not. */
const gone: RunResult = { ok: true, next: paths.desk.activities({ klart: 'borta' }) };

/** An act on the occasion whose page the form stands on. */
function onOccasion(run: (about: About) => Promise<RunResult>) {
  return defineAction({
    accept: 'form',
    handler: async (form, { locals, url }: ActionAPIContext): Promise<RunResult> => {
      const { db } = signedIn(locals);
      const number = homeNumber(/^\/arbetsyta\/aktiviteter\/(\d+)/.exec(url.pathname)?.[1]);
      const typed = listsIn(form);
      const occasion = await deskOccasion(db, number);
      if (!occasion) return gone;
      const seen = seenIn(typed);
      return await run({ db, occasion, typed, seen: seen === undefined ? {} : { p_seen: seen } });
    },
  });
}

/** Where to go when it is done. Mails that were written go out at once. */
function settled(answer: Answer, typed: Lists, next: (taken: Taken) => string): RunResult {
  if (!answer.ok) return refused(typed, answer, reasonTexts);
  after(kickOutbox());
  return { ok: true, next: next(answer) };
}

/** Not until it has been looked at once more is anything done. */
const isSure = (typed: Lists) => typed.vidare?.[0] === 'ja';
const asksOnce = (typed: Lists): RunResult => ({ ok: false, typed, faults: [] });

/** With its sessions in rows, or of a day that is cut into slots. */
function readNew(typed: Lists): ReadOccasion {
  if (typed.satt?.[0] !== 'tider') return readOccasion(typed);
  const slots = readCut(typed);
  const read = readOccasion(typed, undefined, slots.ok ? slots.slots : []);
  if (slots.ok) return read;
  return { ok: false, faults: [...slots.faults, ...(read.ok ? [] : read.faults)] };
}

const ACT_SAYS = {
  publish: 'publicerat',
  draft: 'utkast',
  close: 'stangt',
  open: 'oppet',
  discard: 'slangt',
  restore: 'ater',
  new_link: 'lank',
} as const;

export const occasions = {
  create: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<RunResult> => {
      const typed = listsIn(form);
      const rows = withOtherRows(typed);
      if (rows) return { ok: false, typed: rows, faults: [] };
      const made = newSchema.safeParse(firsts(typed));
      if (!made.success) return { ok: true, next: paths.desk.newOccasion() };
      const read = readNew(typed);
      if (!read.ok) return { ok: false, typed, faults: read.faults };
      const { db } = signedIn(locals);
      const answer = await saveOccasion(db, { id: made.data.id, activity: made.data.av, columns: read.columns });
      const visit = homeNumber(typed.besok?.[0]);
      const isFirst = !answer.ok || visit === undefined || (await settleVisit(db, visit, 'agreed', answer.number));
      return settled(answer, typed, ({ number = 0 }) => paths.desk.occasion(number, isFirst ? 'gjort' : 'gjort-fore'));
    },
  }),

  change: onOccasion(async ({ db, occasion, typed }) => {
    const rows = withOtherRows(typed);
    if (rows) return { ok: false, typed: rows, faults: [] };
    const read = readOccasion(typed, occasion);
    if (!read.ok) return { ok: false, typed, faults: read.faults };
    const seen = seenIn(typed) ?? occasion.changed;
    const answer = await saveOccasion(db, { id: occasion.id, columns: read.columns, seen });
    return settled(answer, typed, ({ number = 0 }) => paths.desk.occasion(number, 'sparat'));
  }),

  copy: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<RunResult> => {
      const typed = listsIn(form);
      const from = homeNumber(typed.kopia?.[0]);
      if (from === undefined) return gone;
      const read = copySchema.safeParse(firsts(typed));
      if (!read.success) return mended(typed, read.error.issues);
      const args = { p_id: read.data.id, p_number: from, p_on: read.data.dag.toString() };
      const answer = await answered(signedIn(locals).db.rpc('copy_occasion', args));
      return settled(answer, typed, ({ number = 0 }) => paths.desk.occasion(number, 'kopierat'));
    },
  }),

  act: onOccasion(async ({ db, occasion, typed, seen }) => {
    const read = actSchema.safeParse(firsts(typed));
    if (!read.success) return { ok: true, next: paths.desk.occasion(occasion.number) };
    const { vad } = read.data;
    const answer = await answered(db.rpc('act_on_occasion', { p_number: occasion.number, p_act: vad, ...seen }));
    const done = ACT_SAYS[vad];
    return settled(answer, typed, () =>
      vad === 'new_link'
        ? paths.desk.occasionStep(occasion.number, 'dela-ut', { klart: done })
        : paths.desk.occasion(occasion.number, done),
    );
  }),

  cancel: onOccasion(async ({ db, occasion, typed, seen }) => {
    const read = cancelSchema.safeParse(firsts(typed));
    if (!read.success) return mended(typed, read.error.issues);
    if (!isSure(typed)) return asksOnce(typed);
    const answer = await answered(db.rpc('cancel_occasion', { p_number: occasion.number, p_why: read.data.skal, ...seen }));
    return settled(answer, typed, () => paths.desk.occasion(occasion.number, 'installt'));
  }),

  /** One session, or the place of all that are to come. */
  move: onOccasion(async ({ db, occasion, typed, seen }) => {
    const session = held(occasion).find(({ id }) => id === typed.traff?.[0]);
    const read = session ? moveSchema.safeParse(firsts(typed)) : placeSchema.safeParse(firsts(typed));
    if (!read.success) return mended(typed, read.error.issues);
    if (!isSure(typed)) return asksOnce(typed);
    const { plats, adress, times } = read.data;
    const to = { place: plats, address: adress, ...(times && { starts_at: `${times.startsAt}`, ends_at: `${times.endsAt}` }) };
    const call = { p_number: occasion.number, p_to: JSON.stringify(to), ...(session && { p_session: session.id }), ...seen };
    return settled(await answered(db.rpc('move_session', call)), typed, () => paths.desk.occasion(occasion.number, 'flyttat'));
  }),

  capacity: onOccasion(async ({ db, occasion, typed, seen }) => {
    const read = seatsSchema.safeParse(firsts(typed));
    if (!read.success) return mended(typed, read.error.issues);
    const { digitalt, fysiskt } = read.data;
    const call = { ...(digitalt !== null && { p_digital: digitalt }), ...(fysiskt !== null && { p_physical: fysiskt }) };
    const answer = await answered(db.rpc('set_capacity', { p_number: occasion.number, ...call, ...seen }));
    return settled(answer, typed, ({ offered }) => paths.desk.occasion(occasion.number, offered ? 'platser-vidare' : 'platser'));
  }),

  offer: onOccasion(async ({ db, occasion, typed }) => {
    const booking = z.uuid().safeParse(typed.bokning?.[0]);
    if (!booking.success) return { ok: true, next: paths.desk.occasion(occasion.number) };
    const answer = await answered(db.rpc('offer_seat', { p_number: occasion.number, p_booking: booking.data }));
    return settled(answer, typed, () => paths.desk.occasion(occasion.number, 'erbjudet'));
  }),

  message: onOccasion(async ({ db, occasion, typed }) => {
    const read = messageSchema.safeParse(firsts(typed));
    if (!read.success) return mended(typed, read.error.issues);
    if (!isSure(typed)) return asksOnce(typed);
    const { till, amne, text, tryck } = read.data;
    const call = { p_press: tryck, p_number: occasion.number, p_to: till, p_subject: amne, p_body: text };
    return settled(await answered(db.rpc('message_booked', call)), typed, () => paths.desk.occasion(occasion.number, 'mejlat'));
  }),

  addSlots: onOccasion(async ({ db, occasion, typed }) => {
    if (!occasion.isSlotted) return { ok: true, next: paths.desk.occasion(occasion.number) };
    const cut = readCut(typed, held(occasion).length);
    if (!cut.ok) return { ok: false, typed, faults: cut.faults };
    const columns = { ...columnsOf(occasion), sessions: [...held(occasion).map(sessionColumns), ...cut.slots] };
    const answer = await saveOccasion(db, { id: occasion.id, columns, seen: seenIn(typed) ?? occasion.changed });
    return settled(answer, typed, () => paths.desk.occasionStep(occasion.number, 'tider', { klart: 'tider' }));
  }),

  dropSlot: onOccasion(async ({ db, occasion, typed }) => {
    if (!occasion.isSlotted) return { ok: true, next: paths.desk.occasion(occasion.number) };
    const sessions = held(occasion).filter(({ id }) => id !== typed.tid?.[0]);
    const columns = { ...columnsOf(occasion), sessions: sessions.map(sessionColumns) };
    const answer = await saveOccasion(db, { id: occasion.id, columns, seen: seenIn(typed) ?? occasion.changed });
    return settled(answer, typed, () => paths.desk.occasionStep(occasion.number, 'tider', { klart: 'tid-bort' }));
  }),

  makeYear: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<RunResult> => {
      const typed = listsIn(form);
      const rule = { rule: facts.saFunkarDet, daysOff: facts.forstaSamtalet.ledigaDagar, now: Temporal.Now.instant() };
      const read = readYear(typed, 'Så funkar det', rule);
      if (!read.ok) return { ok: false, typed, faults: read.faults };
      const answer = await answered(signedIn(locals).db.rpc('make_information_year', { p_year: JSON.stringify(read.year) }));
      return settled(answer, typed, ({ made, proposed }) =>
        paths.desk.activities({ klart: made === 0 ? 'ar-fanns' : proposed ? 'ar-forslag' : 'ar' }),
      );
    },
  }),

  answerVisit: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<{ ok: true; next: string }> => {
      const typed = listsIn(form);
      const number = homeNumber(typed.besok?.[0]);
      const state = z.enum(['asked', 'agreed', 'declined']).safeParse(typed.svar?.[0]);
      if (number === undefined || !state.success) return { ok: true, next: paths.desk.visits() };
      const isDone = await settleVisit(signedIn(locals).db, number, state.data);
      return { ok: true, next: paths.desk.visits(isDone ? state.data : 'fore') };
    },
  }),
};
