import { type ActionAPIContext, defineAction } from 'astro:actions';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import type { Db } from '../../shared/db/clients.ts';
import { adultsAsText, type EnterResult, enterByHand, enteredNext, enterFailed } from '../../shared/entered.ts';
import { faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { listsIn } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { readHome } from './by-hand.schema.ts';
import { fileFaults } from './by-hand.text.ts';
import { readTable } from './csv.ts';
import { readRow } from './rows.ts';

type Next = { ok: true; next: string };

const confirmed = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), reason: z.literal('missing') }),
]);

/** A step with the draft whose page the form stands on. Who has no such draft is told so on the page for files. */
function withDraft(
  done: string | undefined,
  run: (db: Db, draft: string) => PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>,
) {
  return defineAction({
    accept: 'form',
    handler: async (form, { locals }: ActionAPIContext): Promise<Next> => {
      const draft = z.uuid().safeParse(field(form, 'utkast'));
      if (!draft.success) return { ok: true, next: paths.desk.newFile('borta') };
      const { data, error } = await run(signedIn(locals).db, draft.data);
      if (error) throw new Error(`import: ${error.code} ${error.message}`);
      if (!confirmed.parse(data).ok) return { ok: true, next: paths.desk.newFile('borta') };
      after(kickOutbox());
      return { ok: true, next: paths.desk.newDraft(draft.data, done) };
    },
  });
}

export const byHand = {
  /** A home that is there already. */
  enterHome: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<EnterResult> => {
      const typed = listsIn(form);
      const read = readHome(typed);
      if (!read.ok) return { ok: false, typed, faults: faultsOf(read.issues) };
      const { home } = read;
      const entered = await enterByHand(signedIn(locals).db, {
        p_kind: 'home',
        p_adults: adultsAsText(home.adults),
        p_municipality: home.kommun,
        p_is_foster_home: home.slag.includes('familjehem'),
        p_is_emergency_home: home.slag.includes('jourhem'),
        p_invite: home.bjud,
        p_protected: home.skydd,
        ...(home.adress && { p_address: home.adress }),
        ...(home.samordnare && { p_coordinator: home.samordnare }),
      });
      if (!entered.ok) return enterFailed(entered, typed, { no_kind: 'slag', not_this_one: 'samordnare' }, (at) => `epost${at}`);
      after(kickOutbox());
      return { ok: true, next: enteredNext(entered, home.bjud) };
    },
  }),

  /** Reads a file and keeps its rows to be looked through. Nothing is entered yet. */
  readFile: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<EnterResult> => {
      const failed = (text: string): EnterResult => ({ ok: false, typed: {}, faults: [{ name: 'fil', text }] });
      const file = form.get('fil');
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) return failed(fileFaults.missing);
      const table = readTable(new Uint8Array(await file.arrayBuffer()));
      if (!table.ok) return failed(table.fault);
      const { data, error } = await signedIn(locals).db.rpc('keep_import', { p_rows: JSON.stringify(table.lines.map(readRow)) });
      if (error) throw new Error(`keep_import: ${error.code} ${error.message}`);
      return { ok: true, next: paths.desk.newDraft(data) };
    },
  }),
  enterFile: withDraft(undefined, (db, draft) => db.rpc('confirm_import', { p_draft: draft })),
  inviteAll: withDraft('inbjudna', (db, draft) => db.rpc('invite_imported', { p_draft: draft })),
};
