import { existsSync } from 'node:fs';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../../src/shared/db/database.types.ts';
import { portsFrom } from './ports.ts';
import { demoSettings, localDir } from './settings.ts';

type Db = SupabaseClient<Database>;

/** Lists the mails that a person must look at, by id: where they were going stands in no list. */
async function tell(db: Db): Promise<void> {
  const { data, error } = await db.rpc('stuck_mails');
  if (error) throw new Error(`Databasen svarade inte som väntat: ${error.message}`);
  for (const mail of data) {
    console.log(
      [
        mail.created_at,
        mail.id,
        mail.template,
        mail.state,
        `hushåll ${mail.household_number ?? '–'}`,
        mail.last_error ?? '',
      ].join('  '),
    );
  }
  console.log(data.length === 0 ? 'Inga mejl har fastnat.' : `${data.length} mejl behöver ses över.`);
  process.exitCode = data.length === 0 ? 0 : 1;
}

const verbs = { igen: 'retry_mail', klart: 'settle_mail' } as const;
const done = { igen: 'Mejlet skickas inom en minut.', klart: 'Mejlet står inte längre i listan.' };

/** What a person decides when they have looked at why a mail stopped: to send it once more, or that it is settled. */
async function decide(db: Db, verb: keyof typeof verbs, id: string): Promise<void> {
  const { data, error } = await db.rpc(verbs[verb], { p_mail: id });
  if (error) throw new Error(`Det gick inte: ${error.message}`);
  console.log(data ? done[verb] : 'Inget mejl i listan har det numret.');
  process.exitCode = data ? 0 : 1;
}

/** The settings' database, and the running demo's when there are no settings. */
async function database(): Promise<{ url: string; key: string }> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { SUPABASE_URL, SUPABASE_SECRET_KEY } = process.env;
  if (SUPABASE_URL && SUPABASE_SECRET_KEY) return { url: SUPABASE_URL, key: SUPABASE_SECRET_KEY };
  if (!existsSync(`${localDir()}/demo.json`))
    throw new Error('Varken SUPABASE_URL eller en provversion finns. Kör "npm start" först.');
  const settings = await demoSettings(localDir());
  return { url: `http://127.0.0.1:${portsFrom(process.env).supabase}`, key: settings.secretKey };
}

try {
  const { url, key } = await database();
  const db = createClient<Database>(url, key, { auth: { persistSession: false } });
  const [verb, id] = process.argv.slice(2);
  if ((verb === 'igen' || verb === 'klart') && id) await decide(db, verb, id);
  else await tell(db);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
