import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brokenBetween, brokenNow } from './support/booking-laws.ts';
import { type Ground, grounds } from './support/grounds.ts';
import { type Now, occasionNow } from './support/occasion-now.ts';
import { type Form, type Occasion, occasionOn, visitor } from './support/occasions.ts';
import { type Answer, called, RESIZE, resize, visitorActs } from './support/visitor-acts.ts';

/**
 * Whatever is done with an occasion, in whatever order, the laws of booking-laws.ts hold after every step. More sequences:
 * `LAWS_RUNS=2000 npx vitest run --project db supabase/tests/booking-laws.test.ts`.
 */
const RUNS = Number(process.env.LAWS_RUNS ?? 60);

const form = fc.constantFrom<Form>('digital', 'physical');
const seats = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3, max: 4 }) },
);
const wait = fc.constantFrom(true, true, true, false);
const pick = fc.nat({ max: 11 });
const session = fc.nat({ max: 7 });
const step = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant('book' as const), form, seats, wait, session }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('press again' as const, 'book once more' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('change' as const), pick, form, seats, wait, session }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'pass' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lapse' as const), pick, job: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('resize' as const), digital: fc.nat({ max: 6 }), physical: fc.nat({ max: 6 }), pick }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const play = fc.record({
  slotted: fc.boolean(),
  digital: fc.integer({ min: 1, max: 4 }),
  physical: fc.nat({ max: 3 }),
  steps: fc.noBias(fc.array(step, { minLength: 1, maxLength: 50, size: 'max' })),
});

/** Fast-check's own occasion in one database: what was booked, and what each did. */
class Stage {
  readonly made: ReturnType<typeof visitor>[] = [];
  readonly #acts: ReturnType<typeof visitorActs>;
  readonly ground: Ground;
  readonly occasion: Occasion;
  readonly isSlotted: boolean;
  constructor(ground: Ground, occasion: Occasion, isSlotted: boolean) {
    this.ground = ground;
    this.occasion = occasion;
    this.isSlotted = isSlotted;
    this.#acts = visitorActs(ground.sql);
  }

  static async set(ground: Ground, { slotted, digital, physical }: { slotted: boolean; digital: number; physical: number }) {
    const sessions = slotted ? Array.from({ length: digital }, (_, at) => 240 + at) : [240, 300];
    const occasion = await occasionOn(ground.sql, { digital, physical, slotted, sessions });
    if (slotted) {
      await ground.sql(
        `update public.occasion_session set form = (enum_range(null::public.session_form))[1 + (part + $2) % 3] where occasion_id = $1`,
        [occasion.id, physical],
      );
    }
    return new Stage(ground, occasion, slotted);
  }

  now = () => occasionNow(this.ground.sql, this.occasion.number);

  async take(step: Step, before: Now): Promise<Answer | null> {
    if (step.do === 'book') {
      const args = visitor(this.occasion, step.seats, {
        p_form: step.form,
        p_wait: step.wait,
        ...this.#sessionFor(step, before),
      });
      const answer = await this.#acts.book(args);
      if (answer.ok) this.made.push(args);
      return answer;
    }
    if (step.do === 'resize') return this.#resize(step, before);
    if (step.do === 'lapse') return this.#lapse(step, before);
    const args = this.#who(step, before);
    if (!args) return null;
    if (step.do === 'press again') return this.#acts.book(args);
    if (step.do === 'book once more') {
      const again = visitor(this.occasion, 1, { p_email: args.p_email, p_form: args.p_form, p_wait: args.p_wait });
      this.made.push(again);
      return this.#acts.book(again);
    }
    if (step.do === 'change')
      return this.#acts.change(args.p_id, { ...step, session: this.#sessionFor(step, before).p_session ?? null });
    return this.#acts.act(args.p_id, step.do);
  }

  /** Mostly somebody of whom it can be asked. */
  #who({ do: act, pick }: Step & { pick: number }, { wishes, bookings }: Now) {
    const asked: Partial<Record<Step['do'], () => string[]>> = {
      accept: () => wishes.filter(({ state }) => state === 'offered').map(({ booking }) => booking),
      pass: () => wishes.filter(({ state }) => state === 'offered').map(({ booking }) => booking),
      leave: () => wishes.map(({ booking }) => booking),
      cancel: () => bookings.filter(({ state }) => state === 'booked').map(({ id }) => id),
      change: () => bookings.filter(({ state }) => state !== 'cancelled').map(({ id }) => id),
    };
    const these = asked[act]?.() ?? [];
    const ids = these.length > 0 && pick < 10 ? these : bookings.map(({ id: any }) => any);
    const id = ids[pick % Math.max(1, ids.length)];
    return this.made.find(({ p_id }) => p_id === id);
  }

  /** Mostly a slot that is free, and seldom one evening of a course. */
  #sessionFor({ session, form }: { session: number; form: Form }, before: Now): { p_session?: string } {
    const all = this.occasion.sessions;
    const free = freeSlots(before).filter((slot) => slot.form === form || slot.form === 'hybrid');
    const id = this.isSlotted ? (free[session % 4]?.id ?? all[session]) : all[session - 6];
    return id ? { p_session: id } : {};
  }

  async #resize({ digital, physical, pick }: Step & { do: 'resize' }, before: Now): Promise<null> {
    if (!this.isSlotted) {
      await resize(this.ground.sql, this.occasion.number, digital, physical);
      return null;
    }
    const free = freeSlots(before);
    const goes = digital % 2 ? free[pick % Math.max(1, free.length)]?.id : undefined;
    const [made] = await this.ground.sql<{ id: string | null }>('select tests.change_slots($1, $2, $3) as id', [
      this.occasion.number,
      goes ?? null,
      physical % 3,
    ]);
    if (made?.id) this.occasion.sessions.push(made.id);
    return null;
  }

  /** The time of one offer runs out, and nobody may have noticed yet. */
  async #lapse({ pick, job }: Step & { do: 'lapse' }, before: Now): Promise<null> {
    const offers = before.wishes.filter(({ state }) => state === 'offered');
    const id = offers[pick % Math.max(1, offers.length)]?.id;
    if (id) await this.ground.sql(`update public.seat_wish set offer_until = now() - interval '1 second' where id = $1`, [id]);
    if (job) await called(this.ground.sql, 'pass_on_offers', {});
    return null;
  }
}

/** Also those that are offered to somebody. */
function freeSlots({ bookings, sessions }: Now) {
  const taken = new Set(bookings.filter(({ state }) => state === 'booked').map(({ session }) => session));
  return sessions.filter(({ id }) => !taken.has(id));
}

/** The desk takes a slot away, or makes one more. */
const SLOTS = `
  create function tests.change_slots(p_number bigint, p_goes uuid, p_form integer) returns uuid language plpgsql as $$
  declare
    v_occasion public.occasion := private.hold_occasion(p_number);
    v_made uuid;
  begin
    if p_goes is not null then
      update public.occasion_session set cancelled_at = now() where id = p_goes;
    else
      insert into public.occasion_session (occasion_id, part, starts_at, ends_at, form)
      select v_occasion.id, max(part) + 1, max(starts_at) + interval '1 hour', max(ends_at) + interval '1 hour',
        (enum_range(null::public.session_form))[1 + p_form]
      from public.occasion_session where occasion_id = v_occasion.id returning id into v_made;
    end if;
    select * into v_occasion from public.occasion where number = p_number;
    perform private.follow_line(v_occasion);
    return v_made;
  end
  $$`;

const settled = (now: Now) => JSON.stringify(now);

function takenTooLate(before: Now, after: Now): boolean {
  const late = before.wishes.filter(({ isLapsed }) => isLapsed).map(({ booking }) => booking);
  return after.bookings.some(({ id, events }) => late.includes(id) && events.at(-1)?.kind === 'accepted');
}

type Told = { said: Answer | null; threw: string | null };

/** What a step may not have done, beside what no step may. */
function misdeeds(step: Step, { said, threw }: Told, before: Now, after: Now): string[] {
  // Another session is no change of a booking; the database says so in no uncertain terms.
  const isFault = threw !== null && !threw.includes('another session is another booking');
  const isHeld = (said !== null && threw === null) || step.do === 'resize' || (step.do === 'lapse' && step.job);
  // A lapsed offer goes on at the next call, whatever that is for.
  const isChanged = !before.wishes.some(({ isLapsed }) => isLapsed) && settled(after) !== settled(before);
  const laws: [string, boolean][] = [
    [`it threw: ${threw}`, isFault],
    ['who was refused has changed something', isChanged && (threw !== null || said?.ok === false)],
    ['the same press did something twice', isChanged && step.do === 'press again'],
    ['an offer whose time is out still stands', isHeld && after.wishes.some(({ isLapsed }) => isLapsed)],
    ['an offer was taken after its time', step.do === 'accept' && takenTooLate(before, after)],
  ];
  return laws.filter(([, isBroken]) => isBroken).map(([law]) => law);
}

async function lawsBroken(ground: Ground, { steps, ...wishes }: typeof play extends fc.Arbitrary<infer T> ? T : never) {
  const stage = await Stage.set(ground, wishes);
  let before = await stage.now();
  for (const [at, step] of steps.entries()) {
    const told = await stage.take(step, before).then(
      (said): Told => ({ said, threw: null }),
      (error: Error): Told => ({ said: null, threw: error.message }),
    );
    const after = await stage.now();
    const broken = [...brokenNow(after), ...brokenBetween(before, after), ...misdeeds(step, told, before, after)];
    if (broken.length > 0)
      return [`after step ${at}, ${JSON.stringify(step)}, which was answered ${JSON.stringify(told)}`, ...broken];
    before = after;
  }
  return [];
}

describe.each(grounds)('the laws of booking on %s', (name, start) => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await start();
    await ground.sql(RESIZE);
    await ground.sql(SLOTS);
  });
  afterAll(() => ground?.stop());

  test('hold after every step of any sequence', async () => {
    await fc.assert(
      fc.asyncProperty(play, async (one) => {
        expect(await lawsBroken(ground, one)).toEqual([]);
      }),
      { numRuns: name === 'PGlite' ? RUNS : Math.ceil(RUNS / 3) },
    );
  }, 600_000);
});
