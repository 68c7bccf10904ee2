import { Resend } from 'resend';
import { jobDb } from '../../src/shared/db/clients.ts';
import { env } from '../../src/shared/env.ts';
import { facts } from '../../src/shared/facts/facts.ts';
import { logFault, logNotice } from '../../src/shared/http/log.ts';
import { deliver } from '../../src/shared/outbox/deliver.ts';
import { mayStartJobs } from './bearer.ts';
import { renderCode } from './render-code.ts';
import { sendCodes } from './send-codes.ts';

/** The address of the job that mails codes. Answers with a count, or 503 with the id of the fault. */
export async function codesEndpoint(request: Request): Promise<Response> {
  if (!mayStartJobs(request)) return new Response('Inte tillåtet', { status: 401 });
  const settings = env();
  const { FIRST_HEAD_EMAIL, RESEND_API_KEY, RESEND_BASE_URL } = settings;
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
  try {
    const counts = await sendCodes({
      db: jobDb(),
      mail: async (address, code, wish) =>
        deliver(resend, await renderCode(address, code, settings, facts), `code/${wish}`, `code_${wish}`),
      firstHead: FIRST_HEAD_EMAIL ? { name: facts.chef.namn || 'Enhetschef', email: FIRST_HEAD_EMAIL } : undefined,
      report: (failure) => logNotice('code not sent', failure),
    });
    return Response.json(counts);
  } catch (error) {
    return Response.json({ error: logFault(error) }, { status: 503 });
  }
}
