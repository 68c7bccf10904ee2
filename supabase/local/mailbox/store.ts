import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Message } from './message.ts';

/** One accepted request: what came, and what it would take to recognise it if it came again. */
export type Entry = { at: string; key: string | null; digest: string; messages: Message[] };

export type Store = {
  /** Newest first. */
  messages: () => Message[];
  find: (id: string) => Message | undefined;
  /** The newest request with the key. */
  withKey: (key: string) => Entry | undefined;
  /** On disk, for good, when it resolves. */
  append: (entry: Entry) => Promise<void>;
  close: () => Promise<void>;
};

/** An append-only file of JSON lines. A last line cut short by a crash was never acknowledged, and is dropped. */
export async function openStore(file: string): Promise<Store> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+', 0o600);
  const text = await handle.readFile('utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) await handle.truncate(Buffer.byteLength(whole));
  const entries = whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
  let writing: Promise<unknown> = Promise.resolve();

  return {
    messages: () => entries.flatMap((entry) => entry.messages).reverse(),
    find: (id) => entries.flatMap((entry) => entry.messages).find((message) => message.id === id),
    withKey: (key) => entries.findLast((entry) => entry.key === key),
    append: (entry) => {
      const written = writing.then(async () => {
        await handle.appendFile(`${JSON.stringify(entry)}\n`);
        await handle.sync();
        entries.push(entry);
      });
      writing = written.catch(() => undefined);
      return written;
    },
    close: () => handle.close(),
  };
}
