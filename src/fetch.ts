import type { Fetchable } from 'astro';
import { astro, FetchState } from 'astro/fetch';
import { env } from './shared/env.ts';
import { refusal } from './shared/http/door.ts';
import { dress } from './shared/http/dress.ts';
import { logFault } from './shared/http/log.ts';
import { plainAnswer } from './shared/http/plain-answer.ts';

/**
 * The outermost door. It stands before Astro's own middleware so that every answer wears our headers: also redirects,
 * refused posts and addresses that cannot be decoded, which never reach src/middleware.ts.
 */
export default {
  async fetch(request) {
    try {
      const siteUrl = env().SITE_URL;
      const answer = (await refusal(request, siteUrl)) ?? (await astro(new FetchState(request)));
      return dress(answer, siteUrl, process.env.HOT_RELOAD === '1');
    } catch (error) {
      return dress(plainAnswer(500, logFault(error)), process.env.SITE_URL ?? request.url);
    }
  },
} satisfies Fetchable;
