import type { Lists } from '../../shared/form/typed.ts';

/** The fields of each page. What the form sends beside them is not kept. */
export const HOW_FIELDS = ['form', 'tid', 'vuxna', 'aldrar'] as const;
export const NEED_FIELDS = ['behov', 'behovstext', 'mat', 'fraga'] as const;
export const WHO_FIELDS = ['namn', 'epost', 'organisation', ...NEED_FIELDS] as const;

/** What was typed in these fields; one that was not sent is empty, so that what is unticked is no longer ticked. */
export function typedOf(sent: Lists, fields: readonly string[]): Lists {
  return Object.fromEntries(fields.map((name) => [name, sent[name] ?? []]));
}
