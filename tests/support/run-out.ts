import { type BrowserContext, expect } from '@playwright/test';
import { derivedKey } from '../../src/shared/env.ts';
import { seal, unseal } from '../../src/shared/seal.ts';
import { siteSecret } from './family.ts';

/** Makes the browser's session one that has run out meanwhile: its token holds no longer, and nothing renews it. */
export async function letSessionRunOut(context: BrowserContext): Promise<void> {
  const key = derivedKey('session', await siteSecret());
  const cookie = (await context.cookies()).find(({ name }) => name === 'gfo');
  const session = unseal(cookie?.value ?? '', key);
  expect(session).toBeInstanceOf(Object);
  if (!cookie) return;
  const ended = { ...(session as object), refresh: 'run-out', expiresAt: 0 };
  await context.addCookies([{ ...cookie, value: seal(ended, key) }]);
}
