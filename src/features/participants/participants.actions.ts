import { type ActionAPIContext, defineAction } from 'astro:actions';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { derivedKey } from '../../shared/env.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { homeNumber } from '../../shared/form/home-number.ts';
import { field } from '../../shared/form/read.ts';
import { type Lists, listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { bookingKey, bookingKeyHash } from '../../shared/occasions/booking-link.ts';
import { seal } from '../../shared/seal.ts';
import type { Failed } from './failed.ts';
import { markAll } from './mark.ts';
import { doorForm, homeForm, moveForm, needsAsText, partyOf, visitorForm } from './participants.form.ts';
import { type Act, actSchema, type Refusal } from './participants.schema.ts';
import { DESPITE, formFaults, refusedText } from './participants.text.ts';

type Next = { ok: true; next: string };

type Call = PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>;

/** Undefined: it is not, or no longer, this person's to change. */
async function act(call: Call): Promise<Act | undefined> {
  const { data, error } = await call;
  if (error?.code === '42501') return undefined;
  if (error) throw new Error(`participants: ${error.code} ${error.message}`);
  return actSchema.parse(data);
}

const failed = (typed: Lists, faults: Fault[]): Failed => ({ ok: false, typed, faults });
const refused = (typed: Lists, refusal: Refusal): Failed => ({
  ...failed(typed, []),
  refused: refusedText(refusal, Temporal.Now.instant()),
  despite: DESPITE.includes(refusal.reason),
  full: refusal.reason === 'full',
});

/** The form's fields, several where several may be picked. */
const readForm = <T>(schema: z.ZodType<T>, typed: Lists, many: readonly string[] = []) =>
  schema.safeParse(
    Object.fromEntries(Object.entries(typed).map(([name, texts]) => [name, many.includes(name) ? texts : texts[0] || undefined])),
  );

type At<T> = { db: Db; number: number; input: T; typed: Lists };

/** A form of an occasion's pages. Who sends one of none is sent to the list of them. */
function onOccasion<T>(
  schema: z.ZodType<T>,
  many: readonly string[],
  run: (at: At<T>) => Promise<{ answer: Act | undefined; done: (answer: Extract<Act, { ok: true }>) => string }>,
) {
  return defineAction({
    accept: 'form',
    handler: async (form, { locals }: ActionAPIContext): Promise<Next | Failed> => {
      const number = homeNumber(field(form, 'tillfalle'));
      if (number === undefined) return { ok: true, next: paths.desk.activities() };
      const typed = listsIn(form);
      const read = readForm(schema, typed, many);
      if (!read.success) return failed(typed, faultsOf(read.error.issues));
      const { answer, done } = await run({ db: signedIn(locals).db, number, input: read.data, typed });
      if (!answer) return { ok: true, next: paths.desk.occasionStep(number, 'deltagare', { klart: 'borta' }) };
      if (!answer.ok) return refused(typed, answer);
      after(kickOutbox());
      return { ok: true, next: done(answer) };
    },
  });
}

const keyHashOf = (id: string) => bookingKeyHash(bookingKey(derivedKey('booking'), id));
const listed = (number: number, done: string) => paths.desk.occasionStep(number, 'deltagare', { klart: done });
const letIn = (number: number, part: string) =>
  paths.desk.occasionStep(number, 'narvaro', { traff: part || undefined, klart: 'inslappt' });
const added = (number: number) => (answer: Extract<Act, { ok: true }>) =>
  listed(number, answer.state === 'waiting' ? 'ko' : 'tillagd');

export const participants = {
  addVisitor: onOccasion(visitorForm, ['tillganglighet'], async ({ db, number, input }) => ({
    answer: await act(
      db.rpc('add_booking', {
        p_number: number,
        p_id: input.bokning,
        p_form: input.form,
        p_people: JSON.stringify(partyOf(input.namn, input.antal, input.barn)),
        p_needs: needsAsText(input),
        p_name: input.namn,
        p_key_hash: keyHashOf(input.bokning),
        p_wait: input.ko,
        p_despite: input.anda,
        ...(input.tid && { p_session: input.tid }),
        ...(input.epost && { p_email: input.epost.address, p_email_key: input.epost.key }),
        ...(input.organisation && { p_organisation: input.organisation }),
      }),
    ),
    done: added(number),
  })),

  addHome: onOccasion(homeForm, ['tillganglighet', 'vuxna'], async ({ db, number, input }) => ({
    answer: await act(
      db.rpc('add_booking', {
        p_number: number,
        p_id: input.bokning,
        p_form: input.form,
        p_people: JSON.stringify([...input.vuxna.map((member) => ({ member })), ...input.barn.map((age) => ({ age }))]),
        p_needs: needsAsText(input),
        p_home: input.hem,
        p_wait: input.ko,
        p_despite: input.anda,
        p_may: input.utanfor,
        ...(input.tid && { p_session: input.tid }),
        ...(input.dorr && { p_door: input.dorr }),
      }),
    ),
    done: (answer) => (input.dorr ? letIn(number, input.del) : added(number)(answer)),
  })),

  /** Booked and there in one act. */
  walkIn: onOccasion(doorForm, [], async ({ db, number, input }) => ({
    answer: await act(
      db.rpc('add_booking', {
        p_number: number,
        p_id: input.bokning,
        p_form: input.form,
        p_people: JSON.stringify(partyOf(input.namn, input.antal, input.barn)),
        p_needs: '{}',
        p_name: input.namn,
        p_key_hash: keyHashOf(input.bokning),
        p_wait: false,
        p_despite: input.anda,
        p_door: input.dorr,
        ...(input.bara && { p_session: input.dorr }),
        ...(input.epost && { p_email: input.epost.address, p_email_key: input.epost.key }),
      }),
    ),
    done: () => letIn(number, input.del),
  })),

  move: onOccasion(moveForm, [], async ({ db, number, input }) => ({
    answer: await act(
      db.rpc('move_booking', {
        p_id: input.bokning,
        p_to: input.till.number,
        p_new: input.ny,
        p_form: input.till.form,
        p_wait: input.ko,
        p_despite: input.anda,
        p_key_hash: keyHashOf(input.ny),
        ...(input.till.session && { p_session: input.till.session }),
      }),
    ),
    done: (answer) => listed(number, answer.state === 'waiting' ? 'flyttadko' : 'flyttad'),
  })),

  cancel: onOccasion(z.object({ bokning: z.uuid() }), [], async ({ db, number, input }) => ({
    answer: await act(db.rpc('cancel_by_hand', { p_id: input.bokning })),
    done: () => listed(number, 'avbokad'),
  })),

  /** Looked for as homes are: by name or number. The name stands in no address. */
  findHome: defineAction({
    accept: 'form',
    handler: (form): Next | Failed => {
      const number = homeNumber(field(form, 'tillfalle'));
      const typed = listsIn(form);
      const query = field(form, 'sok').trim();
      if (number === undefined) return { ok: true, next: paths.desk.activities() };
      if (query.length < 2 && !/^\d+$/.test(query)) return failed(typed, [{ name: 'sok', text: formFaults.search }]);
      const traff = field(form, 'traff') || undefined;
      return { ok: true, next: paths.desk.occasionStep(number, 'lagg-till', { s: seal(query, derivedKey('search')), traff }) };
    },
  }),

  /** One press at the door, where no script sends it. */
  mark: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<Next> => {
      const number = homeNumber(field(form, 'tillfalle'));
      if (number === undefined) return { ok: true, next: paths.desk.activities() };
      return { ok: true, next: await markAll(signedIn(locals).db, number, form) };
    },
  }),
};
