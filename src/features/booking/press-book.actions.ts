import type { ActionAPIContext } from 'astro:actions';
import { paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import type { Fault } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { logFault } from '../../shared/http/log.ts';
import { addressKey, networkKey, visitorAddress } from '../../shared/http/network.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import { occasionNumber, readOccasion } from '../../shared/occasions/read-occasion.ts';
import { type Asked, bookAsVisitor } from './book-as-visitor.ts';
import type { Said } from './booking.text.ts';
import { type Draft, fits, openDraft, sealDraft, sealReceipt, withTyped } from './draft.ts';
import { readHow, readWho } from './journey.ts';
import { faultFor } from './refused.ts';
import { typedOf, WHO_FIELDS } from './typed.ts';
import type { Unsent } from './unsent.ts';

/** A person needs longer than this from the first page to the last press; a program does not. */
const QUICKEST_MS = 3_000;

type Answer = { ok: true; next: string } | Unsent;
type Context = Pick<ActionAPIContext, 'url' | 'request' | 'clientAddress'>;

/** The last press of a visitor's booking. */
export async function pressBook(form: FormData, context: Context): Promise<Answer> {
  const now = new Date();
  const sealed = context.url.searchParams.get('a');
  const opened = openDraft(sealed, now, 'POST');
  // The first page says that it begins anew, when there were answers that no longer open.
  if (!opened || opened.expired) return { ok: true, next: elsewhere(form, sealed) };
  const draft = withTyped(opened.draft, typedOf(listsIn(form), WHO_FIELDS), now);
  if (field(form, 'till') === '1' && fits(draft)) return goTo(draft, { sida: '1' });
  // The field that only programs see. Whoever filled it in is told how to reach GFO, in case it was a person.
  if (field(form, 'webbplats') !== '') return shown(draft, 'trapped');
  try {
    return await book(draft, { wait: field(form, 'ko') === 'ja', now, context });
  } catch (error) {
    return shown(draft, 'unavailable', [], logFault(error));
  }
}

type Press = { wait: boolean; now: Date; context: Context };

async function book(draft: Draft, { wait, now, context }: Press): Promise<Answer> {
  const occasion = await readOccasion(siteDb(), draft.number, draft.guest);
  if (!occasion) return { ok: true, next: paths.calendar() };
  const [how, who] = [readHow(occasion, draft.typed), readWho(draft.typed)];
  if (!how.ok) return goTo(draft, { sida: '1', fel: 'ratta' });
  if (!who.ok) return shown(draft, 'ratta', who.faults);
  if (now.getTime() - draft.begun < QUICKEST_MS) return shown(draft, 'too_quick');
  const asked: Asked = { ...how.data, ...who.data };
  const keys = { networkKey: networkKey(visitorAddress(context)), addressKey: addressKey(asked.epost.key) };
  const answer = await bookAsVisitor(asked, { db: siteDb(), draft, wait, ...keys });
  if (!answer.ok) {
    const isOfFirst = faultFor(answer.reason, occasion) !== undefined;
    return isOfFirst ? goTo(draft, { sida: '1', fel: answer.reason }) : shown(draft, answer.reason);
  }
  after(kickOutbox());
  return { ok: true, next: paths.booked(receiptOf(asked, { draft, occasion, isWaiting: answer.state === 'waiting', now })) };
}

type Told = { draft: Draft; occasion: Occasion; isWaiting: boolean; now: Date };

function receiptOf({ form, tid, vuxna, aldrar, epost }: Asked, { draft, occasion, isWaiting, now }: Told): string {
  const { id, number, guest } = draft;
  return sealReceipt({
    kind: 'booked',
    id,
    number,
    guest,
    form,
    at: now.getTime(),
    adults: vuxna,
    ages: aldrar,
    email: epost.value,
    state: isWaiting ? 'waiting' : 'booked',
    session: !isWaiting && occasion.isSlotted && tid !== '' ? tid : undefined,
    place: isWaiting ? (occasion[form]?.inLine ?? 0) + 1 : undefined,
  });
}

function elsewhere(form: FormData, sealed: string | null): string {
  const number = occasionNumber(field(form, 'tillfalle'));
  return number === undefined ? paths.calendar() : paths.book(number, { a: sealed ?? '-' });
}

const goTo = (draft: Draft, query: Record<string, string>): Answer => ({
  ok: true,
  next: paths.book(draft.number, { a: sealDraft(draft), ...query }),
});

/** On a page view of its own, as long as an address can hold what was typed. */
function shown(draft: Draft, said: Said, faults: Fault[] = [], errorId?: string): Answer {
  if (fits(draft)) return goTo(draft, { fel: said, ...(errorId && { nr: errorId }) });
  return { ok: false, typed: draft.typed, faults, said, errorId };
}
