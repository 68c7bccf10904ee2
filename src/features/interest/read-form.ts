import { field, fields } from '../../shared/form/read.ts';
import type { Step, Typed } from './journey.ts';

/** No answer is longer than this, however it is pasted; the schema says the real limits in words. */
const LONGEST = 20_000;

/** What was typed on one page, unread: the page shows it again as it is when something has to be mended. */
export function readTyped(step: Step, form: FormData): Typed {
  const texts = step.fields.map((name) => [name, field(form, name).toWellFormed().slice(0, LONGEST)]);
  const lists = step.lists.map((name) => [name, fields(form, name).map((text) => text.slice(0, 40))]);
  return Object.fromEntries([...texts, ...lists]);
}
