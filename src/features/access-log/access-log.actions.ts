import { defineAction } from 'astro:actions';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { signedIn } from '../../shared/auth/person.ts';
import { field } from '../../shared/form/read.ts';
import { seeBreakGlass } from './see-break-glass.ts';

export const accessLog = {
  /** The head has read why somebody opened a home; with `avsluta` they can do so no longer. */
  see: defineAction({
    accept: 'form',
    handler: async (form, { locals }): Promise<{ next: string }> => {
      const id = z.uuid().safeParse(field(form, 'atkomst'));
      const end = form.has('avsluta');
      const seen = id.success && (await seeBreakGlass(signedIn(locals).db, id.data, end));
      return { next: paths.desk.access({ klart: seen ? (end ? 'avslutad' : 'last') : undefined }) };
    },
  }),
};
