import { defineAction } from 'astro:actions';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { paths } from '../../paths.ts';
import { siteDb } from '../../shared/db/clients.ts';
import { type Fault, faultsOf } from '../../shared/form/faults.ts';
import { field } from '../../shared/form/read.ts';
import { type Typed, typedFields } from '../../shared/form/typed.ts';
import { after } from '../../shared/http/after.ts';
import { logFault } from '../../shared/http/log.ts';
import { addressKey, networkKey, visitorAddress } from '../../shared/http/network.ts';
import { kickOutbox } from '../../shared/jobs/kick.ts';
import { requestVisit } from './request-visit.ts';
import { VISIT_FIELDS, visitSchema } from './visit.schema.ts';
import type { notAskedTexts } from './visit.text.ts';

type Failed = { ok: false; typed: Typed; faults: Fault[]; why?: keyof typeof notAskedTexts; errorId?: string };

export const visit = {
  /** The id comes with the form, so that two presses are one request. */
  ask: defineAction({
    accept: 'form',
    handler: async (form, context): Promise<{ ok: true; next: string } | Failed> => {
      const typed = { ...typedFields(form, ...VISIT_FIELDS), forfragan: field(form, 'forfragan') };
      // The field that only programs see.
      if (field(form, 'webbplats') !== '') return { ok: false, typed, faults: [], why: 'trapped' };
      const asked = visitSchema.safeParse(typed);
      if (!asked.success) {
        const order: readonly string[] = VISIT_FIELDS;
        const faults = faultsOf(asked.error.issues).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
        return { ok: false, typed, faults };
      }
      try {
        const answer = await requestVisit(asked.data, {
          id: z.uuid().safeParse(typed.forfragan).data ?? randomUUID(),
          db: siteDb(),
          networkKey: networkKey(visitorAddress(context)),
          addressKey: addressKey(asked.data.epost.key),
        });
        if (!answer.ok) return { ok: false, typed, faults: [], why: answer.reason };
        after(kickOutbox());
        return { ok: true, next: paths.inviteUs('skickat') };
      } catch (error) {
        return { ok: false, typed, faults: [], why: 'unavailable', errorId: logFault(error) };
      }
    },
  }),
};
