import { parse } from 'yaml';
import { z } from 'zod';
import { type QuestionData, type QuestionGroup, questionGroupSchema } from './questions.schema.ts';

/** Throws, naming the line's path, when content/questions/grupper.yml does not have its shape. */
export function parseGroups(text: string): QuestionGroup[] {
  const parsed = z.array(questionGroupSchema).safeParse(parse(text, { schema: 'core' }));
  if (parsed.success) return parsed.data.toSorted((one, other) => one.ordning - other.ordning);
  throw new Error(`content/questions/grupper.yml: ${z.prettifyError(parsed.error)}`);
}

type Question = { id: string; data: QuestionData };

/** A question's own place on the page: its file's name. */
export const anchorOf = (id: string): string => id.split('/').pop() ?? id;

/** Each group with its questions in order; a group without any is left out. */
export function grouped<Entry extends Question>(questions: readonly Entry[], groups: readonly QuestionGroup[]) {
  return groups
    .map((group) => ({
      ...group,
      questions: questions
        .filter(({ id }) => id.startsWith(`${group.id}/`))
        .toSorted((one, other) => one.data.ordning - other.data.ordning),
    }))
    .filter(({ questions }) => questions.length > 0);
}
