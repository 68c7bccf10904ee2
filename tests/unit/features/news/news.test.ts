import { expect, test } from 'vitest';
import type { NewsData } from '../../../../src/features/news/news.schema.ts';
import { newest } from '../../../../src/features/news/news.ts';

const item = (datum: string) => ({ data: { datum } as NewsData });

test('the newest stands first, and what is dated ahead waits for its day', () => {
  const shown = newest([item('2026-11-20'), item('2026-11-29'), item('2026-11-30')], '2026-11-29');
  expect(shown.map(({ data }) => data.datum)).toEqual(['2026-11-29', '2026-11-20']);
});
