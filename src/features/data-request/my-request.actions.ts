import { defineAction } from 'astro:actions';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { after } from '../../shared/http/after.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { wishSchema } from './data-request.schema.ts';
import { KIND_OF } from './data-request.text.ts';
import { makeRequest } from './my-make-request.ts';
import { withdrawRequest } from './my-withdraw-request.ts';

type AskResult = { ok: true; next: string } | { ok: false; typed: string; faults: Fault[] };

const pageSchema = z.enum(['insyn', 'radering']);

export const myRequest = {
  /** Asks for what the page is about, which a hidden field says. */
  ask: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<AskResult> => {
      const page = pageSchema.safeParse(field(form, 'sak'));
      if (!page.success) return { ok: true, next: paths.portal.requests };
      const typed = field(form, 'onskan');
      const wish = wishSchema.safeParse(typed);
      if (!wish.success) return { ok: false, typed, faults: faultsOf(wish.error.issues, 'onskan') };
      const made = await makeRequest(KIND_OF[page.data], wish.data, signedIn(locals));
      if (!made.ok) return { ok: true, next: paths.portal.requestsDone(`redan-${page.data}`) };
      after(kickOutbox());
      return { ok: true, next: paths.portal.requestsDone(page.data) };
    },
  }),

  withdraw: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<{ next: string }> => {
      const id = z.uuid().safeParse(field(form, 'begaran'));
      const withdrawn = id.success && (await withdrawRequest(id.data, signedIn(locals)));
      return { next: paths.portal.requestsDone(withdrawn ? 'aterkallad' : 'redan-klar') };
    },
  }),
};
