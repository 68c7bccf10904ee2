import { domainToASCII } from 'node:url';
import { cleanLine } from './clean.ts';

/** `value` as written, cleaned; `address` to send to (ASCII domain); `key` to recognise it by, never to send to. */
export type Email = { ok: true; value: string; address: string; key: string } | { ok: false };

const REFUSED = { ok: false } as const;
const LONGEST_PASTED = 500;
const LONGEST_ADDRESS = 254;
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{N}]+(\.[\w!#$%&'*+/=?^`{|}~\-\p{L}\p{M}\p{N}]+)*$/u;
// Only what can be a name goes to the URL parser, which would otherwise read slashes, ports and percent signs.
const DOMAIN = /^(?:[\p{L}\p{M}\p{N}\u30FB\u00B7.。-]|\u200C|\u200D)+$/u;
const ASCII_DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;

/** Tolerates what comes along when an address is pasted; an address that could carry a mail header is refused. */
export function parseEmail(text: string): Email {
  if (text.length > LONGEST_PASTED || /\p{Cc}/u.test(text.trim())) return REFUSED;
  const value = unwrapped(cleanLine(text));
  const [local = '', domain = '', ...more] = value.split('@');
  if (more.length > 0 || !LOCAL.test(local) || !DOMAIN.test(domain) || Buffer.byteLength(local) > 64) return REFUSED;

  const asciiDomain = domainToASCII(domain);
  const address = `${local}@${asciiDomain}`;
  if (!ASCII_DOMAIN.test(asciiDomain) || Buffer.byteLength(address) > LONGEST_ADDRESS) return REFUSED;
  return { ok: true, value, address, key: emailKey(address) };
}

/** What an address is recognised by. Letter by letter, as the database's own `lower` does it: a word's last Σ, or an İ, is otherwise another key there. */
export function emailKey(address: string): string {
  return Array.from(address, (letter) => String.fromCodePoint(letter.toLowerCase().codePointAt(0) ?? 0)).join('');
}

/** Whether a text that could not be read is longer than any address, so that this can be said. */
export function isTooLongForEmail(text: string): boolean {
  return Buffer.byteLength(cleanLine(text)) > LONGEST_ADDRESS;
}

function unwrapped(line: string): string {
  return line
    .replace(/[.,;\s]+$/u, '')
    .replace(/^<(.*)>$/u, '$1')
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .replace(/[.,;\s]+$/u, '')
    .trim()
    .replaceAll('’', "'");
}
