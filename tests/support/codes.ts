import { MAILBOX } from './ports.ts';

type Letter = { to: string[]; subject: string; text: string };

/** The newest mail with a code to the address. Rejects when none comes in time (milliseconds). */
async function codeMail(email: string, patience: number): Promise<Letter> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const letters = (await (await fetch(`${MAILBOX.url}/api/messages`)).json()) as Letter[];
    const found = letters.find(({ to, subject }) => to.includes(email) && subject === 'Din kod till GFO familjehem');
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no code came to ${email}`);
}

export async function codeFor(email: string, patience = 15_000): Promise<string> {
  const code = /\b(\d{6})\b/.exec((await codeMail(email, patience)).text)?.[1];
  if (!code) throw new Error('the mail holds no code');
  return code;
}

export async function linkFor(email: string, patience = 15_000): Promise<string> {
  const link = /https?:\/\/\S+\/logga-in\/lank\?h=[\w-]+/.exec((await codeMail(email, patience)).text)?.[0];
  if (!link) throw new Error('the mail holds no link');
  return link;
}
