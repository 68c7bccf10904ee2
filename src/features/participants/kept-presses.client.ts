export type Mark = 'attended' | 'absent' | null;
export type Press = { state: Mark; at: number };

/** What was pressed at a door and is not yet known to have come through. */
export type Presses = {
  readonly size: number;
  has: (person: string) => boolean;
  get: (person: string) => Press | undefined;
  set: (person: string, press: Press) => void;
  /** It has come through; what was pressed since then has not. */
  settle: (person: string, press: Press) => void;
  all: () => [string, Press][];
};

/** What is older than this was of another day, and has been settled by other means. */
const KEPT_FOR = 3 * 24 * 60 * 60_000;

/**
 * Kept in the browser too, so that a page that is closed or a telephone that runs out loses nothing: ids and times alone, no name
 * and nothing that says who it is. Where the browser keeps nothing, the page does for as long as it is open.
 */
export function keptPresses(session: string): Presses {
  const place = `gfo-narvaro-${session}`;
  const presses = new Map(stored(place));
  const keep = () => {
    try {
      if (presses.size > 0) localStorage.setItem(place, JSON.stringify([...presses]));
      else localStorage.removeItem(place);
    } catch {
      // Full, or forbidden: what is in the page is sent all the same.
    }
  };
  return {
    get size() {
      return presses.size;
    },
    has: (person) => presses.has(person),
    get: (person) => presses.get(person),
    set(person, press) {
      presses.set(person, press);
      keep();
    },
    settle(person, press) {
      if (presses.get(person) === press) presses.delete(person);
      keep();
    },
    all: () => [...presses],
  };
}

function stored(place: string): [string, Press][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(entry: unknown): entry is [string, Press] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && Date.now() - Number(entry[1]?.at) < KEPT_FOR;
}
