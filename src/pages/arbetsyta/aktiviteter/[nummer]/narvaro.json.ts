import type { APIRoute } from 'astro';
import { z } from 'zod';
import { markAttendance } from '../../../../features/participants/mark.ts';
import { pressesSchema } from '../../../../features/participants/participants.schema.ts';
import { signedIn } from '../../../../shared/auth/person.ts';
import { field } from '../../../../shared/form/read.ts';

const asked = z.object({ traff: z.uuid(), tryck: z.preprocess(fromText, pressesSchema) });

/** What a telephone at the door sends, each press with its time; it hears how it stands. As a form, for the guard keeps forms. */
export const POST: APIRoute = async ({ locals, request }) => {
  const form = await request.formData();
  const read = asked.safeParse({ traff: field(form, 'traff'), tryck: field(form, 'tryck') });
  if (!read.success) return Response.json({ error: 'unreadable' }, { status: 400 });
  const answer = await markAttendance(signedIn(locals).db, read.data.traff, read.data.tryck);
  return answer.ok
    ? Response.json({ now: answer.now.epochMilliseconds, marks: answer.marks })
    : Response.json({ error: answer.reason }, { status: 409 });
};

function fromText(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
