import { z } from 'zod';
import { cleanText } from '../../shared/form/clean.ts';
import { parseAges, parseCount } from '../../shared/form/numbers.ts';
import { emailSchema, line, nameSchema } from '../../shared/form/person.schema.ts';
import { ACCESS_NEEDS } from '../../shared/occasions/booking.ts';
import { formsOf, type Occasion, type OccasionSession, type SeatForm } from '../../shared/occasions/occasion.ts';
import { LIMITS, faultTexts as say } from './booking.text.ts';

/** What was typed: a list of texts for each field. */
const one = z
  .array(z.string())
  .default([])
  .transform((texts) => texts[0] ?? '');
/** For the schemas of single fields, which take what was not sent. */
const maybeOne = one.transform((text): string | undefined => text);
const several = z.array(z.string()).default([]);

const longText = (limit: number) =>
  one.transform(cleanText).transform((text, context) => {
    if (text.length > limit) context.addIssue({ code: 'custom', message: say.tooLong(limit, text.length) });
    return text === '' ? undefined : text;
  });

/** The ages that stand in the field are also how many children there are. */
const ages = one.transform((text, context) => {
  const read = text.trim() === '' ? [] : parseAges(text);
  if (!read || (text.trim() !== '' && read.length === 0)) context.addIssue({ code: 'custom', message: say.agesUnreadable });
  if (read?.some((age) => age > LIMITS.age)) context.addIssue({ code: 'custom', message: say.ageTooHigh });
  return read ?? [];
});

const adultCount = one.transform((text, context) => {
  const count = parseCount(text.trim());
  const message = text.trim() === '' ? say.adultsMissing : say.adultsUnreadable;
  if (count === undefined || count < 1) context.addIssue({ code: 'custom', message });
  return count ?? 0;
});

/** Whether the session can be followed in this form. */
const isHeld = ({ form: held }: Pick<OccasionSession, 'form'>, form: SeatForm) => held === form || held === 'hybrid';

/** Slots that can be chosen: free ones in this form, and `own`, which whoever changes has already. */
export function slotsFor(occasion: Occasion, form: SeatForm | undefined, own?: string): OccasionSession[] {
  if (!occasion.isSlotted) return [];
  return occasion.sessions.filter((slot) => (slot.isFree || slot.id === own) && (!form || isHeld(slot, form)));
}

type How = { form: SeatForm; tid: string; count: number };

function checkHow(
  occasion: Occasion,
  own: string | undefined,
  { form, tid, count }: How,
  fault: (at: string, text: string) => void,
) {
  const chosen = occasion.sessions.find(({ id }) => id === tid);
  // With no slot free in the form there is nothing to choose: who goes on stands in line.
  if (occasion.isSlotted && slotsFor(occasion, form, own).length > 0) {
    if (tid === '') fault('tid', say.slot);
    else if (!chosen || !(chosen.isFree || chosen.id === own)) fault('tid', say.slotGone);
    else if (!isHeld(chosen, form)) fault('tid', say.slotOtherForm);
  }
  if (count > occasion.largestParty) fault('vuxna', say.tooMany(occasion.largestParty));
}

const formIn = (occasion: Occasion) =>
  one.transform((text, context) => {
    const forms = formsOf(occasion);
    const form = forms.length === 1 ? forms[0] : forms.find((one) => one === text);
    if (!form) context.addIssue({ code: 'custom', message: say.form });
    return form ?? z.NEVER;
  });

/** The first page of a visitor: how, when and how many. `own`: the slot that whoever changes has already. */
export const howSchema = (occasion: Occasion, own?: string) =>
  z
    .object({
      form: formIn(occasion),
      // A single evening of a course is for who makes it up, and those have signed in.
      tid: one.transform((text) => (occasion.isSlotted ? text : '')),
      vuxna: adultCount,
      aldrar: occasion.takesChildren ? ages : several.transform((): number[] => []),
    })
    .superRefine(({ form, tid, vuxna, aldrar }, context) =>
      checkHow(occasion, own, { form, tid, count: vuxna + aldrar.length }, (at, message) =>
        context.addIssue({ code: 'custom', path: [at], message }),
      ),
    );

/** How, when and which adults of the home, in one. */
export const ourHowSchema = (occasion: Occasion, adults: readonly { id: string }[], own?: string) =>
  z
    .object({
      form: formIn(occasion),
      tid: one,
      vuxna: several.transform((ids) => adults.filter(({ id }) => ids.includes(id)).map(({ id }) => id)),
      aldrar: occasion.takesChildren ? ages : several.transform((): number[] => []),
    })
    .superRefine(({ form, tid, vuxna, aldrar }, context) => {
      const fault = (at: string, message: string) => context.addIssue({ code: 'custom', path: [at], message });
      if (vuxna.length === 0) fault('vuxna', say.nobody);
      checkHow(occasion, own, { form, tid, count: vuxna.length + aldrar.length }, fault);
    });

/** What somebody needs to take part. Food is asked of whoever comes in person. */
export const needsSchema = z.object({
  behov: several.transform((list) => ACCESS_NEEDS.filter((need) => list.includes(need))),
  behovstext: longText(LIMITS.accessText),
  mat: longText(LIMITS.food),
  fraga: longText(LIMITS.question),
});
export type Needs = z.output<typeof needsSchema>;

/** The second page of a visitor: who, and what they need. */
export const whoSchema = needsSchema.extend({
  namn: maybeOne.pipe(nameSchema(say.name)),
  epost: maybeOne.pipe(emailSchema(say.email)),
  organisation: maybeOne.pipe(line).transform((text) => text.slice(0, LIMITS.organisation) || undefined),
});
