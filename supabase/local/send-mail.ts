import { Resend } from 'resend';
import type { MailFromAuth } from './embedded.ts';

/** Sends the sign-in mails of the embedded Supabase the way the site sends its own. */
export function senderOf(environment: Record<string, string | undefined>) {
  const resend = new Resend(
    environment.RESEND_API_KEY,
    environment.RESEND_BASE_URL ? { baseUrl: environment.RESEND_BASE_URL } : {},
  );
  return async ({ to, subject, text, html }: MailFromAuth): Promise<void> => {
    const { error } = await resend.emails.send({ from: environment.MAIL_FROM ?? '', to, subject, text, html });
    if (error) throw new Error(`Resend: ${error.name}`);
  };
}
