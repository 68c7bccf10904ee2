import type { MyRequest, RequestKind } from './data-request.schema.ts';

/** Whether a request of that kind waits for its answer: another cannot be made meanwhile. */
export function waits(requests: readonly MyRequest[], kind: RequestKind): boolean {
  return requests.some((request) => request.kind === kind && !request.decision && !request.withdrawnAt);
}
