import { createHash } from 'node:crypto';
import { startSupabase } from '../../local/embedded.ts';
import { GATE } from './grounds.ts';
import { occasionOn, visitor } from './occasions.ts';
import { visitorActs } from './visitor-acts.ts';

/**
 * The embedded Supabase in a process of its own, where one visitor after the other books until somebody ends it. Says each id
 * that it is about to book and each that is booked. Its folder comes from the environment: DIR.
 */
const supabase = await startSupabase({
  database: { kind: 'pglite', dir: process.env.DIR ?? '' },
  port: 0,
  publishableKey: 'sb_publishable_tests',
  secretKey: 'sb_secret_tests',
  jwtSecret: 'a secret of the tests that is long enough',
});
await supabase.sql('select private.set_site_gate($1)', [createHash('sha256').update(GATE).digest('hex')]);
const occasion = await occasionOn(supabase.sql, { digital: 10 });
const acts = visitorActs(supabase.sql);
const say = (line: string) => process.stdout.write(`${line}\n`);
say(`occasion ${occasion.number}`);
for (let at = 0; ; at += 1) {
  const args = visitor(occasion, 1 + (at % 2), { p_wait: true });
  say(`asks ${args.p_id}`);
  const { state } = await acts.book(args);
  say(`got ${args.p_id} ${state}`);
  if (at % 3 === 2) await acts.act(args.p_id, 'cancel').then(() => say(`got ${args.p_id} cancelled`));
}
