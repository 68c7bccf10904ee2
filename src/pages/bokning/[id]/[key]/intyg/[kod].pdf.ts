import type { APIRoute } from 'astro';
import { z } from 'zod';
import { certificateAnswer } from '../../../../../features/course-record/certificate-answer.ts';
import { readCode } from '../../../../../features/course-record/certificate-code.ts';
import { visitorCertificates } from '../../../../../features/course-record/visitor-certificates.ts';
import { siteDb } from '../../../../../shared/db/clients.ts';

/** A guest's certificate, for whoever has the link of the booking. */
export const GET: APIRoute = async ({ params, rewrite, url }) => {
  const id = z.uuid().safeParse(params.id).data;
  const code = readCode(params.kod ?? '');
  const own = id && code ? await visitorCertificates(siteDb(), id, params.key ?? '') : undefined;
  const certificate = own?.find((one) => one.code === code);
  return certificate ? await certificateAnswer(certificate) : await rewrite(new Request(new URL('/404', url)));
};
