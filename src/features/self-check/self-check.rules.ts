import type { Leaning, SelfCheck } from './self-check.schema.ts';

/** How an answer leans, and the line that the result says of it. */
export type Answer = { topic: string; leaning: Leaning; line: string };

/**
 * Which of the three results fits. It advises and never decides: a single "not now" is something to talk about, and only where
 * at least three answers, and a third of them, say so does it speak of waiting.
 */
export function outcomeOf(answers: readonly Answer[]): SelfCheck['resultat'][number]['id'] {
  const count = (leaning: Leaning) => answers.filter((answer) => answer.leaning === leaning).length;
  if (count('inte-nu') >= Math.max(3, answers.length / 3)) return 'inte-nu';
  return count('prata-om') + count('inte-nu') > answers.length / 3 ? 'lyssna-forst' : 'ga-vidare';
}

/** What speaks for it, and what to talk about at home: a "not now" belongs there too. */
export function sorted(answers: readonly Answer[]): { speaksFor: Answer[]; talkAbout: Answer[] } {
  return {
    speaksFor: answers.filter(({ leaning }) => leaning === 'talar-for'),
    talkAbout: answers.filter(({ leaning }) => leaning !== 'talar-for'),
  };
}
