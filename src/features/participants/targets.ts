import type { Temporal } from 'temporal-polyfill';
import type { Occasion, OccasionSession } from '../../shared/occasions/occasion.ts';
import { formsOf } from '../../shared/occasions/occasion.ts';
import { onePerTime } from '../../shared/occasions/slots.ts';
import { FORM_WORDS } from '../../shared/occasions/words.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dateTimeInWords } from '../../shared/time/words.ts';

type Target = { value: string; label: string };
type Form = 'digital' | 'physical';

const seatsSaid = (free: number, inLine: number) => {
  if (free > 0) return free === 1 ? 'en plats' : `${free} platser`;
  return inLine > 0 ? `fullt, ${inLine} i kön` : 'fullt';
};
const formsOfSlot = ({ form }: OccasionSession): Form[] => (form === 'hybrid' ? ['physical', 'digital'] : [form]);

/** Where a booking can be moved, as one choice each: an occasion and how, or a free time of one that is cut into times. */
export function targetsIn(occasions: readonly Occasion[], now: Temporal.Instant): Target[] {
  return occasions.flatMap((occasion) => {
    const { number, title, theme } = occasion;
    const name = theme ? `${title}: ${theme}` : title;
    const said = (at: Temporal.Instant, form: Form, rest?: string) =>
      [`${dateTimeInWords(inStockholm(at), now)}`, name, FORM_WORDS[form], rest].filter(Boolean).join(', ');
    if (occasion.isSlotted) {
      const free = onePerTime(occasion.sessions.filter(({ isFree }) => isFree));
      return free.flatMap((slot) =>
        formsOfSlot(slot).map((form) => ({ value: `${number} ${form} ${slot.id}`, label: said(slot.startsAt, form) })),
      );
    }
    return formsOf(occasion).map((form) => ({
      value: `${number} ${form}`,
      label: said(occasion.startsAt, form, seatsSaid(occasion[form]?.free ?? 0, occasion[form]?.inLine ?? 0)),
    }));
  });
}
