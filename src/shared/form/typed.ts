import { fields } from './read.ts';

/** What a form sent, by field, as it was typed. */
export type Typed = Record<string, string>;

/** No field is longer than this, however it is pasted; the schema says the real limits in words. */
const LONGEST = 20_000;

/** The texts of a form by field, to read and to show again. Of several under one name the last counts. */
export function typedIn(form: FormData): Typed {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts.map(([name, text]) => [name, text.toWellFormed().slice(0, LONGEST)]));
}

/** As `typedIn`, of these fields alone; one that was not sent is empty. */
export function typedFields<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string> {
  const typed = typedIn(form);
  return Object.fromEntries(names.map((name) => [name, typed[name] ?? ''])) as Record<Name, string>;
}

/** What a form sent, by field, where several answers may stand under one name. */
export type Lists = Record<string, string[]>;

/** As `typedIn`, with all the answers of each field. */
export function listsIn(form: FormData): Lists {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(names.map((name) => [name, fields(form, name).map((text) => text.toWellFormed().slice(0, LONGEST))]));
}

/** The first answer of each field. */
export const firsts = (typed: Lists): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(typed).map(([name, [text]]) => [name, text]));
