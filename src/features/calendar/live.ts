import type { Temporal } from 'temporal-polyfill';
import type { Occasion } from '../../shared/occasions/occasion.ts';
import type { Live } from './live.schema.ts';
import { actWords, seatsByForm, whyWords } from './words.ts';

/** What an open page is told anew. */
export function liveOf(occasion: Occasion, now: Temporal.Instant): Live {
  const forms = seatsByForm(occasion).map(({ form, name, words }) => ({ form, name, words }));
  return {
    forms: Object.fromEntries(forms.map(({ form, words }) => [form, words])),
    act: actWords(occasion) ?? '',
    why: whyWords(occasion, now),
    slots: Object.fromEntries(occasion.sessions.flatMap(({ id, isFree }) => (isFree === null ? [] : [[id, isFree]]))),
    said: [...forms.map(({ name, words }) => `${name}: ${words}.`), whyWords(occasion, now)].join(' ').trim(),
  };
}
