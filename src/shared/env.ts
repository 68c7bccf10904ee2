import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** What the running site needs from its environment: README, "Going live", says what each is and where to get it. */
const schema = z.object({
  SITE_URL: z.url({ protocol: /^https?$/, error: 'ska vara en hel adress, till exempel https://www.familjehemgfo.se' }),
  SITE_SECRET: z.string({ error: 'saknas' }).min(32, 'ska vara minst 32 tecken: skapa ett med "openssl rand -base64 48"'),
  SUPABASE_URL: z.url({ protocol: /^https?$/, error: 'ska vara projektets adress, till exempel https://abc.supabase.co' }),
  SUPABASE_PUBLISHABLE_KEY: z.string({ error: 'saknas' }).startsWith('sb_publishable_', 'ska börja med sb_publishable_'),
  SUPABASE_SECRET_KEY: z.string({ error: 'saknas' }).startsWith('sb_secret_', 'ska börja med sb_secret_'),
  RESEND_API_KEY: z.string({ error: 'saknas' }).startsWith('re_', 'ska börja med re_'),
  RESEND_WEBHOOK_SECRET: z.string({ error: 'saknas' }).startsWith('whsec_', 'ska börja med whsec_'),
  RESEND_BASE_URL: z.url({ error: 'ska vara en hel adress' }).optional(),
  MAIL_FROM: z.string({ error: 'saknas' }).regex(/^.+<[^<>\s]+@[^<>\s]+>$/, 'ska se ut så här: GFO familjehem <hej@exempel.se>'),
  MAIL_NOTICE_TO: z.string({ error: 'saknas' }).regex(/^[^<>\s@]+@[^<>\s@]+$/, 'ska vara en e-postadress'),
  FIRST_HEAD_EMAIL: z
    .string()
    .regex(/^[^<>\s@]+@[^<>\s@]+$/, 'ska vara en e-postadress')
    .optional(),
  CRON_SECRET: z.string({ error: 'saknas' }).min(24, 'ska vara minst 24 tecken'),
  MEDIA_ORIGIN: z
    .string()
    .regex(/^https:\/\/[a-z0-9.-]+$/, 'ska vara en adress utan sökväg, till exempel https://media.familjehemgfo.se')
    .optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
});

export type Env = z.infer<typeof schema>;

/** One line for each setting that is missing or malformed, in Swedish; empty when all is well. */
export function envFaults(source: Record<string, string | undefined>): string[] {
  const parsed = schema.safeParse(withoutBlanks(source));
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

/** Words that no real setting has in it. */
const EXAMPLE = /exempel|\.example\b|example\.|byt-ut/i;

/** As `envFaults`, and what real hosting must not have: examples, an address without TLS, mails that go nowhere. */
export function serveFaults(source: Record<string, string | undefined>): string[] {
  const given = Object.entries(withoutBlanks(source)).filter(([name]) => name in schema.shape || name === 'DATABASE_URL');
  const examples = given.filter(([, value]) => EXAMPLE.test(value ?? '')).map(([name]) => `${name} har kvar ett exempel`);
  const { SITE_URL, RESEND_BASE_URL, DATABASE_URL } = source;
  return [
    ...envFaults(source),
    ...examples,
    ...(SITE_URL?.startsWith('http:') ? ['SITE_URL ska börja med https://'] : []),
    ...(RESEND_BASE_URL?.trim() ? ['RESEND_BASE_URL är bara för prov: ta bort den'] : []),
    ...(DATABASE_URL?.trim() && !/^postgres(ql)?:\/\/./.test(DATABASE_URL) ? ['DATABASE_URL ska börja med postgres://'] : []),
  ];
}

let known: Env | undefined;

/** The environment, checked once. Throws with every fault named when something is missing: never half-configured. */
export function env(): Env {
  if (known) return known;
  const faults = envFaults(process.env);
  if (faults.length > 0) throw new Error(`Inställningarna räcker inte: ${faults.join('; ')}`);
  known = schema.parse(withoutBlanks(process.env));
  return known;
}

type KeyPurpose =
  | 'seal'
  | 'proof'
  | 'limits'
  | 'gate'
  | 'jwt'
  | 'session'
  | 'factor'
  | 'recovery'
  | 'kept'
  | 'link'
  | 'told'
  | 'search'
  | 'booking'
  | 'certificate';

/** A key of its own for each purpose, all from the one secret, so that none can stand in for another. */
export function derivedKey(purpose: KeyPurpose, secret: string = env().SITE_SECRET): Buffer {
  return createHmac('sha256', secret).update(`gfo:${purpose}`).digest();
}

function withoutBlanks(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
