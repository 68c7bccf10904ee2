import { z } from 'zod';
import { type Db, siteDb, siteGate } from '../db/clients.ts';
import { derivedKey } from '../env.ts';
import { fields as texts } from '../form/read.ts';
import { seal, unseal } from '../seal.ts';
import { areaOf } from './entrance.ts';
import { TOLD } from './refusal.ts';
import { type Session, sessionIdOf } from './session.ts';

/** A form's fields by name, in the order they were typed; what was a file is not kept. */
export type KeptFields = Record<string, string[]>;

const schema = z.record(z.string(), z.array(z.string()));

/** What the database keeps at most, in characters. */
const LONGEST = 300_000;
const LONGEST_ADDRESS = 500;

/** Says on the address that something was kept for it. */
export const KEPT = 'kvar';

/** The address of a page without what is only said to it once: which form was sent, what was answered, and that something was kept. */
export function pageOf(url: URL): string {
  const query = new URLSearchParams(url.search);
  query.delete('_action');
  query.delete(KEPT);
  query.delete(TOLD);
  return query.size > 0 ? `${url.pathname}?${query}` : url.pathname;
}

/** The address of a page for which something was kept. */
export function withKept(page: string): string {
  return `${page}${page.includes('?') ? '&' : '?'}${KEPT}=1`;
}

/**
 * Keeps what was typed on the page for the session's own person, sealed, for a day. Whether it is kept: only then may anybody
 * be told so. What proves the second factor is never kept, nor what cannot be read or is too long.
 */
export async function keepForm(session: Session, page: string, form: FormData | Promise<FormData>): Promise<boolean> {
  const typed = await readable(form);
  const area = areaOf(page.split('?')[0] ?? '');
  // A file is not kept, and whoever sent one must not be told that it was.
  const hasFile = [...(typed?.values() ?? [])].some((value) => typeof value !== 'string');
  if (!typed || hasFile || !area || area === 'door' || page.length > LONGEST_ADDRESS) return false;
  const names = [...new Set(typed.keys())];
  const fields: KeptFields = Object.fromEntries(names.map((name) => [name, texts(typed, name)]));
  const sealed = seal(fields, derivedKey('kept'));
  if (sealed.length > LONGEST) return false;
  const { data, error } = await siteDb().rpc('keep_form', {
    p_gate: siteGate(),
    p_session: sessionIdOf(session),
    p_path: page,
    p_sealed: sealed,
  });
  if (error) throw new Error(`keep_form: ${error.code} ${error.message}`);
  return data;
}

async function readable(form: FormData | Promise<FormData>): Promise<FormData | undefined> {
  try {
    return await form;
  } catch {
    return undefined;
  }
}

/** What was kept for this person on the page, once. */
export async function takeForm(db: Db, page: string): Promise<KeptFields | undefined> {
  const { data, error } = await db.rpc('take_form', { p_path: page });
  if (error) throw new Error(`take_form: ${error.code} ${error.message}`);
  const parsed = schema.safeParse(unseal(data ?? '', derivedKey('kept'), LONGEST));
  return parsed.success ? parsed.data : undefined;
}
