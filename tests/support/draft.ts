import { randomUUID } from 'node:crypto';
import { derivedKey } from '../../src/shared/env.ts';
import { seal } from '../../src/shared/seal.ts';

/** What a test wants its own family to be found by, or to have asked. */
export type About = { lastName?: string; question?: string; municipality?: string };

/** The address of the last press for a draft that a person finished: sealed as the site with this secret seals it. */
export function finishedDraft(secret: string, email: string, begunAgo = 10_000, about: About = {}): string {
  const typed = {
    ...{
      considering: 'foster_home',
      municipality: 'timra',
      heard: ['friend'],
      adults: '2',
      children: '0',
      ages: '',
      question: '',
    },
    ...{ firstName: 'Amira', lastName: 'Exempelsson', email, phone: '070-174 06 05', way: 'phone', times: ['morning'] },
    ...about,
  };
  const draft = { id: randomUUID(), begun: Date.now() - begunAgo, saved: Date.now(), proven: true, typed };
  return `/intresseanmalan/sammanfattning?a=${seal(draft, derivedKey('seal', secret))}&_action=interest.register`;
}
