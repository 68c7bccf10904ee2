import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseSelfCheck } from '../../../../src/features/self-check/questions.ts';
import { reminder } from '../../../../src/features/self-check/reminder.ts';
import { type Answer, outcomeOf, sorted } from '../../../../src/features/self-check/self-check.rules.ts';
import { LEANINGS } from '../../../../src/features/self-check/self-check.schema.ts';

const { fragor, resultat } = parseSelfCheck(readFileSync('content/self-check.yml', 'utf8'));
const answer = fc.constantFrom(...LEANINGS).map((leaning): Answer => ({ topic: 'tid', leaning, line: leaning }));
const answers = fc.array(answer, { minLength: 1, maxLength: 14 });
const rank = ['ga-vidare', 'lyssna-forst', 'inte-nu'];

test('three “not now”, and a third of them all, speak of waiting; fewer do not', () => {
  const of = (all: number, waiting: number) =>
    outcomeOf(
      Array.from(
        { length: all },
        (_, at): Answer => ({ topic: 'tid', leaning: at < waiting ? 'inte-nu' : 'talar-for', line: '' }),
      ),
    );
  expect([of(12, 4), of(9, 3), of(6, 3)]).toEqual(['inte-nu', 'inte-nu', 'inte-nu']);
  expect([of(12, 3), of(6, 2), of(3, 2)]).toEqual(['ga-vidare', 'ga-vidare', 'lyssna-forst']);
});

test('one “not now” among many never speaks of waiting', () => {
  const many = Array.from({ length: 12 }, (): Answer => ({ topic: 'tid', leaning: 'talar-for', line: '' }));
  expect(outcomeOf([...many, { topic: 'rum', leaning: 'inte-nu', line: '' }])).toBe('ga-vidare');
});

test('an answer that leans more to waiting never gives a braver piece of advice', () => {
  fc.assert(
    fc.property(answers, fc.nat(), (list, at) => {
      const place = at % list.length;
      const worse = list.map((one, index): Answer => (index === place ? { ...one, leaning: 'inte-nu' } : one));
      expect(rank.indexOf(outcomeOf(worse))).toBeGreaterThanOrEqual(rank.indexOf(outcomeOf(list)));
    }),
  );
});

test('every answer is told, once', () => {
  fc.assert(
    fc.property(answers, (list) => {
      const { speaksFor, talkAbout } = sorted(list);
      expect(speaksFor.length + talkAbout.length).toBe(list.length);
    }),
  );
});

test('the questions are ten to fourteen, each with a way to each result there is', () => {
  expect(fragor.length).toBeGreaterThanOrEqual(10);
  expect(resultat.map(({ id }) => id).toSorted()).toEqual(rank.toSorted());
  expect(new Set(fragor.map(({ id }) => id)).size).toBe(fragor.length);
  for (const { svar } of fragor) expect(svar.some(({ vag }) => vag === 'talar-for')).toBe(true);
});

test('a reminder is one whole day, so many months ahead, and the same file when asked for again', () => {
  const now = Temporal.Instant.from('2026-08-31T22:30:00Z');
  const file = reminder(now, 6, 'https://exempel.example/');
  expect(file).toContain('DTSTART;VALUE=DATE:20270301');
  expect(file).toBe(reminder(now.add({ hours: 1 }), 6, 'https://exempel.example/'));
});
