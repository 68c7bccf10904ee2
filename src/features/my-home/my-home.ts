import { parsePhone } from '../../shared/form/phone.ts';
import type { Home, Opening } from './my-home.schema.ts';
import type { noCodeTexts } from './my-home.text.ts';

/** The telephone number as people write it, and '' when there is none. */
export function phoneInWords(phone: string | null): string {
  const parsed = parsePhone(phone ?? '');
  return parsed.ok ? parsed.shown : (phone ?? '');
}

/** Who that was, by what they are to the home. */
export function roleInWords({ role, ground }: Pick<Opening, 'role' | 'ground'>): string {
  if (ground === 'coordinator') return 'Er samordnare';
  if (ground === 'break_glass') return 'En samordnare med angivet skäl';
  if (role === 'communicator') return 'Kommunikatören';
  return role === 'head' ? 'Enhetschefen' : 'En familjehemssamordnare';
}

/** Why a code would not come to this person: signing out then shuts them out until they have called. Undefined when it comes. */
export function whyNoCode({ me, protected: isProtected }: Pick<Home, 'me' | 'protected'>): keyof typeof noCodeTexts | undefined {
  if (isProtected) return 'protected';
  return me.silentSince && !me.silentTakesCodes ? 'silent' : undefined;
}

/** Where a page of the log begins, from its address; undefined for the newest, and for what is no number of ours. */
export function pageStart(url: URL): number | undefined {
  const text = url.searchParams.get('fore') ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}
