/** What of an occasion's page changes while somebody looks at it, in the words in which it stands there. */
export type Live = {
  /** How many seats are left, by form. */
  forms: Record<string, string>;
  /** What one can do; empty when there is nothing. */
  act: string;
  /** Why there is nothing to do, or what it would mean. */
  why: string;
  /** Whether each time is free, by its id. */
  slots: Record<string, boolean>;
  /** All of it for who listens. */
  said: string;
};
