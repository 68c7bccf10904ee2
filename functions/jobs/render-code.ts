import { sealCodeLink } from '../../src/features/sign-in/code-link.ts';
import { codeMail } from '../../src/features/sign-in/sign-in.mail.tsx';
import type { Env } from '../../src/shared/env.ts';
import { derivedKey } from '../../src/shared/env.ts';
import type { Facts } from '../../src/shared/facts/facts.schema.ts';
import type { Letter } from '../../src/shared/outbox/deliver.ts';
import { letterOf } from './render-mail.tsx';

/** The letter with a code for the address. */
export function renderCode(address: string, code: string, { SITE_URL, MAIL_FROM }: Env, { kontakt }: Facts): Promise<Letter> {
  const sealedLink = sealCodeLink(address, code, derivedKey('link'));
  return letterOf(codeMail({ code, sealedLink, kontakt, siteUrl: SITE_URL }), MAIL_FROM, address);
}
