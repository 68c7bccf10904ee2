import { expect } from '@playwright/test';
import { MAILBOX } from './ports.ts';

export type Message = { to: string[]; subject: string; text: string; html: string };

/** The mails to this address, waited for until there are as many as `count`: an outbox sends when it can. */
export async function mailsTo(address: string, count = 1): Promise<Message[]> {
  await expect.poll(async () => (await arrived(address)).length, { message: `mails to ${address}`, timeout: 20_000 }).toBe(count);
  return arrived(address);
}

async function arrived(address: string): Promise<Message[]> {
  const response = await fetch(`${MAILBOX.url}/api/messages`);
  const messages = (await response.json()) as Message[];
  return messages.filter(({ to }) => to.includes(address));
}
