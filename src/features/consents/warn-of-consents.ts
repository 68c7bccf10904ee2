import type { Temporal } from 'temporal-polyfill';
import { paths } from '../../paths.ts';
import type { AgreedText } from '../../shared/content/agreed-texts.ts';
import type { Db } from '../../shared/db/clients.ts';
import { inStockholm } from '../../shared/time/stockholm.ts';
import { dueWarnings } from './ending.rules.ts';

type Deps = { db: Db; texts: () => readonly AgreedText[]; now: Temporal.Instant };

/** Warns of each consent that soon ends. Returns how many were warned of now; those that have been warned of stay silent. */
export async function warnOfConsents({ db, texts, now }: Deps): Promise<number> {
  const warnings = dueWarnings(texts(), inStockholm(now).toPlainDate().toString()).map(({ text, days }) => ({
    key: `${text.kind}/${text.id}`,
    till: text.samtycke.till,
    days,
    title: text.titel,
    kind: text.kind,
    path: text.kind === 'film' ? paths.film(text.id) : paths.story(text.id),
  }));
  if (warnings.length === 0) return 0;
  const { data, error } = await db.rpc('warn_of_consents', { p_warnings: JSON.stringify(warnings) });
  if (error) throw new Error(`warn_of_consents: ${error.code} ${error.message}`);
  return data;
}
