/** The house's floors, and who may call whom. */

type Room =
  | 'route'
  | 'adapter'
  | 'layout'
  | 'layout script'
  | 'ui'
  | 'island'
  | 'component'
  | 'action'
  | 'mail'
  | 'mail frame'
  | 'shape'
  | 'rules'
  | 'use case'
  | 'functions'
  | 'database'
  | 'shared'
  | 'content'
  | 'outside';

/** Rooms whose files are checked; the others are only imported. */
export type RuledRoom = Exclude<Room, 'content' | 'outside'>;

type Rule = {
  /** Rooms of other floors, and of the own feature. */
  may: readonly Room[];
  /** Packages that this room never sees. */
  never: readonly RegExp[];
};

const ASTRO = /^astro($|[:/])/;
const REACT = /^react(-dom)?($|\/)/;
const SERVER = /^(node:|astro:(actions|env)|@supabase\/|postgres$|resend$|libphonenumber-js)/;

/** First match wins. */
const ROOMS: readonly [RegExp, Room][] = [
  [/^src\/pages\/api\//, 'adapter'],
  [/^src\/(pages|actions)\//, 'route'],
  [/^src\/layouts\/.*\.client\.ts$/, 'layout script'],
  [/^src\/layouts\//, 'layout'],
  [/^src\/ui\//, 'ui'],
  [/^src\/features\/[^/]+\/.*\.mail\.tsx$/, 'mail'],
  [/^src\/features\/[^/]+\/.*(\.tsx|\.(client|worker)\.ts)$/, 'island'],
  [/^src\/features\/[^/]+\/.*\.astro$/, 'component'],
  [/^src\/features\/[^/]+\/.*\.actions\.ts$/, 'action'],
  [/^src\/features\/[^/]+\/.*\.(schema|text)\.ts$/, 'shape'],
  // Pure reckoning that a browser runs too.
  [/^src\/features\/[^/]+\/.*\.rules\.ts$/, 'rules'],
  [/^src\/features\//, 'use case'],
  [/^src\/shared\/mail\//, 'mail frame'],
  // The names of the database's kinds: no client comes along, so schemas may read them.
  [/^src\/shared\/db\/database\.types\.ts$/, 'shared'],
  [/^src\/shared\/(db|auth|outbox)\/|^src\/shared\/env\.ts$/, 'database'],
  [/^src\/(shared|styles|assets)\/|^src\/(paths|env\.d)\.ts$/, 'shared'],
  [/^src\/[^/]+\.ts$/, 'route'],
  [/^functions\//, 'functions'],
  [/^content\//, 'content'],
];

const FEATURE_ROOMS: readonly Room[] = ['island', 'component', 'action', 'mail', 'shape', 'rules', 'use case'];

export const RULES: Record<RuledRoom, Rule> = {
  route: { may: ['route', ...FEATURE_ROOMS, 'layout', 'ui', 'database', 'shared', 'content'], never: [] },
  adapter: { may: ['functions', ...FEATURE_ROOMS, 'database', 'shared'], never: [REACT] },
  layout: { may: ['layout', 'layout script', 'ui', 'shared', 'content'], never: [REACT] },
  'layout script': { may: ['layout script'], never: [SERVER, ASTRO, REACT] },
  ui: { may: ['ui', 'shared'], never: [SERVER] },
  component: { may: ['component', 'island', 'shape', 'rules', 'use case', 'ui', 'shared', 'content'], never: [] },
  island: { may: ['island', 'shape', 'rules', 'ui', 'shared'], never: [SERVER, ASTRO] },
  rules: { may: ['rules', 'shape', 'shared'], never: [SERVER, ASTRO, REACT] },
  action: { may: ['use case', 'shape', 'action', 'database', 'shared'], never: [REACT] },
  mail: { may: ['mail', 'mail frame', 'shape', 'use case', 'shared'], never: [ASTRO] },
  'mail frame': { may: ['mail frame', 'shared'], never: [ASTRO] },
  shape: { may: ['shape', 'use case', 'shared'], never: [ASTRO, REACT] },
  'use case': { may: ['use case', 'rules', 'shape', 'database', 'shared'], never: [ASTRO, REACT] },
  functions: { may: ['functions', 'use case', 'mail', 'mail frame', 'shape', 'database', 'shared'], never: [ASTRO, REACT] },
  database: { may: ['database', 'shared'], never: [REACT] },
  shared: { may: ['database', 'shared', 'content'], never: [REACT] },
};

export function roomOf(path: string): Room {
  return ROOMS.find(([pattern]) => pattern.test(path))?.[1] ?? 'outside';
}

/** The feature's name, or undefined outside the features. */
export function featureOf(path: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1];
}
