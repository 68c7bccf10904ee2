import { z } from 'zod';
import { ResendError } from './resend-error.ts';

const schema = z.object({
  status: z.union([z.literal(429), z.literal(500)]),
  count: z.number().int().min(0).max(1000),
  /** The mail is taken in, and the caller is told that it failed: the case that idempotency keys exist for. */
  accepts: z.boolean().default(false),
});

export type Fault = { error: ResendError; accepts: boolean };

/** For tests: makes the next sends fail as Resend can fail. */
export function faultMode() {
  let left = 0;
  let mode = schema.parse({ status: 500, count: 0 });
  return {
    /** Only JSON is heard: a page on the web cannot send that here without asking first. */
    set(contentType: string | undefined, body: string) {
      const parsed = contentType === 'application/json' ? schema.safeParse(JSON.parse(body)) : undefined;
      if (!parsed?.success) throw new ResendError('validation_error', 'Send { "status": 429 or 500, "count": n } as JSON.');
      mode = parsed.data;
      left = mode.count;
      return mode;
    },
    next(): Fault | undefined {
      if (left === 0) return undefined;
      left -= 1;
      const error =
        mode.status === 429
          ? new ResendError('rate_limit_exceeded', 'Too many requests.')
          : new ResendError('internal_server_error', 'An unexpected error occurred.');
      return { error, accepts: mode.accepts };
    },
  };
}
