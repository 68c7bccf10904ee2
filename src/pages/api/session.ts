import type { APIRoute } from 'astro';
import { personOf } from '../../shared/auth/person.ts';
import { parseTimestamp } from '../../shared/time/stockholm.ts';

/** A sign of life from somebody who reads or types for long. `idleIn` is in milliseconds, for clocks that go wrong. */
export const POST: APIRoute = async ({ cookies }) => {
  const person = await personOf(cookies);
  if (!person) return Response.json({ error: 'signed_out' }, { status: 401 });
  const { idleAt } = person.visitor;
  return Response.json({ idleAt, idleIn: parseTimestamp(idleAt).epochMilliseconds - Date.now() });
};
