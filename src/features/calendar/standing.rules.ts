import { formsOf, type Occasion, type Seats } from '../../shared/occasions/occasion.ts';

/** How it stands with an occasion for who would book it. */
export type Standing = 'free' | 'few' | 'full' | 'not_open_yet' | 'closed' | 'begun' | 'cancelled';

/** So few seats are said by their number. */
const FEW = 5;

const isFew = (free: number, seats: number): boolean => free <= FEW && free * 2 < seats;

export function standingOf(occasion: Occasion): Standing {
  if (occasion.notBookable === 'not_published') return 'closed';
  if (occasion.notBookable) return occasion.notBookable;
  const { free, seats } = together(occasion);
  if (free === 0) return 'full';
  return isFew(free, seats) ? 'few' : 'free';
}

/** Free seats in whatever form, and how many there are. A slot that is held in both forms is one. */
export function together(occasion: Occasion): { free: number; seats: number } {
  if (occasion.isSlotted) {
    const free = occasion.sessions.filter(({ isFree }) => isFree).length;
    // Those who wait in line come before, whatever is free.
    return { free: formsOf(occasion).some((form) => occasion[form]?.free) ? free : 0, seats: occasion.sessions.length };
  }
  const forms = formsOf(occasion).map((form) => occasion[form] as Seats);
  return {
    free: forms.reduce((sum, { free }) => sum + free, 0),
    seats: forms.reduce((sum, { seats }) => sum + (seats ?? 0), 0),
  };
}

/** Whether one can book it, or stand in line for it, now. */
export const isOpen = (standing: Standing): boolean => standing === 'free' || standing === 'few' || standing === 'full';
