import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import { derivedKey, env } from '../env.ts';

/** The visitor's network as a key for limits (64 hex characters): nobody can read an address out of it. */
export function networkKey(ip: string): string {
  return keyed(`network:${network(ip)}`);
}

/** An e-mail address as a key for limits (64 hex characters); what stands after a plus sign goes to the same mailbox. */
export function addressKey(email: string): string {
  return keyed(
    `address:${email
      .trim()
      .normalize('NFC')
      .toLowerCase()
      .replace(/\+[^@]*@/, '@')}`,
  );
}

type Visit = { request: Request; clientAddress: string };

/**
 * The visitor's address. A header is believed only when the setting says how many proxies of our own have written in it
 * (the n-th from the right is the last one that a stranger cannot make up), or when Vercel, which overwrites its own, runs us.
 */
export function visitorAddress(
  { request, clientAddress }: Visit,
  proxies = env().TRUSTED_PROXIES,
  onVercel = !!process.env.VERCEL,
) {
  const told = onVercel
    ? (request.headers.get('x-vercel-forwarded-for') ?? request.headers.get('x-real-ip'))?.split(',')[0]
    : proxies > 0
      ? request.headers.get('x-forwarded-for')?.split(',').at(-proxies)
      : undefined;
  const address = told?.trim() ?? '';
  return isIP(address) ? address : clientAddress;
}

/** One household's connection: the whole address of IPv4, the first half of IPv6, of which a home has the second. */
export function network(ip: string): string {
  const plain = ip.trim().replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return 'unknown';
  const [left = '', right] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const groups = right === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return mapped(groups.slice(6));
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function mapped(groups: string[]): string {
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join('.');
}

/** A form on its way as a key for limits (64 hex characters). */
export function draftKey(id: string): string {
  return keyed(`draft:${id}`);
}

function keyed(text: string): string {
  return createHmac('sha256', derivedKey('limits')).update(text).digest('hex');
}
