import { activitySchema } from './features/activities/activities.schema.ts';
import { filmSchema } from './features/films/films.schema.ts';
import { municipalitySchema } from './features/municipalities/municipalities.schema.ts';
import { newsSchema } from './features/news/news.schema.ts';
import { questionSchema } from './features/questions/questions.schema.ts';
import { storySchema } from './features/stories/stories.schema.ts';
import { pageSchema } from './shared/content/frontmatter.ts';

/** What the communicator writes, kind by kind: the folder in content/, and what each text must say about itself. */
export const COLLECTIONS = {
  pages: pageSchema,
  news: newsSchema,
  films: filmSchema,
  stories: storySchema,
  questions: questionSchema,
  activities: activitySchema,
  municipalities: municipalitySchema,
} as const;
export type Collection = keyof typeof COLLECTIONS;
