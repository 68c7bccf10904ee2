import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type DeskRequest, decisionSchema } from '../../../../src/features/data-request/desk-request.schema.ts';
import { doneTexts, doneTextsFor } from '../../../../src/features/data-request/desk-request.text.ts';
import { decisionsFor, knowFirst, toDecide } from '../../../../src/features/data-request/desk-requests.ts';
import { homeNumber } from '../../../../src/shared/form/home-number.ts';

const typed = { begaran: '3f0e0f3a-6f5e-4b5e-9d59-0a2e5d3f8a11', beslut: 'partly', skal: ' Du får läsa\r\nen del. ' };
const faults = (changes: Partial<typeof typed>) => {
  const parsed = decisionSchema.safeParse({ ...typed, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
};

test('a decision is read as it was written', () => {
  expect(decisionSchema.parse(typed)).toEqual({ ...typed, skal: 'Du får läsa\nen del.' });
});

test.each<[Partial<typeof typed>, string[]]>([
  [{ beslut: '' }, ['beslut']],
  [{ beslut: 'erased' }, ['beslut']],
  [{ skal: 'Nej   tack' }, ['skal']],
  [{ skal: 'Nej, tyvärr' }, []],
  [{ skal: 'å'.repeat(2000) }, []],
  [{ skal: 'å'.repeat(2001) }, ['skal']],
  [{ begaran: '1' }, ['begaran']],
])('%o', (changes, wrong) => expect(faults(changes)).toEqual(wrong));

test("a home's number is digits and nothing else", () => {
  expect(homeNumber('17')).toBe(17);
  for (const text of ['', '0', '01', '-1', '1e3', '1.5', '1234567890123', ' 7', undefined])
    expect(homeNumber(text)).toBeUndefined();
});

const request = (id: string, changes: Partial<DeskRequest> = {}): DeskRequest => ({
  ...{ id, kind: 'insight', wish: null, askedAt: Temporal.Instant.fromEpochMilliseconds(0), withdrawnAt: null },
  ...{ decision: null, reason: null, decidedAt: null, by: 'Amira Exempelsson', decidedBy: null, silentTimes: null },
  ...changes,
});

test('the chosen request is answered while it waits, otherwise the one that has waited longest', () => {
  const withdrawn = request('c', { withdrawnAt: Temporal.Instant.fromEpochMilliseconds(1) });
  const requests = [request('a'), request('b'), withdrawn, request('d', { decision: 'refused' })];
  expect(toDecide(requests, 'a')?.id).toBe('a');
  expect(toDecide(requests, null)?.id).toBe('b');
  for (const settled of ['c', 'd', 'x']) expect(toDecide(requests, settled)?.id).toBe('b');
  expect(toDecide([withdrawn], 'c')).toBeUndefined();
});

test('erasing is never granted in part, and not at all from an assessment on', () => {
  const [erasure, insight] = [{ kind: 'erasure' as const }, { kind: 'insight' as const }];
  const [before, during] = [{ phase: 'interest' as const }, { phase: 'assessment' as const }];
  expect(decisionsFor(erasure, before)).toEqual(['granted', 'refused']);
  expect(decisionsFor(erasure, during)).toEqual(['refused']);
  for (const home of [before, during]) expect(decisionsFor(insight, home)).toEqual(['granted', 'partly', 'refused']);
  expect(knowFirst(erasure, during).join(' ')).toContain('sparas enligt lag');
  expect(knowFirst(erasure, before).join(' ')).not.toContain('enligt lag');
});

test('what was decided is said, with the home when it is known', () => {
  expect(doneTextsFor(1)['radering-nej']).toMatch(/^Du avslog en begäran om radering i hem 1\. Svaret syns nu på Mina sidor\./);
  expect(doneTexts['insyn-delvis']).toMatch(/^Du beviljade en del av en begäran om insyn\./);
});

test('no mail is promised to who may take none', () => {
  for (const text of Object.values(doneTexts)) expect(text).toMatch(/Den som tar emot mejl/);
});
