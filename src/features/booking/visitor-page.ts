import type { Temporal } from 'temporal-polyfill';
import { campaignFrom, paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import type { Fault } from '../../shared/form/faults.ts';
import type { Lists } from '../../shared/form/typed.ts';
import { formsOf, type Occasion, type SeatForm } from '../../shared/occasions/occasion.ts';
import { guestCode, readOccasion } from '../../shared/occasions/read-occasion.ts';
import type { Said } from './booking.text.ts';
import { type Draft, openDraft, sealDraft } from './draft.ts';
import { readHow, readWho } from './journey.ts';
import type { Refused } from './refused.ts';
import { saidOf } from './said.ts';
import { waits } from './seats.ts';
import type { Unsent } from './unsent.ts';
import { placesFor, timesInWords } from './when-where.ts';

type Asked = {
  url: URL;
  method: 'GET' | 'POST';
  number: number;
  /** What the form of the first page and that of the second were answered, when one was sent and could not go on. */
  chosen: Refused | undefined;
  pressed: Unsent | undefined;
  now: Temporal.Instant;
};

/** What the two pages of a visitor's booking show, out of what has been answered and how it stands now; undefined: no such occasion. */
export async function visitorPage(asked: Asked) {
  const { draft, guest, campaign, isOld } = openedOf(asked);
  const occasion = await readOccasion(siteDb(), asked.number, guest);
  if (!occasion) return undefined;
  const answers = answersOf(occasion, draft, asked);
  const { form, party, slot, isLast } = answers;
  const line = isLast && waits(occasion, form, party.adults + party.ages.length);
  return {
    occasion,
    campaign,
    line,
    ...answers,
    isAnswered: draft !== undefined,
    isLost: isOld && !asked.pressed && !asked.chosen,
    here: paths.book(
      asked.number,
      draft
        ? { a: sealDraft(draft) }
        : {
            inbjudan: guest,
            k: campaign,
          },
    ),
    head: headOf(occasion, isLast ? [form] : formsOf(occasion), isLast && !line ? slot : undefined, asked.now),
  };
}

/** What has been answered, which of the pages that leads to, and what has to be mended on it. */
function answersOf(occasion: Occasion, draft: Draft | undefined, { url, chosen, pressed }: Asked) {
  const failed = pressed ?? chosen;
  const typed: Lists = { ...draft?.typed, ...failed?.typed };
  const how = draft && readHow(occasion, typed);
  const isLast = pressed !== undefined || (how?.ok === true && url.searchParams.get('sida') !== '1');
  const said = pressed?.said ?? saidOf(url);
  const faults = failed?.faults ?? (MENDED.includes(said) ? mended(isLast ? readWho(typed) : how) : []);
  return { typed, isLast, said, faults, errorId: pressed?.errorId, ...chosenOf(occasion, how) };
}

/** What the address brings: answers that still open, and what rides along with them. */
function openedOf({ url, method, number, now }: Asked) {
  const given = url.searchParams.get('a');
  const opened = openDraft(given, new Date(now.epochMilliseconds), method);
  const draft = opened && !opened.expired && opened.draft.number === number ? opened.draft : undefined;
  const guest = opened?.draft.guest ?? guestCode(url);
  return { draft, guest, campaign: opened?.draft.campaign ?? campaignFrom(url), isOld: given !== null && !draft };
}

/** How they want to come, as far as they have said. */
function chosenOf(occasion: Occasion, how: ReturnType<typeof readHow> | undefined) {
  if (how?.ok) return { form: how.data.form, party: { adults: how.data.vuxna, ages: how.data.aldrar }, slot: how.data.tid };
  const form: SeatForm = formsOf(occasion)[0] ?? 'digital';
  return { form, party: { adults: 1, ages: [] }, slot: undefined };
}

const MENDED: readonly (Said | undefined)[] = ['ratta', 'slot_taken', 'too_many', 'no_adult', 'not_this_form'];

/** Read anew: a slot that somebody took meanwhile is a fault of the page that now is. */
const mended = (page: { ok: true } | { ok: false; faults: Fault[] } | undefined) => (page && !page.ok ? page.faults : []);

/** What it is about: all of it, or the slot that is chosen. */
function headOf(occasion: Occasion, forms: readonly SeatForm[], chosen: string | undefined, now: Temporal.Instant) {
  const slot = occasion.sessions.find(({ id }) => id === chosen);
  const sessions = slot ? [slot] : occasion.sessions;
  return {
    title: occasion.title,
    theme: occasion.theme,
    at: (slot ?? occasion).startsAt,
    times: occasion.isSlotted && !slot ? [] : timesInWords(sessions, now),
    places: [...new Set(forms.flatMap((form) => placesFor(form, sessions, occasion)))],
  };
}
