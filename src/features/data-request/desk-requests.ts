import { DECISIONS } from './data-request.schema.ts';
import type { DeskRequest, HomeRequests } from './desk-request.schema.ts';
import { kindTexts } from './desk-request.text.ts';

/** The request that the page asks about: the chosen one as long as it waits, otherwise the one that has waited longest. */
export function toDecide(requests: readonly DeskRequest[], chosen: string | null): DeskRequest | undefined {
  const waiting = requests.filter(({ decision, withdrawnAt }) => !decision && !withdrawnAt);
  return waiting.find(({ id }) => id === chosen) ?? waiting.at(-1);
}

/** What can be decided. Erasing is done or not, never in part, and what belongs to an assessment the law keeps. */
export function decisionsFor(
  { kind }: Pick<DeskRequest, 'kind'>,
  { phase }: Pick<HomeRequests, 'phase'>,
): readonly (typeof DECISIONS)[number][] {
  if (kind === 'insight') return DECISIONS;
  return phase === 'interest' ? ['granted', 'refused'] : ['refused'];
}

/** What whoever decides should know first. */
export function knowFirst({ kind }: Pick<DeskRequest, 'kind'>, { phase }: Pick<HomeRequests, 'phase'>): readonly string[] {
  if (kind === 'insight') return kindTexts.insight.know;
  return phase === 'interest' ? kindTexts.erasure.know : kindTexts.erasure.knowInAssessment;
}
