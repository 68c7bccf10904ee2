import type { Db } from '../../src/shared/db/clients.ts';
import type { Database } from '../../src/shared/db/database.types.ts';
import type { Delivered, Letter } from '../../src/shared/outbox/deliver.ts';

export type ClaimedMail = Database['public']['CompositeTypes']['claimed_mail'];
export type Seam = 'claimed' | 'rendered' | 'delivered' | 'stamped';

type Deps = {
  db: Db;
  /** The letter of a row; throws when the row cannot be made into one. */
  render: (mail: ClaimedMail) => Promise<Letter>;
  deliver: (letter: Letter, key: string, tag: string) => Promise<Delivered>;
  /** Told of each try that failed, in ids and Resend's own words: never an address. */
  report?: (failure: { mail: string; template: string | null; error: string }) => void;
  /** For tests of time alone; otherwise the database's own clock counts. */
  now?: () => Date;
  /** Called between every two steps, so that a test can stop the process just there. */
  at?: (seam: Seam) => void;
};

const BATCH = 10;
const MOST_BATCHES = 20;

/**
 * Empties the outbox: claims a few mails, renders and hands over each, stamps it, until none is due. Whatever step the
 * process dies at, the row's claim runs out after two minutes and the mail is tried again under the same key.
 * Returns how many were sent and how many failed this time. Throws only when the database cannot be reached.
 */
export async function sendOutbox(deps: Deps): Promise<{ sent: number; failed: number }> {
  const total = { sent: 0, failed: 0 };
  let busy = false;
  // When Resend says that it is too much at once, the rest waits for the next run.
  for (let batch = 0; batch < MOST_BATCHES && !busy; batch += 1) {
    const mails = await call(deps.db.rpc('claim_mails', { p_limit: BATCH, ...moment(deps) }));
    if (mails.length === 0) break;
    deps.at?.('claimed');
    for (const mail of mails) {
      const outcome = await sendOne(mail, deps);
      total[outcome.ok ? 'sent' : 'failed'] += 1;
      busy ||= !outcome.ok && outcome.failure === 'busy';
    }
  }
  return total;
}

async function sendOne(mail: ClaimedMail, deps: Deps): Promise<Delivered> {
  const { id, claim, key, tag } = mail;
  if (!id || !claim || !key || !tag) throw new Error('claim_mails gave a row without id, claim, key or tag');
  const outcome = await attempt(mail, key, tag, deps);
  deps.at?.('delivered');
  if (outcome.ok) {
    await call(deps.db.rpc('stamp_mail_sent', { p_mail: id, p_claim: claim, p_provider_id: outcome.providerId }));
  } else {
    deps.report?.({ mail: id, template: mail.template, error: outcome.error });
    await call(
      deps.db.rpc('stamp_mail_failed', {
        p_mail: id,
        p_claim: claim,
        p_error: outcome.error,
        p_failure: outcome.failure,
        ...moment(deps),
      }),
    );
  }
  deps.at?.('stamped');
  return outcome;
}

async function attempt(mail: ClaimedMail, key: string, tag: string, deps: Deps): Promise<Delivered> {
  let letter: Letter;
  try {
    letter = await deps.render(mail);
  } catch (error) {
    // A row that no version can read is a person's matter at once; nothing was sent.
    return { ok: false, failure: 'permanent', error: `render: ${error instanceof Error ? error.name : 'unknown'}` };
  }
  deps.at?.('rendered');
  return deps.deliver(letter, key, tag);
}

function moment({ now }: Deps): { p_now?: string } {
  return now ? { p_now: now().toISOString() } : {};
}

async function call<T>(answer: PromiseLike<{ data: T | null; error: { code: string; message: string } | null }>): Promise<T> {
  const { data, error } = await answer;
  if (error || data === null) throw new Error(`outbox: ${error?.code} ${error?.message}`);
  return data;
}
