import type { Message } from '../../supabase/local/mailbox/message.ts';

type Place = { siteUrl: string; mailboxUrl: string; headers?: Record<string, string> };

/** The cookie in an answer, as a request sends it back. */
export function cookieOf(answer: Response): string {
  return (
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('gfo='))
      ?.split(';')[0] ?? ''
  );
}

/** Signs in with the code from the mail, without a browser: the session's cookie and where the person was sent. */
export async function signInByCode(email: string, { siteUrl, mailboxUrl, headers = {} }: Place) {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(siteUrl + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
      headers: { origin: siteUrl, ...headers },
    });
  const asked = await post('/logga-in?_action=signIn.ask', { epost: email });
  const entered = await post(`${asked.headers.get('location')}&_action=signIn.enter`, {
    kod: await newestCode(email, mailboxUrl),
  });
  return { cookie: cookieOf(entered), location: entered.headers.get('location') };
}

async function newestCode(email: string, mailboxUrl: string): Promise<string> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const letters = (await (await fetch(`${mailboxUrl}/api/messages`)).json()) as Message[];
    const found = letters.find(({ to, subject }) => to.includes(email) && subject.startsWith('Din kod'));
    if (found) return /\d{6}/.exec(found.text)?.[0] ?? '';
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no code came to ${email}`);
}
