import type { APIRoute } from 'astro';
import { certificateAnswer } from '../../../features/course-record/certificate-answer.ts';
import { readCode } from '../../../features/course-record/certificate-code.ts';
import { myCertificate } from '../../../features/course-record/course-record.queries.ts';
import { signedIn } from '../../../shared/auth/person.ts';

/** One's own certificate. Whose it is otherwise, and whether there is one, is not told. */
export const GET: APIRoute = async ({ params, locals, rewrite, url }) => {
  const code = readCode(params.kod ?? '');
  const certificate = code && (await myCertificate(signedIn(locals).db, code));
  return certificate ? await certificateAnswer(certificate) : await rewrite(new Request(new URL('/404', url)));
};
