import rail from '../../assets/pictures/krokar.svg?raw';
import wordmark from '../../assets/wordmark.svg?raw';
import { paths } from '../../paths.ts';
import { env } from '../../shared/env.ts';
import { certificateFonts } from './certificate-fonts.ts';
import { certificatePdf } from './certificate-pdf.ts';
import type { Certificate } from './course-record.schema.ts';

/** The certificate as a file, for whoever has been found to have it. Kept by nobody on the way. */
export async function certificateAnswer(certificate: Certificate): Promise<Response> {
  const checkAt = new URL(paths.certificate(certificate.code), env().SITE_URL).href;
  const pdf = await certificatePdf(certificate, { fonts: certificateFonts, wordmark, rail, checkAt });
  return new Response(pdf, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="intyg-${certificate.activity}-${certificate.year}.pdf"`,
      'Cache-Control': 'no-store',
    },
  });
}
