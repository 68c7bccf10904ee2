import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import type { z } from 'zod';
import { COLLECTIONS, type Collection } from './collections.ts';

/** `laxan/index.mdx` is `laxan`, and a question keeps its group: `pengarna/far-vi-lon`. */
const define = <Schema extends z.ZodType>(name: Collection, schema: Schema) =>
  defineCollection({
    loader: glob({
      pattern: '**/*.mdx',
      base: `./content/${name}`,
      generateId: ({ entry }) => entry.replace(/(\/index)?\.mdx$/, ''),
    }),
    schema,
  });

export const collections = {
  pages: define('pages', COLLECTIONS.pages),
  news: define('news', COLLECTIONS.news),
  films: define('films', COLLECTIONS.films),
  stories: define('stories', COLLECTIONS.stories),
  questions: define('questions', COLLECTIONS.questions),
  activities: define('activities', COLLECTIONS.activities),
  municipalities: define('municipalities', COLLECTIONS.municipalities),
};
